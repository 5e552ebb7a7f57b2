// Base64 where it is a whole value: what it says, if that is text (RFC 4648, both alphabets).

const WHOLE = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;
const MAX_LENGTH = 16 * 1024;
const READABLE = /^[\t\r\n\x20-\x7e]+$/;
/** Words alone are no attack, and many a name happens to be base64. */
const SPECIAL = /[<>'"`;|&$(){}\\]|\.\.\//;

/** The text; undefined where the value is not base64, or says nothing in ASCII. */
export function base64Decoded(value: string): string | undefined {
  if (value.length > MAX_LENGTH || !WHOLE.test(value) || /^[0-9]+$/.test(value)) return undefined;
  const text = Buffer.from(value, 'base64').toString('latin1');
  return READABLE.test(text) && SPECIAL.test(text) ? text : undefined;
}
