// The thread that watches: inputs are followed, events judged, and what is told is handed over and waited for, so that a place is kept only
// once what stands before it is.
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzip } from 'node:zlib';
import { createTokenRecogniser, createWatch, mappedSource, type Source, type Watch } from '@vigie/detect';
import { openQueryLog } from '@vigie/exposure';
import {
  createSeal,
  type Following,
  follow,
  type Input,
  type Journal,
  linesOfOtlp,
  openJournal,
  pollInput,
  type SetAside,
  tailInput,
} from '@vigie/follow';
import { resolveBySystem } from '@vigie/probe';
import { type Access, accessLine, linesOfAccesses, UnfitAccess } from '../events/accesses.ts';
import { createHandingOver } from './handing-over.ts';
import { InputCounts } from './input-counts.ts';
import type {
  FromThread,
  InputOrder,
  InputStanding,
  PushForm,
  PushOutcome,
  ThreadData,
  ToldBatch,
  ToThread,
  WatchOrders,
} from './orders.ts';
import { compiledFor } from './rules/compile-rules.ts';
import { createNames, remembered, rowsOf, type ToldRows } from './told-rows.ts';

const { folder, key, keptMs } = workerData as ThreadData;
const seal = createSeal(key, randomBytes);
const pseudonym = remembered(seal.pseudonym);
const unpack = promisify(gunzip);
const STANDING_MS = 1000;
/** Of a body, unpacked. */
const MAX_BODY = 15 << 20;
/** Of the word by which own questions to a store are known. */
const MARK_BYTES = 16;
const JOURNALS = join(folder, 'journals');

interface Watching {
  readonly watch: Watch;
  readonly following: Following;
  readonly stop: AbortController;
}

interface Journals {
  readonly lines: Journal;
  readonly otlp: Journal;
}

const journals = new Map<string, Journals>();
const counted = new InputCounts();
const handingOver = createHandingOver<ToldBatch>((number, batch) =>
  parentPort?.postMessage({ what: 'told', number, batch } satisfies FromThread, [batch.accesses.bytes.buffer]),
);
let watching: Watching | undefined;
/** Orders are followed one after the other, and pushes wait for them. */
let turn: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: ToThread) => {
  switch (message.what) {
    case 'watch':
      turn = turn.then(() => begin(message.orders)).catch(beginAgain);
      break;
    case 'push':
      void turn.then(async () => tell({ what: 'pushed', number: message.number, outcome: await take(message) }));
      break;
    case 'judge':
      void turn.then(async () => tell({ what: 'judged', number: message.number, isKnown: await judge(message) }));
      break;
    case 'taken':
      handingOver.taken(message.number);
      break;
    case 'stop':
      turn = turn
        .then(end)
        .catch(tellFault)
        .finally(() => parentPort?.close());
      break;
    default:
      message satisfies never;
  }
});

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

/** What it was read from is not repeated: only our own words, or the name of the error. */
function tellFault(error: unknown): void {
  tell({ what: 'fault', text: error instanceof Error ? error.message : 'an error' });
}

/** Where nothing is watched now it is tried again by a thread that begins anew. */
function beginAgain(error: unknown): void {
  tellFault(error);
  if (watching === undefined) process.exit(1);
}

async function end(): Promise<void> {
  const ending = watching;
  watching = undefined;
  ending?.stop.abort();
  await ending?.following.done;
  if (ending !== undefined) {
    const standings = standingsOf(ending.following);
    tell({ what: 'standing', standings: counted.withEnded(standings) });
    counted.end(standings);
  }
  for (const { lines, otlp } of journals.values()) await Promise.all([lines.close(), otlp.close()]);
  journals.clear();
}

