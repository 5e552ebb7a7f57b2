// Real servers that hold given texts: a table of notes, a table and a column that are named after somebody, a column of one kind
// that is counted inside of the store, and a table whose reading fails with a row's value in the server's own words.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import {
  CLICKHOUSE_KEEPER,
  clickhouseQuery,
  createClickhouseTable,
  startClickhouse,
} from '@vigie/probe/testing/clickhouse';
import { settledLog } from '@vigie/probe/testing/log-reading';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startMariadb } from '@vigie/probe/testing/mariadb';
import { startPostgresql } from '@vigie/probe/testing/postgresql';
import { redisCommands, startRedis } from '@vigie/probe/testing/redis';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { respCommand } from '../src/net/resp.ts';

export interface Planted {
  readonly notes: readonly string[];
  /** Tables, columns and keys are named after these two. */
  readonly email: string;
  readonly person: string;
  /** Stands in the rows that make a server fail, and with a number before it in a column of its own. */
  readonly value: string;
  /** The password of the user `auditor`. */
  readonly password: string;
}

export interface PlantedServer {
  readonly product: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Where it has databases of its own. */
  readonly database?: string;
  /** What the server wrote down since it was filled: logins, statements, commands. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

const USER = 'auditor';
/** Rows from which on a column of one kind is worth counting inside of the store. */
const MAILS = 50_500;

function mails({ value }: Planted): readonly string[] {
  return Array.from({ length: MAILS }, (_, n) => `${n}.${value}`);
}

/** The log from here on. */
async function since(server: LoggedServer): Promise<() => Promise<string>> {
  const begin = (await settledLog(server)).length;
  return async () => (await settledLog(server)).slice(begin);
}

export async function plantClickhouse(planted: Planted): Promise<PlantedServer> {
  const { notes, email, person } = planted;
  const server = await startClickhouse('open', { queryLog: true });
  const table = (name: string, columns: string, rows: readonly object[]) =>
    createClickhouseTable(server, { database: 'planted', name, columns }, rows);
  await table(
    'notes',
    'id UInt32, note String',
    notes.map((note, id) => ({ id, note })),
  );
  await table(
    'mails',
    'mail String',
    mails(planted).map((mail) => ({ mail })),
  );
  await table(`of ${email}`, `id UInt32, \`to ${person}\` String`, [{ id: 1, [`to ${person}`]: planted.value }]);
  await clickhouseQuery(
    server,
    'CREATE VIEW planted.failing AS SELECT id, toUInt8(note) AS note FROM planted.notes ORDER BY id',
  );
  return {
    product: 'clickhouse',
    port: server.port,
    ...CLICKHOUSE_KEEPER,
    log: await since(server),
    stop: server.stop,
  };
}

export async function plantPostgresql(planted: Planted): Promise<PlantedServer> {
  const { notes, email, person, value, password } = planted;
  const server = await startPostgresql('open');
  const rules = join(server.dir, 'data', 'pg_hba.conf');
  writeFileSync(rules, `host all auditor all scram-sha-256\n${readFileSync(rules, 'utf8')}`);
  const client = new pg.Client({ host: server.host, port: server.port, user: 'keeper', database: 'shop', ssl: false });
  await client.connect();
  const name = (text: string) => client.escapeIdentifier(text);
  for (const sql of [
    'SELECT pg_reload_conf()',
    `CREATE ROLE auditor LOGIN PASSWORD ${client.escapeLiteral(password)}; GRANT pg_read_all_data TO auditor`,
    'CREATE TABLE notes (id int, note text); CREATE TABLE mails (mail text)',
    `CREATE TABLE ${name(`of ${email}`)} (id int, ${name(`to ${person}`)} text)`,
    `CREATE FUNCTION tells(note text) RETURNS boolean LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'the value is %', note USING DETAIL = note, HINT = note; END $$`,
    'CREATE TABLE failing (note text); ALTER TABLE failing ENABLE ROW LEVEL SECURITY',
    'CREATE POLICY telling ON failing FOR SELECT TO PUBLIC USING (tells(note))',
  ]) {
    await client.query(sql);
  }
  const fill = (table: string, columns: string, rows: readonly (readonly unknown[])[]) =>
    client.query(`INSERT INTO ${table} SELECT ${columns} FROM json_array_elements($1::json) AS r`, [
      JSON.stringify(rows),
    ]);
  await fill(
    'notes',
    '(r->>0)::int, r->>1',
    notes.map((note, id) => [id, note.replaceAll('\0', ' ')]),
  );
  await fill(
    'mails',
    'r->>0',
    mails(planted).map((mail) => [mail]),
  );
  await fill(name(`of ${email}`), '(r->>0)::int, r->>1', [[1, value]]);
  await fill('failing', 'r->>0', [[value]]);
  await client.query('ANALYZE');
  await client.end();
  return {
    product: 'postgresql',
    port: server.port,
    user: USER,
    password,
    database: 'shop',
    log: await since(server),
    stop: server.stop,
  };
}

export async function plantMariadb(planted: Planted): Promise<PlantedServer> {
  const { notes, email, person, password } = planted;
  const server = await startMariadb('open');
  const client = await mysql.createConnection({ host: server.host, port: server.port, user: 'root', database: 'shop' });
  const name = (text: string) => mysql.escapeId(text, true);
  for (const sql of [
    `CREATE USER auditor@'%' IDENTIFIED BY ${mysql.escape(password)}`,
    "GRANT SELECT, EXECUTE ON *.* TO auditor@'%'",
    'CREATE TABLE notes (id int, note text CHARACTER SET utf8mb4)',
    'CREATE TABLE mails (mail varchar(100))',
    `CREATE TABLE ${name(`of ${email}`)} (id int, ${name(`to ${person}`)} text)`,
    "CREATE FUNCTION tells(note text) RETURNS int DETERMINISTIC BEGIN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = note; RETURN 1; END",
  ]) {
    await client.query(sql);
  }
  await client.query('INSERT INTO notes VALUES ?', [notes.map((note, id) => [id, note])]);
  await client.query('INSERT INTO mails VALUES ?', [mails(planted).map((mail) => [mail])]);
  await client.query(`INSERT INTO ${name(`of ${email}`)} VALUES (1, ?)`, [planted.value]);
  await client.query('CREATE VIEW failing AS SELECT tells(left(mail, 100)) AS note FROM mails');
  await client.query('ANALYZE TABLE notes, mails');
  await client.end();
  return {
    product: 'mysql',
    port: server.port,
    user: USER,
    password,
    database: 'shop',
    log: await since(server),
    stop: server.stop,
  };
}

export async function plantRedis({ notes, email, person, value, password }: Planted): Promise<PlantedServer> {
  const server = await startRedis('open');
  const socket = connect(server.port, server.host);
  const said: Buffer[] = [];
  socket.on('data', (part: Buffer) => said.push(part));
  const commands = [
    ['ACL', 'SETUSER', 'auditor', 'on', `>${password}`, '~*', '+@all'],
    ...notes.map((note, id) => ['SET', `note:${id}`, note]),
    ['HSET', 'mails', email, value, person, 'x'],
    ['RPUSH', 'list', ...notes.slice(0, 20)],
    ['SLOWLOG', 'RESET'],
    ['QUIT'],
  ];
  socket.write(Buffer.concat(commands.map(respCommand)));
  await once(socket, 'close');
  const answers = Buffer.concat(said).toString();
  if (/^-/m.test(answers)) throw new Error(`redis refused: ${answers.match(/^-.*/m)?.[0]}`);
  const log = await since(server);
  return {
    product: 'redis',
    port: server.port,
    user: USER,
    password,
    log: async () => `${await log()}\n${(await redisCommands(server)).join('\n')}`,
    stop: server.stop,
  };
}
