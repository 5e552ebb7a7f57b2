// `vigie watch --poll` in front of real stores, as users run it: a process that is killed again and again, each access told once, and words
// for whoever has to grant a right or switch a log on.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { mariadbClient, postgresqlClient, type StoreClient } from '@vigie/exposure/testing/store-clients';
import { lacks } from '@vigie/probe/testing';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startMariadb } from '@vigie/probe/testing/mariadb';
import { exchange } from '@vigie/probe/testing/plain-client';
import { lacksPostgresql, POSTGRESQL_KEEPER, startPostgresql } from '@vigie/probe/testing/postgresql';
import { startRedis } from '@vigie/probe/testing/redis';

const PROGRAM = fileURLToPath(new URL('../../bin/vigie.mjs', import.meta.url));
const PASSWORD = 'a-password-of-the-test-bench';
/** How often it is killed. */
const ROUNDS = 1;
const PER_ROUND = 60;

const folders: string[] = [];
const running = new Set<ChildProcess>();
const servers: LoggedServer[] = [];
const clients: StoreClient[] = [];
after(async () => {
  for (const child of running) child.kill('SIGKILL');
  for (const client of clients) await client.close();
  for (const server of servers) await server.stop();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vigie-polls-'));
  folders.push(made);
  return made;
}

async function until(is: () => boolean, what: () => string): Promise<void> {
  const end = Date.now() + 90_000;
  while (!is()) {
    if (Date.now() > end) assert.fail(`not in time: ${what()}`);
    await pause(20);
  }
}

interface Watching {
  readonly child: ChildProcess;
  readonly said: () => string;
}

function watching(home: string, words: readonly string[]): Watching {
  const child = spawn(process.execPath, [PROGRAM, 'watch', '--state', join(home, 'state'), ...words], {
    env: { ...process.env, XDG_CONFIG_HOME: join(home, 'config') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return { child, said: () => said };
}

interface Store {
  readonly url: string;
  readonly password?: string;
  /** What tells the accesses that are made. */
  readonly field: string;
  readonly value: string;
  readonly access: (count: number) => Promise<void>;
}

/** Accesses are made while what polls is killed. Each of them is told once. */
async function toldOnce({ url, password, field, value, access }: Store): Promise<void> {
  const home = folder();
  const [out, rules] = [join(home, 'detections.ndjson'), join(home, 'told.yml')];
  // What is critical is told each time, and not held back where the same account did the same.
  const selection = `detection:\n  sel:\n    ${field}: '${value}'\n  condition: sel\n`;
  writeFileSync(
    rules,
    `title: Told\nid: 0cb264bd-4daf-4195-a253-d30d40ccd8be\nlevel: critical\nlogsource:\n  category: database\n${selection}`,
  );
  writeFileSync(join(home, 'password'), `${password ?? ''}\n`);
  const words = ['--poll', url, '--no-own-rules', '--rules', rules, '--format', 'ndjson', '--output', out];
  if (password !== undefined) words.push('--password-file', join(home, 'password'));
  const told = () =>
    (existsSync(out) ? readFileSync(out, 'utf8').split('\n') : [])
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { readonly id: string; readonly title: string })
      .filter(({ title }) => title === 'Told')
      .map(({ id }) => id);
  let watch = watching(home, words);
  await until(() => existsSync(join(home, 'state', 'state.sealed')), watch.said);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = told().length;
    await access(PER_ROUND / 2);
    await until(
      () => told().length > before,
      () => `detections of round ${round}: ${watch.said()}`,
    );
    await access(PER_ROUND / 2);
    watch.child.kill('SIGKILL');
    await once(watch.child, 'exit');
    watch = watching(home, words);
  }
  await until(
    () => told().length >= ROUNDS * PER_ROUND,
    () => `${told().length} of ${ROUNDS * PER_ROUND}: ${watch.said()}`,
  );
  watch.child.kill('SIGINT');
  await once(watch.child, 'exit');
  assert.equal(told().length, ROUNDS * PER_ROUND);
  assert.equal(new Set(told()).size, ROUNDS * PER_ROUND);
  assert.ok(!watch.said().includes(PASSWORD), watch.said());
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name !== 'password')
      assert.ok(!readFileSync(join(entry.parentPath, entry.name)).includes('canary-person'), entry.name);
  }
}

