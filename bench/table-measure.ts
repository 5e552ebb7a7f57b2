// Measures the exposure of a ClickHouse on loopback in a process of its own, so that its memory is its own: for table-exposure.ts.
import { randomBytes } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { resolveBySystem, scopeOf } from '@vigie/probe';
import { measureExposure } from '../packages/exposure/src/measure.ts';
import { openLocation } from '../packages/exposure/src/net/location.ts';
import { openClickhouse } from '../packages/exposure/src/stores/clickhouse.ts';

export interface TableMeasurement {
  /** From the connection to the profile of the sample. */
  readonly profileMs: number;
  readonly completeMs: number;
  readonly rowsRead: number;
  readonly people: number;
  readonly complete: boolean;
}

// As the command does.
enableCompileCache();
const [port = '', threads = '1'] = process.argv.slice(2);
const host = { scope: scopeOf(undefined), resolve: resolveBySystem };
const source = openClickhouse(openLocation('clickhouse', '127.0.0.1', Number(port), false), host);
const startedAt = performance.now();
let profileMs = 0;
const exposure = await measureExposure(source, {
  key: randomBytes(32),
  threads: Number(threads),
  senses: {},
  signal: new AbortController().signal,
  onProfile: () => {
    profileMs = performance.now() - startedAt;
  },
});
if ('code' in exposure) throw new Error(exposure.message);
const measurement: TableMeasurement = {
  profileMs,
  completeMs: performance.now() - startedAt,
  rowsRead: exposure.rowsRead,
  people: exposure.people.estimate,
  complete: exposure.complete,
};
console.log(JSON.stringify(measurement));
await source.close();
