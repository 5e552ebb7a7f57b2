import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatOf } from './formats.ts';
import { createSqlRows, type SqlRow } from './sql-rows.ts';

/** Rows of a dump that comes in parts of this size. */
function rowsOf(dump: string | Uint8Array, backslash: boolean, size = 7): { rows: SqlRow[]; isWhole: boolean } {
  const rows = createSqlRows({ backslash });
  const bytes = Buffer.from(dump as Uint8Array);
  const found: SqlRow[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    rows.push(bytes.subarray(at, at + size));
    found.push(...rows.take());
  }
  const isWhole = rows.end();
  return { rows: [...found, ...rows.take()], isWhole };
}

const POSTGRESQL = `--
-- PostgreSQL database dump
--
SET standard_conforming_strings = on;
/* a comment; with 'signs */
CREATE FUNCTION public.f() RETURNS text AS $body$ select 'it''s; x' $body$ LANGUAGE sql;
CREATE TABLE public.users (
    id integer DEFAULT nextval('x'::regclass) NOT NULL,
    email character varying(100),
    "Full Name" text,
    CONSTRAINT positive CHECK ((id > 0)),
    PRIMARY KEY (id)
);
COPY public.users (id, email, "Full Name") FROM stdin;
1\tbo@example.org\tBo\\tL\\\\ \\x41\\101
2\t\\N\tINSERT INTO x VALUES ('no statement');
\\.

INSERT INTO public.users VALUES (3, 'o''hara@example.org', E'a\\'b\\n'), (-4, NULL, '\\x4142'::bytea);
INSERT INTO "audit"."log" ("who", what) VALUES ('cy@example.org', ARRAY['a', 'b']);
SELECT pg_catalog.setval('public.users_id_seq', 4, true);
`;

const MYSQL = `-- MySQL dump 10.13  Distrib 8.0.36
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`users\`;
CREATE TABLE \`users\` (
  \`id\` int NOT NULL AUTO_INCREMENT COMMENT 'it''s, (this)',
  \`email\` varchar(100) DEFAULT NULL,
  \`data\` blob,
  PRIMARY KEY (\`id\`),
  KEY \`by_email\` (\`email\`)
) ENGINE=InnoDB;
# a comment of MySQL's with a 'quote
INSERT INTO \`users\` VALUES (1,'bo\\'s@example.org\\n"x"',0x4142),(2,"cy\\"x",_binary 'zz'),(3,NULL,X'4344');
INSERT IGNORE INTO users (email, id) VALUES ('di@example.org', 5) ON DUPLICATE KEY UPDATE id=VALUES(id);
`;

const SQLITE = `PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "my users"(id INTEGER PRIMARY KEY, note);
INSERT INTO "my users" VALUES(1,replace('one\\ntwo','\\n',char(10)));
INSERT INTO "my users" VALUES(2,unistr('one\\u000atwo'));
COMMIT;
`;

describe('a dump of PostgreSQL', () => {
  it('is its rows by table, from COPY and from INSERT', () => {
    const { rows, isWhole } = rowsOf(POSTGRESQL, false);
    assert.ok(isWhole);
    assert.deepEqual(
      rows.filter((row) => !row.statement),
      [
        { users: { id: '1', email: 'bo@example.org', 'Full Name': 'Bo\tL\\ AA' } },
        { users: { id: '2', 'Full Name': "INSERT INTO x VALUES ('no statement');" } },
        { users: { id: '3', email: "o'hara@example.org", 'Full Name': "a'b\n" } },
        { users: { id: '-4', 'Full Name': 'AB' } },
        { 'audit.log': { who: 'cy@example.org', what: 'a b' } },
      ],
    );
  });

  it('also tells the texts of other statements, in which passwords stand', () => {
    const { rows } = rowsOf("ALTER ROLE bo PASSWORD 'of bo'; CREATE USER cy IDENTIFIED BY 'of cy';", false);
    assert.deepEqual(rows, [{ statement: { alter: 'of bo' } }, { statement: { 'create user': 'of cy' } }]);
  });
});

