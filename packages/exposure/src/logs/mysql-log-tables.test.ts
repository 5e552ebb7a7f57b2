// The log tables of a real MariaDB: each row once, with whose it is, through a table that is emptied or exchanged, and with words for
// whoever has to switch it on.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lacks } from '@vigie/probe/testing';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startMariadb } from '@vigie/probe/testing/mariadb';
import mysql from 'mysql2/promise';
import { openedLog, pageFrom, restOf, rowsOf } from '../../testing/query-logs.ts';

const { signal } = new AbortController();
const PASSWORD = 'a-password-of-the-test-bench';

describe('the log tables of MariaDB', { skip: lacks('mariadbd', 'mariadb-server') }, () => {
  let server: LoggedServer;
  let owner: mysql.Connection;
  const connect = (user: string, password?: string) =>
    mysql.createConnection({
      host: '127.0.0.1',
      port: server.port,
      user,
      database: 'shop',
      ...(password !== undefined && { password }),
    });
  const url = (login = `watcher:${PASSWORD}`) => `mysql://${login}@127.0.0.1:${server.port}`;
  before(async () => {
    server = await startMariadb('open');
    owner = await connect('root');
    await owner.query(`CREATE USER watcher@'%' IDENTIFIED BY '${PASSWORD}'`);
    await owner.query(`CREATE USER nobody@'%' IDENTIFIED BY '${PASSWORD}'`);
    await owner.query('GRANT SELECT ON mysql.general_log TO watcher');
    await owner.query('GRANT SELECT ON mysql.slow_log TO watcher');
  });
  after(async () => {
    await owner.end();
    await server.stop();
  });

  it('says how to switch it on where it is off, and switches nothing on', async () => {
    const log = openedLog(url());
    const page = await log.next(undefined, signal);
    log.close();
    assert.ok('code' in page);
    assert.match(page.message, /SET GLOBAL log_output = 'TABLE', GLOBAL general_log = ON/);
    const [[settings]] = (await owner.query('SELECT @@global.log_output AS output')) as unknown as [
      [{ output: string }],
    ];
    assert.equal(settings.output, 'FILE');
  });

  it('gives each row once, with its account, and none of our own', async () => {
    await owner.query("SET GLOBAL log_output = 'TABLE', GLOBAL general_log = ON");
    const log = openedLog(url());
    const begun = await pageFrom(log, undefined);
    assert.deepEqual(begun.entries, [], 'what was there before is not told');
    const person = await connect('root');
    const texts = Array.from({ length: 50 }, (_, n) => `SELECT email FROM customers WHERE id = ${n}`);
    for (const text of texts) await person.query(text);
    await person.end();
    const seen: string[] = [];
    let { place } = begun;
    for (let looks = 0; looks < 3; looks += 1) {
      const next = await restOf(log, place);
      ({ place } = next);
      for (const { argument, user_host: who } of rowsOf(next)) {
        if (!String(argument).startsWith('SELECT email')) continue;
        seen.push(String(argument));
        assert.equal(who, 'root[root] @  [127.0.0.1]');
      }
      assert.ok(!JSON.stringify(next.entries).includes('FROM mysql.general_log'));
    }
    assert.deepEqual(seen, texts);
    log.close();
  });

  it('goes on from a place that was kept, and begins anew where the table was emptied or exchanged, which it says', async () => {
    const first = openedLog(url());
    const { place } = await restOf(first, (await pageFrom(first, undefined)).place);
    first.close();
    await owner.query('SELECT 1 AS before_the_cut');
    const log = openedLog(url());
    const kept = await restOf(log, JSON.parse(JSON.stringify(place)));
    assert.deepEqual(kept.notes, []);
    assert.equal(rowsOf(kept).filter(({ argument }) => argument === 'SELECT 1 AS before_the_cut').length, 1);
    await owner.query('TRUNCATE mysql.general_log');
    await owner.query('SELECT 2 AS behind_the_cut');
    const cut = await restOf(log, kept.place);
    assert.match(cut.notes.join(), /mysql\.general_log was emptied or exchanged/);
    assert.equal(rowsOf(cut).filter(({ argument }) => argument === 'SELECT 2 AS behind_the_cut').length, 1);
    await owner.query('CREATE TABLE mysql.general_log_new LIKE mysql.general_log');
    await owner.query(
      'RENAME TABLE mysql.general_log TO mysql.general_log_old, mysql.general_log_new TO mysql.general_log',
    );
    for (let n = 0; n < 200; n += 1) await owner.query(`SELECT ${n} AS behind_the_exchange`);
    const exchanged = await restOf(log, cut.place);
    assert.match(exchanged.notes.join(), /emptied or exchanged/);
    assert.equal(rowsOf(exchanged).filter(({ argument }) => /behind_the_exchange/.test(String(argument))).length, 200);
    log.close();
  });

  it('reads a table of MyISAM, which is read faster, as it reads one of CSV', async () => {
    await owner.query('SET GLOBAL general_log = OFF');
    await owner.query('ALTER TABLE mysql.general_log ENGINE = MyISAM');
    await owner.query('SET GLOBAL general_log = ON');
    const log = openedLog(url());
    let { place } = await pageFrom(log, undefined);
    const seen: unknown[] = [];
    for (let n = 0; n < 40; n += 1) {
      await owner.query(`SELECT ${n} AS in_myisam`);
      if (n % 10 !== 9) continue;
      const page = await restOf(log, place);
      ({ place } = page);
      assert.deepEqual(page.notes, []);
      seen.push(
        ...rowsOf(page)
          .filter(({ argument }) => /in_myisam/.test(String(argument)))
          .map(({ argument }) => argument),
      );
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 40 }, (_, n) => `SELECT ${n} AS in_myisam`),
    );
    log.close();
  });

  it('adds from the slow log what a statement took, and says that it was told of already', async () => {
    await owner.query('SET GLOBAL slow_query_log = ON, GLOBAL long_query_time = 0');
    const log = openedLog(url());
    const { place } = await pageFrom(log, undefined);
    const person = await connect('root');
    await person.query('SELECT * FROM customers');
    await person.end();
    const rows = rowsOf(await restOf(log, place));
    const slow = rows.find(({ sql_text: text }) => text === 'SELECT * FROM customers');
    assert.deepEqual([slow?.rows_sent, slow?.rows_affected, slow?.db, slow?.general_log], ['3', '0', 'shop', true]);
    assert.ok(rows.some(({ argument }) => argument === 'SELECT * FROM customers'));
    await owner.query('SET GLOBAL general_log = OFF');
    const alone = openedLog(url());
    const from = await pageFrom(alone, undefined);
    const another = await connect('root');
    await another.query('SELECT * FROM products');
    await another.end();
    const [only] = rowsOf(await restOf(alone, from.place)).filter(
      ({ sql_text: text }) => text === 'SELECT * FROM products',
    );
    assert.deepEqual([only?.rows_sent, only?.general_log], ['2', undefined]);
    log.close();
    alone.close();
  });

  it('says which right is missing, and which password is wrong, and never the password', async () => {
    const asked = async (login: string) => {
      const log = openedLog(url(login));
      const page = await log.next(undefined, signal);
      log.close();
      assert.ok('code' in page);
      return page.message;
    };
    assert.match(await asked(`nobody:${PASSWORD}`), /GRANT SELECT ON mysql\.general_log/);
    const wrong = await asked('watcher:canarypass');
    assert.match(wrong, /user or password is wrong/);
    assert.ok(!wrong.includes('canarypass'));
  });
});
