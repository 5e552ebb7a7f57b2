import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Detection, Fields } from '@vigie/detect';
import fc from 'fast-check';
import { recordAccesses } from '../events/accesses.ts';
import type { Events } from '../events/events.ts';
import { createNames, rowsOf } from './told-rows.ts';

const NOW = Date.parse('2026-11-29T10:00:00Z');
const DAY_MS = 86_400_000;
const MAKING = {
  input: '0199ac00-0000-7000-8000-000000000001',
  place: '0199ac00-0000-7000-8000-00000000000a',
  source: 'postgresql-csvlog',
  pseudonym: (name: string) => Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32),
  nameOf: createNames((name) => name),
  isKept: (time: number) => Math.abs(time - NOW) < DAY_MS,
};

/** Takes rows as the store of events does, without one. */
const events = { insertLines: async () => undefined } as unknown as Events;

const rowsFor = (fields: Fields, detections: readonly Detection[] = []) =>
  rowsOf({ input: MAKING.input, detections, events: [{ fields, ref: 'x#1' }] }, MAKING);

function madeDetection(more: Partial<Detection>): Detection {
  return {
    kind: 'rule',
    id: () => 'a'.repeat(32),
    about: { rule: 'r', title: 'R', references: [], tags: [], falsePositives: [], path: 'r.yml' },
    time: NOW,
    ref: 'x#1',
    refs: ['x#1'],
    group: [],
    why: () => 'because',
    ...more,
  };
}

const foreign = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double(),
  fc.constantFrom(
    'a@b.example',
    'two\nlines',
    '\u0000',
    '\ud800',
    '::',
    '2001:db8::1',
    '::ffff:192.0.2.1',
    '203.0.113.9',
  ),
  fc.constant(undefined),
);

describe('what a batch told, as rows', () => {
  it('is fit to be kept, whatever a log says', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(3002, 4002, 6003, 6005),
      fc.array(foreign, { minLength: 16, maxLength: 16 }),
      async (
        classUid,
        [user, ip, app, database, table, rows, bytes, status, code, duration, verb, agent, path, country, uid, read],
      ) => {
        const { accesses } = rowsFor({
          class_uid: classUid,
          time: NOW,
          activity_id: rows,
          status_id: status,
          severity_id: read,
          status_code: code,
          duration,
          actor: { user: { name: user }, app_name: app },
          src_endpoint: { ip, location: { country } },
          database: { name: database },
          table: { name: table },
          query_info: { uid },
          http_request: { user_agent: agent, url: { path } },
          unmapped: { verb, rows_read: read, rows_returned: rows, bytes_returned: bytes, tables: [table] },
        });
        assert.equal(accesses.length, 1);
        assert.equal(await recordAccesses(events, accesses), undefined);
        assert.doesNotMatch(JSON.stringify(accesses), /\\ud[89a-f]|\\u0000/i);
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it('has no NUL, no half of a character and no clock from nowhere, which databases would not take', () => {
    const told = madeDetection({
      group: [['user\u0000', '\ud800bc\u0000']],
      why: () => 'a\u0000\udfffb',
      time: 9e15,
      facts: [
        {
          kind: 'value',
          ground: 'object',
          subject: 'account',
          dimension: 'table',
          value: '\u0000',
          bits: Number.POSITIVE_INFINITY,
          of: 1,
          seen: 0,
          days: 1,
        },
      ],
    });
    const [row] = rowsFor({}, [told]).detections;
    assert.ok(row);
    assert.ok(!JSON.stringify(row).includes('\\u0000') && !/\\ud[89a-f]/i.test(JSON.stringify(row)));
    assert.equal(row.time, undefined);
    assert.equal(row.facts[0]?.bits, Number.MAX_SAFE_INTEGER);
  });

  it('tells accounts and addresses by keyed hashes only, and a path by its first name', () => {
    const { accesses } = rowsFor({
      class_uid: 4002,
      time: NOW,
      actor: { user: { name: 'canary-user' } },
      src_endpoint: { ip: '203.0.113.77' },
      http_request: {
        http_method: 'GET',
        url: { path: '/api/people/canary-name' },
        user_agent: 'Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)',
      },
    });
    const [row] = accesses;
    assert.deepEqual([row?.network, row?.collection, row?.client], ['203.0.113.0/24', '/api/people', 'censys']);
    assert.doesNotMatch(JSON.stringify(accesses), /canary|113\.77/);
  });

  it('leaves out accesses of other times, and counts them', () => {
    const { accesses, outOfTime } = rowsFor({ class_uid: 6005, time: Date.UTC(2099) });
    assert.deepEqual([accesses, outOfTime], [[], 1]);
  });

  it('gives the same event the same id, and each of several of one line its own', () => {
    const fields = { class_uid: 6005, time: NOW };
    const twice = () =>
      rowsOf(
        {
          input: MAKING.input,
          detections: [],
          events: [
            { fields, ref: 'x#1' },
            { fields, ref: 'x#1' },
          ],
        },
        MAKING,
      ).accesses.map(({ uid }) => uid);
    assert.deepEqual(twice(), twice());
    assert.equal(new Set(twice()).size, 2);
  });

  it('makes one row of what several records tell of one access', () => {
    const query = { class_uid: 6005, time: NOW, actor: { user: { name: 'ada' } }, query_info: { uid: 'f'.repeat(32) } };
    const { accesses } = rowsOf(
      {
        input: MAKING.input,
        detections: [],
        events: [
          { fields: query, ref: 'x#1' },
          { fields: { ...query, actor: { user: { name: 'bo' } } }, ref: 'x#2' },
          { fields: { ...query, status_id: 1, unmapped: { accesses: 0, rows_returned: 7 } }, ref: 'x#3' },
          { fields: query, ref: 'x#4' },
        ],
      },
      MAKING,
    );
    assert.deepEqual(
      accesses.map(({ rows_returned: rows, status_id: status }) => [rows, status]),
      [
        [7, 1],
        [null, 99],
        [null, 99],
      ],
    );
  });

  it('makes a row of a record whose access was told of in an earlier batch', () => {
    const { accesses } = rowsFor({ class_uid: 6005, time: NOW, unmapped: { accesses: 0, rows_returned: 7 } });
    assert.equal(accesses.length, 1);
  });
});
