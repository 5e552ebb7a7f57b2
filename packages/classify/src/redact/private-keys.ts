// Private keys in textual form (RFC 7468, RFC 4716, RFC 9580 section 6), also those whose end is missing: line by line, the
// body of a key looks like nothing, and a log is cut anywhere.

export interface PrivateKeys {
  /** Where keys stand, by their start. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  /** Offset of the line on which a key begins that has not ended where the text ends; -1: there is none. */
  readonly open: number;
}

const BEGIN = '-----BEGIN ';
const BEGIN_LINE = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y;
const END_MARK = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
/** A line of base64, after whatever a log puts before it; or a header of the key. */
const BODY_LINE = /(?:^|[\s|>:,"'])[A-Za-z0-9+/]{16,76}={0,3}["',\\]{0,4}\s*$|(?:Proc-Type|DEK-Info|Version|Comment): /;
/** The last line of a body may be shorter; so may be a word, so the end of the key has to follow. */
const SHORT_LINE = /(?:^|[\s|>:,"'])[A-Za-z0-9+/]{1,15}={0,3}["',\\]{0,4}\s*$/;
/** What of a line is looked at: a base64 line has up to 76 characters. */
const LONGEST_TAIL = 200;
const NONE: PrivateKeys = { places: [], open: -1 };

/** Finds private keys. A mark without a body behind it is no key. */
export function readPrivateKeys(bytes: Buffer): PrivateKeys {
  // A letter is rarer in logs than a hyphen, and is what is searched for first.
  if (!bytes.includes('BEGIN ')) return NONE;
  const latin1 = bytes.toString('latin1');
  const places: { start: number; end: number }[] = [];
  let open = -1;
  for (let at = latin1.indexOf(BEGIN); at !== -1; at = latin1.indexOf(BEGIN, at + BEGIN.length)) {
    BEGIN_LINE.lastIndex = at;
    const begin = BEGIN_LINE.exec(latin1);
    if (!begin) {
      if (latin1.length - at < 80 && !latin1.includes('\n', at)) open = latin1.lastIndexOf('\n', at) + 1;
      continue;
    }
    const behind = at + begin[0].length;
    const end = keyEnd(latin1, behind);
    if (end.at > behind) places.push({ start: at, end: end.at });
    if (end.isOpen) open = latin1.lastIndexOf('\n', at) + 1;
    at = Math.max(at, end.at - BEGIN.length);
  }
  return { places, open };
}

/** Where the key ends whose first mark ends at `behind`; `behind` itself where nothing of a key follows. */
function keyEnd(latin1: string, behind: number): { readonly at: number; readonly isOpen: boolean } {
  let end = behind;
  let isFirst = true;
  for (let from = behind; from < latin1.length; ) {
    const feed = latin1.indexOf('\n', from);
    const stop = feed === -1 ? latin1.length : feed;
    const mark = END_MARK.exec(latin1.slice(from, stop));
    if (mark) return { at: from + mark.index + mark[0].length, isOpen: false };
    const line = latin1.slice(Math.max(from, stop - LONGEST_TAIL), stop);
    const rest = isFirst ? restOfFirst(latin1, from, stop) : undefined;
    if (rest !== undefined) end = rest;
    // A sentence about keys goes on behind the mark.
    else if (isFirst && /\w/.test(latin1.slice(from, stop))) return { at: end, isOpen: false };
    else if (!isFirst && line.trim() !== '') {
      if (!BODY_LINE.test(line) && !(SHORT_LINE.test(line) && isLastOfBody(latin1, stop)))
        return { at: end, isOpen: false };
      end = line.endsWith('\r') ? stop - 1 : stop;
    }
    isFirst = false;
    from = stop + 1;
  }
  return { at: end, isOpen: true };
}

/** Whether the end of the key, or of the text, follows on the next line. */
function isLastOfBody(latin1: string, stop: number): boolean {
  if (stop + 1 >= latin1.length)
    return /(?:^|\n)[A-Za-z0-9+/]{1,15}={0,3}\s*$/.test(latin1.slice(Math.max(0, stop - 40), stop));
  const feed = latin1.indexOf('\n', stop + 1);
  return END_MARK.test(latin1.slice(stop + 1, feed === -1 ? latin1.length : feed));
}

/** A key on one line, its line feeds written as escapes or left out: so far as base64 goes. */
function restOfFirst(latin1: string, from: number, stop: number): number | undefined {
  const rest = /^(?:[\s"']|\\{1,4}[nr"]?){0,8}[A-Za-z0-9+/=]{16}(?:[A-Za-z0-9+/=\s]|\\+[nr])*/.exec(
    latin1.slice(from, stop),
  );
  return rest === null ? undefined : from + rest[0].trimEnd().length;
}
