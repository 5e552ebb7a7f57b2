// A text to read: bytes, and the same bytes as a string with one character a byte, so that offsets agree.

/** The name under which a value stands: a column, a JSON key, a header, the key of a map. */
export interface TextOrigin {
  /** Path of the file, for rules that look at paths. */
  readonly path?: string;
  /** Column or key that the text is the value of. It counts as context, as a word before the value does. */
  readonly field?: string;
}

export interface Text extends TextOrigin {
  readonly bytes: Uint8Array;
  /** One character for each byte (latin1). Regular expressions run on this; a match's index is a byte offset. */
  readonly latin1: string;
}

/**
 * A text over these bytes, which must not change while it is read.
 *
 * @param bytes UTF-8 as a rule; other bytes are no error, they are read as they are
 */
export function textOf(bytes: Uint8Array, origin: TextOrigin = {}): Text {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { bytes, latin1: buffer.toString('latin1'), ...origin };
}

/** The characters of a part, read as UTF-8; broken bytes become U+FFFD. `start` and `end` in bytes. */
export function decode(text: Text, start: number, end: number): string {
  return Buffer.from(text.bytes.buffer, text.bytes.byteOffset + start, end - start).toString('utf8');
}

/** Bytes that a string takes in UTF-8, to get from an index in a decoded part back to a byte offset. */
export function byteLength(characters: string): number {
  return Buffer.byteLength(characters, 'utf8');
}

/** Byte offset of the first byte of the line that holds `at`. */
export function lineStart(text: Text, at: number): number {
  return text.latin1.lastIndexOf('\n', at - 1) + 1;
}

/** Byte offset just behind the last byte of the line that holds `at`, without its line feed. */
export function lineEnd(text: Text, at: number): number {
  const end = text.latin1.indexOf('\n', at);
  return end === -1 ? text.latin1.length : end;
}

/** Words as they stand in `Text.latin1`: each byte of their UTF-8 as one character. */
export function asLatin1(characters: string): string {
  return Buffer.from(characters, 'utf8').toString('latin1');
}