describe('a dump of MySQL', () => {
  it('has backslash escapes, texts in double quotes, hexadecimal blobs and many rows a statement', () => {
    assert.deepEqual(rowsOf(MYSQL, true).rows, [
      { users: { id: '1', email: 'bo\'s@example.org\n"x"', data: 'AB' } },
      { users: { id: '2', email: 'cy"x', data: 'zz' } },
      { users: { id: '3', data: 'CD' } },
      { users: { email: 'di@example.org', id: '5' } },
    ]);
  });
});

describe('a dump of SQLite', () => {
  it('has its line ends back', () => {
    assert.deepEqual(rowsOf(SQLITE, false).rows, [
      { 'my users': { id: '1', note: 'one\ntwo' } },
      { 'my users': { id: '2', note: 'one\ntwo' } },
    ]);
  });
});

describe('any dump', () => {
  it('is the same however it is cut into parts', () => {
    for (const [dump, backslash] of [
      [POSTGRESQL, false],
      [MYSQL, true],
      [SQLITE, false],
    ] as const) {
      const whole = rowsOf(dump, backslash, dump.length);
      for (let size = 1; size < 40; size += 3) assert.deepEqual(rowsOf(dump, backslash, size), whole);
    }
  });

  it('that ends inside of a text gives what came before, and says so', () => {
    const { rows, isWhole } = rowsOf("INSERT INTO t (a) VALUES ('one'), ('two and", false);
    assert.equal(isWhole, false);
    assert.deepEqual(rows, [{ t: { a: 'one' } }, { t: { a: 'two and' } }]);
  });

  it('of one statement of 1 GB is read in bounded memory, as is one text in it', { timeout: 300_000 }, () => {
    const rows = createSqlRows({ backslash: true });
    rows.push(Buffer.from('INSERT INTO t (a, b) VALUES '));
    const tuple = Buffer.from(`(1,'${'some words '.repeat(90)}'),`.repeat(1000));
    const before = process.memoryUsage().rss;
    let count = 0;
    for (let bytes = 0; bytes < 1 << 29; bytes += tuple.length) {
      rows.push(tuple);
      count += rows.take().length;
    }
    assert.ok(count > 500_000);
    rows.push(Buffer.from("(2,'"));
    const words = Buffer.alloc(1 << 20, 'words ');
    for (let part = 0; part < 512; part += 1) {
      rows.push(words);
      for (const row of rows.take()) assert.ok(String(row.t?.b).length <= 6 << 20);
    }
    rows.push(Buffer.from("');"));
    assert.ok(rows.end());
    assert.ok(process.memoryUsage().rss - before < 500e6);
  });

  it('of any bytes ends, and its rows can be written', () => {
    const signs = fc.constantFrom(
      ...'\'"`\\()[],;-#/*$xE0n \n'.split(''),
      'INSERT INTO t VALUES ',
      'COPY t FROM stdin;\n',
      '\\.\n',
    );
    const text = fc
      .array(fc.oneof(signs, fc.string({ maxLength: 4 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(text, fc.uint8Array({ maxLength: 200 })),
        fc.boolean(),
        fc.nat(20),
        (dump, backslash, size) => {
          const { rows } = rowsOf(dump, backslash, size + 1);
          assert.ok(typeof JSON.stringify(rows) === 'string');
          assert.deepEqual(rowsOf(dump, backslash, 100_000).rows, rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is told from text that speaks of SQL', () => {
    for (const dump of [POSTGRESQL, MYSQL, SQLITE]) assert.equal(formatOf(Buffer.from(dump), 'backup').name, 'sql');
    assert.equal(formatOf(Buffer.from('2026 query: INSERT INTO t VALUES (1)\n'), 'a.log').name, 'text');
    assert.equal(formatOf(Buffer.from('Please copy this and insert it.\n'), 'a.md').name, 'text');
  });
});
