// Inputs → events → detections, and one state that is stored: what is known and how far each input was read belong together, so that after
// a restart nothing is counted twice and nothing is left out. What is told twice has the same id.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createLogReader,
  type Detection,
  type Fields,
  type LogReader,
  type LogRecord,
  type Watch,
} from '@vigie/detect';
import type { Batch, Input, Place } from './inputs/input.ts';
import type { Seal } from './keep/seal.ts';
import { setAside, writeState } from './keep/state-file.ts';
import { findState, type InputState, type InputStates, SCHEMA } from './keep/stored-state.ts';

export interface Told {
  readonly input: string;
  readonly detections: readonly Detection[];
  /** Every event of the batch, with the name that detections know it by. In memory only: values of people are in it. */
  readonly events: readonly { readonly fields: Fields; readonly ref: string }[];
}

export interface FollowOptions {
  readonly inputs: readonly Input[];
  readonly watch: Watch;
  /** Where the state is kept; one process at a time. */
  readonly folder: string;
  readonly seal: Seal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes what a batch told; the next batch waits for it. A rejection ends the following. */
  readonly deliver: (told: Told) => Promise<void>;
  /** Resolves once all that `deliver` has taken is kept, where it resolves before: a state that tells of it is written then. */
  readonly settled?: () => Promise<void>;
  /** Something for the owner: an input that is away, records that could not be read. No content is in it. */
  readonly note: (text: string, input: string) => void;
  /** Called when a state is durable, with the place of each input by its name. */
  readonly kept?: (places: Readonly<Record<string, Place>>) => Promise<void>;
  /**
   * Where it is given, a state that cannot be used is renamed and told of here, and everything is learned anew from the places that the
   * inputs had; else it is refused.
   */
  readonly setAside?: (aside: SetAside) => void;
  /** Least time between two savings of the state, milliseconds. */
  readonly saveEveryMs?: number;
}

/** A state that could not be used. */
export interface SetAside {
  /** Where it is kept now. */
  readonly path: string;
  /** What is wrong with it, as in `it is of another form than this version reads`. */
  readonly why: string;
}

export interface FollowCounts {
  readonly events: number;
  /** Records that could not be read. */
  readonly broken: number;
  readonly detections: number;
  /** States that were saved, and how long the last took in milliseconds. */
  readonly saved: number;
  readonly savingMs: number;
  /** By the input's name. */
  readonly inputs: Readonly<Record<string, InputCounts>>;
}

interface InputCounts {
  readonly events: number;
  readonly broken: number;
  readonly detections: number;
}

export interface Following {
  /** Resolves when the signal was aborted and the state is saved; rejects where something failed for good. */
  readonly done: Promise<void>;
  readonly counts: () => FollowCounts;
  /** Changes what is known between two batches, as a judgement does; resolves to what `change` returned once that is durable. */
  readonly between: <T>(change: () => T) => Promise<T>;
}

interface Followed {
  readonly input: Input;
  reader: LogReader;
  place: Place | undefined;
  /** Which of its streams is read, the first being 0: the next file of a log has its bytes at the same places. */
  stream: number;
  /** Faults that were told one by one. */
  told: number;
  counts: InputCounts;
}

export class FollowFault extends Error {}

const SAVE_EVERY_MS = 2_000;
/** Saving takes at most this share of the time. */
const SAVING_SHARE = 0.05;
const TOLD_FAULTS = 5;
/** How often it is tried again to write what could not be written. */
const AGAIN_MS = 1_000;

/**
 * Begins to follow.
 *
 * @throws FollowFault where the state that is there cannot be used, and is not to be set aside: what to do is said
 */
export async function follow(options: FollowOptions, signal: AbortSignal): Promise<Following> {
  const follower = new Follower(options, await inputsBefore(options));
  return {
    done: follower.run(signal),
    counts: () => follower.counts(),
    between: (change) => follower.between(change),
  };
}

/** Has the watch go on where it was. @returns where the inputs were */
async function inputsBefore({ folder, now, seal, setAside: tell, watch }: FollowOptions): Promise<InputStates> {
  const found = await findState(folder, seal);
  if (found.kind === 'none') return found.inputs;
  const why = found.kind === 'fault' ? found.message : watch.restore(found.watch)?.message;
  if (why === undefined) return found.inputs;
  if (tell === undefined) {
    const path = join(folder, 'state.sealed');
    throw new FollowFault(
      `${path} cannot be used: ${why}; give the key and the version of Vigie that it was made with, or move this one file away (mv ${path} ${path}.unread): learning begins anew then, and each input is read on from where it was`,
    );
  }
  // A process that ends between the two goes on from there as well.
  await writeState(folder, 'places.sealed', JSON.stringify(found.inputs), seal);
  tell({ path: await setAside(folder, now()), why });
  return found.inputs;
}

