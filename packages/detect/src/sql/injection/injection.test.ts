// Injections as stores log them, each with the trait that tells it, and the honest statements that look like them. The ways are those of the OWASP
// testing guide (WSTG-INPV-05) and of sqlmap's payloads, as they stand in a statement that was run.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStatementReader } from '../read-statement.ts';
import type { Dialect, Trait } from '../statement.ts';

const TOLD: readonly (readonly [Trait, Dialect, string])[] = [
  ['cut-off', 'postgresql', "SELECT * FROM u WHERE login = 'admin' --' AND pass = 'x'"],
  ['cut-off', 'mysql', "SELECT * FROM u WHERE u='admin'#' AND p='x'"],
  ['cut-off', 'mysql', "SELECT * FROM u WHERE u='admin'-- ' AND p='x'"],
  ['cut-off', 'postgresql', "SELECT * FROM u WHERE id = '1'; DROP TABLE users;--'"],
  ['cut-off', 'postgresql', 'SELECT * FROM items WHERE id=1 ORDER BY 10-- -'],
  ['cut-off', 'postgresql', 'SELECT * FROM items WHERE (id=1)-- ) LIMIT 5'],
  ['cut-off', 'postgresql', "UPDATE users SET role = 'admin' WHERE id = 3 --' WHERE id = 99"],
  ['foreign-columns', 'postgresql', 'SELECT * FROM t WHERE id = 1 UNION SELECT NULL, NULL, version()'],
  ['foreign-columns', 'mysql', 'SELECT * FROM t WHERE id=-1 UNION SELECT @@version,user(),3'],
  ['foreign-columns', 'mysql', 'SELECT a, b FROM t WHERE id=-1 UNION ALL SELECT 8735,8735'],
  [
    'foreign-columns',
    'mysql',
    'SELECT title, body FROM news WHERE id=1 AND 1=2 UNION SELECT email, password FROM users',
  ],
  ['foreign-columns', 'mysql', 'SELECT * FROM news WHERE id=7/*!50000UNION*//*!50000SELECT*/1,2'],
  [
    'foreign-columns',
    'postgresql',
    "SELECT n FROM t WHERE id = '4' UNION SELECT table_name FROM information_schema.tables",
  ],
  ['foreign-columns', 'postgresql', 'SELECT a, b FROM t WHERE id = 1 UNION ALL SELECT usename, passwd FROM pg_shadow'],
  ['foreign-columns', 'clickhouse', "SELECT * FROM t WHERE id = 1 UNION ALL SELECT name, '', '' FROM system.tables"],
  ['waits-in-condition', 'mysql', 'SELECT * FROM t WHERE id=1 AND SLEEP(5)'],
  ['waits-in-condition', 'mysql', 'SELECT * FROM t WHERE id=1 AND (SELECT 4 FROM (SELECT(SLEEP(5)))a)'],
  ['waits-in-condition', 'mysql', "INSERT INTO t VALUES ('a', (SELECT SLEEP(5)))"],
  ['waits-in-condition', 'postgresql', "SELECT * FROM t WHERE n = ''||(SELECT pg_sleep(5))||''"],
  ['waits-in-condition', 'postgresql', 'SELECT * FROM t WHERE id = 1;SELECT pg_sleep(5)'],
  ['waits-in-condition', 'postgresql', 'SELECT * FROM t WHERE 4=(SELECT COUNT(*) FROM generate_series(1,5000000))'],
  ['waits-in-condition', 'generic', 'SELECT * FROM t WHERE 3=(SELECT COUNT(*) FROM a AS t1, a AS t2, a AS t3)'],
  ['waits-in-condition', 'generic', "SELECT * FROM t WHERE id=1 WAITFOR DELAY '0:0:5'"],
  ['waits-in-condition', 'clickhouse', 'SELECT * FROM t WHERE id=1 AND sleepEachRow(3)'],
  ['tells-by-error', 'mysql', 'SELECT * FROM t WHERE id=1 AND extractvalue(1,concat(0x7e,version()))'],
  ['tells-by-error', 'mysql', "INSERT INTO c VALUES ('x' AND updatexml(1,concat(0x7e,(SELECT database())),0))"],
  [
    'tells-by-error',
    'mysql',
    'SELECT 2 FROM t WHERE (SELECT COUNT(*),CONCAT(0x71,FLOOR(RAND(0)*2))x FROM t GROUP BY x)',
  ],
  ['tells-by-error', 'mysql', 'SELECT * FROM t WHERE id=1 AND GTID_SUBSET(CONCAT(0x71,(SELECT 1)),1)'],
  ['tells-by-error', 'mysql', 'SELECT * FROM t WHERE id=1 AND EXP(~(SELECT * FROM (SELECT user())x))'],
  ['tells-by-error', 'mysql', 'SELECT * FROM t WHERE id=1 AND polygon((SELECT * FROM (SELECT version())a))'],
  [
    'tells-by-error',
    'postgresql',
    'SELECT * FROM t WHERE 7=CAST((CHR(113)||CHR(98))||(SELECT version())::text AS NUMERIC)',
  ],
  ['tells-by-error', 'postgresql', 'SELECT * FROM t WHERE 1=(SELECT version())::int'],
  ['tells-by-error', 'postgresql', "SELECT query_to_xml('select * from users', true, true, '')"],
  ['tells-by-error', 'postgresql', "SELECT database_to_xml(true, true, '')"],
  ['tells-by-error', 'clickhouse', 'SELECT * FROM t WHERE toInt32((SELECT version()))=1'],
  ['tells-by-error', 'clickhouse', "SELECT * FROM t WHERE 5=('qkbvq'||CAST((SELECT 1) AS String)||'qzpxq')"],
  ['guesses', 'postgresql', 'SELECT * FROM t WHERE id=1 AND ascii(substr((SELECT current_database()),1,1))>64'],
  ['guesses', 'mysql', 'SELECT * FROM t WHERE id=1 AND SUBSTRING(@@version,1,1)=5'],
  ['guesses', 'mysql', 'SELECT * FROM t WHERE id=1 AND MAKE_SET(8451=8451,1)'],
  ['guesses', 'mysql', 'SELECT * FROM t WHERE id=1 AND 8451=8452'],
  ['guesses', 'mysql', 'SELECT * FROM t WHERE id=1 AND 7=7'],
  ['guesses', 'mysql', 'SELECT * FROM t WHERE id=-1 or 7517=5726'],
  ['guesses', 'postgresql', 'SELECT * FROM t WHERE id=1;select case when 7717=7717 then 1 else null end'],
  ['guesses', 'mysql', 'SELECT * FROM t WHERE id=1 RLIKE (SELECT (CASE WHEN (1=1) THEN 1 ELSE 0x28 END))'],
  ['guesses', 'mysql', 'SELECT * FROM t ORDER BY IF(1=1,id,(SELECT 1 UNION SELECT 2))'],
  ['guesses', 'postgresql', 'SELECT * FROM t ORDER BY (CASE WHEN (SELECT 1)=1 THEN 1 ELSE 1/0 END)'],
  ['guesses', 'postgresql', "SELECT n FROM t WHERE id='1' AND EXISTS(SELECT 1 FROM pg_user WHERE usesuper)"],
  ['guesses', 'mysql', 'SELECT n FROM t WHERE 3=(SELECT COUNT(*) FROM information_schema.tables)'],
];

