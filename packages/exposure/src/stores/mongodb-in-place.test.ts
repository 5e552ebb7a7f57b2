// Collections that MongoDB counts by itself, and those that it seems to be able to count until all of their values are seen.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { type Document, ObjectId } from 'bson';
import { startMongodbStandIn } from '../../testing/mongodb-stand-in.ts';
import { LOCAL_HOST, located } from '../../testing/reading.ts';
import { measureExposure } from '../measure.ts';
import { openMongodb } from './mongodb.ts';

const ROWS = 25_000;
/** What the collection notes, so that few documents have to do for many. */
const NOTED = 250_000;
const ACCOUNTS = Array.from(
  { length: ROWS },
  (_, n): Document => ({
    _id: new ObjectId(n.toString(16).padStart(24, '0')),
    email: `person${n % 2000}@mail-corp.com`,
    trace: createHash('md5').update(`${n}`).digest('hex'),
    plan: n % 3 === 0 ? 'free' : 'paid',
    address: { country: ['fr', 'de', null][n % 3] },
    joined: new Date(1_700_000_000_000 + n),
    active: n % 2 === 0,
  }),
);
/** No sample of every so many-th document meets it. */
const UNSEEN = 4003;

async function measured(change: (document: Document, place: number) => Document) {
  const server = await startMongodbStandIn({
    data: { shop: { accounts: ACCOUNTS.map(change) } },
    instead: (name) => (name === 'count' ? { ok: 1, n: NOTED } : undefined),
  });
  const source = openMongodb(located(`mongodb://127.0.0.1:${server.port}/shop`), LOCAL_HOST);
  try {
    const exposure = await measureExposure(source, {
      key: new Uint8Array(32).fill(7),
      threads: 1,
      senses: { kinds: ['person/email', 'payment/iban'] },
      signal: AbortSignal.timeout(60_000),
    });
    assert.ok(!('code' in exposure), JSON.stringify(exposure));
    const { datasets, kinds, people, complete } = exposure;
    const accounts = datasets.find(({ name }) => name === 'accounts');
    const rowsOf = (kind: string) => kinds.find((one) => one.kind === kind)?.rows.estimate ?? 0;
    const isRead = server.commands.includes('find');
    return { basis: accounts?.basis, isRead, rowsOf, people: people.estimate, complete };
  } finally {
    await source.close();
    await server.stop();
  }
}

const at = (place: number, change: Document) => (document: Document, here: number) =>
  here === place ? { ...document, ...change } : document;

describe('a stand-in for MongoDB with a large collection of accounts', () => {
  it('counts it without reading a document, where each field is of one kind or holds nothing', async () => {
    const { basis, isRead, rowsOf, people, complete } = await measured((document) => document);
    assert.deepEqual([basis, isRead, complete], ['in place', false, true]);
    assert.deepEqual([rowsOf('person/email'), people], [ROWS, 2000]);
  });

  for (const [what, change] of [
    ['a value beside few others that hold nothing', { plan: 'DE89370400440532013000' }],
    ['what stands in the place of one hash', { trace: 'DE89370400440532013000' }],
    ['a field that no document of the sample has', { note: 'IBAN DE89370400440532013000' }],
    ['a field of a document inside', { address: { country: 'fr', account: 'DE89370400440532013000' } }],
    ['a list', { notes: ['DE89370400440532013000'] }],
  ] as const) {
    it(`reads it where something is told only by ${what}`, async () => {
      const { basis, isRead, rowsOf, people } = await measured(at(UNSEEN, change));
      assert.deepEqual([basis, isRead], ['whole', true]);
      assert.deepEqual([rowsOf('person/email'), rowsOf('payment/iban'), people], [ROWS, 1, 2000]);
    });
  }
});
