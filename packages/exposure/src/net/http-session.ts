// HTTP conversations with one store over sockets of our own: GET and POST, connections kept between questions, bodies as
// they come. No redirect is followed, no proxy of the environment is used, nothing is unpacked.
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SourceFault } from '../source.ts';
import { type Connector, createConnector, type NetHost, stopped } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import type { AnyLocation } from './location.ts';

interface HttpQuestion {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  /** Which dataset a fault is about; default the store. */
  readonly place?: string;
  readonly signal: AbortSignal;
  /** Until the answer's head is there, in milliseconds; default a minute. */
  readonly headMs?: number;
}

export interface HttpAnswer {
  readonly status: number;
  header(name: string): string;
  /** The next piece is taken from the socket only when it is asked for. A fault is the last item. */
  readonly body: AsyncIterable<Uint8Array | SourceFault>;
  close(): void;
}

/** A whole answer in memory. */
interface WholeAnswer {
  readonly status: number;
  header(name: string): string;
  readonly body: Buffer;
}

export interface HttpSession {
  readonly where: string;
  ask(question: HttpQuestion): Promise<HttpAnswer | SourceFault>;
  /** @param maxBytes - a longer answer is a fault, and its connection is ended */
  askWhole(question: HttpQuestion, maxBytes: number): Promise<WholeAnswer | SourceFault>;
  close(): void;
}

const HEAD_MS = 60_000;
const IDLE_MS = 60_000;

/** @param headers - of every question, such as the login */
export function createHttpSession(
  location: AnyLocation,
  host: NetHost,
  headers: Readonly<Record<string, string>> = {},
): HttpSession {
  const connector = createConnector(location, host);
  const agent = agentOf(connector, location);

  async function ask(question: HttpQuestion): Promise<HttpAnswer | SourceFault> {
    const place = question.place ?? connector.where;
    for (let turn = 0; ; turn += 1) {
      const sent = await send(agent, location, question, headers, place);
      // A connection that was kept may have been ended by the server meanwhile; every question here may be asked twice.
      if (sent === 'stale' && turn < 3) continue;
      if (sent === 'stale') return faultOf('lost', place, 'it ended the connection before it answered');
      if (isFaultValue(sent)) return sent;
      return {
        status: sent.statusCode ?? 0,
        header: (name) => String(sent.headers[name] ?? ''),
        body: piecesOf(sent, place, question.signal),
        close: () => sent.destroy(),
      };
    }
  }

  return {
    where: connector.where,
    ask,
    async askWhole(question, maxBytes) {
      const answer = await ask(question);
      if (isFaultValue(answer)) return answer;
      const body = await wholeOf(answer, maxBytes, question.place ?? connector.where);
      return Buffer.isBuffer(body) ? { status: answer.status, header: answer.header, body } : body;
    },
    close: () => agent.destroy(),
  };
}

/** The user and password of a URL as HTTP wants them (RFC 7617). */
export function basicLogin(location: AnyLocation): Record<string, string> {
  if (location.user === undefined) return {};
  const pair = `${location.user}:${location.password?.reveal() ?? ''}`;
  return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** What tells our own fault apart from Node's errors on its way through the agent. */
class SocketFault extends Error {
  readonly fault: SourceFault;
  constructor(fault: SourceFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Node's pool of connections, with our sockets in place of its own. */
function agentOf(connector: Connector, location: AnyLocation): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 4, maxFreeSockets: 2, scheduling: 'lifo' });
  const open = async (): Promise<Duplex> => {
    // A connection belongs to no one question, so none of their signals ends it; the connector has its own time limit.
    const plain = await connector.open(new AbortController().signal);
    if (isFaultValue(plain)) throw new SocketFault(plain);
    if (location.tls !== 'always') return plain;
    const secured = await connector.secure(plain, location.insecure);
    if (isFaultValue(secured)) throw new SocketFault(secured);
    return secured;
  };
  Object.assign(agent, {
    createConnection: (_options: unknown, done: (error: Error | null, socket?: Duplex) => void) => {
      open().then(
        (socket) => done(null, socket),
        (error: Error) => done(error),
      );
    },
  });
  return agent;
}

