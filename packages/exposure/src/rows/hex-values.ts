// Values that are one hash or id in hexadecimal digits: of what is written so, only its name tells what it is, so what was found in
// none of many under one name is in no other either. Traces, spans and checksums are a third of many a log.

/** So many have to be read before the others are taken for the same. */
const ENOUGH = 256;
/** Something was found once: such values are read for good. */
const NEVER = -1;

/** 128, 160 and 256 bits, and a UUID, with small letters: by length. */
const LENGTHS: readonly number[] = [32, 36, 40, 64];
const HEX = /^[0-9a-f]+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What was read under one name, by length. */
export interface HexValues {
  /** Whether nothing can be found in this value, since it is one of a sort in which nothing ever was. */
  isDull(value: string): boolean;
  /** Learns from a value that was read. */
  read(value: string, isFound: boolean): void;
}

export function createHexValues(): HexValues {
  const dull = new Int32Array(LENGTHS.length);
  return {
    isDull(value) {
      const sort = LENGTHS.indexOf(value.length);
      return sort !== -1 && (dull[sort] as number) >= ENOUGH && isHex(value);
    },
    read(value, isFound) {
      const sort = LENGTHS.indexOf(value.length);
      if (sort === -1 || dull[sort] === NEVER || !isHex(value)) return;
      dull[sort] = isFound ? NEVER : (dull[sort] as number) + 1;
    },
  };
}

/** Digits alone are a number, which has checks of its own. */
function isHex(value: string): boolean {
  return (value.length === 36 ? UUID : HEX).test(value) && /[a-f]/.test(value) && /[0-9]/.test(value);
}