async function begin(orders: WatchOrders): Promise<void> {
  // Compiled before what is watched now ends: rules that fail end nothing. Sources wait meanwhile, and nothing is lost.
  const { set } = await compiledFor(orders.rules);
  await end();
  await forgetJournals([...orders.inputs.map(({ id }) => id), ...orders.paused]);
  const { alertsPerDay, tokenKey } = orders;
  const watch = createWatch(set, {
    now: Date.now,
    pseudonym: seal.pseudonym,
    alertsPerDay,
    // That of the machine, or of TZ.
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(tokenKey && { tokens: createTokenRecogniser(tokenKey) }),
  });
  const inputs: Input[] = [];
  const known = new Map<string, InputOrder>();
  for (const order of orders.inputs) {
    for (const input of await inputsOf(order, orders.allowed)) {
      inputs.push(input);
      known.set(input.name, order);
    }
  }
  const nameOf = await loadNames();
  const stop = new AbortController();
  const following = await follow(
    {
      inputs,
      watch,
      folder,
      seal,
      now: Date.now,
      deliver: async (told) => {
        const order = known.get(told.input);
        if (order === undefined) return;
        const source = order.format ?? order.from.kind;
        await handOver(rowsOf(told, { input: order.id, place: order.place, source, pseudonym, nameOf, isKept }));
      },
      settled: () => handingOver.settled(),
      setAside: (aside) => tellSetAside(aside, orders.inputs),
      note: (text, input) =>
        tell({ what: 'note', input: idOf(input), text: text.replace(`${input}, `, '').replace(`${input}: `, '') }),
      kept: async (places) => {
        for (const { lines, otlp } of journals.values())
          for (const journal of [lines, otlp]) await journal.forgetBefore(places[journal.input.name]);
      },
    },
    stop.signal,
  );
  watching = { watch, following, stop };
  const timer = setInterval(() => tellStanding(following), STANDING_MS);
  following.done
    .catch((error: unknown) => {
      tellFault(error);
      // It begins again where its state was saved.
      process.exit(1);
    })
    .finally(() => clearInterval(timer));
  tellStanding(following);
  tell({ what: 'watching' });
}

/** Said of each input, and to the operator. */
function tellSetAside({ path, why }: SetAside, orders: readonly InputOrder[]): void {
  const text = `what was learned could not be used (${why}); it is kept as ${basename(path)}, and learning began anew on ${new Date().toISOString()}: events are read on from where they were`;
  tell({ what: 'warn', text: `${text}; it is in ${folder}` });
  for (const { id } of orders) tell({ what: 'note', input: id, text });
}

/** Clocks may run ahead by so much. */
const AHEAD_MS = 24 * 60 * 60 * 1000;

/** What is older would be taken away at once. */
function isKept(time: number): boolean {
  const now = Date.now();
  return time > now - keptMs && time < now + AHEAD_MS;
}

/** A detection takes as much memory as so many rows. */
const ROWS_OF_A_DETECTION = 10;

/** Resolves once there is room for more. */
async function handOver({ input, detections, accesses, outOfTime }: ToldRows): Promise<void> {
  if (detections.length === 0 && accesses.length === 0 && outOfTime === 0) return;
  const lines = linesOfAccesses(accesses.flatMap(fitLine));
  const weight = lines.rows + ROWS_OF_A_DETECTION * detections.length;
  await handingOver.give({ input, detections, accesses: lines, outOfTime }, weight);
}

/** One that is unfit would be so the next time too, and must not hold up what comes after it. */
function fitLine(access: Access): readonly string[] {
  try {
    return [accessLine(access)];
  } catch (error) {
    if (!(error instanceof UnfitAccess)) throw error;
    tell({ what: 'warn', text: `${error.message}; it is left out: this is a mistake of the program` });
    return [];
  }
}

