// Landmarks of a text, for finders that would each look at every byte: where words with a capital begin, and where stops, colons and digits
// of base64 stand as addresses and encoded text have them. Found once for a text, sixteen bytes at once.
import type { Text } from '../text.ts';
import { wasmInstances } from '../wasm/module.ts';
import {
  COUNTS_AT,
  LISTS,
  LISTS_AT,
  MEMORY,
  markFunction,
  PART,
  TEXT_AT,
  TEXT_BEFORE,
  TEXT_BEHIND,
} from './marking.ts';
import { markPlainly } from './plain-marking.ts';

/** Byte offsets, ascending. */
export interface Landmarks {
  /** Capitals and letters beyond ASCII with no letter, digit or joining sign before them. */
  readonly capitals: Int32Array;
  /** Stops that two others follow, each within four bytes: all of which may be the first of an IPv4 address. */
  readonly quads: Int32Array;
  /** Colons that two others follow, each within five bytes, none of them right behind another: as in IPv6 addresses. */
  readonly groups: Int32Array;
  /** Where runs of sixteen digits of base64 or more begin. */
  readonly base64: Int32Array;
}

type Mark = (from: number, to: number, offset: number) => number;

/** A marker, and what was found so far in the text at hand; one text is read at a time. */
interface Marker {
  readonly text: Uint8Array;
  readonly mark: Mark;
  readonly counts: Int32Array;
  readonly lists: readonly Int32Array[];
}

/** @param isPlain without WebAssembly, even where there is some */
function createMarker(isPlain: boolean): Marker {
  const instance = isPlain ? undefined : wasmInstances([markFunction()], MEMORY)?.();
  const memory = instance?.memory ?? new ArrayBuffer(MEMORY);
  return {
    text: new Uint8Array(memory, TEXT_AT - TEXT_BEFORE, TEXT_BEFORE + PART + TEXT_BEHIND),
    mark: instance?.call.mark ?? markPlainly(memory),
    counts: new Int32Array(memory, COUNTS_AT, LISTS),
    lists: Array.from({ length: LISTS }, (_, list) => new Int32Array(memory, LISTS_AT + list * PART * 4, PART)),
  };
}

/** A way of finding landmarks. @param isPlain without WebAssembly, even where there is some */
export function createLandmarks(isPlain = false): (bytes: Uint8Array) => Landmarks {
  let marker: Marker | undefined;
  return (bytes) => {
    marker ??= createMarker(isPlain);
    const { text, mark, counts, lists } = marker;
    const found: Int32Array[][] = lists.map(() => []);
    for (let from = 0; from < bytes.length; from += PART) {
      const to = Math.min(from + PART, bytes.length);
      const before = Math.min(TEXT_BEFORE, from);
      const behind = Math.min(bytes.length, to + TEXT_BEHIND);
      text.fill(0, 0, TEXT_BEFORE - before);
      text.set(bytes.subarray(from - before, behind), TEXT_BEFORE - before);
      text.fill(0, TEXT_BEFORE + behind - from, TEXT_BEFORE + to - from + TEXT_BEHIND);
      mark(TEXT_AT, TEXT_AT + to - from, from);
      lists.forEach((list, index) => {
        if (counts[index] !== 0) found[index]?.push(list.slice(0, counts[index]));
      });
    }
    const [capitals, quads, groups, base64] = found.map((parts) => joined(parts, bytes.length));
    return { capitals: capitals ?? NONE, quads: quads ?? NONE, groups: groups ?? NONE, base64: base64 ?? NONE };
  };
}

const NONE = new Int32Array(0);

/** One list of many. @param length bytes of the text: the last step may have gone beyond */
function joined(parts: readonly Int32Array[], length: number): Int32Array {
  const list = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let used = 0;
  for (const part of parts) {
    list.set(part, used);
    used += part.length;
  }
  while (used > 0 && (list[used - 1] as number) >= length) used -= 1;
  return list.subarray(0, used);
}

const find = createLandmarks();
let last: { readonly text: Text; readonly landmarks: Landmarks } | undefined;

/** The landmarks of a text; kept until another text is asked for. */
export function landmarksOf(text: Text): Landmarks {
  if (last?.text !== text) last = { text, landmarks: find(text.bytes) };
  return last.landmarks;
}
