// What was pushed at us, until it was dealt with: lines are acknowledged once they are durable here, and read from here like from a file.
// So nothing that was acknowledged is lost when the process is killed. Sealed, since lines hold people's data; bounded, since disks end;
// segments that were dealt with are deleted.
//
// A frame is four bytes of length (big endian) and a sealed text of lines; a segment is a file of frames, named by its number.
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Batch, Input, Line, Place } from '../inputs/input.ts';
import type { Seal } from './seal.ts';

export interface JournalOptions {
  /** A folder of its own. */
  readonly folder: string;
  readonly seal: Seal;
  /** The input's name, and the format of its lines where that is said. */
  readonly name: string;
  readonly source?: string | undefined;
  /** Bytes that may wait; more is refused. */
  readonly maxBytes?: number;
}

export interface Journal {
  /** Resolves to true once the lines are durable, to false where they are refused because too much waits or the disk is full. */
  readonly append: (lines: readonly string[]) => Promise<boolean>;
  readonly input: Input;
  /** Deletes what stands before a place that is durable elsewhere. */
  readonly forgetBefore: (place: Place) => Promise<void>;
  readonly counts: () => { readonly accepted: number; readonly refused: number; readonly waitingBytes: number };
  readonly close: () => Promise<void>;
}

interface JournalPlace {
  readonly segment: number;
  readonly at: number;
  /** Lines before this one were dealt with. */
  readonly from?: number;
}

const DEFAULT_MAX = 1 << 30;
const SEGMENT_BYTES = 16 << 20;
const LENGTH_BYTES = 4;
/** No frame is longer: appends are cut into several. */
const MAX_FRAME = 32 << 20;
/** Read at once; one frame may alone be longer. */
const BATCH_BYTES = 256 * 1024;
/** Lines are numbered by segment and byte in one number. */
const SEGMENT_SPAN = 2 ** 32;
const LOOK_MS = 50;
const NAME = /^(\d{12})\.journal$/;

export async function openJournal(options: JournalOptions): Promise<Journal> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const journal = new SealedJournal(options);
  await journal.begin();
  return journal.door();
}

