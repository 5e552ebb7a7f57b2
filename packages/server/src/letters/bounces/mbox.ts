// Mails in a file: many in mbox format (RFC 4155), or one as it is. Lines are read as bytes, one at a time, so that a file may be large.

/** A mail of more is no bounce: its end is left out, since what counts stands at its beginning. */
const LARGEST_MAIL_BYTES = 20 * 1024 * 1024;

/**
 * Messages begin with a line `From ` behind an empty one; within them such lines have a > before them (mboxrd). A file that does not begin
 * with such a line is one message.
 */
export async function* messagesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let lines: Buffer[] = [];
  let size = 0;
  let isMbox = false;
  let isFirst = true;
  let isEmptyBefore = true;
  for await (const line of linesIn(bytes)) {
    if (isFirst) isMbox = startsWith(line, 'From ');
    isFirst = false;
    if (isMbox && isEmptyBefore && startsWith(line, 'From ')) {
      if (size > 0) yield Buffer.concat(lines);
      lines = [];
      size = 0;
    } else if (size < LARGEST_MAIL_BYTES) {
      const own = isMbox && /^>+From /.test(line.subarray(0, 20).toString('latin1')) ? line.subarray(1) : line;
      lines.push(own, CRLF);
      if (own.length > 0 || size > 0) size += own.length + CRLF.length;
    }
    isEmptyBefore = line.length === 0;
  }
  if (size > 0) yield Buffer.concat(lines);
}

const CRLF = Buffer.from('\r\n');
const [LF, CR] = [0x0a, 0x0d];
/** RFC 5322 allows 998; more is one line that is not kept whole. */
const LONGEST_LINE_BYTES = 1024 * 1024;

/** Lines without their ends; a longer one is cut in two. */
async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of bytes) {
    rest = Buffer.concat([rest, part]);
    let start = 0;
    for (let end = rest.indexOf(LF); end !== -1; end = rest.indexOf(LF, start)) {
      yield withoutReturn(rest.subarray(start, end));
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > LONGEST_LINE_BYTES) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield withoutReturn(rest);
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === CR ? line.subarray(0, -1) : line;
}

function startsWith(line: Buffer, word: string): boolean {
  return line.subarray(0, word.length).toString('latin1') === word;
}
