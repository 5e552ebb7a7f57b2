// A statement as tokens, by the rules of its dialect for strings, quotes and comments. One pass, linear in the text, and whatever is
// not closed goes on to the end.
//   PostgreSQL: postgresql.org/docs/current/sql-syntax-lexical.html · MySQL: dev.mysql.com/doc/refman/8.4/en/language-structure.html
//   ClickHouse: clickhouse.com/docs/sql-reference/syntax
import type { Dialect } from './statement.ts';

type TokenKind = 'word' | 'identifier' | 'text' | 'number' | 'parameter' | 'sign' | 'comment';

export interface Token {
  readonly kind: TokenKind;
  /** Words and signs as they are written, identifiers without their quotes, texts and comments with them. */
  readonly text: string;
  /** A word in upper case, else empty: what keywords are compared with. */
  readonly word: string;
  /** How many parentheses are open around it; an opening one belongs inside. */
  readonly depth: number;
  /** What stands between it and the one before. */
  readonly gap: 'none' | 'space' | 'line';
}

/** What is read of a statement; behind it stand values, as in an INSERT of many rows. */
const MAX_TEXT = 64 * 1024;
const SIGNS = new Set(['<=', '>=', '<>', '!=', '::', '||', '&&', '->', ':=', '==', '=>']);
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /0[xX][0-9A-Fa-f]+|0[bB][01]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_]\w*)?\$/y;
const PARAMETER = /\$\d+|\?|%s|%\(\w+\)s|:[A-Za-z_]\w*|@{1,2}[A-Za-z_][\w.$]*|\{\w+:[\w(), ]+\}/y;
/** Letters that may stand before a string as a part of it. */
const STRING_PREFIX = /^(?:[EeBbXxNn]|[Uu]&?|_[A-Za-z0-9]+)$/;

export function tokensOf(whole: string, dialect: Dialect): readonly Token[] {
  return new Lexer(whole.length > MAX_TEXT ? whole.slice(0, MAX_TEXT) : whole, dialect).read();
}

class Lexer {
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #tokens: Token[] = [];
  #at = 0;
  #depth = 0;
  #gap: Token['gap'] = 'none';
  /** Inside of MySQL's comments that are code: slash, star, exclamation mark. */
  #isConditional = false;

  constructor(text: string, dialect: Dialect) {
    this.#text = text;
    this.#dialect = dialect;
  }

  read(): readonly Token[] {
    while (this.#at < this.#text.length) this.#next();
    return this.#tokens;
  }

  #next(): void {
    const sign = this.#text[this.#at] ?? '';
    if (/\s/.test(sign)) this.#space(sign);
    else if (this.#isComment(sign)) this.#comment();
    else if (sign === "'") this.#string(sign, this.#hasBackslashes());
    else if (sign === '"') this.#doubleQuoted();
    else if (sign === '`') this.#identifier('`');
    else if (sign === '$' && this.#matches(DOLLAR_TAG)) this.#dollarQuoted();
    else if (this.#isConditional && this.#text.startsWith('*/', this.#at)) this.#closeConditional();
    else this.#plain();
  }

  #space(sign: string): void {
    this.#at += 1;
    if (sign === '\n') this.#gap = 'line';
    else if (this.#gap === 'none') this.#gap = 'space';
  }

  #plain(): void {
    const word = this.#matches(WORD);
    if (word !== undefined) {
      this.#wordOrPrefix(word);
      return;
    }
    const number = this.#matches(NUMBER);
    if (number !== undefined) {
      this.#add('number', number, number.length);
      return;
    }
    const parameter = this.#text.startsWith('::', this.#at) ? undefined : this.#matches(PARAMETER);
    if (parameter !== undefined) {
      this.#add('parameter', parameter, parameter.length);
      return;
    }
    const pair = this.#text.slice(this.#at, this.#at + 2);
    this.#sign(SIGNS.has(pair) ? pair : String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0));
  }

  #sign(sign: string): void {
    if (sign === '(') this.#depth += 1;
    this.#add('sign', sign, sign.length);
    if (sign === ')' && this.#depth > 0) this.#depth -= 1;
  }

  #wordOrPrefix(word: string): void {
    const isPrefix = this.#text[this.#at + word.length] === "'" && STRING_PREFIX.test(word);
    if (!isPrefix) {
      this.#add('word', word, word.length);
      return;
    }
    this.#at += word.length;
    this.#string("'", this.#hasBackslashes() || /^e$/i.test(word));
  }

  #hasBackslashes(): boolean {
    return this.#dialect === 'mysql' || this.#dialect === 'clickhouse';
  }

