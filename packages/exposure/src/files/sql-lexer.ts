// Cuts SQL dumps into tokens as their bytes come, in bounded memory: words, quoted names, texts and signs, without comments.
// PostgreSQL: https://www.postgresql.org/docs/current/sql-syntax-lexical.html, MySQL:
// https://dev.mysql.com/doc/refman/8.4/en/string-literals.html, SQLite: https://www.sqlite.org/lang_expr.html#literal_values_constants_

/** What a token is. `part`: the beginning of a text so long that it comes in several tokens; the last of them is a `text`. */
export type SqlToken = 'word' | 'name' | 'text' | 'part' | 'hex' | 'sign';

export interface SqlLexer {
  /** Reads on. `token` is called for each token that ends in these bytes. */
  push(bytes: Uint8Array): void;
  /** The end. @returns false where it stands inside of a quoted text or a comment */
  end(): boolean;
  /** From the next line on, lines are given as they are, until the receiver calls for tokens again. */
  readLines(): void;
  readTokens(): void;
}

export interface SqlReceiver {
  /** Among values a bracket belongs to an array; elsewhere it quotes a name, as SQL Server writes them. */
  readonly isInValues: boolean;
  token(kind: SqlToken, value: string): void;
  /** A line of data, without its end. @param isCut whether it is a part of a longer one */
  line(bytes: Buffer, isCut: boolean): void;
}

export interface SqlDialect {
  /** Whether a backslash in a plain text escapes, as in MySQL. */
  readonly backslash: boolean;
}

/** A text longer than this comes in parts. */
const LONGEST_TEXT = 4 << 20;
/** Names and numbers longer than this are cut. */
const LONGEST_WORD = 1 << 12;
/** Blobs in hexadecimal are read up to here. */
const LONGEST_HEX = 8 << 20;

const [TAB, FEED, RETURN, SPACE, QUOTE, DOUBLE, BACKTICK, BACKSLASH] = [9, 10, 13, 32, 0x27, 0x22, 0x60, 0x5c];
const [DOLLAR, HYPHEN, SLASH, STAR, HASH, BRACKET, CLOSING_BRACKET] = [0x24, 0x2d, 0x2f, 0x2a, 0x23, 0x5b, 0x5d];

type State =
  | 'between'
  | 'word'
  | 'quoted'
  /** Behind a quote inside of a quoted text: another one is a quote, anything else is behind the text. */
  | 'quote'
  | 'escape'
  | 'line comment'
  | 'comment'
  | 'comment star'
  | 'hyphen'
  | 'slash'
  | 'dollar tag'
  | 'dollar text'
  | 'to line end'
  | 'line';

const ESCAPES: Readonly<Record<number, number>> = { 48: 0, 98: 8, 102: 12, 110: FEED, 114: RETURN, 116: TAB };