/** The system's word for why it cannot be written; undefined where it was. */
async function failureOf(write: () => Promise<void>): Promise<string | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

function unwritable(folder: string, failure: string): string {
  return `the state in ${folder} cannot be written (${failure}); make room there and start again: what was told since the last state is told again, under the same ids`;
}

class Follower {
  readonly #options: FollowOptions;
  readonly #followed: readonly Followed[];
  /** Places of inputs that are not followed now, kept for when they are again. */
  readonly #others: InputStates;
  readonly #counts = { events: 0, broken: 0, detections: 0, saved: 0, savingMs: 0 };
  #turn: Promise<unknown> = Promise.resolve();
  #saving: Promise<void> = Promise.resolve();
  #isChanged = false;
  #signal: AbortSignal = new AbortController().signal;

  constructor(options: FollowOptions, before: InputStates) {
    this.#options = options;
    this.#others = before;
    this.#followed = options.inputs.map((input) => this.#resumed(input, before[input.name]));
  }

  counts(): FollowCounts {
    const inputs = Object.fromEntries(this.#followed.map(({ input, counts }) => [input.name, counts]));
    return { ...this.#counts, inputs };
  }

  async between<T>(change: () => T): Promise<T> {
    const changed = await this.#inTurn(async () => change());
    await this.#save();
    return changed;
  }

  async run(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    const ending = new AbortController();
    const both = AbortSignal.any([signal, ending.signal]);
    const works = [...this.#followed.map((one) => this.#follow(one, both)), this.#saveNowAndThen(both)];
    try {
      await Promise.all(works);
    } finally {
      ending.abort();
      await Promise.allSettled(works);
      await this.#save();
    }
  }

  #resumed(input: Input, known: InputState | undefined): Followed {
    const { now } = this.#options;
    const { source } = input;
    const resumeAt = known?.reader?.resumeAt;
    return {
      input,
      reader: createLogReader({
        now,
        ...(source !== undefined && { source }),
        ...(input.mapping && { mapping: input.mapping }),
        ...(known?.reader && { state: known.reader }),
      }),
      place: known && resumeAt !== undefined ? input.rewound(known.place, resumeAt) : known?.place,
      stream: known?.stream ?? 0,
      told: 0,
      counts: { events: 0, broken: 0, detections: 0 },
    };
  }

  async #follow(followed: Followed, signal: AbortSignal): Promise<void> {
    for await (const batch of followed.input.open(followed.place, signal))
      await this.#inTurn(() => this.#take(followed, batch));
  }

  /** One thing at a time, so that a state is never saved in the middle of a batch. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #take(followed: Followed, batch: Batch): Promise<void> {
    const { input } = followed;
    if (batch.note !== undefined) this.#options.note(batch.note, input.name);
    const records: LogRecord[] = [];
    for (const { text, at, isTooLong } of batch.lines) {
      records.push(...(isTooLong ? followed.reader.skip(at) : followed.reader.add(text, at)));
    }
    if (batch.isPause) records.push(...followed.reader.flush());
    if (batch.isEnd) {
      records.push(...followed.reader.end());
      followed.reader = createLogReader({
        now: this.#options.now,
        ...(input.source !== undefined && { source: input.source }),
        ...(input.mapping && { mapping: input.mapping }),
      });
    }
    const told = this.#observe(followed, records);
    if (batch.isEnd) followed.stream += 1;
    if (told.events.length > 0) await this.#options.deliver(told);
    // Where an input begins is known from its first place on, also while it is silent.
    // What was dealt with can be deleted where it was pushed, also if nothing more comes.
    const isFirst = followed.place === undefined && batch.place !== undefined;
    if (batch.lines.length > 0 || isFirst || batch.isPause) this.#isChanged = true;
    followed.place = batch.place;
  }

  #observe(followed: Followed, records: readonly LogRecord[]): Told {
    const { watch } = this.#options;
    const { input, stream } = followed;
    const detections: Detection[] = [];
    const events: { fields: Fields; ref: string }[] = [];
    for (const { event, fault, line } of records) {
      if (event === undefined) {
        this.#noteFault(followed, `at ${line}: ${fault}`);
        continue;
      }
      const ref = refOf(input.name, stream, line);
      detections.push(...watch.observe(event, ref));
      events.push({ fields: event, ref });
    }
    this.#count(followed, { events: events.length, broken: 0, detections: detections.length });
    return { input: input.name, detections, events };
  }

  /** The first are told one by one. */
  #noteFault(followed: Followed, words: string): void {
    const { name } = followed.input;
    this.#count(followed, { events: 0, broken: 1, detections: 0 });
    followed.told += 1;
    if (followed.told <= TOLD_FAULTS) this.#options.note(`${name}, ${words}; it is left out`, name);
    if (followed.told === TOLD_FAULTS)
      this.#options.note(`${name}: further records that cannot be read are counted only`, name);
  }

