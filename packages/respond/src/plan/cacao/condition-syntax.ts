// Conditions of CACAO steps: a boolean expression of the STIX 2.1 patterning grammar (section 9 there, 4.8 and 4.9 of CACAO 2.0) over
// variables. Parsed by hand with bounds, since a playbook is foreign text.

type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Milliseconds since 1970. */
  | { readonly kind: 'instant'; readonly value: number };

export type Operand = Literal | { readonly kind: 'variable'; readonly name: string };

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'MATCHES' | 'ISSUBSET' | 'ISSUPERSET';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'exists'; readonly name: string }
  | { readonly kind: 'in'; readonly name: string; readonly values: readonly Literal[] }
  | { readonly kind: 'compare'; readonly name: string; readonly by: Comparator; readonly with: Operand };

/** Why a condition cannot be read: where in its text, and what should stand there. */
export interface ConditionFault {
  readonly code: 'condition/syntax';
  /** Character of the text, from 0. */
  readonly at: number;
  readonly message: string;
}

/** Longer conditions are refused: no honest one comes near, and a hostile one costs time. */
const MAX_LENGTH = 4096;

/** Deeper brackets are refused, so that a hostile condition cannot exhaust the stack. */
const MAX_DEPTH = 32;

/**
 * Parses a condition as in `__closed__:value = 'yes' AND NOT (__tries__:value > 3)`. Brackets around the whole, as STIX writes one
 * observation, are taken off; patterns over STIX objects and several observations are refused, since a playbook has variables only.
 */
export function parseCondition(text: string): Condition | ConditionFault {
  if (text.length > MAX_LENGTH)
    return { code: 'condition/syntax', at: MAX_LENGTH, message: `longer than ${MAX_LENGTH} characters` };
  try {
    return wholeCondition(new Tokens(tokensOf(text), text.length));
  } catch (error) {
    if (error instanceof SyntaxStop) return { code: 'condition/syntax', at: error.at, message: error.message };
    throw error;
  }
}

/** Leaves the parser where the text is wrong; it never leaves this file. */
class SyntaxStop extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

type Token = { readonly at: number } & (
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'word' | 'sign'; readonly text: string }
);

const FORMS = {
  space: /\s+/y,
  variable: /(__[A-Za-z_][A-Za-z0-9_-]{0,245}__):value\b/y,
  quoted: /([thb]?)'((?:[^'\\]|\\.)*)'/sy,
  number: /[+-]?(?:\d+\.\d+|\d+)(?![\w.])/y,
  word: /[A-Za-z]+\b/y,
  sign: /==|!=|<>|<=|>=|[=<>()[\],]/y,
} as const;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (form: RegExp) => {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  for (;;) {
    take(FORMS.space);
    if (at >= text.length) return tokens;
    const start = at;
    const variable = take(FORMS.variable);
    const quoted = variable ? null : take(FORMS.quoted);
    const number = (variable ?? quoted) ? null : take(FORMS.number);
    const word = (variable ?? quoted ?? number) ? null : take(FORMS.word);
    const sign = (variable ?? quoted ?? number ?? word) ? null : take(FORMS.sign);
    if (variable) tokens.push({ at: start, kind: 'variable', name: variable[1] ?? '' });
    else if (quoted)
      tokens.push({ at: start, kind: 'literal', literal: quotedLiteral(start, quoted[1] ?? '', quoted[2] ?? '') });
    else if (number) tokens.push({ at: start, kind: 'literal', literal: { kind: 'number', value: Number(number[0]) } });
    else if (word) tokens.push(wordToken(start, word[0]));
    else if (sign) tokens.push({ at: start, kind: 'sign', text: sign[0] });
    else throw new SyntaxStop(start, unreadable(text, start));
  }
}

function unreadable(text: string, at: number): string {
  if (text[at] === "'") return 'a text that begins here has no closing quote';
  if (text.startsWith('__', at)) return 'a variable is written as __name__:value';
  return `${JSON.stringify(text.slice(at, at + 12))} is not part of a condition`;
}

function wordToken(at: number, text: string): Token {
  if (/^(?:true|false)$/i.test(text)) {
    return { at, kind: 'literal', literal: { kind: 'boolean', value: text.toLowerCase() === 'true' } };
  }
  return { at, kind: 'word', text };
}

