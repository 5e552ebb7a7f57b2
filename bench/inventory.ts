// Inventory: a ClickHouse table of a million rows, made by ../shared/leak where that is there, else by the server.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ScanReport } from '@vigie/probe';
import { clickhouseQuery, startClickhouse } from '@vigie/probe/testing/clickhouse';
import { measure, VIGIE } from './command.ts';
import { median, printTable, seconds } from './table.ts';

const LEAK = new URL('../../shared/leak/', import.meta.url).pathname;
const ROWS = 1_000_000;
const RUNS = 5;

export async function benchInventory(): Promise<void> {
  const server = await startClickhouse('open');
  try {
    const made = existsSync(LEAK) ? await fillFromLeak(server) : await fillByServer(server);
    const times: number[] = [];
    let table: string | undefined;
    for (let run = 0; run < RUNS; run += 1) {
      const { stdout } = await measure(VIGIE, ['scan', '127.0.0.1', '--ports', `${server.port}`, '-f', 'json']);
      const report = JSON.parse(stdout) as ScanReport;
      times.push(Date.parse(report.finishedAt) - Date.parse(report.startedAt));
      const found = report.stores[0]?.inventory?.containers
        .flatMap((container) => container.collections)
        .find((collection) => collection.name === 'log_stream');
      table = found && `${found.rows?.toLocaleString('en')} rows ${found.rowsBasis}, ${found.columns.length} columns`;
    }
    printTable(
      `inventory: a ClickHouse with a million rows (${made}; median of ${RUNS})`,
      ['', 'time from start of the scan to the end', 'log_stream'],
      [['vigie scan', seconds(median(times)), table ?? 'not found']],
    );
  } finally {
    await server.stop();
  }
}

type Server = Awaited<ReturnType<typeof startClickhouse>>;

async function fillFromLeak(server: Server): Promise<string> {
  const file = join(server.dir, 'log_stream.ndjson');
  const words = ['--rows', `${ROWS}`, '--people', '20000', '--seed', '7', '--out', file, '--truth', `${file}.truth`];
  execFileSync(process.execPath, [join(LEAK, 'make-leak.mjs'), ...words]);
  for (const statement of readFileSync(join(LEAK, 'log_stream.sql'), 'utf8').split(';')) {
    if (statement.replace(/--.*$/gm, '').trim() !== '') await clickhouseQuery(server, statement);
  }
  const url = new URL(`http://${server.host}:${server.port}/`);
  url.searchParams.set('query', 'INSERT INTO log_stream FORMAT JSONEachRow');
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
  const response = await fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
  if (!response.ok) throw new Error(`the rows could not be inserted: HTTP ${response.status}`);
  return 'shared/leak';
}

async function fillByServer(server: Server): Promise<string> {
  await clickhouseQuery(
    server,
    'CREATE TABLE log_stream (timestamp DateTime, span_name String, `string.values` Array(String), _service String, _source String) ENGINE = MergeTree ORDER BY timestamp',
  );
  await clickhouseQuery(
    server,
    `INSERT INTO log_stream SELECT toDateTime('2025-01-06 00:00:00') + number, concat('/api/', toString(number % 50)), [toString(number)], 'chat', 'api' FROM system.numbers LIMIT ${ROWS}`,
  );
  return 'made by the server';
}
