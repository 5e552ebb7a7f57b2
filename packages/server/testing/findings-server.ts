// A process for benchmarks that serves a room with many findings, over a real listener. Arguments: which database, how many.
// It prints where it listens and a token, then works until it is told to end.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@vigie/probe/testing/server';
import { sql } from 'kysely';
import { createAddresses, listen } from '../src/http/listen.ts';
import { findingRecords } from './finding-records.ts';
import { DATABASES } from './records.ts';
import { openTestRoom } from './room.ts';

const [kind = 'embedded', count = '100000'] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'vigie-findings-'));
const port = await freePort();
const inFolder = {
  name: 'a folder',
  skip: false,
  start: async () => ({ place: { kind: 'embedded' as const, folder }, stop: async () => {} }),
} as const;
const server = DATABASES[1];
if (server === undefined) throw new Error('there is no second kind of database');
const { room, fetch, person, close } = await openTestRoom({
  database: kind === 'embedded' ? inFolder : server,
  settings: { port },
});
const responder = await person('responder');
const { findings } = await findingRecords(room, Number(count));
await sql`ANALYZE`.execute(room.records);
const addresses = createAddresses([]);
if ('code' in addresses) throw new Error(addresses.message);
const listener = await listen(fetch, { host: 'localhost', port, tls: undefined }, addresses.note);
if ('code' in listener) throw new Error(listener.message);
process.once('SIGTERM', () => {
  // Its database server is a process of its own, and would stay.
  void listener
    .close()
    .then(close)
    .finally(() => process.exit());
});
process.stdout.write(`${JSON.stringify({ port, token: responder.token, finding: findings[0]?.id, folder })}\n`);
