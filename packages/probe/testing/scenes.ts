// Scenes: recorded conversations with stores, replayed without a socket. A scene is a JSON file in scenes/<product>/;
// it is recorded from a real server, or from a stand-in that it names, when the tests run with VIGIE_RECORD=1.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DEFAULT_BUDGETS } from '../src/budgets.ts';
import { type EncounterContext, encounter, type OtherService, type StoreReport } from '../src/encounter.ts';
import { createHttpClient } from '../src/http-client.ts';
import { Ended, type Endpoint, type EndReason, type Exchange, type Frame, type Line } from '../src/line.ts';
import { createDialler, type Dialler } from '../src/net/dial.ts';
import { createLimiter } from '../src/net/rate.ts';
import type { Posture, Verdict } from '../src/posture.ts';
import { scopeOf } from '../src/scope.ts';
import { STORES } from '../src/stores/index.ts';
import { createTranscript } from '../src/transcript.ts';
import type { Visit } from '../src/visit.ts';

/** One thing that was said, and what came back until a reply was whole or the wait ended. */
export interface Step {
  /** What we sent, as Latin-1; absent where we listened or started TLS. */
  readonly sent?: string;
  readonly startTls?: 'secured' | EndReason;
  /** What came back, as Latin-1. */
  readonly received: string;
  /** Why the wait ended, where no reply was whole. */
  readonly ended?: EndReason;
}

export interface Scene {
  readonly source: string;
  readonly endpoint: Endpoint;
  readonly expected: {
    readonly product?: string;
    readonly version?: string;
    readonly verdict?: Verdict;
    readonly posture?: Posture;
  };
  /** The connections, in the order in which they were opened. */
  readonly lines: readonly (readonly Step[])[];
}

export interface MeetOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** What the scene was recorded from, for the scene file: `Debian 12 redis-server 7.0.15`, `stand-in`. */
  readonly source?: string;
}

const SCENES = new URL('../scenes/', import.meta.url);

/** The same bytes each time, so that what a replay sends is what was sent when the scene was recorded. */
export const fixedRandom = (count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, i) => (i * 37 + 11) % 256);

/**
 * Meets the server at a port of loopback as a scan would, over real sockets. With VIGIE_RECORD=1 in the environment
 * the conversation is kept as `scenes/<product>/<scene>.json`.
 */
export async function meet(
  product: string,
  scene: string,
  port: number,
  options: MeetOptions = {},
): Promise<StoreReport | OtherService> {
  const address = options.host ?? '127.0.0.1';
  const endpoint: Endpoint = { address, port, host: address };
  const dialler = realDialler();
  const lines: Step[][] = [];
  const context = contextWith(recording(dialler, lines));
  const line = await context.dialler.dial(endpoint);
  if (line instanceof Ended) throw new Error(`nothing accepts at ${address}:${port}: ${line.reason}`);
  const report = await encounter(endpoint, line, context);
  if (process.env.VIGIE_RECORD === '1') save(product, scene, { source: options.source, endpoint, report, lines });
  return report;
}

/** Like `meet`, for a test that expects a store and not another service. */
export async function meetStore(
  product: string,
  scene: string,
  port: number,
  options: MeetOptions = {},
): Promise<StoreReport> {
  const met = await meet(product, scene, port, options);
  if (!('product' in met))
    throw new Error(`no store was recognised at ${met.address}:${met.port} (spoke ${met.spoke})`);
  return met;
}

/** All recorded scenes: `[product, scene name, scene]`. */
export function allScenes(): [string, string, Scene][] {
  return readdirSync(SCENES).flatMap((product) =>
    readdirSync(new URL(`${product}/`, SCENES)).map((file): [string, string, Scene] => [
      product,
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(new URL(`${product}/${file}`, SCENES), 'utf8')) as Scene,
    ]),
  );
}

/** Plays a scene without a socket: recognition, examination, report. Faults of a store's file are thrown. */
export async function replay(scene: Scene): Promise<StoreReport | OtherService> {
  const context = contextWith(replayDialler(scene));
  const line = await context.dialler.dial(scene.endpoint);
  if (line instanceof Ended) throw new Error('a replayed line opens');
  return encounter(scene.endpoint, line, context);
}

