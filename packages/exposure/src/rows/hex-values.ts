// Values that are one hash or id in hexadecimal digits: of what is written so, only its name tells what it is, so what was found in
// none of many under one name is in no other either. Traces, spans and checksums are a third of many a log.

/** So many have to be read before the others are taken for the same. */
export const ENOUGH_HEX = 256;
/** Something was found once: such values are read for good. */
const NEVER = -1;

/** 128, 160 and 256 bits, and a UUID, with small letters: by length. */
const LENGTHS: readonly number[] = [32, 36, 40, 64];
const HEX = /^[0-9a-f]+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** In a UUID so many digits beside each other may be a number of their own. */
const NUMBER = /(?:^|-)[0-9]{8}(?:-|$)|-[0-9]{12}$|-[0-9]{4}-[0-9]{4}-[0-9]{4}-/;

/** The same forms, each for itself, as stores understand them. */
export const HEX_FORMS: readonly string[] = [
  ...LENGTHS.filter((length) => length !== 36).map((length) => `^[0-9a-f]{${length}}$`),
  UUID.source,
];

/** What was read under one name, by length. */
export interface HexValues {
  /** Whether nothing can be found in this value, since it is one of a sort in which nothing ever was. */
  isDull(value: string): boolean;
  /** Learns from a value that was read. */
  read(value: string, isFound: boolean): void;
}

export function createHexValues(): HexValues {
  const dull = new Int32Array(LENGTHS.length);
  /** The most different digits that one of them had: a key is more even than numbers that were filled up, and would be told. */
  const mostEven = new Int32Array(LENGTHS.length);
  return {
    isDull(value) {
      const sort = LENGTHS.indexOf(value.length);
      if (sort === -1 || (dull[sort] as number) < ENOUGH_HEX || !isHex(value)) return false;
      return differentDigits(value) <= (mostEven[sort] as number) && !(value.length === 36 && NUMBER.test(value));
    },
    read(value, isFound) {
      const sort = LENGTHS.indexOf(value.length);
      if (sort === -1 || dull[sort] === NEVER || !isHex(value)) return;
      dull[sort] = isFound ? NEVER : (dull[sort] as number) + 1;
      mostEven[sort] = Math.max(mostEven[sort] as number, differentDigits(value));
    },
  };
}

/** Digits alone are a number, which has checks of its own. */
function isHex(value: string): boolean {
  return (value.length === 36 ? UUID : HEX).test(value) && /[a-f]/.test(value) && /[0-9]/.test(value);
}

/** How many of the sixteen digits stand in a value. */
function differentDigits(value: string): number {
  let seen = 0;
  // The low five bits tell them apart: digits are 16 to 25, letters 1 to 6, a hyphen 13.
  for (let at = 0; at < value.length; at += 1) seen |= 1 << (value.charCodeAt(at) & 0x1f);
  let count = 0;
  for (let rest = seen; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
