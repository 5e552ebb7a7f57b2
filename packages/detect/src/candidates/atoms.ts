// Atoms: the simplest things that can be true of an event and be looked up without evaluating a rule. For each value of a rule there is
// an atom that is true whenever the value matches; it may be true more often.
import { folded } from '../evaluate/glob.ts';
import { literalOf, type Pattern, RUN } from '../values/pattern.ts';
import type { Item, Value } from '../values/value.ts';
import { requiredLiteral } from './regex-literal.ts';

export type Atom =
  /** The field is this text. */
  | { readonly kind: 'exact'; readonly field: string; readonly text: string }
  /** The last part of a path in the field. */
  | { readonly kind: 'last'; readonly field: string; readonly text: string }
  /** The text stands in the field. */
  | { readonly kind: 'part'; readonly field: string; readonly text: string }
  /** The field is there. */
  | { readonly kind: 'present'; readonly field: string }
  /** The text stands somewhere in the event. */
  | { readonly kind: 'keyword'; readonly text: string };

export function atomKey(atom: Atom): string {
  if (atom.kind === 'keyword') return `keyword\n${atom.text}`;
  return atom.kind === 'present' ? `present\n${atom.field}` : `${atom.kind}\n${atom.field}\n${atom.text}`;
}

/** What is looked up for one item; undefined where it may match an event of which nothing can be looked up. */
export function atomsOf({ field, values }: Item): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  for (const value of values) {
    const atom = field === undefined ? keywordAtom(value) : fieldAtom(field, value);
    if (atom === undefined) return undefined;
    atoms.push(atom);
  }
  return atoms;
}

function keywordAtom(value: Value): Atom | undefined {
  const text = value.kind === 'regex' ? requiredLiteral(value.source, value.flags.includes('i')) : longest(value);
  return text === undefined ? undefined : { kind: 'keyword', text };
}

function fieldAtom(field: string, value: Value): Atom | undefined {
  switch (value.kind) {
    case 'null':
      return undefined;
    case 'exists':
      return value.isWanted ? { kind: 'present', field } : undefined;
    case 'number':
    case 'time':
    case 'cidr':
    case 'field':
      return { kind: 'present', field };
    case 'regex': {
      const text = requiredLiteral(value.source, value.flags.includes('i'));
      return text === undefined ? { kind: 'present', field } : { kind: 'part', field, text };
    }
    case 'text':
      return textAtom(field, value);
  }
}

function textAtom(field: string, value: Extract<Value, { kind: 'text' }>): Atom {
  const exact = literalOf(value.pattern);
  // Folding may depend on the neighbours of a sign outside of ASCII, so a part that was told by case is not looked for folded.
  const isSure = !value.isCased || isAscii(value.pattern);
  if (exact !== undefined) return { kind: 'exact', field, text: exact.toLowerCase() };
  const last = lastPart(value.pattern);
  if (last !== undefined && isSure) return { kind: 'last', field, text: last };
  const text = isSure ? longest(value) : undefined;
  return text === undefined ? { kind: 'present', field } : { kind: 'part', field, text };
}

/** `\name` at the end of a pattern: the last part of a path. */
function lastPart(pattern: Pattern): string | undefined {
  const end = folded(pattern).at(-1);
  if (typeof end !== 'string') return undefined;
  const at = Math.max(end.lastIndexOf('\\'), end.lastIndexOf('/'));
  return at >= 0 && at < end.length - 1 ? end.slice(at + 1) : undefined;
}

function longest(value: Value): string | undefined {
  if (value.kind !== 'text' || (value.isCased && !isAscii(value.pattern))) return undefined;
  let best = '';
  for (const part of folded(value.pattern)) if (typeof part === 'string' && part.length > best.length) best = part;
  return best === '' ? undefined : best;
}

function isAscii(pattern: Pattern): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is
  return pattern.every((part) => part === RUN || typeof part !== 'string' || /^[\x00-\x7f]*$/.test(part));
}
