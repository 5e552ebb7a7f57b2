// Recognition: which store answers at an endpoint, on whatever port. A server that speaks first is listened to before
// anything is sent; then one HTTP request, which most stores answer and the others refuse in ways of their own; then
// the stores' own hellos, likely ones first; plain, and under TLS where the endpoint wants it.
import type { Budgets } from './budgets.ts';
import type { HttpClient } from './http-client.ts';
import { Ended, type Endpoint, type Frame, type Framed, type Line, type ReceiveLimits } from './line.ts';
import type { Recognisers, Sighting, StoreDefinition } from './store.ts';
import { type Answer, answerOf, FIRST_QUESTION, type HttpResponse, httpResponse } from './wire/http.ts';

export interface Recognised {
  readonly store: StoreDefinition;
  readonly sighting: Sighting;
  readonly tls: boolean;
  /**
   * Where the server spoke first: the connection on which it did, its words still to be read. The examination goes on
   * with it, since a greeting that nobody answers is an error to some: MySQL blocks hosts that leave too many.
   */
  readonly line?: Line;
}

/** A port that is open and shows no store. */
export interface Unrecognised {
  /** What it spoke: HTTP, something else, or nothing at all. */
  readonly spoke: 'http' | 'other' | 'nothing';
  readonly tls: boolean;
}

export interface RecognitionContext {
  readonly endpoint: Endpoint;
  readonly stores: readonly StoreDefinition[];
  readonly budgets: Budgets;
  /** A new plain connection. */
  readonly open: () => Promise<Line | Ended>;
  /** The client whose kept answers the later examination uses too. */
  readonly http: (tls: boolean) => HttpClient;
}

type Outcome = Recognised | Unrecognised | 'wants-tls';

/** How long a silent server is waited for when it is asked a question that may not be its own. */
const SILENCE_MS = 1000;
/** An answer that takes longer than this and two round trips lets the next question begin. */
const SOON_MS = 150;
/** A server that speaks first on its own port may look up the client's name before: MySQL and FTP do. */
const SLOW_BANNER_MS = 2000;

/**
 * Recognises the store at an endpoint.
 *
 * @param line - the connection that found the port open; it is used first and closed
 */
export async function recognise(line: Line, context: RecognitionContext): Promise<Recognised | Unrecognised> {
  const { endpoint, stores } = context;
  const onlyTls = portsOf(stores, endpoint.port).every((port) => port.tls) && portsOf(stores, endpoint.port).length > 0;
  if (onlyTls) {
    const secured = await recogniseUnderTls(line, context);
    if (isRecognised(secured)) return secured;
    const plain = await withNewLine(context, (fresh) => recogniseOn(fresh, context, false));
    if (plain === 'wants-tls') return secured;
    return isRecognised(plain) || plain.spoke !== 'nothing' ? plain : secured;
  }
  const plain = await recogniseOn(line, context, false);
  if (plain !== 'wants-tls' && (isRecognised(plain) || plain.spoke !== 'nothing')) return plain;
  const secured = await withNewLine(context, (fresh) => recogniseUnderTls(fresh, context));
  return isRecognised(secured) || plain === 'wants-tls' ? secured : plain;
}

async function recogniseUnderTls(line: Line, context: RecognitionContext): Promise<Recognised | Unrecognised> {
  const ended = await line.startTls();
  if (ended) {
    line.close();
    return { spoke: 'nothing', tls: false };
  }
  const outcome = await recogniseOn(line, context, true);
  return outcome === 'wants-tls' ? { spoke: 'other', tls: true } : outcome;
}

async function recogniseOn(line: Line, context: RecognitionContext, tls: boolean): Promise<Outcome> {
  const found = (match: Match): Recognised => ({ ...match, tls });
  const greeted = await listen(line, context);
  if (typeof greeted === 'object') return { ...found(greeted), line };
  if (greeted === 'other') {
    line.close();
    return { spoke: 'other', tls };
  }
  const hinted = hintedHellos(context);
  const [first, ...rest] = hinted;
  let current: Line | Ended = line;
  if (first) {
    const met = await askHello(current, first, context);
    if (met) return found(met);
    current = await openLine(context, tls);
  }
  if (current instanceof Ended) return { spoke: 'nothing', tls };
  const replied = await askHttp(current, context);
  if (replied === 'wants-tls') return tls ? { spoke: 'other', tls } : 'wants-tls';
  if (typeof replied === 'object' && 'store' in replied) return found(replied);
  if (typeof replied === 'object') {
    const met = await recogniseHttp(replied, context, tls);
    return met ? found(met) : { spoke: 'http', tls };
  }
  const others = context.stores.filter((store) => !hinted.includes(store));
  const met = await askHellos([...rest, ...others], context, tls);
  return met ? found(met) : { spoke: replied === 'other' ? 'other' : 'nothing', tls };
}

