// Tables that a real ClickHouse counts by itself, and those that it seems to be able to count until all of their values are seen.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { clickhouseQuery, createClickhouseTable, startClickhouse } from '@vigie/probe/testing/clickhouse';
import { LOCAL_HOST } from '../../testing/reading.ts';
import { measureExposure } from '../measure.ts';
import { openLocation } from '../net/location.ts';
import { openClickhouse } from './clickhouse.ts';

const ROWS = 60_000;
const COLUMNS = {
  id: 'number',
  email: "concat('person', toString(number % 20000), '@mail-corp.com')",
  plan: "if(number % 3 = 0, 'free', 'paid')",
  trace: 'lower(hex(MD5(toString(number))))',
  tags: 'emptyArrayString()',
};
/** One row of many, which no sample is sure to meet. */
const planted = (value: string, other: string) => `if(number = 31415, ${value}, ${other})`;
const IBAN = "'DE89370400440532013000'";
const TABLES = {
  even: COLUMNS,
  odd: { ...COLUMNS, plan: planted(IBAN, COLUMNS.plan) },
  listed: { ...COLUMNS, tags: planted(`[${IBAN}]`, COLUMNS.tags) },
  broken: { ...COLUMNS, trace: planted(IBAN, COLUMNS.trace) },
} as const;

describe('a ClickHouse with large tables', () => {
  let server: Awaited<ReturnType<typeof startClickhouse>>;
  before(async () => {
    server = await startClickhouse('open');
    const columns = 'id UInt64, email String, plan String, trace String, tags Array(String)';
    for (const [database, made] of Object.entries(TABLES)) {
      await createClickhouseTable(server, { database, name: 'accounts', columns }, []);
      const select = `SELECT ${Object.values(made).join(', ')} FROM numbers(${ROWS})`;
      await clickhouseQuery(server, `INSERT INTO ${database}.accounts ${select}`);
    }
  });
  after(() => server.stop());

  async function measured(database: string) {
    const source = openClickhouse(
      { ...openLocation('clickhouse', '127.0.0.1', server.port, false), database },
      LOCAL_HOST,
    );
    const exposure = await measureExposure(source, {
      key: new Uint8Array(32).fill(7),
      threads: 1,
      senses: { kinds: ['person/email', 'payment/iban'] },
      signal: AbortSignal.timeout(60_000),
    });
    await source.close();
    assert.ok(!('code' in exposure), JSON.stringify(exposure));
    const rowsOf = (kind: string) => exposure.kinds.find((one) => one.kind === kind)?.rows.estimate ?? 0;
    return [exposure.datasets[0]?.basis, rowsOf('person/email'), rowsOf('payment/iban'), exposure.people.estimate];
  }

  it('counts a table without reading a row, where each column is of one kind, has few values, or holds hashes', async () => {
    assert.deepEqual(await measured('even'), ['in place', ROWS, 0, 20_000]);
  });

  for (const [database, what] of [
    ['odd', 'one of few values'],
    ['listed', 'one list'],
    ['broken', 'what stands in the place of one hash'],
  ] as const) {
    it(`reads it where something is told only by ${what}`, async () => {
      assert.deepEqual(await measured(database), ['whole', ROWS, 1, 20_000]);
    });
  }
});
