// Redacts JSON by keys, by what people said in it, and by kinds.
import { type Action, keyActions, type RedactionPolicy } from './policy.ts';
import type { Replace } from './replacement.ts';

/** The words of people in a value, where it holds a conversation. */
export type ReadTurns = (value: unknown) => readonly string[];

interface JsonRedaction {
  readonly policy: RedactionPolicy;
  readonly redact: (text: string) => string;
  readonly replace: Replace;
  readonly readTurns: ReadTurns;
  readonly actionOf: (kind: string) => Action;
}

/** Deeper values are withheld: no honest log line needs more, and a hostile one must not cost the stack. */
const DEEPEST = 100;
const DROPPED = Symbol('dropped');

/** A function that gives a redacted copy of a value. It throws where the value is too deep or no JSON. */
export function createJsonRedaction({
  policy,
  redact,
  replace,
  readTurns,
  actionOf,
}: JsonRedaction): (value: unknown) => unknown {
  const keyAction = keyActions(policy);

  const apply = (action: Exclude<Action, 'keep'>, kind: string, value: unknown): unknown => {
    if (action === 'drop') return DROPPED;
    return replace(action, kind, typeof value === 'string' ? value : JSON.stringify(value));
  };

  const walk = (value: unknown, path: string, name: string, said: ReadonlySet<string>, depth: number): unknown => {
    if (depth > DEEPEST) throw new RangeError('the value is nested too deep');
    const ruled = path === '' ? undefined : keyAction(path);
    if (ruled === 'keep') return value;
    // An object is looked into before it is masked as not allowed: a path below it may be allowed.
    const isLeaf = typeof value !== 'object' || value === null;
    if (ruled !== undefined && (isLeaf || isRuledByName(policy, path))) return apply(ruled, 'key', value);
    if (typeof value === 'string') return leaf(value, name, said, depth);
    if (isLeaf) return typeof value === 'number' ? number(value, name) : value;
    if (Array.isArray(value)) {
      const parts = value.map((part, i) => walk(part, path === '' ? `${i}` : `${path}.${i}`, name, said, depth + 1));
      return parts.filter((part) => part !== DROPPED);
    }
    if (!isPlain(value)) throw new TypeError('the value is of no type of JSON');
    const copy: Record<string, unknown> = {};
    for (const [key, part] of Object.entries(value)) {
      const redacted = walk(part, path === '' ? key : `${path}.${key}`, key, said, depth + 1);
      if (redacted !== DROPPED)
        Object.defineProperty(copy, redact(key), {
          value: redacted,
          enumerable: true,
          writable: true,
          configurable: true,
        });
    }
    return copy;
  };

  const leaf = (value: string, name: string, said: ReadonlySet<string>, depth: number): unknown => {
    const action = actionOf('conversation');
    if (said.has(value) && action !== 'keep') return apply(action, 'conversation', value);
    const inner = parseInner(value);
    if (inner !== undefined) {
      const redacted = walk(inner, '', name, new Set(readTurns(inner)), depth + 1);
      return redacted === DROPPED ? DROPPED : JSON.stringify(redacted);
    }
    return withName(name, value, redact);
  };

  const number = (value: number, name: string): unknown => {
    const text = String(value);
    const redacted = withName(name, text, redact);
    return redacted === text ? value : redacted;
  };

  return (value) => {
    const redacted = walk(value, '', '', new Set(readTurns(value)), 0);
    return redacted === DROPPED ? null : redacted;
  };
}

/** The key stands before the value as it does in text, so that it counts as a word beside it. */
function withName(name: string, value: string, redact: (text: string) => string): string {
  const before = `${name.replace(/[\r\n]/g, ' ')}: `;
  const redacted = redact(`${before}${value}`);
  // Where the key itself was taken for a value, only the value is looked at.
  return redacted.startsWith(before) ? redacted.slice(before.length) : redact(value);
}

function isRuledByName({ keys }: RedactionPolicy, path: string): boolean {
  return keys.length > 0 && keyActions({ kinds: [], keys, possible: true })(path) !== undefined;
}

/** JSON inside of a string, as logs have it; undefined where it is something else. */
function parseInner(value: string): object | undefined {
  if (!/^\s*[{[]/.test(value)) return undefined;
  try {
    const inner: unknown = JSON.parse(value);
    return typeof inner === 'object' && inner !== null ? inner : undefined;
  } catch {
    // Text that only begins like JSON: it is redacted as text.
    return undefined;
  }
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