describe('vigie watch --poll', () => {
  it('tells each command of a Redis once', { skip: lacks('redis-server') }, async () => {
    const server = await startRedis('open');
    servers.push(server);
    await toldOnce({
      url: `redis://127.0.0.1:${server.port}`,
      field: 'unmapped.command',
      value: 'GET',
      access: async (count) => {
        const gets = Array.from({ length: count }, (_, n) => `GET canary-person:${n}\r\n`).join('');
        await exchange({ host: '127.0.0.1', port: server.port, send: `${gets}QUIT\r\n`, timeoutMs: 10_000 });
      },
    });
  });

  it('tells each statement of a MariaDB once', { skip: lacks('mariadbd', 'mariadb-server') }, async () => {
    const server = await startMariadb('open');
    servers.push(server);
    const who = { port: server.port, user: 'root', password: '', database: 'shop', from: '127.0.0.1', program: '' };
    const client = await mariadbClient(who);
    assert.ok(client);
    clients.push(client);
    for (const sql of [
      "SET GLOBAL log_output = 'TABLE', GLOBAL general_log = ON",
      `CREATE USER watcher@'%' IDENTIFIED BY '${PASSWORD}'`,
      'GRANT SELECT ON mysql.general_log TO watcher',
      'GRANT SELECT ON mysql.slow_log TO watcher',
    ])
      assert.ok(await client.run(sql), sql);
    await toldOnce({
      url: `mysql://watcher@127.0.0.1:${server.port}`,
      password: PASSWORD,
      field: 'table.name',
      value: 'customers',
      access: async (count) => {
        for (let n = 0; n < count; n += 1)
          await client.run(`SELECT id FROM customers WHERE name = 'canary-person ${n}'`);
      },
    });
  });

  it('tells each statement in the log files of a PostgreSQL once', { skip: lacksPostgresql() }, async () => {
    const settings = ['logging_collector=on', 'log_destination=csvlog', 'log_directory=log'];
    const server = await startPostgresql('closed', { settings });
    servers.push(server);
    const { user, password } = POSTGRESQL_KEEPER;
    const who = { port: server.port, user, password, database: 'shop', from: '127.0.0.1', program: '' };
    const client = await postgresqlClient(who);
    assert.ok(client);
    clients.push(client);
    for (const sql of [
      `CREATE ROLE watcher LOGIN PASSWORD '${PASSWORD}'`,
      'GRANT pg_monitor TO watcher',
      'GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) TO watcher',
    ])
      assert.ok(await client.run(sql), sql);
    await toldOnce({
      url: `postgresql://watcher@127.0.0.1:${server.port}/shop`,
      password: PASSWORD,
      field: 'table.name',
      value: 'customers',
      access: async (count) => {
        for (let n = 0; n < count; n += 1)
          await client.run(`SELECT id\nFROM customers\nWHERE name = 'canary-person ${n}'`);
      },
    });
  });

  it('says aloud what is wrong with a store, and goes on asking it', { skip: lacks('redis-server') }, async () => {
    const server = await startRedis('closed');
    servers.push(server);
    const { child, said } = watching(folder(), ['--no-own-rules', '--poll', `redis://127.0.0.1:${server.port}`]);
    await until(() => /a password is asked for: put it into the URL/.test(said()), said);
    assert.match(said(), /redis at 127\.0\.0\.1:\d+: a password is asked for.*; it is asked again/);
    child.kill('SIGINT');
    await once(child, 'exit');
  });
});
