// Fragments of SQL as tokens, in whatever product's dialect. Read one at a time, so that text which is no SQL costs little: a reader
// stops where the grammar does. Every sign is looked at a bounded number of times.

type TokenKind =
  | 'number'
  | 'string'
  /** A string that the end of the fragment leaves open. */
  | 'open-string'
  | 'word'
  /** A name in backquotes or brackets. */
  | 'name'
  | 'variable'
  | 'operator'
  | 'open'
  | 'close'
  | 'comma'
  | 'semicolon'
  | 'dot'
  /** A comment that hides all that is left. */
  | 'comment'
  | 'other'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** In lower case; of a string its content; of a comment what it says. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether letters of the word go up and down in a way that nobody types. */
  readonly isMixed?: boolean;
  readonly quote?: string;
}

const NUMBER = /0x[0-9a-f]*|0b[01]+(?![0-9a-z])|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_$]*/uy;
const VARIABLE = /@@?[\p{L}_][\p{L}\p{N}_$.]*|@@?`[^`]{0,64}`|[@:?][\p{L}\p{N}_]*/uy;
const OPERATOR = /<=>|@>|<@|\?[|&](?![a-z])|<>|!=|<=|>=|==|:=|::|->>|->|&&|\|\||<<|>>|!~|!<|!>|[=<>+\-*/%^&|~!]/y;
const GLUED =
  /^(?:or|and|union|from|where|order|group|having|limit|like|rlike|div|mod|xor|in|is|between|into|as|when|then|else|end|select)$/;
const STRING_PREFIX = /^(?:n|x|b|e|r|q|_[a-z0-9]+)$/;
const MIXED = /[a-z][A-Z][a-z]|^[a-z]+[A-Z]+[a-z]*[A-Z]|[A-Z][a-z]+[A-Z]+[a-z]/;
const LINE_BREAK = /[\r\n]/g;
const MAX_NAME = 128;

export interface TokenReader {
  /** The next token, and moves behind it. */
  next(): Token;
  /** The one after, without moving. */
  peek(): Token;
  /** Comments between tokens that count as a space. */
  readonly comments: number;
  /** Comments whose content MySQL runs. */
  readonly versioned: number;
}

/** @param start where the fragment begins in the text */
export function readTokens(text: string, start: number): TokenReader {
  let at = start;
  let [comments, versioned] = [0, 0];
  let ahead: Token | undefined;

  const matched = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const token = (kind: TokenKind, length: number, content?: string): Token => {
    const begin = at;
    at += length;
    return { kind, text: content ?? text.slice(begin, at).toLowerCase(), start: begin, end: at };
  };

  function beginsComment(): boolean {
    const sign = text[at];
    return sign === '#' || (sign === '-' && text[at + 1] === '-' && !/[\d.(]/.test(text[at + 2] ?? ''));
  }

  /** Below zero where the comment goes on to the end. */
  function lineBreakBehind(): number {
    LINE_BREAK.lastIndex = at;
    const found = LINE_BREAK.exec(text);
    return found && found.index + 1 < text.length ? found.index : -1;
  }

  /** Moves over spaces and closed comments; a comment that hides the rest is a token. */
  function skip(): Token | undefined {
    for (;;) {
      const sign = text.charCodeAt(at);
      if (sign <= 0x20 || sign === 0xa0 || sign === 0x3000) at += 1;
      else if (sign === 0x2f && text.charCodeAt(at + 1) === 0x2a) {
        const hidden = /^\/\*!\d{0,6}/.exec(text.slice(at, at + 9))?.[0];
        if (hidden !== undefined) {
          versioned += 1;
          at += hidden.length;
          continue;
        }
        const close = text.indexOf('*/', at + 2);
        if (close < 0) return token('comment', text.length - at);
        comments += 1;
        at = close + 2;
      } else if (sign === 0x2a && text.charCodeAt(at + 1) === 0x2f) at += 2;
      else if (beginsComment()) {
        const line = lineBreakBehind();
        if (line < 0) return token('comment', text.length - at);
        comments += 1;
        at = line;
      } else return undefined;
    }
  }

  function read(): Token {
    const comment = skip();
    if (comment) return comment;
    if (at >= text.length) return token('end', 0);
    const sign = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (sign === "'" || sign === '"') return quoted(sign, 0);
    if (sign === '`') return bracketed('`');
    if (sign === '[') return bracketed(']');
    if (sign === '\\') {
      // How files of data write quotes, and MySQL writes NULL.
      if (next === "'" || next === '"') {
        at += 1;
        return quoted(next, 0);
      }
      if (next === 'N') return token('number', 2);
    }
    const code = sign.charCodeAt(0);
    if ((code >= 48 && code <= 57) || (sign === '.' && /\d/.test(next))) return number();
    const simple = SIMPLE[sign];
    if (simple) return token(simple, 1);
    const word = matched(WORD);
    if (word !== undefined) return wordToken(word);
    const operator = matched(OPERATOR);
    if (operator !== undefined) return token('operator', operator.length);
    const variable = matched(VARIABLE);
    if (variable !== undefined) return token('variable', variable.length);
    return token('other', 1);
  }

  function number(): Token {
    const found = matched(NUMBER) ?? text[at] ?? '';
    WORD.lastIndex = at + found.length;
    const glued = WORD.exec(text)?.[0];
    // `1st` and `6b` are words; `1or` is what a filter was hoped to overlook.
    if (glued !== undefined && !GLUED.test(glued.toLowerCase())) return token('word', found.length + glued.length);
    return token('number', found.length);
  }

  function wordToken(word: string): Token {
    const quote = text[at + word.length];
    const lower = word.toLowerCase();
    if ((quote === "'" || quote === '"') && STRING_PREFIX.test(lower)) return quoted(quote, word.length);
    const read = token('word', word.length, lower);
    return MIXED.test(word) ? { ...read, isMixed: true } : read;
  }

  function quoted(quote: string, prefix: number): Token {
    const close = closingQuote(text, at + prefix + 1, quote);
    const from = at + prefix + 1;
    if (close < 0) return { ...token('open-string', text.length - at, text.slice(from)), quote };
    return { ...token('string', close + 1 - at, text.slice(from, close)), quote };
  }

  function bracketed(end: string): Token {
    const close = text.slice(at + 1, at + 1 + MAX_NAME).indexOf(end);
    return close < 0 ? token('other', 1) : token('name', close + 2);
  }

  return {
    next() {
      const now = ahead ?? read();
      ahead = undefined;
      return now;
    },
    peek() {
      ahead ??= read();
      return ahead;
    },
    get comments() {
      return comments;
    },
    get versioned() {
      return versioned;
    },
  };
}

const SIMPLE: Readonly<Record<string, TokenKind>> = {
  '(': 'open',
  ')': 'close',
  ',': 'comma',
  ';': 'semicolon',
  '.': 'dot',
  '{': 'open',
  '}': 'close',
};

/** Where a string ends: at its quote, not at a doubled or escaped one; below zero where it is left open. */
export function closingQuote(text: string, start: number, quote: string): number {
  for (let at = start; ; ) {
    const found = text.indexOf(quote, at);
    if (found < 0) return -1;
    if (isEscaped(text, found, start)) at = found + 1;
    else if (text[found + 1] === quote) at = found + 2;
    else return found;
  }
}

function isEscaped(text: string, at: number, start: number): boolean {
  let slashes = 0;
  while (at - slashes - 1 >= start && text[at - slashes - 1] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
