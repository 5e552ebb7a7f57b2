// One conversation with a Redis or what grew from it (Valkey, KeyDB, Dragonfly): commands in order, several at a time.
// https://redis.io/docs/latest/develop/using-commands/pipelining/
import type { Socket } from 'node:net';
import type { SourceFault } from '../source.ts';
import { createConnector, type NetHost, stopped } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import type { StoreLocation } from './location.ts';
import { createRespReader, type RespValue, respCommand } from './resp.ts';

export interface RedisSession {
  readonly where: string;
  /** Opens a connection, enters, and turns to a logical database. */
  connect(database: number, signal: AbortSignal): Promise<RedisConversation | SourceFault>;
}

export interface RedisConversation {
  /** Replies in the order of the commands; an error reply stands as itself. The next call waits for this one's end. */
  ask(commands: readonly RedisCommand[], place?: string): Promise<readonly RespValue[] | SourceFault>;
  close(): void;
}

export type RedisCommand = readonly (string | Buffer)[];

const REPLY_MS = 60_000;

export function createRedisSession(location: StoreLocation, host: NetHost): RedisSession {
  const connector = createConnector(location, host);

  async function connect(database: number, signal: AbortSignal): Promise<RedisConversation | SourceFault> {
    const plain = await connector.open(signal);
    if (isFaultValue(plain)) return plain;
    const socket = location.tls === 'always' ? await connector.secure(plain, location.insecure) : plain;
    if (isFaultValue(socket)) return socket;
    const conversation = converse(socket, connector.where, signal);
    const fault =
      (await enter(conversation, location, connector.where)) ?? (await select(conversation, database, connector.where));
    if (!fault) return conversation;
    conversation.close();
    return fault;
  }

  return { where: connector.where, connect };
}

async function enter(
  conversation: RedisConversation,
  location: StoreLocation,
  where: string,
): Promise<SourceFault | undefined> {
  const { user, password } = location;
  if (password === undefined) return undefined;
  // Before release 6 there are passwords without users; `redis://:password@host` works for both.
  const words = user === undefined || user === '' ? [] : [user];
  const replies = await conversation.ask([['AUTH', ...words, password.reveal()]]);
  if ('code' in replies) return replies;
  return replies[0]?.type === 'error'
    ? faultOf('refused', where, 'user or password is wrong, or it knows none: check both, or leave them out of the URL')
    : undefined;
}

async function select(
  conversation: RedisConversation,
  database: number,
  where: string,
): Promise<SourceFault | undefined> {
  if (database === 0) return undefined;
  const replies = await conversation.ask([['SELECT', String(database)]]);
  if ('code' in replies) return replies;
  const [reply] = replies;
  return reply?.type === 'error' ? faultOfError(reply.text, where) : undefined;
}

function converse(socket: Socket, where: string, signal: AbortSignal): RedisConversation {
  const reader = createRespReader();
  let replies: RespValue[] = [];
  let ended: SourceFault['code'] | 'open' = 'open';
  let wake = () => {};
  const end = (code: SourceFault['code']) => {
    if (ended === 'open') ended = code;
    socket.destroy();
    wake();
  };
  const onAbort = () => end('lost');
  signal.addEventListener('abort', onAbort, { once: true });
  socket.on('data', (bytes: Buffer) => {
    const read = reader.push(bytes);
    if (read === 'foreign') return end('broken');
    if (read === 'too large') return end('too large');
    replies.push(...read);
    wake();
  });
  socket.once('close', () => {
    signal.removeEventListener('abort', onAbort);
    end('lost');
  });
  socket.pause();

  return {
    async ask(commands, place = where) {
      if (ended !== 'open') return faultOfEnd(ended, place, signal);
      if (commands.length === 0) return [];
      const late = setTimeout(() => end('timeout'), REPLY_MS);
      // Only while somebody waits for a reply is anything taken from the socket.
      socket.resume();
      socket.write(Buffer.concat(commands.map(respCommand)));
      while (replies.length < commands.length && ended === 'open') {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      clearTimeout(late);
      if (ended === 'open') socket.pause();
      if (replies.length < commands.length) return faultOfEnd(ended === 'open' ? 'lost' : ended, place, signal);
      const taken = replies;
      replies = [];
      if (taken.length === commands.length) return taken;
      end('broken');
      return faultOfEnd('broken', place, signal);
    },
    close: () => end('lost'),
  };
}

function faultOfEnd(code: SourceFault['code'], place: string, signal: AbortSignal): SourceFault {
  if (signal.aborted) return stopped(place);
  switch (code) {
    case 'broken':
      return faultOf(
        code,
        place,
        'what answers there does not speak as Redis does: check the port, and whether it wants TLS',
      );
    case 'too large':
      return faultOf(code, place, 'an answer of it is larger than 48 MiB: what comes after it was not read');
    case 'timeout':
      return faultOf(code, place, 'it did not answer a command in time');
    default:
      return faultOf('lost', place, 'the connection ended in the middle of an answer');
  }
}

/** Errors by their first word; the rest may quote a key. https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors */
export function faultOfError(text: string, place: string): SourceFault {
  const word = text.match(/^[A-Z]{2,20}(?= |$)/)?.[0] ?? 'an error';
  switch (word) {
    case 'NOAUTH':
      return faultOf('refused', place, 'a password is asked for: put it into the URL as redis://user:password@host');
    case 'NOPERM':
      return faultOf('refused', place, 'the user has no right to read this: grant +@read and its keys');
    case 'DENIED':
      return faultOf('refused', place, 'its protected mode answers to its own machine only');
    case 'LOADING':
    case 'MASTERDOWN':
    case 'BUSY':
    case 'TRYAGAIN':
      return faultOf('unreachable', place, `it is not ready (${word}): try again later`);
    case 'MOVED':
    case 'ASK':
    case 'CLUSTERDOWN':
      return faultOf(
        'unsupported',
        place,
        `its key stands on another member of the cluster (${word}), which was not connected to: classify each member by itself`,
      );
    default:
      return /unknown command/i.test(text)
        ? faultOf('unsupported', place, 'it does not know a command for reading, or it was renamed')
        : faultOf('broken', place, `it answered with ${word}`);
  }
}
