// The log files of a real PostgreSQL, read by its own functions: each line once, through rotation and names that come again, by an account
// that has the rights that docs/watching.md tells, and no others.
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { lacksPostgresql, POSTGRESQL_KEEPER, startPostgresql } from '@vigie/probe/testing/postgresql';
import pg from 'pg';
import { openedLog, pageFrom, restOf, rowsOf } from '../../testing/query-logs.ts';
import type { QueryLogPage } from './query-log.ts';

const { signal } = new AbortController();
const { user: OWNER, password: PASSWORD } = POSTGRESQL_KEEPER;

describe('the log files of PostgreSQL', { skip: lacksPostgresql() }, () => {
  let server: LoggedServer;
  let owner: pg.Client;
  const connect = async (user: string) => {
    const client = new pg.Client({ host: '127.0.0.1', port: server.port, user, password: PASSWORD, database: 'shop' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const url = (login = `watcher:${PASSWORD}`) => `postgresql://${login}@127.0.0.1:${server.port}/shop`;
  const statementsIn = (page: QueryLogPage, like: RegExp) =>
    rowsOf(page)
      .map(({ message }) => String(message).replace(/^statement: /, ''))
      .filter((text) => like.test(text));
  const files = async () => {
    const { rows } = await owner.query<{ name: string }>("SELECT name FROM pg_ls_logdir() WHERE name LIKE '%.json'");
    return rows.map(({ name }) => name);
  };
  before(async () => {
    const settings = [
      'logging_collector=on',
      'log_destination=jsonlog',
      'log_directory=log',
      'log_filename=vigie-%S.log',
    ];
    server = await startPostgresql('closed', { settings });
    owner = await connect(OWNER);
    for (const name of ['watcher', 'nobody']) await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD '${PASSWORD}'`);
    await owner.query('GRANT pg_monitor TO watcher');
    await owner.query('GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) TO watcher');
  });
  after(async () => {
    await owner.end();
    await server.stop();
  });

  it('gives each line once from the moment on at which it began, and none of our own questions', async () => {
    const log = openedLog(url());
    const begun = await pageFrom(log, undefined);
    assert.deepEqual(begun.entries, []);
    const texts = Array.from({ length: 60 }, (_, n) => `SELECT email FROM customers WHERE id = ${n} -- één`);
    const seen: string[] = [];
    let { place } = begun;
    for (let at = 0; at < texts.length; at += 20) {
      for (const text of texts.slice(at, at + 20)) await owner.query(text);
      // The collector writes a moment later.
      for (let looks = 0; looks < 200 && seen.length < at + 20; looks += 1) {
        const page = await restOf(log, JSON.parse(JSON.stringify(place)));
        ({ place } = page);
        seen.push(...statementsIn(page, /^SELECT email/));
        assert.deepEqual(statementsIn(page, /pg_ls_logdir|SET LOCAL|ROLLBACK/), []);
      }
    }
    assert.deepEqual(seen, texts);
    log.close();
  });

  it('goes through rotation, and begins anew in a file that was emptied, which it says', async () => {
    const log = openedLog(url());
    let { place } = await pageFrom(log, undefined);
    const seen: string[] = [];
    const notes: string[] = [];
    const look = async (wanted: number) => {
      for (let looks = 0; looks < 300 && seen.length < wanted; looks += 1) {
        const page = await restOf(log, place);
        ({ place } = page);
        seen.push(...statementsIn(page, /AS turn/));
        notes.push(...page.notes);
      }
      assert.equal(seen.length, wanted);
    };
    await owner.query('SELECT 0 AS turn');
    await look(1);
    await owner.query('SELECT 1 AS turn');
    const [old] = await files();
    // Names are of seconds.
    for (let tries = 0; tries < 100 && (await files()).length === 1; tries += 1) {
      await owner.query('SELECT pg_rotate_logfile()');
      await pause(50);
    }
    const [fresh = ''] = (await files()).filter((name) => name !== old);
    await owner.query('SELECT 2 AS turn');
    await look(3);
    assert.deepEqual([...seen].sort(), ['SELECT 0 AS turn', 'SELECT 1 AS turn', 'SELECT 2 AS turn']);
    assert.deepEqual(notes, []);
    truncateSync(join(server.dir, 'data', 'log', fresh));
    await owner.query('SELECT 3 AS turn');
    await look(4);
    assert.match(notes.join(), /a log file of the same name was begun anew/);
    log.close();
  });

  it('gives up a line that is longer than is kept, and goes on behind it', async () => {
    const log = openedLog(url());
    const { place } = await pageFrom(log, undefined);
    await owner.query(`SELECT length('${'x'.repeat(9 << 20)}') AS long`);
    await owner.query('SELECT 1 AS behind_the_long_one');
    let from = place;
    const entries: QueryLogPage['entries'][number][] = [];
    for (let looks = 0; looks < 300 && !entries.some(({ text }) => text.includes('behind_the_long_one')); looks += 1) {
      const page = await pageFrom(log, from);
      from = page.place;
      entries.push(...page.entries);
    }
    assert.equal(entries.filter(({ isTooLong }) => isTooLong).length, 1);
    assert.ok(entries.some(({ text }) => text.includes('behind_the_long_one')));
    log.close();
  });

  it('says which right is missing, which password is wrong, and how logs are made', async () => {
    const asked = async (login: string) => {
      const log = openedLog(url(login));
      const page = await log.next(undefined, signal);
      log.close();
      assert.ok('code' in page);
      return page.message;
    };
    assert.match(
      await asked(`nobody:${PASSWORD}`),
      /GRANT pg_monitor TO this user and, in the database of the URL, GRANT EXECUTE/,
    );
    const wrong = await asked('watcher:canarypass');
    assert.match(wrong, /user or password is wrong/);
    assert.ok(!wrong.includes('canarypass'));
    const silent = await startPostgresql('open');
    try {
      const log = openedLog(`postgresql://postgres@127.0.0.1:${silent.port}`);
      const page = await log.next(undefined, signal);
      log.close();
      assert.ok('code' in page);
      assert.match(page.message, /logging_collector = on, log_destination = 'jsonlog'/);
    } finally {
      await silent.stop();
    }
  });
});