const QUIET: readonly (readonly [Dialect, string])[] = [
  ['postgresql', 'SELECT * FROM orders WHERE id = 4711 -- ticket 2231, Ada'],
  ['postgresql', "SELECT * FROM orders WHERE state = 'open' -- it's Ada's check"],
  ['postgresql', "SELECT id FROM t WHERE id = 7 -- the customers' list"],
  ['postgresql', "SELECT sum(total) FROM orders WHERE day > 3\n-- AND state = 'paid'"],
  ['postgresql', "SELECT * FROM orders WHERE state = 'open' /*controller='orders',traceparent='00-5bd6-01'*/"],
  ['postgresql', '-- Metabase:: userID: 1 queryType: native\nSELECT count(*) FROM orders WHERE id = 3'],
  ['postgresql', 'CREATE TABLE x (a int); CREATE INDEX ON x (a); -- migration 12'],
  ['mysql', 'SELECT * FROM wp_posts WHERE ID = 7 # cache miss'],
  ['mysql', 'SELECT /*!40001 SQL_NO_CACHE */ `id` FROM `t`'],
  ['postgresql', "SELECT id, name FROM items WHERE shop = 3 UNION SELECT 0, 'All' ORDER BY 1"],
  [
    'postgresql',
    'SELECT id, NULL AS closed FROM a WHERE team = 3 UNION ALL SELECT id, closed_at FROM b WHERE team = 3',
  ],
  ['postgresql', "SELECT 'a' AS k, 1 AS v UNION ALL SELECT 'b', 2 UNION ALL SELECT 'c', 3"],
  [
    'postgresql',
    'SELECT t.oid, t.typname, t.typacl FROM pg_type t UNION ALL SELECT p.oid, p.proname, NULL FROM pg_proc p',
  ],
  [
    'postgresql',
    "WITH d AS (SELECT s.* FROM pg_stat_database s) SELECT 'Version', version() UNION ALL SELECT 'Name', datname FROM d UNION ALL SELECT 'Server', version()",
  ],
  ['clickhouse', 'SELECT * FROM numbers(10) UNION ALL SELECT number FROM system.numbers LIMIT 3'],
  ['clickhouse', 'SELECT name FROM system.functions UNION ALL SELECT name FROM system.formats'],
  ['postgresql', 'SELECT pg_sleep(30)'],
  ['postgresql', 'SELECT id, pg_sleep(0.1) FROM queue LIMIT 5'],
  ['postgresql', 'UPDATE batch SET a = 1 WHERE id = 3; SELECT pg_sleep(1);'],
  ['postgresql', 'SELECT d, count(o.id) FROM generate_series(1, 400000) d LEFT JOIN orders o ON o.day = d GROUP BY d'],
  ['mysql', 'DO SLEEP(2)'],
  ['mysql', "SELECT ExtractValue(doc, '/order/id') FROM docs WHERE id = 4"],
  ['mysql', "UPDATE docs SET doc = UpdateXML(doc, '/a/b', '<b>1</b>') WHERE id = 4"],
  ['mysql', "SELECT GTID_SUBSET('3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5', @@global.gtid_executed)"],
  ['mysql', 'SELECT FLOOR(RAND()*100) AS n, COUNT(*) FROM t GROUP BY n'],
  ['mysql', 'SELECT * FROM t WHERE CAST(a AS CHAR(50)) = CAST(b AS CHAR(40))'],
  ['postgresql', "SELECT * FROM t WHERE note LIKE '%' || chr(13) || chr(10) || '%'"],
  [
    'postgresql',
    "SELECT (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', table_name), false, true, '')))[1] FROM information_schema.tables",
  ],
  ['postgresql', "SELECT * FROM orders ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, day"],
  ['postgresql', "SELECT * FROM orders ORDER BY CASE WHEN 'name' = 'name' THEN name END"],
  ['postgresql', 'SELECT * FROM orders WHERE CASE WHEN total > 0 THEN paid / total ELSE 0 END > 0.5'],
  ['postgresql', 'SELECT * FROM p ORDER BY (SELECT count(*) FROM reviews r WHERE r.product = p.id) DESC'],
  ['postgresql', "SELECT * FROM customers WHERE substr(name, 1, 1) = 'A' AND length(name) > 3"],
  ['postgresql', 'SELECT * FROM orders WHERE 1=1 AND total > (SELECT avg(total) FROM orders)'],
  ['postgresql', 'SELECT * FROM orders WHERE 1 = 0 OR 5 = 5'],
  ['postgresql', 'SELECT count(*) FROM jobs WHERE pid NOT IN (SELECT pid FROM pg_stat_activity)'],
];
const INJECTED: readonly Trait[] = ['cut-off', 'foreign-columns', 'waits-in-condition', 'tells-by-error', 'guesses'];

describe('an injection in a statement that was run', () => {
  const read = createStatementReader();

  for (const [trait, dialect, text] of TOLD) {
    it(`${trait}: ${text.slice(0, 90)}`, () => {
      assert.ok(read(text, dialect).traits.includes(trait), read(text, dialect).traits.join(', '));
    });
  }

  for (const [dialect, text] of QUIET) {
    it(`is not seen in ${text.slice(0, 90)}`, () => {
      assert.deepEqual(
        read(text, dialect).traits.filter((trait) => INJECTED.includes(trait)),
        [],
      );
    });
  }

  it('is looked for in bounded time, whatever is nested in what', () => {
    const traps = [
      'concat(0x71,',
      ' union select 1,',
      'where ascii(',
      '(select case when ',
      ')::int',
      '/**/union/**/select',
      'chr(70)||',
      ';select sleep(',
    ];
    for (const trap of traps) read(`select a from t where ${trap.repeat(1_000_000 / trap.length)}`, 'postgresql');
  });
});