/**
 * The examination alone over a scene, without the recognition: for fuzzing, where the latter would cost most of the time.
 *
 * @param sighting - how the product was recognised when the scene was whole
 */
export function replayExamination(scene: Scene, sighting: { readonly transport: string; readonly tls: boolean }) {
  const store = STORES.find((one) => one.products.some(({ id }) => id === scene.expected.product));
  if (!store) throw new Error(`no store names the product ${scene.expected.product}`);
  const dialler = replayDialler(scene);
  const connect = async (): Promise<Line | Ended> => {
    const line = await dialler.dial(scene.endpoint);
    if (line instanceof Ended || !sighting.tls) return line;
    return (await line.startTls()) ?? line;
  };
  const http = createHttpClient(scene.endpoint, sighting.tls, connect, DEFAULT_BUDGETS);
  const visit: Visit = { endpoint: scene.endpoint, tls: sighting.tls, http, connect, random: fixedRandom };
  return store.examine(visit, { transport: sighting.transport });
}

/** A dialler whose lines answer as the scene's did. */
export function replayDialler(scene: Scene): Dialler {
  return { dial: () => Promise.resolve(new ReplayLine(scene.lines)) };
}

function contextWith(dialler: Dialler): EncounterContext {
  return {
    stores: STORES,
    budgets: DEFAULT_BUDGETS,
    dialler,
    now: () => performance.now(),
    random: fixedRandom,
    onFault: (fault) => {
      throw fault;
    },
  };
}

function realDialler(): Dialler {
  const now = () => performance.now();
  return createDialler({
    scope: scopeOf(undefined),
    budgets: DEFAULT_BUDGETS,
    limiter: createLimiter({ total: Infinity, perHost: Infinity }, now),
    transcript: createTranscript(() => {}, Date.now),
    signal: new AbortController().signal,
    now,
  });
}

