// Tokens: made-up values of the same shape, the same for equal values.

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();

/** Letters of other scripts: the first of a run of letters in Unicode, and how many of it are drawn from. */
const SCRIPTS: readonly (readonly [script: RegExp, first: number, count: number])[] = [
  [/\p{Script=Cyrillic}/u, 0x430, 32],
  [/\p{Script=Greek}/u, 0x3b1, 17],
  [/\p{Script=Han}/u, 0x4e00, 20_902],
  [/\p{Script=Hiragana}/u, 0x3042, 81],
  [/\p{Script=Katakana}/u, 0x30a2, 81],
  [/\p{Script=Hangul}/u, 0xac00, 11_172],
  [/\p{Script=Hebrew}/u, 0x5d0, 27],
  [/\p{Script=Arabic}/u, 0x628, 19],
  [/\p{Script=Devanagari}/u, 0x915, 37],
  [/\p{Script=Thai}/u, 0xe01, 46],
];
/** Stands for letters of all other scripts. */
const UNKNOWN_LETTER = 'x';

/** How often a token is drawn anew because it came out as the value itself: one digit does so one time in ten. */
const MOST_DRAWS = 64;

/**
 * A made-up value of the same shape: letters for letters in their script and case, digits for digits; signs stay. Check digits
 * are not kept. It is never the value itself.
 *
 * @param digestOf bytes that depend on the value and on the number of the round, 32 of them
 * @returns undefined where nothing of the value can be changed: it has neither letters nor digits
 */
export function tokenOf(value: string, digestOf: (round: number) => Uint8Array): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(value)) return undefined;
  const draw = drawFrom(digestOf);
  for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
    const token = reshaped(value, draw);
    if (token !== value) return token;
  }
  return undefined;
}

/** Numbers below a bound, two bytes each. */
function drawFrom(digestOf: (round: number) => Uint8Array): (bound: number) => number {
  let round = 0;
  let stream = digestOf(round);
  let at = 0;
  return (bound) => {
    if (at + 2 > stream.length) {
      round += 1;
      stream = digestOf(round);
      at = 0;
    }
    const drawn = (stream[at] as number) * 256 + (stream[at + 1] as number);
    at += 2;
    return drawn % bound;
  };
}

function reshaped(value: string, draw: (bound: number) => number): string {
  return value.replace(/[\p{L}\p{N}]/gu, (sign, at: number) => {
    // A first digit stays zero or not zero, so that a number stays a number.
    if (/\p{N}/u.test(sign)) return sign === '0' && at === 0 ? '0' : String(at === 0 ? 1 + draw(9) : draw(10));
    if (/\p{Script=Latin}/u.test(sign)) return (sign === sign.toLowerCase() ? LOWER : UPPER).charAt(draw(26));
    const script = SCRIPTS.find(([letters]) => letters.test(sign));
    if (!script) return UNKNOWN_LETTER;
    const letter = String.fromCodePoint(script[1] + draw(script[2]));
    return sign === sign.toLowerCase() ? letter : letter.toUpperCase();
  });
}
