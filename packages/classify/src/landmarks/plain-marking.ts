// The landmarks of a part of a text in plain words: what `mark` of marking.ts does in instructions, for where there is no WebAssembly, and
// to be compared with.
import {
  BASE64,
  countAt,
  FIRST_BEYOND,
  JOINING,
  LAST_BEYOND,
  LAST_JOINING,
  listAt,
  type Sort,
  TEXT_AT,
} from './marking.ts';

const setOf = (characters: string) => new Set([...characters].map((character) => character.charCodeAt(0)));
const [joining, base64] = [setOf(JOINING), setOf(BASE64)];
const STOP = 0x2e;
const COLON = 0x3a;
const SHORTEST_RUN = 16;

/** @param wanted no others are marked */
export function markPlainly(
  memory: ArrayBuffer,
  wanted: readonly Sort[],
): (from: number, to: number, offset: number) => number {
  const text = new Uint8Array(memory);
  const byteAt = (at: number) => text[at] as number;
  const isCapital = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= FIRST_BEYOND && byte <= LAST_BEYOND);
  const isJoined = (byte: number) => (byte >= 0x80 && byte <= LAST_JOINING) || joining.has(byte);
  const isFollowed = (at: number, sign: number, most: number, times: number): boolean => {
    if (byteAt(at) !== sign) return false;
    if (times === 0) return true;
    if (byteAt(at + 1) === sign) return false;
    for (let by = 2; by <= most; by += 1) if (isFollowed(at + by, sign, most, times - 1)) return true;
    return false;
  };
  const beginsRun = (at: number) => {
    if (base64.has(byteAt(at - 1))) return false;
    for (let by = 0; by < SHORTEST_RUN; by += 1) if (!base64.has(byteAt(at + by))) return false;
    return true;
  };
  const tests: Record<Sort, (at: number) => boolean> = {
    capitals: (at) => isCapital(byteAt(at)) && !isJoined(byteAt(at - 1)),
    quads: (at) => isFollowed(at, STOP, 4, 2),
    groups: (at) => isFollowed(at, COLON, 5, 2),
    base64: beginsRun,
  };
  const view = new DataView(memory);
  return (from, to, offset) => {
    for (const sort of wanted) {
      let count = 0;
      for (let at = from; at < to; at += 1) {
        if (!tests[sort](at)) continue;
        view.setInt32(listAt(sort) + count * 4, at - TEXT_AT + offset, true);
        count += 1;
      }
      view.setInt32(countAt(sort), count, true);
    }
    return 0;
  };
}