function send(
  agent: Agent,
  location: AnyLocation,
  question: HttpQuestion,
  headers: Readonly<Record<string, string>>,
  place: string,
): Promise<IncomingMessage | SourceFault | 'stale'> {
  if (question.signal.aborted) return Promise.resolve(stopped(place));
  return new Promise((resolve) => {
    const body = question.body === undefined ? undefined : Buffer.from(question.body);
    const length = body && { 'Content-Type': 'application/json', 'Content-Length': String(body.length) };
    const outgoing = request({
      agent,
      method: question.method,
      host: location.host,
      port: location.port,
      path: question.path,
      headers: { 'Accept-Encoding': 'identity', ...headers, ...length, ...question.headers },
    });
    const settle = (result: IncomingMessage | SourceFault | 'stale') => {
      clearTimeout(timer);
      question.signal.removeEventListener('abort', onAbort);
      resolve(result);
      if (result === 'stale' || isFaultValue(result)) outgoing.destroy();
    };
    const onAbort = () => settle(stopped(place));
    const late = () => settle(faultOf('timeout', place, 'it did not answer a question in time'));
    const timer = setTimeout(late, question.headMs ?? HEAD_MS);
    question.signal.addEventListener('abort', onAbort, { once: true });
    outgoing.once('response', settle);
    outgoing.on('error', (error: NodeJS.ErrnoException) => settle(reasonOf(error, outgoing.reusedSocket, place)));
    outgoing.end(body);
  });
}

/** The parser's error may quote bytes of the answer; only that it failed is told. */
function reasonOf(error: NodeJS.ErrnoException, wasReused: boolean, place: string): SourceFault | 'stale' {
  if (error instanceof SocketFault) return error.fault;
  if (error.code === 'HPE_HEADER_OVERFLOW') return faultOf('too large', place, 'the head of its answer is too long');
  if (error.code?.startsWith('HPE_')) {
    return faultOf('broken', place, 'what answers there does not speak HTTP: check the port, and whether it wants TLS');
  }
  return wasReused ? 'stale' : faultOf('lost', place, 'it ended the connection before it answered');
}

async function* piecesOf(
  response: IncomingMessage,
  place: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array | SourceFault> {
  // Errors come out of the loop below as an answer that is not complete.
  response.on('error', () => {});
  const onAbort = () => response.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      const piece: Uint8Array | null = response.read();
      if (piece !== null) {
        yield piece;
        continue;
      }
      if (response.readableEnded || response.destroyed) break;
      if (!(await moved(response))) return yield faultOf('timeout', place, 'it sent nothing more in time');
    }
    if (signal.aborted) yield stopped(place);
    else if (!response.complete) yield faultOf('lost', place, 'the connection ended in the middle of an answer');
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Whole answers leave their connection to the next question; of others the rest is not wanted.
    if (!response.readableEnded) response.destroy();
  }
}

const MOVES = ['readable', 'end', 'close', 'error', 'aborted'] as const;

function moved(response: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (value: boolean) => {
      clearTimeout(timer);
      for (const event of MOVES) response.off(event, onMove);
      resolve(value);
    };
    const onMove = () => settle(true);
    const timer = setTimeout(() => settle(false), IDLE_MS);
    for (const event of MOVES) response.on(event, onMove);
  });
}

async function wholeOf(answer: HttpAnswer, maxBytes: number, place: string): Promise<Buffer | SourceFault> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body) {
    if (isFaultValue(piece)) return piece;
    pieces.push(piece);
    length += piece.length;
    if (length > maxBytes) {
      return faultOf('too large', place, `an answer about it is longer than ${Math.ceil(maxBytes / 2 ** 20)} MiB`);
    }
  }
  return Buffer.concat(pieces, length);
}
