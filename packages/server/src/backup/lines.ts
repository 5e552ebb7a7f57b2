// Lines of bytes. Node's readline also breaks at U+2028 and at a lone carriage return, which are ordinary characters in JSON.

const LINE_FEED = 10;

/** Lines without their line feed, as they come; what follows the last line feed is a line too, if it is anything. */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Uint8Array[] = [];
  for await (const part of source) {
    let from = 0;
    for (let at = part.indexOf(LINE_FEED); at !== -1; at = part.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...rest, part.subarray(from, at)]).toString();
      rest = [];
      from = at + 1;
    }
    if (from < part.length) rest.push(part.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString();
}
