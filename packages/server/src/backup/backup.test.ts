import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { lacksPostgresql, startPostgresql } from '@vigie/probe/testing/postgresql';
import { sql } from 'kysely';
import { A_STORE, madeObservation } from '../../testing/events-made.ts';
import { type EventsServer, startEventsServer } from '../../testing/events-server.ts';
import { type Kept, keptOptions, openKept } from '../../testing/kept-platform.ts';
import { observationsOf, recordObservations } from '../events/observations.ts';
import { newId } from '../ids.ts';
import { backUp, lookAtKeys, rotateKeys } from './commands.ts';
import { listenForCommands } from './control.ts';
import { type RestoreOptions, restoreBackup } from './restore.ts';

function fine<T extends object>(result: T): Exclude<T, { readonly remedy: string }> {
  assert.ok(!('remedy' in result), JSON.stringify(result));
  return result as Exclude<T, { readonly remedy: string }>;
}

function codeOf(result: object): string {
  assert.ok('code' in result && 'remedy' in result, 'it went through');
  return String(result.code);
}

const MODES = [
  { name: 'the embedded database', isEmbedded: true, skip: false as const, start: async () => undefined },
  { name: 'a PostgreSQL server', isEmbedded: false, skip: lacksPostgresql(), start: () => startPostgresql('open') },
];

function leaveDeadSocket(path: string): void {
  const listen = 'require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))';
  spawnSync(process.execPath, ['-e', listen, path]);
  assert.ok(existsSync(path));
}

const JSON_NULL = sql`'null'::jsonb`;
const EVER = { from: new Date(0), to: new Date(Date.now() + 1e9) };

