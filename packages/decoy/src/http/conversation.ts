// A conversation over HTTP: requests in, answers of one personality out, one after another on a connection.
import { type Fields, httpEvent } from '@vigie/detect';
import type { Asked, Asker, Conversation, Intent } from '../decoy.ts';
import { createWireBuffer } from '../wire-buffer.ts';
import { type HttpRequest, readRequest } from './request.ts';

export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly intent: Intent;
  readonly words: string;
  /** In the terms of a data store, where the product is one; without it the event is that of a web request. */
  readonly event?: (asker: Asker) => Fields;
}

export interface HttpVoice {
  readonly product: string;
  readonly answer: (request: HttpRequest) => HttpReply;
  /** What every answer carries: `Server` and the like. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** Some tell no `Date`. */
  readonly now?: () => number;
  /** Names of headers are written small, and whether the connection goes on is not told. */
  readonly isTerse?: boolean;
  /** What is said to bytes that are no request. */
  readonly broken: (status: number) => string;
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  206: 'Partial Content',
  304: 'Not Modified',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  416: 'Requested Range Not Satisfiable',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  505: 'HTTP Version Not Supported',
};
const MAX_PER_TURN = 500;

export function createHttpConversation(voice: HttpVoice): Conversation {
  const buffer = createWireBuffer();
  let isOver = false;
  return {
    take: (bytes) => {
      if (isOver || !buffer.add(bytes)) return { answers: [], asked: [], isOver: true };
      const answers: Uint8Array[] = [];
      const asked: Asked[] = [];
      for (let count = 0; count < MAX_PER_TURN && !isOver; count += 1) {
        const request = readRequest(buffer.bytes());
        if (request === 'more') {
          // `Expect: 100-continue` is told to go on (RFC 9110, 10.1.1): the client waits otherwise.
          if (count === 0 && waitsForWord(buffer.bytes())) answers.push(Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'));
          break;
        }
        if ('broken' in request) {
          answers.push(written(voice, undefined, { status: request.broken, body: voice.broken(request.broken) }, true));
          asked.push(nonsense(voice.product));
          isOver = true;
          break;
        }
        buffer.drop(request.used);
        const reply = voice.answer(request);
        const says = request.headers.get('connection') ?? '';
        const isLast = /\bclose\b/i.test(says) || (request.version === '1.0' && !/keep-alive/i.test(says));
        answers.push(written(voice, request, reply, isLast));
        asked.push(askedOf(voice.product, request, reply));
        isOver = isLast;
      }
      return { answers, asked, isOver };
    },
  };
}

function waitsForWord(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 8192);
  return head.endsWith('\r\n\r\n') && /\r\nexpect: *100-continue/i.test(head);
}

function written(
  voice: HttpVoice,
  request: HttpRequest | undefined,
  { status, headers, body }: Pick<HttpReply, 'status' | 'headers' | 'body'>,
  isLast: boolean,
): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const all: Record<string, string> = {
    ...voice.headers(),
    ...(voice.now && { Date: new Date(voice.now()).toUTCString() }),
    ...headers,
    'Content-Length': String(bytes.length),
    ...(!voice.isTerse && { Connection: isLast ? 'close' : 'keep-alive' }),
  };
  const named = (name: string) => (voice.isTerse && name.startsWith('Content-') ? name.toLowerCase() : name);
  const lines = Object.entries(all).map(([name, value]) => `${named(name)}: ${oneLine(value)}\r\n`);
  // An answer is of the version of its question.
  const head = `HTTP/${request?.version ?? '1.1'} ${status} ${REASONS[status] ?? 'Unknown'}\r\n${lines.join('')}\r\n`;
  return request?.method === 'HEAD' ? Buffer.from(head, 'latin1') : Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}

function oneLine(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '');
}

function askedOf(product: string, request: HttpRequest, reply: HttpReply): Asked {
  return {
    intent: reply.intent,
    words: reply.words,
    event: reply.event ?? ((asker) => webEvent(product, asker, request, reply)),
  };
}

function webEvent(product: string, asker: Asker, request: HttpRequest, { status, body }: HttpReply): Fields {
  const { method, target, path, queryText, headers, version } = request;
  return httpEvent({
    ...asker,
    product,
    service: 'decoy',
    category: 'webserver',
    method,
    target,
    path,
    query: queryText === '' ? undefined : queryText,
    host: headers.get('host'),
    version,
    agent: headers.get('user-agent'),
    referrer: headers.get('referer'),
    status,
    length: body.length,
    outcome: status < 400 ? 'success' : 'failure',
  });
}

function nonsense(product: string): Asked {
  return {
    intent: 'look',
    words: 'sent what is no request of HTTP',
    event: (asker) =>
      httpEvent({
        ...asker,
        product,
        service: 'decoy',
        category: 'webserver',
        target: '',
        path: '',
        status: 400,
        outcome: 'failure',
      }),
  };
}
