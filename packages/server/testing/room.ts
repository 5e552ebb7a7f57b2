// A room for tests: real records, a real queue and a real evidence log in a folder of their own, and a clock that tests can turn.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../src/access/roles.ts';
import { PERMISSIONS, type Permission } from '../src/access/roles.ts';
import type { EventsPlace } from '../src/events/events.ts';
import { createApp } from '../src/http/app.ts';
import type { AnyOperation } from '../src/http/operation.ts';
import { openRoom } from '../src/open-room.ts';
import { OPERATIONS } from '../src/operations/index.ts';
import { hashOf, makeToken } from '../src/people/api-token.ts';
import type { Room } from '../src/room.ts';
import type { Settings } from '../src/settings.ts';
import { createKeyRing, withNewKey } from '../src/vault/key-ring.ts';
import { openVault } from '../src/vault/vault.ts';
import { DATABASES, type TestDatabase } from './records.ts';
import { TEST_SETTINGS } from './test-settings.ts';

export const ORIGIN = 'http://localhost:4180';

export interface TestRoom {
  readonly room: Room;
  /** The folder that holds its evidence log. */
  readonly folder: string;
  /** What was logged for the operator. */
  readonly logged: string[];
  /** Moves the clock on; it runs along with the real one otherwise. */
  turnClock(byMs: number): void;
  /** Sends a request as somebody; `undefined` is nobody. Paths begin with /api. */
  ask(
    as: Person | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Sends a request as it is. */
  fetch(request: Request): Promise<Response>;
  /** Makes an account with a token of all its permissions. */
  person(role: Role, name?: string): Promise<Person>;
  close(): Promise<void>;
}

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every operation.
  readonly body: any;
  readonly headers: Headers;
}

export interface TestRoomOptions {
  readonly database?: TestDatabase;
  readonly settings?: Partial<Settings>;
  readonly operations?: readonly AnyOperation[];
  /** None where nothing is said: it takes seconds to open. */
  readonly events?: EventsPlace | undefined;
}

export async function openTestRoom({
  database = DATABASES[0],
  settings,
  operations = OPERATIONS,
  events,
}: TestRoomOptions = {}): Promise<TestRoom> {
  if (database === undefined) throw new Error('there is no database to test with');
  const folder = await mkdtemp(join(tmpdir(), 'vigie-room-'));
  const { place, stop } = await database.start();
  const logged: string[] = [];
  let aheadMs = 0;
  const clock = { now: () => new Date(Date.now() + aheadMs) };
  const making = { now: clock.now, random: randomBytes };
  let ring = createKeyRing({ id: randomUUID(), dataDirectory: randomUUID() }, making);
  const addKey = async () => {
    ring = withNewKey(ring, making);
    return ring;
  };
  const vault = openVault({ ring, random: randomBytes, addKey });
  const opened = await openRoom({
    settings: { ...TEST_SETTINGS, dataDir: folder, ...settings },
    records: place,
    events,
    evidence: { path: join(folder, 'log.jsonl'), keyPath: join(folder, 'log.pem') },
    vault,
    secrets: { signIn: randomBytes(32).toString('base64url'), commitments: randomBytes(32) },
    clock,
    newId: () => uuidv7(),
    random: randomBytes,
    log: {
      warn: (what, about) => logged.push(`${what} ${JSON.stringify(about ?? {})}`),
      mistake: (error, about) =>
        logged.push(`${error instanceof Error ? error.stack : String(error)} ${JSON.stringify(about)}`),
    },
  });
  if ('code' in opened) throw new Error(opened.message);
  const { room } = opened;
  const closing = new AbortController();
  const app = createApp({
    room,
    operations,
    addressOf: () => '127.0.0.1',
    page: async () => undefined,
    closing: closing.signal,
  });
  const send = async (request: Request) => app.fetch(request);
  return {
    room,
    folder,
    logged,
    turnClock: (byMs) => {
      aheadMs += byMs;
    },
    fetch: send,
    ask: (as, method, path, body, headers) => ask(send, as, method, path, body, headers),
    person: (role, name = role) => makePerson(room, role, name),
    async close() {
      closing.abort();
      await opened.close();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ask(
  send: (request: Request) => Promise<Response>,
  as: Person | undefined,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const all = {
    host: new URL(ORIGIN).host,
    ...(as === undefined ? {} : { authorization: `Bearer ${as.token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const response = await send(
    new Request(`${ORIGIN}${path}`, { method, headers: all, ...(sent === undefined ? {} : { body: sent }) }),
  );
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text, headers: response.headers };
}

async function makePerson(room: Room, role: Role, name: string): Promise<Person> {
  const password = randomBytes(12).toString('hex');
  const email = `${name.toLowerCase().replace(/\W+/g, '-')}-${randomBytes(4).toString('hex')}@example.org`;
  const id = await room.signIn.createAccount({ name, email, role, language: 'en', password });
  if (id === undefined) throw new Error('the account is there already');
  const { token, shown } = makeToken(room.random);
  const now = room.clock.now();
  await room.records
    .insertInto('api_token')
    .values({
      id: room.newId(),
      account_id: id,
      name: 'test',
      token_hash: hashOf(token),
      shown,
      scopes: Object.keys(PERMISSIONS) as Permission[],
      created_at: now,
      expires_at: new Date(now.getTime() + 365 * 24 * 60 * 60 * 1000),
      last_used_at: null,
    })
    .execute();
  return { id, email, password, role, token };
}