for (const mode of MODES) {
  describe(`backup and restore, with ${mode.name}`, { skip: mode.skip }, () => {
    let base: string;
    let server: Awaited<ReturnType<typeof mode.start>>;
    let eventsServer: EventsServer | undefined;
    let kept: Kept;
    let databases = 0;
    const inBase = (name: string) => join(base, name);
    const urlOf = (database: string) =>
      server && `postgres://postgres@${server.host}:${server.ports.postgresql}/${database}`;
    const options = (name: string, database = 'postgres') =>
      keptOptions(inBase(name), inBase('config'), urlOf(database));

    /** An empty database beside the first, where there is a server. */
    async function emptyDatabase(): Promise<string> {
      databases += 1;
      const name = `restored_${databases}`;
      if (server !== undefined) await sql.raw(`CREATE DATABASE ${name}`).execute(kept.db);
      return name;
    }

    const restoreOptions = (file: string, name: string, database: string): RestoreOptions => {
      const { path, databaseUrl, eventsUrl, holder, now } = options(name, database);
      return { file: inBase(file), path, databaseUrl, eventsUrl, holder, now };
    };

    before(async () => {
      base = await mkdtemp(join(tmpdir(), 'vigie-backup-'));
      server = await mode.start();
      if (!mode.isEmbedded) eventsServer = await startEventsServer();
      kept = await openKept(options('data'));
    });

    after(async () => {
      await kept.close();
      await server?.stop();
      await eventsServer?.stop();
      await rm(base, { recursive: true });
    });

    /** One change: its entry, then two rows that belong together. */
    async function change(number: number): Promise<void> {
      const name = `change-${number}`;
      await kept.evidence.write({ type: 'setting-change', author: 'test', payload: { subject: name } });
      await kept.db.transaction().execute(async (trx) => {
        await sql`INSERT INTO setting (name, value) VALUES (${name}, ${JSON.stringify({ number })}::jsonb)`.execute(
          trx,
        );
        await sql`INSERT INTO change (at, kind, id, what) VALUES (${new Date()}, 'setting', ${name}, 'updated')`.execute(
          trx,
        );
      });
    }

    it('of a server that runs and is written to is one moment of it, and everything is in it', async () => {
      const tricky = { quote: `'"\\`, line: 'a\nb\u2028c\rd', emoji: '\u{1f600}' };
      await sql`INSERT INTO setting (name, value) VALUES ('tricky', ${JSON.stringify(tricky)}::jsonb), ('null', ${JSON_NULL})`.execute(
        kept.db,
      );
      const token = { id: newId(), scopes: ['read-findings', 'a,"b"{}'], at: new Date('2026-11-29T10:00:00.123Z') };
      await sql`INSERT INTO api_token (id, account_id, name, token_hash, shown, scopes, created_at, expires_at)
        VALUES (${token.id}, 'a', 'n', 'h', 's', ${token.scopes}, ${token.at}, ${token.at})`.execute(kept.db);
      await kept.queue.createQueue('remind');
      await kept.queue.send('remind', { duty: 7 }, { startAfter: 3600 });
      const seen = madeObservation({ at: new Date(Date.now() - 1000) });
      assert.equal(await recordObservations(kept.events, [seen]), undefined);
      const sealed = kept.vault.seal('ada@example.org', 'contact/email');

      let number = 0;
      let isOver = false;
      const load = (async () => {
        while (!isOver) {
          number += 1;
          await change(number);
          await sleep(2);
        }
      })();
      while (number < 20) await new Promise((resolve) => setImmediate(resolve));
      const atStart = number;
      const made = fine(await backUp(inBase('one.vigie'), options('data')));
      isOver = true;
      await load;
      assert.equal(made.byServer, true);
      assert.equal(made.keyRing, kept.dataDir.keyRing.path);
      assert.equal((await stat(inBase('one.vigie'))).mode & 0o777, 0o600);

      const database = await emptyDatabase();
      await kept.close();
      const restored = fine(await restoreBackup(restoreOptions('one.vigie', 'restored', database)));
      assert.equal(restored.hasJobs, true);
      kept = await openKept(options('restored', database));
      assert.equal(kept.dataDir.id, restored.head.id);
      const { rows: settings } = await sql<{ name: string; value: unknown }>`SELECT name, value FROM setting`.execute(
        kept.db,
      );
      assert.deepEqual(settings.find(({ name }) => name === 'tricky')?.value, tricky);
      const { rows: nulls } = await sql`SELECT 1 FROM setting WHERE name = 'null' AND value = ${JSON_NULL}`.execute(
        kept.db,
      );
      assert.equal(nulls.length, 1);
      const { rows: tokens } = await sql`SELECT id, scopes, created_at AS at FROM api_token`.execute(kept.db);
      assert.deepEqual(tokens, [token]);
      const names = settings.map(({ name }) => name).filter((name) => name.startsWith('change-'));
      const { rows: changes } = await sql<{ id: string; seq: number }>`SELECT id, seq FROM change ORDER BY seq`.execute(
        kept.db,
      );
      assert.deepEqual(changes.map(({ id }) => id).sort(), names.sort(), 'what was written together is there together');
      assert.ok(names.length >= atStart - 1 && names.length <= number);
      const log = await readFile(kept.dataDir.paths.evidenceLog, 'utf8');
      for (const name of names) assert.ok(log.includes(`"${name}"`), `the log knows of ${name}`);
      assert.deepEqual(fine(await observationsOf(kept.events, A_STORE, EVER, 10)).rows, [seen]);
      const opened = kept.vault.open(sealed, 'contact/email');
      assert.deepEqual(opened, { text: 'ada@example.org' });
      const { rows: jobs } = await sql`SELECT data FROM queue.job WHERE name = 'remind' AND state = 'created'`.execute(
        kept.db,
      );
      assert.deepEqual(jobs, [{ data: { duty: 7 } }]);
      await change(1_000_000);
      const { rows: last } = await sql<{ seq: number }>`SELECT max(seq) AS seq FROM change`.execute(kept.db);
      assert.ok(Number(last[0]?.seq) > Number(changes.at(-1)?.seq), 'numbers go on');
    });

    it('holds no key, and no text that is sealed', async () => {
      const text = gunzipSync(await readFile(inBase('one.vigie'))).toString();
      assert.ok(!text.includes('ada@example.org'));
      const { ring } = kept.dataDir.keyRing;
      for (const secret of [ring.base, ...ring.keys.map((key) => key.secret)]) assert.ok(!text.includes(secret));
      assert.ok(!text.includes('PRIVATE KEY'));
    });

    it('lets requests be answered while it is read, and nothing that they change comes into it', async () => {
      const much = Array.from({ length: 200 }, (_, at) => ({
        name: `bulk-${at}`,
        value: randomBytes(4000).toString('hex'),
      }));
      await sql`INSERT INTO setting (name, value)
        SELECT name, to_jsonb(value) FROM jsonb_to_recordset(${JSON.stringify(much)}::jsonb) AS _(name text, value text)`.execute(
        kept.db,
      );
      const parts: Uint8Array[] = [];
      const fault = await kept.control.backup(async (part) => {
        // What holds the records for as long as it reads them would wait here for itself.
        await sql`INSERT INTO setting (name, value) VALUES (${`during-${parts.length}`}, '1'::jsonb)`.execute(kept.db);
        parts.push(part);
      });
      assert.equal(fault, undefined);
      const text = gunzipSync(Buffer.concat(parts)).toString();
      assert.ok(text.includes('"bulk-199"'));
      // The first part, the head of the file, may come before the moment that is kept.
      const during = [...text.matchAll(/"during-(\d+)"/g)].map((match) => Number(match[1]));
      assert.ok(parts.length > 10);
      assert.deepEqual(
        during.filter((part) => part > 0),
        [],
      );
      assert.equal(existsSync(`${kept.dataDir.paths.records}.copy`), false);
      await sql`DELETE FROM setting WHERE name LIKE 'bulk-%' OR name LIKE 'during-%'`.execute(kept.db);
    });

    it('replaces no file and no directory that is there', async () => {
      const before = await readFile(inBase('one.vigie'));
      assert.equal(codeOf(await backUp(inBase('one.vigie'), options('restored'))), 'file-failed');
      assert.deepEqual(await readFile(inBase('one.vigie')), before);
      assert.equal(codeOf(await restoreBackup(restoreOptions('one.vigie', 'restored', 'postgres'))), 'not-empty');
    });

    it('of a database that is in use is not restored into it', {
      skip: server === undefined && mode.name.includes('embedded'),
    }, async () => {
      assert.equal(codeOf(await restoreBackup(restoreOptions('one.vigie', 'again', 'restored_1'))), 'not-empty');
      assert.deepEqual(await readdir(inBase('again')), []);
    });

    it('is made without a server too, though one died and left its socket, and so are keys rotated', async () => {
      const here = options('restored', `restored_${databases}`);
      const byServer = fine(await rotateKeys(here));
      assert.equal(kept.vault.currentKey, byServer.currentKey);
      await kept.close();
      leaveDeadSocket(kept.dataDir.paths.controlSocket);
      const halfCopied = `${kept.dataDir.paths.records}.copy`;
      await mkdir(join(halfCopied, 'base'), { recursive: true });
      const byHand = fine(await rotateKeys(here));
      assert.notEqual(byHand.currentKey, byServer.currentKey);
      const made = fine(await backUp(inBase('two.vigie'), here));
      assert.equal(made.byServer, false);
      kept = await openKept(here);
      assert.equal(existsSync(halfCopied), mode.isEmbedded === false);
      assert.equal(kept.vault.currentKey, byHand.currentKey);
    });

    it('needs the keys of its time; older ones are retired once nothing is sealed with them', async () => {
      const here = options('restored', `restored_${databases}`);
      const [first = '', ...others] = kept.vault.olderKeys.map(({ id }) => id);
      const sealed = kept.vault.seal('ada@example.org', 'contact/email');
      const index = kept.vault.index('ada@example.org', 'contact/email');
      const lastKey = kept.vault.currentKey;
      await sql`INSERT INTO setting (name, value) VALUES ('sealed', ${JSON.stringify({ deep: [sealed] })}::jsonb)`.execute(
        kept.db,
      );
      fine(await rotateKeys(here));
      const told = fine(await lookAtKeys(here, false));
      assert.deepEqual(
        told.find(({ id }) => id === lastKey)?.uses,
        [{ table: 'setting', rows: 1 }],
        'wherever it stands',
      );
      assert.ok(told.every(({ isRetired }) => !isRetired));
      assert.deepEqual(
        fine(await lookAtKeys(here, true)).flatMap(({ id, isRetired }) => (isRetired ? [id] : [])),
        [first, ...others],
      );
      assert.deepEqual(
        kept.vault.olderKeys.map(({ id }) => id),
        [lastKey],
        'what is in use stays',
      );
      assert.deepEqual(kept.vault.open(sealed, 'contact/email'), { text: 'ada@example.org' });
      await sql`UPDATE setting SET value = ${JSON.stringify({ deep: [index] })}::jsonb WHERE name = 'sealed'`.execute(
        kept.db,
      );
      assert.equal(fine(await lookAtKeys(here, true))[0]?.isRetired, false, 'an index is in use as well');
      await sql`DELETE FROM setting WHERE name = 'sealed'`.execute(kept.db);
      assert.equal(fine(await lookAtKeys(here, true))[0]?.isRetired, true);
      assert.deepEqual(kept.vault.olderKeys, []);
      assert.ok('code' in kept.vault.open(sealed, 'contact/email'));
      const log = await readFile(kept.dataDir.paths.evidenceLog, 'utf8');
      for (const id of [first, ...others, lastKey]) assert.ok(log.includes(`key-ring/retired/${id}`));
    });

    it('that is cut off or changed anywhere is refused, and leaves nothing behind', async () => {
      const whole = await readFile(inBase('one.vigie'));
      const text = gunzipSync(whole).toString();
      const target = { ...restoreOptions('bad.vigie', 'never', 'postgres') };
      const attempt = async (bytes: Uint8Array) => {
        await writeFile(inBase('bad.vigie'), bytes);
        const code = codeOf(await restoreBackup(target));
        assert.equal(existsSync(inBase('never')), false);
        return code;
      };
      for (const part of [0.1, 0.5, 0.9, 0.999])
        assert.equal(await attempt(whole.subarray(0, Math.floor(whole.length * part))), 'damaged', `cut at ${part}`);
      const lines = text.split('\n');
      assert.equal(await attempt(gzipSync(lines.slice(0, -2).join('\n'))), 'damaged', 'without its last line');
      const row = lines.findIndex((line) => line.includes('"change-3"') && line.startsWith('{'));
      assert.equal(await attempt(gzipSync(lines.toSpliced(row, 1).join('\n'))), 'damaged', 'without a row');
      const other = lines.with(row, (lines[row] ?? '').replace('change-3', 'change-4'));
      assert.equal(await attempt(gzipSync(other.join('\n'))), 'damaged', 'with another row');
      assert.equal(await attempt(gzipSync(`${text}{"more":1}\n`)), 'damaged', 'with a line after the end');
      assert.equal(await attempt(gzipSync(text.replace('vigie.backup/1', 'vigie.backup/2'))), 'newer-than-program');
      const migrated = text.replace('"0001-foundation"', '"0001-foundation","9999-tomorrow"');
      assert.equal(await attempt(gzipSync(migrated)), 'newer-than-program');
      for (const none of ['', 'hello', '{}', '\n'])
        assert.equal(await attempt(gzipSync(none)), 'not-a-backup', JSON.stringify(none));
      assert.equal(await attempt(Buffer.from('no gzip')), 'not-a-backup');
    });
  });
}