export function createSqlLexer(dialect: SqlDialect, receiver: SqlReceiver): SqlLexer {
  let state: State = 'between';
  let held = Buffer.allocUnsafe(1 << 12);
  let length = 0;
  /** The sign that ends a quoted text, and whether backslashes escape in it. */
  let closing = 0;
  let escapes = false;
  let isHex = false;
  let tag = '';
  let isLineStart = true;
  let linesAreNext = false;
  /** Where the next backslash of these bytes is, if it was looked for. */
  let nextBackslash = -1;

  const reserve = (more: number) => {
    if (length + more <= held.length) return;
    const wider = Buffer.allocUnsafe((length + more) * 2);
    held.copy(wider, 0, 0, length);
    held = wider;
  };
  const hold = (byte: number) => {
    if (length === held.length) reserve(1);
    held[length] = byte;
    length += 1;
  };
  const holdRange = (bytes: Buffer, from: number, to: number) => {
    reserve(to - from);
    length += bytes.copy(held, length, from, to);
  };
  const taken = () => {
    const text = held.toString('utf8', 0, length);
    clear();
    return text;
  };
  const clear = () => {
    length = 0;
    if (held.length > LONGEST_TEXT) held = Buffer.allocUnsafe(1 << 12);
  };
  const endQuoted = () => {
    if (isHex) receiver.token('hex', taken());
    else receiver.token(closing === QUOTE || closing === DOLLAR ? 'text' : 'name', taken());
    state = 'between';
  };
  const partIfLong = () => {
    if (length < LONGEST_TEXT) return;
    if (isHex) {
      length = Math.min(length, LONGEST_HEX);
      return;
    }
    // A character is not cut.
    let end = length;
    while (end > length - 4 && ((held[end - 1] as number) & 0xc0) === 0x80) end -= 1;
    if ((held[end - 1] as number) >= 0xc0) end -= 1;
    else end = length;
    receiver.token('part', held.toString('utf8', 0, end));
    held.copy(held, 0, end, length);
    length -= end;
  };
  /** Begins a quoted text; `prefix` is the word right before it, as in E'…' or X'…'. */
  const beginQuoted = (sign: number, prefix: string) => {
    closing = sign === BRACKET ? CLOSING_BRACKET : sign;
    const isText = closing === QUOTE || closing === DOUBLE;
    escapes = (isText && dialect.backslash) || prefix === 'e';
    isHex = prefix === 'x';
    state = 'quoted';
  };
  const endWord = (next: number) => {
    const word = taken();
    const prefix = word.toLowerCase();
    state = 'between';
    // A prefix of a text: national, escaped, hexadecimal, binary, Unicode escapes, the character sets of MySQL.
    if (next === QUOTE && /^(?:[nexb]|u&|_[a-z0-9]+)$/.test(prefix)) return prefix;
    if (/^0x[0-9a-f]+$/.test(prefix)) receiver.token('hex', word.slice(2));
    else receiver.token('word', word);
    return '';
  };

  /** One byte between tokens. */
  const begin = (byte: number) => {
    if (byte === QUOTE || byte === DOUBLE || byte === BACKTICK || (byte === BRACKET && !receiver.isInValues))
      beginQuoted(byte, '');
    else if (byte === HYPHEN) state = 'hyphen';
    else if (byte === SLASH) state = 'slash';
    else if (byte === HASH && isLineStart) state = 'line comment';
    else if (byte === DOLLAR && !dialect.backslash) {
      tag = '';
      state = 'dollar tag';
    } else if (isWord(byte)) {
      hold(byte);
      state = 'word';
    } else if (byte > SPACE) receiver.token('sign', String.fromCharCode(byte));
    if (linesAreNext) state = 'to line end';
  };

  const step = (byte: number) => {
    switch (state) {
      case 'between':
        begin(byte);
        break;
      case 'word':
        if (isWord(byte)) {
          if (length < (held[0] === 0x30 && held[1] === 0x78 ? LONGEST_HEX : LONGEST_WORD)) hold(byte);
        } else {
          const prefix = endWord(byte);
          if (prefix === '') begin(byte);
          else beginQuoted(byte, prefix);
        }
        break;
      case 'quoted':
        if (byte === closing) state = 'quote';
        else if (byte === BACKSLASH && escapes) state = 'escape';
        else hold(byte);
        break;
      case 'quote':
        if (byte === closing && closing !== CLOSING_BRACKET) {
          hold(byte);
          state = 'quoted';
        } else {
          endQuoted();
          begin(byte);
        }
        break;
      case 'escape':
        hold(ESCAPES[byte] ?? byte);
        state = 'quoted';
        break;
      case 'hyphen':
        if (byte === HYPHEN) state = 'line comment';
        else {
          // The sign of a number belongs to it.
          state = 'between';
          if (byte >= 0x30 && byte <= 0x39) {
            hold(HYPHEN);
            hold(byte);
            state = 'word';
          } else {
            receiver.token('sign', '-');
            begin(byte);
          }
        }
        break;
      case 'slash':
        if (byte === STAR) state = 'comment';
        else {
          state = 'between';
          receiver.token('sign', '/');
          begin(byte);
        }
        break;
      case 'comment':
        if (byte === STAR) state = 'comment star';
        break;
      case 'comment star':
        if (byte === SLASH) state = 'between';
        else if (byte !== STAR) state = 'comment';
        break;
      case 'dollar tag':
        if (byte === DOLLAR) {
          closing = DOLLAR;
          isHex = false;
          state = 'dollar text';
        } else if (isWord(byte) && tag.length < 64) tag += String.fromCharCode(byte);
        else {
          // A parameter ($1) or a name with a dollar sign.
          receiver.token('word', `$${tag}`);
          state = 'between';
          begin(byte);
        }
        break;
      case 'dollar text':
        hold(byte);
        if (byte === DOLLAR && endsWithTag()) {
          length -= tag.length + 2;
          endQuoted();
        }
        break;
      case 'line comment':
      case 'to line end':
      case 'line':
        break;
    }
  };
  const endsWithTag = () => held.toString('latin1', Math.max(0, length - tag.length - 2), length) === `$${tag}$`;

  /** Line feeds are looked for by the runtime rather than byte by byte. @returns the place behind what was read */
  const readLine = (bytes: Buffer, at: number): number => {
    const feed = bytes.indexOf(FEED, at);
    const end = feed === -1 ? bytes.length : feed;
    for (let from = at; from < end; ) {
      const to = Math.min(end, from + LONGEST_TEXT - length);
      holdRange(bytes, from, to);
      from = to;
      if (length >= LONGEST_TEXT) {
        receiver.line(Buffer.from(held.subarray(0, length)), true);
        length = 0;
      }
    }
    if (feed === -1) return end;
    const whole = length > 0 && held[length - 1] === RETURN ? length - 1 : length;
    receiver.line(held.subarray(0, whole), false);
    clear();
    return end + 1;
  };
  /** Stretches without a sign of interest are taken at once. */
  const readQuoted = (bytes: Buffer, at: number): number => {
    let end = bytes.indexOf(closing, at);
    if (end === -1) end = bytes.length;
    if (escapes) {
      // Looked for once: a search for each text would run to the end of these bytes each time.
      if (nextBackslash < at) nextBackslash = bytes.indexOf(BACKSLASH, at);
      if (nextBackslash === -1) nextBackslash = bytes.length;
      end = Math.min(end, nextBackslash);
    }
    holdRange(bytes, at, end);
    partIfLong();
    if (end < bytes.length) step(bytes[end] as number);
    return end + 1;
  };

  return {
    push(part) {
      const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      nextBackslash = -1;
      for (let at = 0; at < bytes.length; ) {
        if (state === 'line') at = readLine(bytes, at);
        else if (state === 'quoted') at = readQuoted(bytes, at);
        else if (state === 'line comment' || state === 'to line end') {
          const feed = bytes.indexOf(FEED, at);
          if (feed === -1) return;
          state = state === 'to line end' ? 'line' : 'between';
          linesAreNext = false;
          isLineStart = true;
          at = feed + 1;
        } else {
          const byte = bytes[at] as number;
          if (state === 'between' && isWord(byte)) {
            const end = wordEnd(bytes, at);
            holdRange(bytes, at, Math.min(end, at + LONGEST_HEX));
            state = 'word';
            isLineStart = false;
            at = end;
            continue;
          }
          step(byte);
          if (state === 'dollar text') partIfLong();
          // The receiver may have asked for lines at a sign that was the last of its line.
          if (linesAreNext && byte === FEED) {
            state = 'line';
            linesAreNext = false;
          } else if (linesAreNext) state = 'to line end';
          isLineStart = byte === FEED || (isLineStart && (byte === SPACE || byte === TAB));
          at += 1;
        }
      }
    },
    end() {
      if (state === 'word') endWord(0);
      else if (state === 'quote') endQuoted();
      else if (state === 'line' && length > 0) receiver.line(held.subarray(0, length), false);
      else if (state === 'quoted' || state === 'dollar text' || state === 'escape') {
        receiver.token('part', taken());
        return false;
      }
      return state !== 'comment' && state !== 'comment star';
    },
    readLines() {
      linesAreNext = true;
    },
    readTokens() {
      state = 'between';
      isLineStart = true;
    },
  };
}

/** The place of the first byte that does not belong to a word, or the end of these bytes. */
function wordEnd(bytes: Buffer, from: number): number {
  let end = from + 1;
  while (end < bytes.length && isWord(bytes[end] as number)) end += 1;
  return end;
}

/** Letters, digits, underscore, dot in numbers and behind names, dollar in names, and all beyond ASCII. */
function isWord(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f ||
    byte === 0x2e ||
    byte === DOLLAR ||
    byte >= 0x80
  );
}