  #count(followed: Followed, { events, broken, detections }: InputCounts): void {
    const { counts } = followed;
    followed.counts = {
      events: counts.events + events,
      broken: counts.broken + broken,
      detections: counts.detections + detections,
    };
    this.#counts.events += events;
    this.#counts.broken += broken;
    this.#counts.detections += detections;
  }

  async #saveNowAndThen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const rest = Math.max(this.#options.saveEveryMs ?? SAVE_EVERY_MS, this.#counts.savingMs / SAVING_SHARE);
      await pause(rest, undefined, { signal }).catch(() => {});
      if (!signal.aborted && this.#isChanged) await this.#save();
    }
  }

  /** One after the other: an older state must not come after a newer one. */
  #save(): Promise<void> {
    const mine = this.#saving.then(() => this.#saveNow());
    this.#saving = mine.catch(() => {});
    return mine;
  }

  /** The state is taken between two batches; what follows is read while it is written. */
  async #saveNow(): Promise<void> {
    const { folder, kept, now, seal, settled } = this.#options;
    const { state, inputs, places, tookMs } = await this.#inTurn(async () => this.#taken());
    await settled?.();
    await this.#written(async () => {
      const began = now();
      await writeState(folder, 'state.sealed', state, seal);
      await writeState(folder, 'places.sealed', inputs, seal);
      this.#counts.savingMs = tookMs + now() - began;
    });
    this.#counts.saved += 1;
    await kept?.(places);
  }

  /** A disk that is full is waited for, and nothing is read meanwhile: more would be told twice than anybody remembers. */
  async #written(write: () => Promise<void>): Promise<void> {
    const first = await failureOf(write);
    if (first === undefined) return;
    this.#noteAll(`the state cannot be written (${first}); nothing more is read until it can`);
    await this.#inTurn(async () => {
      for (let failure: string | undefined = first; failure !== undefined; failure = await failureOf(write)) {
        if (this.#signal.aborted) throw new FollowFault(unwritable(this.#options.folder, failure));
        await pause(AGAIN_MS, undefined, { signal: this.#signal }).catch(() => {});
      }
    });
    this.#noteAll('the state is written again');
  }

  #noteAll(text: string): void {
    for (const { input } of this.#followed) this.#options.note(text, input.name);
  }

  /** What is stored, as texts: what is taken here is changed by the next batch. */
  #taken() {
    const { now, watch } = this.#options;
    const began = now();
    this.#isChanged = false;
    const places: Record<string, Place> = {};
    const inputs: Record<string, unknown> = { ...this.#others };
    for (const { input, place, reader, stream } of this.#followed) {
      if (place === undefined) continue;
      inputs[input.name] = { place, reader: reader.state(), stream };
      places[input.name] = place;
    }
    const state = JSON.stringify({ schema: SCHEMA, watch: watch.snapshot(), inputs });
    return { state, inputs: JSON.stringify(inputs), places, tookMs: now() - began };
  }
}

/** What a record is known by. The same after a restart, and never that of a record of another stream. */
function refOf(input: string, stream: number, at: number): string {
  return `${input}#${stream === 0 ? '' : `${stream}/`}${at}`;
}

/** The input of a record and the place in its stream. */
export function placeOfRef(ref: string): { readonly input: string; readonly at: number } {
  const end = ref.lastIndexOf('#');
  const place = ref.slice(end + 1);
  return { input: ref.slice(0, end), at: Number(place.slice(place.indexOf('/') + 1)) };
}