interface Match {
  readonly store: StoreDefinition;
  readonly sighting: Sighting;
}

/** What the server says of its own accord. */
async function listen(line: Line, context: RecognitionContext): Promise<Match | 'other' | 'silent'> {
  const { budgets, endpoint, stores } = context;
  const speaksFirst = stores.some((store) => store.recognise.banner && onPort(store, endpoint.port));
  const withinMs = speaksFirst ? SLOW_BANNER_MS : Math.min(SLOW_BANNER_MS, budgets.bannerMs + 2 * line.openedInMs);
  const words = firstWords(stores, (signs) => [signs.banner]);
  const unread: Frame<Match | undefined> = (bytes, final) => {
    const framed = words(bytes, final);
    return typeof framed === 'object' ? { ...framed, used: 0 } : framed;
  };
  const reply = await line.receive(unread, { withinMs, maxBytes: budgets.recognitionBytes });
  if (!(reply instanceof Ended)) return reply ?? 'other';
  return reply.reason === 'over-budget' ? 'other' : 'silent';
}

/** What it answers to an HTTP request: a response, words of a protocol of its own, a wish for TLS, or nothing. */
async function askHttp(
  line: Line,
  context: RecognitionContext,
): Promise<Answer | Match | 'wants-tls' | 'other' | 'nothing'> {
  const { budgets, stores } = context;
  const words = firstWords(stores, (signs) => [signs.banner, signs.retort]);
  const response = httpResponse('GET', budgets.recognitionBytes / 2, budgets.recognitionBytes);
  const either: Frame<HttpResponse | Match | 'tls-alert' | undefined> = (bytes, final) => {
    if (bytes[0] === TLS_ALERT && bytes[1] === 3) return { reply: 'tls-alert', used: bytes.length };
    const framed: Framed<HttpResponse | Match | undefined> = response(bytes, final);
    return framed === 'foreign' ? words(bytes, final) : framed;
  };
  const reply = await line.ask(FIRST_QUESTION, either, { maxBytes: budgets.recognitionBytes });
  const exchange = line.exchange();
  line.close();
  if (reply instanceof Ended) return reply.reason === 'over-budget' ? 'other' : 'nothing';
  if (reply === undefined) return 'other';
  if (reply === 'tls-alert') return 'wants-tls';
  if ('store' in reply) return reply;
  const answer = answerOf(reply, exchange);
  return saysHttps(answer) ? 'wants-tls' : answer;
}

/** The first byte of a TLS record that carries an alert, RFC 8446 section 5.1. */
const TLS_ALERT = 0x15;

/** Go, nginx, Jetty and Tomcat tell a plain client in words that they want TLS. */
function saysHttps(answer: Answer): boolean {
  return answer.status === 400 && /\bHTTPS\b|\bTLS\b|\bSSL\b/.test(answer.text().slice(0, 2048));
}

async function recogniseHttp(root: Answer, context: RecognitionContext, tls: boolean): Promise<Match | undefined> {
  const http = context.http(tls);
  const again = await rootAnswer(root, http, context.endpoint);
  const candidates = likelyFirst(context).flatMap((store) => {
    const signs = store.recognise.http;
    return signs ? [{ store, signs, says: signs.root(again) }] : [];
  });
  for (const { store, signs, says } of candidates) {
    if (says === 'yes') return { store, sighting: { transport: signs.transport } };
    if (typeof says === 'object') return { store, sighting: says };
  }
  for (const { store, signs, says } of candidates) {
    const confirmed = says === 'maybe' && (await signs.confirm?.(http));
    if (confirmed) return { store, sighting: confirmed === true ? { transport: signs.transport } : confirmed };
  }
  return undefined;
}

/** The answer to `/` that products are told by: asked again as HTTP/1.1 where the short first question was refused. */
async function rootAnswer(first: Answer, http: HttpClient, endpoint: Endpoint): Promise<Answer> {
  const refused = [400, 421, 426, 501, 505].includes(first.status) || endpoint.host !== endpoint.address;
  if (refused) {
    const asked = await http.get('/');
    return asked instanceof Ended ? first : asked;
  }
  http.remember('/', first);
  return first;
}

/**
 * The stores' own questions, likely ones first, each on a line of its own. Where one is not answered soon, the next is
 * asked while the answer to it may still come: a silent server would otherwise cost a second for each.
 */
