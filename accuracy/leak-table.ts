// A leak of known content in a real ClickHouse: the generator of ../shared/leak is run with a file of phrases and its rows loaded.
import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { clickhouseQuery, startClickhouse } from '../packages/probe/testing/clickhouse.ts';
import { sharedPath } from './corpora.ts';

/** What the generator says is in the rows. */
interface LeakTruth {
  readonly people: number;
  readonly distinct: {
    readonly email: number;
    readonly phone: number;
    readonly ip: number;
    readonly card: number;
    readonly iban: number;
    readonly nationalId: number;
    readonly secret: Readonly<Record<string, number>>;
  };
  readonly rows: Readonly<Record<string, number>>;
  readonly specialCategories: Readonly<Record<string, number>>;
}

export interface Leak {
  readonly port: number;
  readonly truth: LeakTruth;
  /** The rows as JSON lines. */
  readonly file: string;
  stop(): Promise<void>;
}

export interface LeakSize {
  readonly rows: number;
  readonly people: number;
  readonly seed: number;
}

/** @param phrases file of sentences, names and templates, in the form of the generator's own */
export async function startLeak(phrases: string, size: LeakSize): Promise<Leak> {
  const generator = sharedPath('leak/make-leak.mjs');
  const schema = sharedPath('leak/log_stream.sql');
  if (generator === undefined || schema === undefined) throw new Error('../shared/leak is not beside the repository');
  const server = await startClickhouse('open');
  try {
    const [file, truth] = [join(server.dir, 'log_stream.ndjson'), join(server.dir, 'truth.json')];
    const words = ['--rows', `${size.rows}`, '--people', `${size.people}`, '--seed', `${size.seed}`];
    execFileSync(process.execPath, [generator, ...words, '--phrases', phrases, '--out', file, '--truth', truth]);
    for (const database of ['shop', 'public']) await clickhouseQuery(server, `DROP DATABASE ${database}`);
    for (const statement of readFileSync(schema, 'utf8').split(';')) {
      if (statement.replace(/--.*$/gm, '').trim() !== '') await clickhouseQuery(server, statement);
    }
    const url = new URL(`http://${server.host}:${server.port}/`);
    url.searchParams.set('query', 'INSERT INTO log_stream FORMAT JSONEachRow');
    const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
    const response = await fetch(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
    if (!response.ok)
      throw new Error(`the rows could not be inserted: HTTP ${response.status} ${await response.text()}`);
    return { port: server.port, truth: JSON.parse(readFileSync(truth, 'utf8')) as LeakTruth, file, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
