// Frames of text protocols, and text from bytes.
import type { Frame } from '../line.ts';

const LATIN1 = new TextDecoder('latin1');
const UTF8 = new TextDecoder('utf-8', { fatal: false });

/** One byte a character, so that nothing is lost: for matching, not for showing. */
export function latin1(bytes: Uint8Array): string {
  return LATIN1.decode(bytes);
}

export function utf8(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

/** One line without its end (LF or CR LF); `max` bytes at most. */
export function line(max = 16 * 1024): Frame<string> {
  return (bytes) => {
    const end = bytes.indexOf(0x0a);
    if (end < 0) return bytes.length > max ? 'foreign' : 'more';
    if (end > max) return 'foreign';
    const stop = end > 0 && bytes[end - 1] === 0x0d ? end - 1 : end;
    return { reply: utf8(bytes.subarray(0, stop)), used: end + 1 };
  };
}

/** Everything until the server closes, or until `max` bytes. */
export function untilClose(max = 1024 * 1024): Frame<string> {
  return (bytes, final) => {
    if (bytes.length >= max) return { reply: utf8(bytes.subarray(0, max)), used: max };
    return final ? { reply: utf8(bytes), used: bytes.length } : 'more';
  };
}

/** The length of the common start of `bytes` and `text`; equal to the shorter of both when one starts the other. */
export function startsLike(bytes: Uint8Array, text: string): 'yes' | 'so far' | 'no' {
  const length = Math.min(bytes.length, text.length);
  for (let i = 0; i < length; i += 1) if (bytes[i] !== text.charCodeAt(i)) return 'no';
  return bytes.length >= text.length ? 'yes' : 'so far';
}