async function askHellos(
  stores: readonly StoreDefinition[],
  context: RecognitionContext,
  tls: boolean,
): Promise<Match | undefined> {
  const late: Promise<Match | undefined>[] = [];
  const waiting: Line[] = [];
  for (const store of stores) {
    if (!store.recognise.hello) continue;
    const line = await openLine(context, tls);
    if (line instanceof Ended) break;
    const soon = SOON_MS + 2 * line.openedInMs;
    const sighting = await line.ask(
      store.recognise.hello.bytes(),
      store.recognise.hello.frame,
      withinBudget(soon, context),
    );
    if (sighting instanceof Ended && sighting.reason === 'timeout') {
      waiting.push(line);
      late.push(awaitLate(line, store, context));
      continue;
    }
    line.close();
    if (sighting instanceof Ended || !sighting) continue;
    for (const silent of waiting) silent.close();
    return { store, sighting };
  }
  return (await Promise.all(late)).find((match) => match !== undefined);
}

/** The rest of the wait for an answer that did not come soon. */
async function awaitLate(line: Line, store: StoreDefinition, context: RecognitionContext): Promise<Match | undefined> {
  const frame = store.recognise.hello?.frame;
  const sighting = frame && (await line.receive(frame, withinBudget(SILENCE_MS, context)));
  line.close();
  return sighting && !(sighting instanceof Ended) ? { store, sighting } : undefined;
}

function withinBudget(withinMs: number, { budgets }: RecognitionContext): ReceiveLimits {
  return { withinMs, maxBytes: budgets.recognitionBytes };
}

/** One product's own question. The line is closed after it. */
async function askHello(line: Line, store: StoreDefinition, context: RecognitionContext): Promise<Match | undefined> {
  const hello = store.recognise.hello;
  if (!hello) return undefined;
  const sighting = await line.ask(hello.bytes(), hello.frame, withinBudget(SILENCE_MS, context));
  line.close();
  return sighting instanceof Ended || sighting === undefined ? undefined : { store, sighting };
}

/** A frame that gives the words to every recogniser until one knows them, or all say that they are not theirs. */
function firstWords(
  stores: readonly StoreDefinition[],
  pick: (signs: Recognisers) => readonly (Recognisers['banner'] | undefined)[],
): Frame<Match | undefined> {
  return (bytes, final) => {
    if (bytes.length === 0) return 'more';
    let waits = false;
    for (const store of stores) {
      for (const recogniser of pick(store.recognise)) {
        const says = recogniser?.(bytes);
        if (says === 'more') waits = true;
        else if (says) return { reply: { store, sighting: says }, used: bytes.length };
      }
    }
    return waits && !final ? 'more' : { reply: undefined, used: bytes.length };
  };
}

/** Stores whose hello belongs on this port by default; none where HTTP does, since one request then tells the most. */
function hintedHellos({ stores, endpoint }: RecognitionContext): StoreDefinition[] {
  const expects = (store: StoreDefinition, transport: string | undefined) =>
    store.ports.some((entry) => entry.port === endpoint.port && (transport ?? entry.transport) === entry.transport);
  const speaksHttp = stores.some((store) => store.recognise.http && expects(store, store.recognise.http.transport));
  return speaksHttp
    ? []
    : stores.filter((store) => store.recognise.hello && expects(store, store.recognise.hello.transport));
}

/** Those whose default port this is before the others. */
function likelyFirst({ stores, endpoint }: RecognitionContext): StoreDefinition[] {
  return [
    ...stores.filter((store) => onPort(store, endpoint.port)),
    ...stores.filter((store) => !onPort(store, endpoint.port)),
  ];
}

function portsOf(stores: readonly StoreDefinition[], port: number) {
  return stores.flatMap((store) => store.ports.filter((entry) => entry.port === port));
}

function onPort(store: StoreDefinition, port: number): boolean {
  return store.ports.some((entry) => entry.port === port);
}

function isRecognised(outcome: Outcome): outcome is Recognised {
  return typeof outcome === 'object' && 'store' in outcome;
}

async function openLine(context: RecognitionContext, tls: boolean): Promise<Line | Ended> {
  const line = await context.open();
  if (line instanceof Ended || !tls) return line;
  const ended = await line.startTls();
  if (ended) line.close();
  return ended ?? line;
}

async function withNewLine<T>(context: RecognitionContext, go: (line: Line) => Promise<T>): Promise<T | Unrecognised> {
  const line = await context.open();
  return line instanceof Ended ? { spoke: 'nothing', tls: false } : go(line);
}