function save(
  product: string,
  scene: string,
  {
    source,
    endpoint,
    report,
    lines,
  }: Pick<Scene, 'endpoint' | 'lines'> & {
    source: string | undefined;
    report: StoreReport | OtherService;
  },
): void {
  const expected =
    'product' in report
      ? {
          product: report.product,
          ...(report.version !== undefined && { version: report.version }),
          verdict: report.verdict,
          posture: report.posture,
        }
      : {};
  mkdirSync(new URL(`${product}/`, SCENES), { recursive: true });
  const used = lines.filter((steps) => steps.length > 0);
  const text = JSON.stringify({ source: source ?? 'real server', endpoint, expected, lines: used }, null, 1);
  writeFileSync(new URL(`${product}/${scene}.json`, SCENES), `${text}\n`);
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

function recording(dialler: Dialler, lines: Step[][]): Dialler {
  return {
    async dial(endpoint) {
      const line = await dialler.dial(endpoint);
      if (line instanceof Ended) return line;
      const steps: Step[] = [];
      lines.push(steps);
      return new RecordingLine(line, steps);
    },
  };
}

class RecordingLine implements Line {
  readonly #line: Line;
  readonly #steps: Step[];
  #unanswered: string[] = [];
  /** Bytes that an earlier frame left in the buffer: they are in its step already. */
  #left = 0;

  constructor(line: Line, steps: Step[]) {
    this.#line = line;
    this.#steps = steps;
  }
  get tls(): boolean {
    return this.#line.tls;
  }
  get openedInMs(): number {
    return this.#line.openedInMs;
  }
  send(bytes: Uint8Array | string): void {
    this.#unanswered.push(typeof bytes === 'string' ? bytes : text(bytes));
    this.#line.send(bytes);
  }
  async receive<T>(frame: Frame<T>, limits?: Parameters<Line['receive']>[1]): Promise<T | Ended> {
    let arrived = '';
    let left = this.#left;
    const watched: Frame<T> = (bytes, final) => {
      const framed = frame(bytes, final);
      arrived = text(bytes.subarray(this.#left));
      left = bytes.length - (typeof framed === 'object' ? framed.used : 0);
      return framed;
    };
    const reply = await this.#line.receive(watched, limits);
    this.#left = left;
    const sent = this.#unanswered.length > 0 ? { sent: this.#unanswered.join('') } : {};
    this.#unanswered = [];
    this.#steps.push({ ...sent, received: arrived, ...(reply instanceof Ended && { ended: reply.reason }) });
    return reply;
  }
  async ask<T>(bytes: Uint8Array | string, frame: Frame<T>, limits?: Parameters<Line['receive']>[1]) {
    this.send(bytes);
    return this.receive(frame, limits);
  }
  async startTls(): Promise<undefined | Ended> {
    const ended = await this.#line.startTls();
    this.#steps.push({ startTls: ended?.reason ?? 'secured', received: '' });
    return ended;
  }
  exchange(): Exchange {
    return this.#line.exchange();
  }
  close(): void {
    this.#line.close();
  }
}

/** Answers from the recorded lines whose conversation so far is the same as this one's. */
class ReplayLine implements Line {
  tls = false;
  readonly openedInMs = 0;
  readonly #all: readonly (readonly Step[])[];
  #candidates: readonly (readonly Step[])[];
  #at = 0;
  #unanswered: string[] = [];
  #buffer = new Uint8Array();
  #end: EndReason | undefined;
  #isClosed = false;

  constructor(lines: readonly (readonly Step[])[]) {
    this.#all = lines;
    this.#candidates = lines;
  }

  send(bytes: Uint8Array | string): void {
    this.#unanswered.push(typeof bytes === 'string' ? bytes : text(bytes));
  }

  receive<T>(frame: Frame<T>): Promise<T | Ended> {
    return Promise.resolve(this.#receiveNow(frame));
  }

  #receiveNow<T>(frame: Frame<T>): T | Ended {
    if (this.#isClosed) return new Ended('closed', 'read');
    const sent = this.#unanswered.length > 0 ? this.#unanswered.join('') : undefined;
    this.#unanswered = [];
    const step =
      this.#step((candidate) => candidate.startTls === undefined && candidate.sent === sent) ?? this.#sameRequest(sent);
    if (step) {
      this.#buffer = Buffer.concat([this.#buffer, Buffer.from(step.received, 'latin1')]);
      this.#end = step.ended;
    } else this.#end ??= 'timeout';
    const framed = frame(this.#buffer, false);
    const settled = framed === 'more' ? frame(this.#buffer, true) : framed;
    if (typeof settled === 'object') {
      this.#buffer = this.#buffer.slice(settled.used);
      return settled.reply;
    }
    return new Ended(settled === 'foreign' ? 'foreign' : (this.#end ?? 'timeout'), 'read');
  }

  ask<T>(bytes: Uint8Array | string, frame: Frame<T>): Promise<T | Ended> {
    this.send(bytes);
    return this.receive(frame);
  }

  startTls(): Promise<undefined | Ended> {
    const step = this.#step((candidate) => candidate.startTls !== undefined);
    const outcome = step?.startTls ?? 'tls';
    if (outcome !== 'secured') return Promise.resolve(new Ended(outcome, 'tls'));
    this.tls = true;
    return Promise.resolve(undefined);
  }

  exchange(): Exchange {
    return { sent: new Uint8Array(), receivedBytes: 0, receivedSha256: '' };
  }

  close(): void {
    this.#isClosed = true;
  }

  /** HTTP keeps no state on a connection, so a request is answered as it was on whatever line it was recorded. */
  #sameRequest(sent: string | undefined): Step | undefined {
    if (sent === undefined || !/^(?:GET|POST|HEAD|OPTIONS) \S+ HTTP\/1\.1\r\n/.test(sent)) return undefined;
    return this.#all.flat().find((step) => step.sent === sent);
  }

  #step(fits: (step: Step) => boolean): Step | undefined {
    const fitting = this.#candidates.filter((steps) => {
      const step = steps[this.#at];
      return step !== undefined && fits(step);
    });
    const step = fitting[0]?.[this.#at];
    if (!step) return undefined;
    this.#candidates = fitting;
    this.#at += 1;
    return step;
  }
}
