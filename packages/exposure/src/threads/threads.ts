// Threads that answer questions side by side, each within a deadline: a regular expression of a user must not hang the process.
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, type TransferListItem, Worker, workerData } from 'node:worker_threads';
import type { ThreadOrders } from './thread.ts';

/** A thread that does not answer in this time is ended. */
const DEADLINE_MS = 30_000;
/** Nor one that is not ready in this time: its tables and automatons take a second or two to load. */
const READY_MS = 60_000;
/** Questions that wait at a thread: one is worked on while the next is on its way. */
const WAITING = 2;
/** Old space is what a thread may need at most; a larger young space lets fewer short-lived strings grow old. */
const LIMITS = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 1024 };

export interface Threads<Question, Answer> {
  /** Starts threads that will be needed soon, since they take a second or two to load. @param wanted how many, if there may be */
  prepare(wanted: number): void;
  /** Resolves when a thread has room for a question. */
  room(): Promise<void>;
  /** The answer of the thread with the least to do; undefined where this question ended it, or took too long. */
  ask(question: Question, transfer?: readonly TransferListItem[]): Promise<Answer | undefined>;
  /** The answers of all threads that ever got a question. */
  askAll(question: Question): Promise<readonly (Answer | undefined)[]>;
  /** Threads that ended before their time. */
  readonly lost: number;
  end(): Promise<void>;
}

export interface ThreadsOptions<Orders> {
  /** The module that a thread runs, with the extension of this one. It calls `ready` and then answers each message with one. */
  readonly module: URL;
  /** What the module gets from `ordersOfThread`. */
  readonly orders: Orders;
  /** How many at most; they start one by one, as there is work for them. */
  readonly count: number;
  readonly deadlineMs?: number;
}

interface Waiting<Question, Answer> {
  readonly question: Question;
  /** What moved to the thread with the question is lost with the thread. */
  readonly hasMoved: boolean;
  resolve(answer: Answer | undefined): void;
}

interface Thread<Question, Answer> {
  readonly worker: Worker;
  readonly waiting: Waiting<Question, Answer>[];
  timer: NodeJS.Timeout | undefined;
  isReady: boolean;
}

export function startThreads<Question, Answer, Orders>({
  module,
  orders,
  count,
  deadlineMs = DEADLINE_MS,
}: ThreadsOptions<Orders>): Threads<Question, Answer> {
  const threads = new Set<Thread<Question, Answer>>();
  let lost = 0;
  let wakeAll: (() => void)[] = [];
  const wake = () => {
    const waking = wakeAll;
    wakeAll = [];
    for (const resolve of waking) resolve();
  };
  const bury = (thread: Thread<Question, Answer>) => {
    if (!threads.delete(thread)) return;
    lost += 1;
    clearTimeout(thread.timer);
    const [first, ...others] = thread.waiting.splice(0);
    first?.resolve(undefined);
    // Only the first was being worked on; the others are no part of what went wrong.
    for (const other of others) {
      if (other.hasMoved) other.resolve(undefined);
      else void put(idlest(), other.question, []).then(other.resolve);
    }
    wake();
  };
  const watch = (thread: Thread<Question, Answer>) => {
    clearTimeout(thread.timer);
    if (thread.waiting.length === 0) return;
    thread.timer = setTimeout(
      () => {
        bury(thread);
        void thread.worker.terminate();
      },
      thread.isReady ? deadlineMs : READY_MS,
    );
  };
  const start = (): Thread<Question, Answer> => {
    // A thread's own complaints could quote a value, so its standard error is not passed on.
    const worker = new Worker(moduleBeside(import.meta.url, 'thread'), {
      workerData: { module: module.href, compileCache: compileCacheFolder(), orders } satisfies ThreadOrders<Orders>,
      resourceLimits: LIMITS,
      stderr: true,
      stdout: true,
    });
    const thread: Thread<Question, Answer> = { worker, waiting: [], timer: undefined, isReady: false };
    worker.on('message', (answer: Answer) => {
      // The first message says that the thread is ready.
      if (thread.isReady) thread.waiting.shift()?.resolve(answer);
      thread.isReady = true;
      watch(thread);
      wake();
    });
    worker.on('error', () => bury(thread));
    worker.on('exit', () => bury(thread));
    threads.add(thread);
    return thread;
  };
  const idlest = (): Thread<Question, Answer> => {
    const [first] = [...threads].sort((a, b) => a.waiting.length - b.waiting.length);
    return first && (first.waiting.length === 0 || threads.size >= count) ? first : start();
  };
  const prepare = (wanted: number) => {
    while (threads.size < Math.min(wanted, count)) start();
  };
  const put = (thread: Thread<Question, Answer>, question: Question, transfer: readonly TransferListItem[]) => {
    const hasMoved = transfer.length > 0;
    const answer = new Promise<Answer | undefined>((resolve) => thread.waiting.push({ question, hasMoved, resolve }));
    if (thread.waiting.length === 1) watch(thread);
    thread.worker.postMessage(question, transfer);
    return answer;
  };
  return {
    prepare,
    get lost() {
      return lost;
    },
    async room() {
      const hasRoom = () => threads.size < count || [...threads].some(({ waiting }) => waiting.length < WAITING);
      while (!hasRoom()) await new Promise<void>((resolve) => wakeAll.push(resolve));
    },
    ask: (question, transfer = []) => put(idlest(), question, transfer),
    askAll: (question) => Promise.all([...threads].map((thread) => put(thread, question, []))),
    async end() {
      const workers = [...threads].map(({ worker, timer }) => {
        clearTimeout(timer);
        return worker;
      });
      threads.clear();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The folder that modules of this process are cached in, without the part that names the version of Node. */
function compileCacheFolder(): string | undefined {
  const folder = getCompileCacheDir();
  return folder === undefined ? undefined : dirname(folder);
}

/** What this thread was told at its start. The caller knows which module it is, and so the type. */
export function ordersOfThread<Orders>(): Orders {
  return (workerData as ThreadOrders<Orders>).orders;
}

/** Says that this thread waits for questions; called by the module of a thread when all is loaded. */
export function ready(): void {
  parentPort?.postMessage('ready');
}

/** A module beside another one, in the sources and in what is published. */
export function moduleBeside(url: string, name: string): URL {
  return new URL(`./${name}.${url.endsWith('.ts') ? 'ts' : 'js'}`, url);
}