async function inputsOf(order: InputOrder, allowed: WatchOrders['allowed']): Promise<readonly Input[]> {
  const { id, from, format } = order;
  const mapping = mappingOf(order);
  switch (from.kind) {
    case 'file':
      return [{ ...tailInput({ path: from.path, source: format, mapping, from: from.begin }), name: id }];
    case 'poll': {
      const { everyMs } = from;
      const host = { scope: { owner: undefined, authorisedBy: undefined, allowed }, resolve: resolveBySystem };
      const mark = randomBytes(MARK_BYTES).toString('hex');
      const log = openQueryLog(from.url, host, { password: from.password, mark });
      if ('code' in log) {
        tell({ what: 'note', input: id, text: log.message });
        return [];
      }
      return [pollInput({ name: id, log, ...(everyMs && { everyMs }) })];
    }
    case 'push': {
      const lines = await openJournal({ folder: join(JOURNALS, id, 'lines'), seal, name: id, source: format });
      const otlp = await openJournal({
        folder: join(JOURNALS, id, 'otlp'),
        seal,
        name: `${id}/otlp`,
        source: 'otlp-logs',
      });
      journals.set(id, { lines, otlp });
      return [{ ...lines.input, mapping }, otlp.input];
    }
    default:
      return from satisfies never;
  }
}

/** It was read when somebody set it. */
function mappingOf({ mapping }: InputOrder): Source | undefined {
  const mapped = mapping === undefined ? undefined : mappedSource(mapping);
  return mapped && 'source' in mapped ? mapped.source : undefined;
}

function idOf(input: string): string {
  return input.replace(/\/otlp$/, '');
}

/** What was pushed to an input that is removed is not wanted any more. */
async function forgetJournals(ids: readonly string[]): Promise<void> {
  const kept = new Set(ids);
  const names = await readdir(JOURNALS).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) if (!kept.has(name)) await rm(join(JOURNALS, name), { recursive: true, force: true });
}

async function take({ input, form, bytes, isPacked }: ToThread & { readonly what: 'push' }): Promise<PushOutcome> {
  const found = journals.get(input);
  if (found === undefined) return 'no-such-input';
  const body = isPacked ? await unpacked(bytes) : Buffer.from(bytes);
  if (typeof body === 'string') return body;
  const lines = linesOf(body, form);
  if (lines === undefined) return 'unreadable';
  return (await (form === 'lines' ? found.lines : found.otlp).append(lines)) ? 'kept' : 'refused';
}

async function unpacked(bytes: Uint8Array): Promise<Buffer | 'too-large' | 'unreadable'> {
  try {
    return await unpack(bytes, { maxOutputLength: MAX_BODY });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable';
  }
}

function linesOf(body: Buffer, form: PushForm): readonly string[] | undefined {
  if (form !== 'lines') return linesOfOtlp(body, form === 'otlp-json' ? 'json' : 'protobuf');
  return body
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

async function judge({ detection, opinion, time }: ToThread & { readonly what: 'judge' }): Promise<boolean> {
  const now = watching;
  return now === undefined ? false : now.following.between(() => now.watch.judge(detection, opinion, time));
}

function tellStanding(following: Following): void {
  tell({ what: 'standing', standings: counted.withEnded(standingsOf(following)) });
}

function standingsOf(following: Following): Readonly<Record<string, InputStanding>> {
  const standings: Record<string, InputStanding> = {};
  for (const [name, counts] of Object.entries(following.counts().inputs)) {
    const id = idOf(name);
    const before = standings[id] ?? { events: 0, broken: 0, detections: 0, ...waitingOf(id) };
    standings[id] = {
      ...before,
      events: before.events + counts.events,
      broken: before.broken + counts.broken,
      detections: before.detections + counts.detections,
    };
  }
  return standings;
}

function waitingOf(id: string): Pick<InputStanding, 'refused' | 'waitingBytes'> {
  const found = journals.get(id);
  const counts = found === undefined ? [] : [found.lines.counts(), found.otlp.counts()];
  return {
    refused: counts.reduce((sum, { refused }) => sum + refused, 0),
    waitingBytes: counts.reduce((sum, { waitingBytes }) => sum + waitingBytes, 0),
  };
}

async function loadNames(): Promise<(name: string) => string> {
  const { withoutPersons } = await import('@vigie/classify/names');
  return createNames(withoutPersons);
}