class SealedJournal {
  readonly #options: JournalOptions;
  readonly #max: number;
  #segment = 0;
  #file: FileHandle | undefined;
  /** Bytes that are durable in the segment that is written. */
  #written = 0;
  #waiting = 0;
  readonly #sizes = new Map<number, number>();
  #queue: { readonly frame: Buffer; readonly lines: number; readonly done: (isKept: boolean) => void }[] = [];
  #isFlushing = false;
  #accepted = 0;
  #refused = 0;
  #done: JournalPlace | undefined;
  #wake: (() => void) | undefined;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#max = options.maxBytes ?? DEFAULT_MAX;
  }

  /** A new segment for each run: the last frame of the old one may be cut off. */
  async begin(): Promise<void> {
    for (const number of await this.#numbers()) {
      const file = await open(this.#path(number), 'r');
      const { size } = await file.stat();
      await file.close();
      this.#sizes.set(number, size);
      this.#waiting += size;
      this.#segment = Math.max(this.#segment, number);
    }
    await this.#turn();
  }

  door(): Journal {
    return {
      append: (lines) => this.#append(lines),
      input: {
        name: this.#options.name,
        source: this.#options.source,
        open: (place, signal) => this.#read(place, signal),
        rewound: (_place, at) => ({ segment: Math.floor(at / SEGMENT_SPAN), at: 0, from: at }),
      },
      forgetBefore: (place) => this.#forgetBefore(place),
      counts: () => ({ accepted: this.#accepted, refused: this.#refused, waitingBytes: this.#unread() }),
      close: async () => {
        await this.#file?.close();
        this.#file = undefined;
      },
    };
  }

  #append(lines: readonly string[]): Promise<boolean> {
    if (lines.length === 0) return Promise.resolve(true);
    const sealed = this.#options.seal.seal(Buffer.from(lines.join('\n'), 'utf8'));
    if (sealed.length > MAX_FRAME || this.#waiting + sealed.length > this.#max || this.#file === undefined) {
      this.#refused += lines.length;
      return Promise.resolve(false);
    }
    const frame = Buffer.alloc(LENGTH_BYTES + sealed.length);
    frame.writeUInt32BE(sealed.length);
    sealed.copy(frame, LENGTH_BYTES);
    this.#waiting += frame.length;
    return new Promise((resolve) => {
      this.#queue.push({ frame, lines: lines.length, done: resolve });
      if (!this.#isFlushing) void this.#flush();
    });
  }

  /** All that came while the disk was busy is made durable at once. */
  async #flush(): Promise<void> {
    this.#isFlushing = true;
    while (this.#queue.length > 0) {
      const taken = this.#queue;
      this.#queue = [];
      const bytes = Buffer.concat(taken.map(({ frame }) => frame));
      const isKept = await this.#write(bytes);
      const lines = taken.reduce((sum, one) => sum + one.lines, 0);
      if (isKept) this.#accepted += lines;
      else {
        this.#refused += lines;
        this.#waiting -= bytes.length;
      }
      for (const { done } of taken) done(isKept);
      this.#wake?.();
    }
    this.#isFlushing = false;
  }

  async #write(bytes: Buffer): Promise<boolean> {
    const file = this.#file;
    if (file === undefined) return false;
    try {
      await file.write(bytes, 0, bytes.length, this.#written);
      await file.datasync();
    } catch {
      // A full disk. What is here can be deleted once it was dealt with, where what comes next goes into another file.
      await file.truncate(this.#written).catch(() => {});
      if (this.#written > 0) await this.#turned();
      return false;
    }
    this.#written += bytes.length;
    this.#sizes.set(this.#segment, this.#written);
    if (this.#written >= SEGMENT_BYTES) await this.#turned();
    return true;
  }

  /** A disk that has no room for another file may have some for this one. */
  async #turned(): Promise<void> {
    await this.#turn().catch(() => {});
  }

  async #turn(): Promise<void> {
    const next = await open(this.#path(this.#segment + 1), 'w', 0o600);
    await this.#file?.close();
    this.#file = next;
    this.#segment += 1;
    this.#written = 0;
    this.#sizes.set(this.#segment, 0);
  }

  async *#read(place: Place | undefined, signal: AbortSignal): AsyncGenerator<Batch> {
    const [first = this.#segment] = [...this.#sizes.keys()].toSorted((a, b) => a - b);
    let { segment, at } = isPlace(place) && place.segment >= first ? place : { segment: first, at: 0 };
    const from = (isPlace(place) ? place.from : undefined) ?? 0;
    let quiet = 0;
    while (!signal.aborted) {
      const size = this.#sizes.get(segment) ?? 0;
      if (at < size) {
        const { lines, bytes } = await this.#framesAt(segment, at, size);
        quiet = 0;
        if (bytes === 0) at = size;
        else {
          at += bytes;
          yield { lines: lines.filter((line) => line.at >= from), place: { segment, at } };
        }
      } else if (segment < this.#segment) {
        segment += 1;
        at = 0;
      } else {
        quiet += 1;
        if (quiet === 2) yield { lines: [], place: { segment, at }, isPause: true };
        await this.#more(signal);
      }
    }
  }

  /** Whole frames from a byte on: many small ones come together, since each batch is kept before the next is read. */
  async #framesAt(
    segment: number,
    begin: number,
    size: number,
  ): Promise<{ readonly lines: readonly Line[]; readonly bytes: number }> {
    const file = await open(this.#path(segment), 'r');
    const lines: Line[] = [];
    let at = begin;
    try {
      const length = Buffer.alloc(LENGTH_BYTES);
      while (at < size && at - begin < BATCH_BYTES) {
        await file.read(length, 0, LENGTH_BYTES, at);
        const bytes = LENGTH_BYTES + length.readUInt32BE();
        // A frame that was cut off by the end of a run, which nobody was told is kept.
        if (at + bytes > size) break;
        const sealed = Buffer.alloc(bytes - LENGTH_BYTES);
        await file.read(sealed, 0, sealed.length, at + LENGTH_BYTES);
        const plain = this.#options.seal.open(sealed);
        const texts = plain === undefined ? [] : plain.toString('utf8').split('\n');
        const first = segment * SEGMENT_SPAN + at;
        for (const [index, text] of texts.entries()) lines.push({ text, at: first + index });
        at += bytes;
      }
      return { lines, bytes: at - begin };
    } finally {
      await file.close();
    }
  }

  async #more(signal: AbortSignal): Promise<void> {
    const waking = new AbortController();
    this.#wake = () => waking.abort();
    await pause(LOOK_MS, undefined, { signal: AbortSignal.any([signal, waking.signal]) }).catch(() => {});
    this.#wake = undefined;
  }

  async #forgetBefore(place: Place): Promise<void> {
    if (!isPlace(place)) return;
    this.#done = place;
    for (const [segment, size] of this.#sizes) {
      if (segment >= place.segment || segment === this.#segment) continue;
      await rm(this.#path(segment), { force: true });
      this.#sizes.delete(segment);
      this.#waiting -= size;
    }
  }

  /** What stands behind the place up to which all was dealt with; a segment stays on the disk until all of it was. */
  #unread(): number {
    const done = this.#done;
    if (done === undefined) return this.#waiting;
    const before = [...this.#sizes].filter(([segment]) => segment < done.segment);
    return this.#waiting - before.reduce((sum, [, size]) => sum + size, 0) - done.at;
  }

  async #numbers(): Promise<readonly number[]> {
    const names = await readdir(this.#options.folder);
    return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
  }

  #path(segment: number): string {
    return join(this.#options.folder, `${String(segment).padStart(12, '0')}.journal`);
  }
}

/** Places are stored, and what is stored may be of an older program. */
function isPlace(place: unknown): place is JournalPlace {
  const { segment, at, from } = (place ?? {}) as Partial<Record<keyof JournalPlace, unknown>>;
  return isCount(segment) && isCount(at) && (from === undefined || isCount(from));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