  /** A doubled quote stands for one. */
  #closing(quote: string, hasBackslashes: boolean): number {
    let at = this.#at + 1;
    for (; at < this.#text.length; at += 1) {
      const sign = this.#text[at];
      if (sign === '\\' && hasBackslashes) at += 1;
      else if (sign === quote && this.#text[at + 1] === quote) at += 1;
      else if (sign === quote) return at + 1;
    }
    return this.#text.length;
  }

  #string(quote: string, hasBackslashes: boolean): void {
    const end = this.#closing(quote, hasBackslashes);
    this.#add('text', this.#text.slice(this.#at, end), end - this.#at);
  }

  #doubleQuoted(): void {
    if (this.#dialect === 'mysql') this.#string('"', true);
    else this.#identifier('"');
  }

  #identifier(quote: string): void {
    const end = this.#closing(quote, this.#dialect === 'clickhouse');
    const inside = this.#text.slice(this.#at + 1, this.#text[end - 1] === quote ? end - 1 : end);
    this.#add('identifier', inside.replaceAll(quote + quote, quote), end - this.#at);
  }

  #dollarQuoted(): void {
    const tag = this.#matches(DOLLAR_TAG) ?? '$$';
    const close = this.#text.indexOf(tag, this.#at + tag.length);
    const end = close < 0 ? this.#text.length : close + tag.length;
    this.#add('text', this.#text.slice(this.#at, end), end - this.#at);
  }

  #isComment(sign: string): boolean {
    if (sign === '-' && this.#text[this.#at + 1] === '-') {
      return this.#dialect !== 'mysql' || /^\s?$/.test(this.#text[this.#at + 2] ?? '');
    }
    if (sign === '#')
      return (
        this.#dialect === 'mysql' || (this.#dialect === 'clickhouse' && /[ !]/.test(this.#text[this.#at + 1] ?? ''))
      );
    return sign === '/' && this.#text[this.#at + 1] === '*';
  }

  #comment(): void {
    const start = this.#at;
    if (this.#text[start] !== '/') {
      const line = this.#text.indexOf('\n', start);
      const end = line < 0 ? this.#text.length : line;
      this.#add('comment', this.#text.slice(start, end), end - start);
      return;
    }
    const code = this.#dialect === 'mysql' ? /\/\*M?!\d{0,6}/y : undefined;
    const opening = code && this.#matches(code);
    if (opening !== undefined) {
      this.#isConditional = true;
      this.#add('comment', '/*!', opening.length);
      return;
    }
    const end = this.#dialect === 'postgresql' ? this.#nestedEnd(start) : this.#flatEnd(start);
    this.#add('comment', this.#text.slice(start, end), end - start);
  }

  #closeConditional(): void {
    this.#isConditional = false;
    this.#at += 2;
  }

  #flatEnd(start: number): number {
    const close = this.#text.indexOf('*/', start + 2);
    return close < 0 ? this.#text.length : close + 2;
  }

  #nestedEnd(start: number): number {
    const edges = /\/\*|\*\//g;
    edges.lastIndex = start;
    let open = 0;
    for (let edge = edges.exec(this.#text); edge; edge = edges.exec(this.#text)) {
      open += edge[0] === '/*' ? 1 : -1;
      if (open === 0) return edges.lastIndex;
    }
    return this.#text.length;
  }

  #matches(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #add(kind: TokenKind, text: string, length: number): void {
    const word = kind === 'word' ? text.toUpperCase() : '';
    this.#tokens.push({ kind, text, word, depth: this.#depth, gap: this.#gap });
    this.#at += length;
    this.#gap = 'none';
  }
}