describe('the control socket', () => {
  it('is for its owner only, and hears nothing but what it knows', async () => {
    const base = await mkdtemp(join(tmpdir(), 'vigie-control-'));
    const path = join(base, 'control.sock');
    let asked = 0;
    const stop = await listenForCommands(path, {
      keyRing: 'ring.json',
      async backup() {
        asked += 1;
        return undefined;
      },
      async rotateKeys() {
        asked += 1;
        return { currentKey: 'a' };
      },
      async oldKeys() {
        asked += 1;
        return [];
      },
    });
    assert.ok(typeof stop === 'function');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    for (const words of ['{"ask":"shut-down"}\n', 'hello\n', '\n', `${'x'.repeat(5000)}\n`, '{"ask":"backup"}']) {
      const socket = createConnection(path);
      socket.on('error', () => undefined);
      socket.end(words);
      socket.resume();
      await once(socket, 'close');
    }
    // The last one has a question without its line end, which the end of the connection ends.
    assert.ok(asked <= 1);
    await stop();
    await rm(base, { recursive: true });
  });

  it('passes on why no backup can be made, and keeps no file of one that broke off', async () => {
    const base = await mkdtemp(join(tmpdir(), 'vigie-control-'));
    const options = keptOptions(base, join(base, 'config'), undefined);
    const fault = { code: 'store-failed', message: 'the disk is full', remedy: 'make room' } as const;
    const attempt = async (begin: boolean) => {
      const stop = await listenForCommands(join(base, 'control.sock'), {
        keyRing: 'ring.json',
        async backup(take) {
          if (begin) await take(gzipSync('# {"schema":"vigie.backup/1"}\n'));
          return fault;
        },
        rotateKeys: async () => fault,
        oldKeys: async () => fault,
      });
      assert.ok(typeof stop === 'function');
      const made = await backUp(join(base, 'file'), options);
      const rotated = await rotateKeys(options);
      await stop();
      assert.deepEqual(rotated, { ...fault, code: 'server-failed' });
      assert.deepEqual(
        (await readdir(base)).filter((name) => name.startsWith('file')),
        [],
      );
      return made;
    };
    assert.deepEqual(await attempt(false), { ...fault, code: 'server-failed' });
    assert.match(JSON.stringify(await attempt(true)), /did not come to its end/);
    await rm(base, { recursive: true });
  });

  it('says what to do where its path is too long', async () => {
    const fault = await listenForCommands(`/tmp/${'x'.repeat(120)}/control.sock`, {
      keyRing: '',
      backup: async () => undefined,
      rotateKeys: async () => ({ currentKey: '' }),
      oldKeys: async () => [],
    });
    assert.ok('code' in fault);
    assert.match(fault.remedy, /while the server is stopped/);
  });

  it('is not made where there is nothing to back up', async () => {
    const base = await mkdtemp(join(tmpdir(), 'vigie-control-'));
    const options = keptOptions(join(base, 'data'), join(base, 'config'), undefined);
    assert.equal(codeOf(await backUp(join(base, 'file'), options)), 'nothing-there');
    assert.deepEqual(await readdir(base), []);
    await rm(base, { recursive: true });
  });
});
