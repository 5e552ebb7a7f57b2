// Looking for words in the tokens of a statement. All of it is bounded, whatever is nested in what.
import type { Dialect } from './statement.ts';
import type { Token } from './tokens.ts';

/** A statement as its traits are read from it. */
export interface Told {
  /** Comments among them. */
  readonly tokens: readonly Token[];
  readonly verb: string;
  readonly tables: readonly string[];
  readonly functions: readonly string[];
  readonly dialect: Dialect;
}

/** What stands inside of parentheses is looked at up to here. */
const MAX_INSIDE = 256;

export function has(tokens: readonly Token[], ...wanted: readonly string[]): boolean {
  return tokens.some(({ word }) => word !== '' && wanted.includes(word));
}

export function hasSequence(tokens: readonly Token[], ...wanted: readonly string[]): boolean {
  const [first] = wanted;
  return tokens.some(({ word, text }, at) => (word || text) === first && isSequence(tokens, at, ...wanted));
}

export function isSequence(tokens: readonly Token[], at: number, ...wanted: readonly string[]): boolean {
  return wanted.every((word, offset) => (tokens[at + offset]?.word || tokens[at + offset]?.text) === word);
}

export function isWordOrName({ kind }: Token): boolean {
  return kind === 'word' || kind === 'identifier';
}

/** The words and names of a statement in lower case; of a dotted name each part, and the whole. */
export function namesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    if (!isWordOrName(token)) return [];
    const name = token.text.toLowerCase();
    const isOwner = tokens[at + 1]?.text === '.' && tokens[at + 2] !== undefined;
    return isOwner ? [name, `${name}.${tokens[at + 2]?.text.toLowerCase()}`] : [name];
  });
}

/** What a text says, without its quotes or dollars. */
export function saidBy({ kind, text }: Token): string {
  if (kind !== 'text') return text;
  const tag = /^\$\w*\$/.exec(text)?.[0] ?? text.slice(0, 1);
  return text.slice(tag.length, text.endsWith(tag) ? -tag.length : undefined);
}

/** What stands inside of the parenthesis that opens at `open`, its own parentheses left out. */
export function inside(tokens: readonly Token[], open: number): readonly Token[] {
  const opening = tokens[open];
  if (opening?.text !== '(') return [];
  const rest = tokens.slice(open + 1, open + 1 + MAX_INSIDE);
  const close = rest.findIndex(({ text, depth }) => text === ')' && depth === opening.depth);
  return close < 0 ? rest : rest.slice(0, close);
}

/** Parts between commas that stand in no parenthesis of their own. */
export function partsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const depth = tokens.reduce((least, token) => Math.min(least, token.depth), Number.POSITIVE_INFINITY);
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === ',' && token.kind === 'sign' && token.depth === depth) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Where functions of these names are called. @param names in lower case */
export function callsOf(tokens: readonly Token[], names: ReadonlySet<string>): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (tokens[at + 1]?.text === '(' && isWordOrName(token) && names.has(token.text.toLowerCase())) found.push(at);
  }
  return found;
}
