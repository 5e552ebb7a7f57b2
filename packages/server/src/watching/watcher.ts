// The thread that watches, seen from outside: it runs while there are inputs, and begins again where it ended by itself.
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Opinion } from '@vigie/detect';
import type {
  FromThread,
  InputStanding,
  PushForm,
  PushOutcome,
  ThreadData,
  ToldBatch,
  ToThread,
  WatchOrders,
} from './orders.ts';

export interface Watcher {
  /** Follows these inputs from now on, and no others. Resolves once it does, or cannot. */
  watch(orders: WatchOrders): Promise<void>;
  /** Resolves to `kept` once it is durable. `refused`: it is to be sent again later. */
  push(push: Push): Promise<PushOutcome>;
  /** Resolves to whether the engine still knew the detection, once what it learned is durable. */
  judge(detection: string, opinion: Opinion, time: number): Promise<boolean>;
  standingOf(input: string): InputStanding | undefined;
  stop(): Promise<void>;
}

interface Push {
  readonly input: string;
  readonly form: PushForm;
  /** By gzip. */
  readonly isPacked: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface WatcherEars {
  /** Keeps what was told; the thread waits for it. False where it was not kept, and the platform closes: it is told again then. */
  readonly keep: (batch: ToldBatch) => Promise<boolean>;
  readonly note: (input: string, text: string) => void;
  readonly warn: (text: string) => void;
}

/** Bytes on their way to the thread; more is refused. */
const MAX_UNDERWAY = 256 << 20;
const LIMITS = { maxOldGenerationSizeMb: 2048 };
/**
 * Events live for as long as their batch is read: with the small nursery that suits scans (bin/vigie.mjs) they would be copied again and
 * again, a quarter of the thread's time. V8 takes it from its flag alone, as it stands when a thread begins.
 */
const NURSERY_MB = 32;
/** V8's own choice is 0. */
const USUAL_NURSERY_MB = Number(
  process.execArgv.map((word) => /^--max-semi-space-size=(\d+)$/.exec(word)?.[1]).find((size) => size !== undefined) ??
    0,
);
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

export function createWatcher(data: ThreadData, ears: WatcherEars): Watcher {
  return new ThreadWatcher(data, ears);
}

class ThreadWatcher implements Watcher {
  readonly #data: ThreadData;
  readonly #ears: WatcherEars;
  #thread: Worker | undefined;
  #orders: WatchOrders | undefined;
  #again: NodeJS.Timeout | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #isStopping = false;
  #number = 0;
  #underway = 0;
  #standings: Readonly<Record<string, InputStanding>> = {};
  #begun: (() => void)[] = [];
  readonly #pushes = new Map<number, (outcome: PushOutcome) => void>();
  readonly #judgements = new Map<number, (isKnown: boolean) => void>();

  constructor(data: ThreadData, ears: WatcherEars) {
    this.#data = data;
    this.#ears = ears;
  }

  async watch(orders: WatchOrders): Promise<void> {
    this.#orders = orders;
    clearTimeout(this.#again);
    if (orders.inputs.length === 0) return this.#end();
    const begun = new Promise<void>((resolve) => this.#begun.push(resolve));
    this.#begin(orders);
    return begun;
  }

  async push({ input, form, isPacked, bytes }: Push): Promise<PushOutcome> {
    if (this.#thread === undefined || this.#isStopping || this.#underway + bytes.length > MAX_UNDERWAY)
      return 'refused';
    const { length } = bytes;
    const { promise, number } = this.#waitIn(this.#pushes);
    this.#underway += length;
    // A view may be one of many on the same memory: only what is its own can be handed over.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    this.#thread.postMessage({ what: 'push', number, input, form, isPacked, bytes: own } satisfies ToThread, [
      own.buffer,
    ]);
    const outcome = await promise;
    this.#underway -= length;
    return outcome;
  }

  judge(detection: string, opinion: Opinion, time: number): Promise<boolean> {
    if (this.#thread === undefined) return Promise.resolve(false);
    const { promise, number } = this.#waitIn(this.#judgements);
    this.#tell({ what: 'judge', number, detection, opinion, time });
    return promise;
  }

  standingOf(input: string): InputStanding | undefined {
    return this.#standings[input];
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#again);
    await this.#end();
  }

  #waitIn<T>(waiting: Map<number, (value: T) => void>): { readonly promise: Promise<T>; readonly number: number } {
    this.#number += 1;
    const number = this.#number;
    return { number, promise: new Promise<T>((resolve) => waiting.set(number, resolve)) };
  }

  #tell(message: ToThread): void {
    this.#thread?.postMessage(message);
  }

  #begin(orders: WatchOrders): void {
    this.#thread ??= this.#begunThread();
    this.#tell({ what: 'watch', orders });
  }

  #begunThread(): Worker {
    setFlagsFromString(`--max-semi-space-size=${NURSERY_MB}`);
    const thread = new Worker(new URL(`./watch-thread.${extension}`, import.meta.url), {
      name: 'vigie-watch',
      workerData: this.#data,
      resourceLimits: LIMITS,
    });
    thread.once('online', () => setFlagsFromString(`--max-semi-space-size=${USUAL_NURSERY_MB}`));
    thread.on('message', (message: FromThread) => this.#hear(thread, message));
    thread.on('error', () => {
      // What it said may quote what it read; that it ended is told by `exit`.
    });
    thread.on('exit', () => this.#ended(thread));
    return thread;
  }

  #hear(thread: Worker, message: FromThread): void {
    switch (message.what) {
      case 'told':
        void this.#ears.keep(message.batch).then((isKept) => {
          if (isKept) thread.postMessage({ what: 'taken', number: message.number } satisfies ToThread);
          // Its last state is from before the batch.
          else void thread.terminate();
        });
        break;
      case 'pushed':
        settle(this.#pushes, message.number, message.outcome);
        break;
      case 'judged':
        settle(this.#judgements, message.number, message.isKnown);
        break;
      case 'standing':
        this.#standings = message.standings;
        break;
      case 'note':
        this.#ears.note(message.input, message.text);
        break;
      case 'warn':
        this.#ears.warn(message.text);
        break;
      case 'watching':
        this.#pauseMs = FIRST_PAUSE_MS;
        this.#tellBegun();
        break;
      case 'fault':
        this.#ears.warn(`what is told by inputs is not watched: ${message.text}`);
        this.#tellBegun();
        break;
      default:
        message satisfies never;
    }
  }

  #tellBegun(): void {
    for (const tell of this.#begun.splice(0)) tell();
  }

  /** Saves its state, and ends. */
  async #end(): Promise<void> {
    const thread = this.#thread;
    if (thread === undefined) return;
    const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
    this.#tell({ what: 'stop' });
    this.#thread = undefined;
    await ended;
  }

  #ended(thread: Worker): void {
    for (const number of [...this.#pushes.keys()]) settle(this.#pushes, number, 'refused');
    for (const number of [...this.#judgements.keys()]) settle(this.#judgements, number, false);
    this.#tellBegun();
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    this.#standings = {};
    if (this.#isStopping) return;
    this.#ears.warn('the thread that watches ended; it begins again where it was');
    this.#again = setTimeout(() => {
      if (this.#orders !== undefined) this.#begin(this.#orders);
    }, this.#pauseMs);
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
  }
}

function settle<T>(waiting: Map<number, (value: T) => void>, number: number, value: T): void {
  waiting.get(number)?.(value);
  waiting.delete(number);
}

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