function quotedLiteral(at: number, prefix: string, inside: string): Literal {
  const value = inside.replace(/\\(.)/gs, '$1');
  if (prefix !== 't') return { kind: 'text', value };
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) throw new SyntaxStop(at, `${value} is no instant`);
  return { kind: 'instant', value: instant };
}

/** The tokens that are left to read. */
class Tokens {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  get at(): number {
    return this.#tokens[this.#next]?.at ?? this.#end;
  }

  get isAtEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  /** Takes the next token if it is this word or sign. */
  takes(text: string): boolean {
    const token = this.#tokens[this.#next];
    const isIt = token !== undefined && 'text' in token && token.text === text;
    if (isIt) this.#next += 1;
    return isIt;
  }

  demand(text: string): void {
    if (!this.takes(text)) throw new SyntaxStop(this.at, `${text} should stand here`);
  }

  take(): Token {
    const token = this.#tokens[this.#next];
    if (!token) throw new SyntaxStop(this.#end, 'the condition ends too early');
    this.#next += 1;
    return token;
  }
}

function wholeCondition(tokens: Tokens): Condition {
  const isObservation = tokens.takes('[');
  const condition = disjunction(tokens, 0);
  if (isObservation) tokens.demand(']');
  if (!tokens.isAtEnd) throw new SyntaxStop(tokens.at, 'AND, OR or the end should stand here');
  return condition;
}

/** OR binds weaker than AND, as in the grammar of STIX. */
function disjunction(tokens: Tokens, depth: number): Condition {
  return chain(tokens, 'OR', () => chain(tokens, 'AND', () => term(tokens, depth)));
}

function chain(tokens: Tokens, word: 'AND' | 'OR', part: () => Condition): Condition {
  const first = part();
  const of = [first];
  while (tokens.takes(word)) of.push(part());
  return of.length === 1 ? first : { kind: word === 'AND' ? 'and' : 'or', of };
}

function term(tokens: Tokens, depth: number): Condition {
  if (depth > MAX_DEPTH) throw new SyntaxStop(tokens.at, `more than ${MAX_DEPTH} brackets in one another`);
  if (tokens.takes('NOT')) return { kind: 'not', of: term(tokens, depth + 1) };
  if (tokens.takes('(')) {
    const inner = disjunction(tokens, depth + 1);
    tokens.demand(')');
    return inner;
  }
  if (tokens.takes('EXISTS')) return { kind: 'exists', name: variableName(tokens) };
  return comparison(tokens);
}

function comparison(tokens: Tokens): Condition {
  const name = variableName(tokens);
  const isNegated = tokens.takes('NOT');
  const compared: Condition = tokens.takes('IN')
    ? { kind: 'in', name, values: setOfLiterals(tokens) }
    : { kind: 'compare', name, by: comparator(tokens), with: operand(tokens) };
  return isNegated ? { kind: 'not', of: compared } : compared;
}

const COMPARATORS: readonly (readonly [written: string, comparator: Comparator])[] = [
  ['=', '='],
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['LIKE', 'LIKE'],
  ['MATCHES', 'MATCHES'],
  ['ISSUBSET', 'ISSUBSET'],
  ['ISSUPERSET', 'ISSUPERSET'],
];

function comparator(tokens: Tokens): Comparator {
  const { at } = tokens;
  const found = COMPARATORS.find(([written]) => tokens.takes(written));
  if (!found)
    throw new SyntaxStop(at, `one of ${COMPARATORS.map(([written]) => written).join(' ')} IN should stand here`);
  return found[1];
}

function setOfLiterals(tokens: Tokens): Literal[] {
  tokens.demand('(');
  const values = [literal(tokens)];
  while (tokens.takes(',')) values.push(literal(tokens));
  tokens.demand(')');
  return values;
}

function operand(tokens: Tokens): Operand {
  const token = tokens.take();
  if (token.kind === 'literal') return token.literal;
  if (token.kind === 'variable') return { kind: 'variable', name: token.name };
  throw new SyntaxStop(token.at, 'a value should stand here; a text is written in single quotes');
}

function literal(tokens: Tokens): Literal {
  const token = tokens.take();
  if (token.kind === 'literal') return token.literal;
  throw new SyntaxStop(token.at, 'a value should stand here; a text is written in single quotes');
}

function variableName(tokens: Tokens): string {
  const token = tokens.take();
  if (token.kind === 'variable') return token.name;
  throw new SyntaxStop(token.at, 'a variable should stand here, written as __name__:value');
}
