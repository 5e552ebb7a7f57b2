// The bytes of one session in both directions, in their order, up to a bound.

export interface TranscriptPart {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly from: 'visitor' | 'decoy';
  readonly bytes: Uint8Array;
}

export interface Transcript {
  readonly parts: readonly TranscriptPart[];
  /** Bytes that came or went after the bound was reached, and were not kept. */
  readonly dropped: number;
}

/** Of both directions together. */
export const MAX_TRANSCRIPT = 1_000_000;
/** Bytes sent one by one must not cost an object each without end. */
const MAX_PARTS = 20_000;

export interface Recorder extends Transcript {
  readonly add: (time: number, from: TranscriptPart['from'], bytes: Uint8Array) => void;
}

export function createRecorder(): Recorder {
  const parts: TranscriptPart[] = [];
  let kept = 0;
  let dropped = 0;
  return {
    parts,
    get dropped() {
      return dropped;
    },
    add: (time, from, bytes) => {
      const room = parts.length < MAX_PARTS ? Math.max(0, MAX_TRANSCRIPT - kept) : 0;
      const taken = bytes.subarray(0, room);
      dropped += bytes.length - taken.length;
      if (taken.length === 0) return;
      kept += taken.length;
      // A copy: what it was cut from may be larger by far.
      parts.push({ time, from, bytes: Uint8Array.from(taken) });
    },
  };
}
