// ASN.1 values in BER as LDAP writes them: definite lengths and tags of one byte. ITU-T X.690; RFC 4511, section 5.1.
import { type ByteReader, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

/** No value in an answer to a short question is longer: a length above it only serves to fill memory. */
const MAX_CONTENT = 256 * 1024;
/** A value made of a million empty values costs two bytes each to send and an object each to hold. */
const MAX_ELEMENTS = 2000;
/** A length is written in at most this many bytes: Active Directory always takes four, leading zeros and all. */
const MAX_LENGTH_BYTES = 4;

/** Universal tags, with the bit for "constructed" where it belongs. */
export const BER = { boolean: 0x01, integer: 0x02, octets: 0x04, enumerated: 0x0a, sequence: 0x30 } as const;

/** One value: its tag, and its content still to be read. */
export interface BerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** Reads one value. */
export function berElement(reader: ByteReader): BerElement {
  const tag = reader.u8();
  // Tags above 30 take more than one byte; LDAP has none.
  reader.expect((tag & 0x1f) !== 0x1f);
  const length = readLength(reader);
  reader.expect(length <= MAX_CONTENT);
  return { tag, content: reader.bytes(length) };
}

function readLength(reader: ByteReader): number {
  const first = reader.u8();
  if (first < 0x80) return first;
  const count = first & 0x7f;
  reader.expect(count >= 1 && count <= MAX_LENGTH_BYTES);
  let length = 0;
  for (let i = 0; i < count; i += 1) length = length * 256 + reader.u8();
  return length;
}

/** The values inside a constructed one, or undefined where it is not made of whole values. */
export function berElements(content: Uint8Array): BerElement[] | undefined {
  return parseWhole(content, (reader) => {
    const elements: BerElement[] = [];
    while (reader.left > 0) {
      reader.expect(elements.length < MAX_ELEMENTS);
      elements.push(berElement(reader));
    }
    return elements;
  });
}

/** An integer or an enumerated value of at most four bytes, or undefined. */
export function berNumber(element: BerElement | undefined): number | undefined {
  if (element === undefined || (element.tag !== BER.integer && element.tag !== BER.enumerated)) return undefined;
  const { content } = element;
  if (content.length < 1 || content.length > 4) return undefined;
  const sign = (content[0] ?? 0) >= 0x80 ? -1 : 0;
  return content.reduce((value, byte) => value * 256 + byte, sign);
}

/** A value of a tag, from parts that are whole values, or from text. */
export function ber(tag: number, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const content = new ByteWriter();
  for (const part of parts) typeof part === 'string' ? content.utf8(part) : content.bytes(part);
  const bytes = content.build();
  const whole = new ByteWriter().u8(tag);
  if (bytes.length < 0x80) whole.u8(bytes.length);
  else whole.u8(0x82).u16(bytes.length);
  return whole.bytes(bytes).build();
}

/** A number from 0 to 32767 as an integer, or under another tag of that form. */
export function berInteger(value: number, tag: number = BER.integer): Uint8Array {
  return ber(tag, value < 0x80 ? Uint8Array.of(value) : Uint8Array.of(value >> 8, value & 0xff));
}
