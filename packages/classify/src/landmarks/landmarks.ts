// Landmarks of a text, for finders that would each look at every byte: where words with a capital begin, and where stops, colons and digits
// of base64 stand as addresses and encoded text have them. Found once for a text, sixteen bytes at once.
import type { Text } from '../text.ts';
import { wasmInstances } from '../wasm/module.ts';
import {
  countAt,
  listAt,
  MEMORY,
  markFunction,
  PART,
  type Sort,
  TEXT_AT,
  TEXT_BEFORE,
  TEXT_BEHIND,
} from './marking.ts';
import { markPlainly } from './plain-marking.ts';

/** Byte offsets, ascending. */
export interface Landmarks extends Readonly<Record<Sort, Int32Array>> {
  /** Capitals and letters beyond ASCII with no letter, digit or joining sign before them. */
  readonly capitals: Int32Array;
  /** Stops that two others follow, each within four bytes: all of which may be the first of an IPv4 address. */
  readonly quads: Int32Array;
  /** Colons that two others follow, each within five bytes, none of them right behind another: as in IPv6 addresses. */
  readonly groups: Int32Array;
  /** Where runs of sixteen digits of base64 or more begin. */
  readonly base64: Int32Array;
}

/** What the marking of a text works with; one text is read at a time. */
interface Marker {
  readonly text: Uint8Array;
  readonly mark: (from: number, to: number, offset: number) => number;
  readonly lists: readonly { readonly sort: Sort; readonly count: Int32Array; readonly places: Int32Array }[];
}

function createMarker(wanted: readonly Sort[], isPlain: boolean): Marker {
  const instance = isPlain ? undefined : wasmInstances([markFunction(wanted)], MEMORY)?.();
  const memory = instance?.memory ?? new ArrayBuffer(MEMORY);
  return {
    text: new Uint8Array(memory, TEXT_AT - TEXT_BEFORE, TEXT_BEFORE + PART + TEXT_BEHIND),
    mark: instance?.call.mark ?? markPlainly(memory, wanted),
    lists: wanted.map((sort) => ({
      sort,
      count: new Int32Array(memory, countAt(sort), 1),
      places: new Int32Array(memory, listAt(sort), PART),
    })),
  };
}

/**
 * A way of finding landmarks.
 *
 * @param wanted of others there are none
 * @param isPlain without WebAssembly, even where there is some
 */
export function createLandmarks(wanted: readonly Sort[], isPlain = false): (bytes: Uint8Array) => Landmarks {
  let marker: Marker | undefined;
  return (bytes) => {
    marker ??= createMarker(wanted, isPlain);
    const { text, mark, lists } = marker;
    const parts: Record<Sort, Int32Array[]> = { capitals: [], quads: [], groups: [], base64: [] };
    for (let from = 0; from < bytes.length; from += PART) {
      const to = Math.min(from + PART, bytes.length);
      const before = Math.min(TEXT_BEFORE, from);
      const behind = Math.min(bytes.length, to + TEXT_BEHIND);
      text.fill(0, 0, TEXT_BEFORE - before);
      text.set(bytes.subarray(from - before, behind), TEXT_BEFORE - before);
      text.fill(0, TEXT_BEFORE + behind - from, TEXT_BEFORE + to - from + TEXT_BEHIND);
      mark(TEXT_AT, TEXT_AT + to - from, from);
      for (const { sort, count, places } of lists) if (count[0] !== 0) parts[sort].push(places.slice(0, count[0]));
    }
    const all = (sort: Sort) => joined(parts[sort], bytes.length);
    return { capitals: all('capitals'), quads: all('quads'), groups: all('groups'), base64: all('base64') };
  };
}

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

const findMost = createLandmarks(['capitals', 'quads', 'groups']);
let last: { readonly text: Text; readonly landmarks: Landmarks } | undefined;

/** The landmarks of a text, but for runs of base64; kept until another text is asked for. */
export function landmarksOf(text: Text): Landmarks {
  if (last?.text !== text) last = { text, landmarks: findMost(text.bytes) };
  return last.landmarks;
}

const findBase64 = createLandmarks(['base64']);

/** Where runs of base64 begin: apart, since secrets alone ask for no others. */
export function base64RunsOf(text: Text): Int32Array {
  return findBase64(text.bytes).base64;
}
