// Masked shapes: what of a value may be shown. Letters, digits and lengths stay visible as classes; no character of a person
// or a secret does.

/** Shapes longer than this are cut: their length says enough. */
const LONGEST_SHAPE = 40;

/**
 * The shape of a value: `a` for small letters, `A` for capitals, `9` for digits, `x` for letters of other scripts; signs stay.
 * Text of many words is told by its length alone, since word lengths can tell a sentence.
 *
 * @example maskOf('ada@example.org') // 'aaa@aaaaaaa.aaa'
 */
export function maskOf(value: string): string {
  const shape = shapeOfAscii(value) ?? shapeOf(value);
  return value.length <= LONGEST_SHAPE ? shape : `${shape.slice(0, LONGEST_SHAPE)}…(${value.length})`;
}

/** By character of ASCII: the code of what is shown of it. */
const SHOWN = Uint8Array.from({ length: 128 }, (_, code) => shapeOf(String.fromCharCode(code)).charCodeAt(0));
const shown = Buffer.alloc(LONGEST_SHAPE);

/** The shape as far as it is shown, without a regular expression; undefined where a character is beyond ASCII. */
function shapeOfAscii(value: string): string | undefined {
  const length = Math.min(value.length, LONGEST_SHAPE);
  for (let at = 0; at < length; at += 1) {
    const code = value.charCodeAt(at);
    if (code >= SHOWN.length) return undefined;
    shown[at] = SHOWN[code] as number;
  }
  return shown.toString('latin1', 0, length);
}

function shapeOf(value: string): string {
  return value
    .slice(0, LONGEST_SHAPE * 2)
    .replace(/\p{Ll}/gu, 'a')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{N}/gu, '9')
    .replace(/[\p{Lo}\p{Lm}\p{Lt}\p{M}\p{S}]/gu, (sign) => (sign < '\u0080' ? sign : 'x'))
    .replace(/[\p{C}\p{Z}]/gu, ' ');
}

/** What is shown for a stretch of text: how long it is. `bytes` in bytes. */
export function maskOfText(bytes: number): string {
  return `‹${bytes} bytes of text›`;
}
