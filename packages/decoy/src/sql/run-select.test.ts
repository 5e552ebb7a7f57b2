// Statements over a few rows, by the answers that a real server gives.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Catalogue, QueryFault, type Relation } from './catalogue.ts';
import { parseSelect } from './parse-select.ts';
import { runSelect } from './run-select.ts';
import { scalars } from './scalars.ts';
import { tokensOf } from './tokens.ts';
import { SyntaxFault, wordsOf } from './words.ts';

const people: Relation = {
  name: 'people',
  isHoney: true,
  columns: [
    { name: 'id', type: 'integer' },
    { name: 'name', type: 'text' },
    { name: 'city', type: 'text' },
  ],
  rows: [
    [1, 'Ada', 'Lyon'],
    [2, 'Bob', 'Leeds'],
    [3, 'Cleo', 'Lyon'],
    [4, 'Dan', null],
  ],
};
const pets: Relation = {
  name: 'pets',
  isHoney: false,
  columns: [
    { name: 'owner', type: 'integer' },
    { name: 'kind', type: 'text' },
  ],
  rows: [
    [1, 'cat'],
    [1, 'dog'],
    [3, 'cat'],
  ],
};
const catalogue: Catalogue = {
  hasCase: false,
  scalar: (name) => scalars.get(name),
  relation: (path) => [people, pets].find(({ name }) => name === path.at(-1)),
};

function ask(sql: string) {
  const tokens = tokensOf(sql);
  if (!tokens) throw new SyntaxFault('');
  const words = wordsOf(tokens, true);
  const select = parseSelect(words);
  if (words.peek().kind !== 'end') words.fail();
  return runSelect(select, catalogue);
}

const CASES: readonly (readonly [string, readonly unknown[]])[] = [
  ['SELECT 1 + 2 * 3, -4 % 3', [[7, -1]]],
  ['SELECT name FROM people WHERE id BETWEEN 2 AND 3 ORDER BY id DESC', [['Cleo'], ['Bob']]],
  ["SELECT name FROM people WHERE city LIKE 'L%n' AND NOT id = 3", [['Ada']]],
  ["SELECT name FROM people WHERE name ~ '^[A-B]' OR name ILIKE 'dan'", [['Ada'], ['Bob'], ['Dan']]],
  ["SELECT name FROM people WHERE name OPERATOR(pg_catalog.~) '^(Ada)$' COLLATE pg_catalog.default", [['Ada']]],
  ['SELECT name FROM people WHERE city IS NULL', [['Dan']]],
  ['SELECT count(*), count(city), count(DISTINCT city), max(id), avg(id) FROM people', [[4, 3, 2, 4, 2.5]]],
  ['SELECT city, count(*) AS n FROM people GROUP BY city HAVING count(*) > 1', [['Lyon', 2]]],
  [
    'SELECT p.name, q.kind FROM people p JOIN pets q ON q.owner = p.id ORDER BY 1, 2',
    [
      ['Ada', 'cat'],
      ['Ada', 'dog'],
      ['Cleo', 'cat'],
    ],
  ],
  ['SELECT p.name FROM people AS p LEFT JOIN pets ON owner = id WHERE kind IS NULL', [['Bob'], ['Dan']]],
  ['SELECT name FROM people p WHERE EXISTS (SELECT 1 FROM pets WHERE owner = p.id) LIMIT 1 OFFSET 1', [['Cleo']]],
  ['SELECT name FROM people WHERE id IN (SELECT owner FROM pets)', [['Ada'], ['Cleo']]],
  ["SELECT CASE WHEN id > 3 THEN 'late' ELSE lower(name) END FROM people LIMIT 1", [['ada']]],
  ['SELECT DISTINCT city FROM people WHERE city IS NOT NULL ORDER BY city', [['Leeds'], ['Lyon']]],
  ["SELECT 'it''s'::text || coalesce(NULL, '!')", [["it's!"]]],
  ['SELECT n FROM (SELECT id * 10 AS n FROM people) AS t WHERE n >= 30', [[30], [40]]],
  ['SELECT sum(n) FROM generate_series(1, 4) n', [[10]]],
  ['SELECT 1 UNION ALL SELECT 2', [[1], [2]]],
  ["SELECT cast('12' AS integer) + 1 -- and a comment\n/* another */", [[13]]],
  ['SELECT ARRAY(SELECT kind FROM pets WHERE owner = 1)', [[['cat', 'dog']]]],
  ['WITH a AS (SELECT 1 AS x), b(y) AS (SELECT x + 1 FROM a) SELECT x, y FROM a, b', [[1, 2]]],
  ['WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT sum(n) FROM t', [[10]]],
  ["SELECT name FROM people WHERE id = ANY ('{2,4}'::int[])", [['Bob'], ['Dan']]],
  ['SELECT name FROM people WHERE id <> ALL (ARRAY[1, 2, 3])', [['Dan']]],
  ["SELECT name FROM people WHERE city IS DISTINCT FROM 'Lyon'", [['Bob'], ['Dan']]],
  [
    "SELECT src.n, name FROM unnest('{1,3}'::int[]) AS src(n) JOIN people ON id = n",
    [
      [1, 'Ada'],
      [3, 'Cleo'],
    ],
  ],
  ['SELECT p.name FROM people p JOIN (SELECT owner AS id FROM pets) q USING (id) LIMIT 1', [['Ada']]],
  ['SELECT name FROM people ORDER BY id DESC OFFSET 1 ROW FETCH FIRST 1 ROW ONLY', [['Cleo']]],
  ['SELECT [1, 2], extracted.x FROM (SELECT 3 AS x) AS extracted', [[[1, 2], 3]]],
];

describe('a SELECT', () => {
  for (const [sql, rows] of CASES) {
    it(`answers ${sql.split('\n')[0]}`, () => assert.deepEqual(ask(sql).rows, rows));
  }

  it('tells which honey tables it took rows from', () => {
    assert.deepEqual(ask('SELECT count(*) FROM pets').honey, []);
    assert.deepEqual(ask('SELECT * FROM pets JOIN people ON id = owner').honey, ['people']);
  });

  it('says what is not there, and where a statement makes no sense', () => {
    for (const [sql, what] of [
      ['SELECT * FROM nowhere', 'relation'],
      ['SELECT nobody FROM people', 'column'],
      ['SELECT nothing(1)', 'function'],
    ] as const) {
      assert.throws(
        () => ask(sql),
        (error) => error instanceof QueryFault && error.what === what,
      );
    }
    for (const sql of [
      'SELECT',
      'SELECT FROM WHERE',
      'SELECT 1 FROM',
      "SELECT 'open",
      'SELECT (1',
      'DROP TABLE people',
      `SELECT ${'('.repeat(5000)}1`,
    ]) {
      assert.throws(() => ask(sql), SyntaxFault, sql.slice(0, 30));
    }
  });

  it('stops at a division by nothing, and at a query that names itself without an end', () => {
    for (const [sql, what] of [
      ['SELECT 1 / 0', 'zero'],
      ['SELECT id % 0 FROM people', 'zero'],
    ] as const) {
      assert.throws(
        () => ask(sql),
        (error) => error instanceof QueryFault && error.what === what,
      );
    }
    assert.equal(
      ask('WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n FROM t) SELECT count(*) FROM t').rows.length,
      1,
    );
  });

  it('gives up on what would cost too much', () => {
    const many = `SELECT 1 FROM ${Array.from({ length: 12 }, (_, at) => `people p${at}`).join(', ')}`;
    assert.throws(
      () => ask(many),
      (error) => error instanceof QueryFault && error.what === 'cost',
    );
  });

  it('gives up on what is made to be deep, long or large', () => {
    const deep = `SELECT * FROM ${'(SELECT * FROM '.repeat(3000)}people`;
    for (const sql of [
      deep,
      `SELECT ${'1+'.repeat(9000)}1`,
      `SELECT 1${' UNION ALL SELECT 1'.repeat(4000)}`,
      `SELECT 1${'::text'.repeat(4000)}`,
    ]) {
      assert.throws(() => ask(sql), SyntaxFault, sql.slice(0, 30));
    }
    const large = `replace('${'a'.repeat(300)}', 'a', '${'b'.repeat(300)}')`;
    const wide = `SELECT ${Array.from({ length: 150 }, () => large).join(', ')} FROM generate_series(1, 9000) n`;
    assert.throws(
      () => ask(wide),
      (error) => error instanceof QueryFault && error.what === 'cost',
    );
  });

  it('fails in no other way, whatever words stand behind one another', () => {
    const word = fc.constantFrom(
      ..."SELECT FROM WHERE people pets id name * , . ( ) = < || :: NOT AND OR IN IS NULL CASE WHEN THEN END ORDER BY GROUP LIMIT 1 0 -1 'a' count lower JOIN ON LEFT [ ] LIKE ~ AS text UNION ALL EXISTS ARRAY DISTINCT HAVING -".split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        try {
          ask(`SELECT ${words.join(' ')}`);
        } catch (error) {
          if (!(error instanceof SyntaxFault) && !(error instanceof QueryFault)) throw error;
        }
      }),
    );
  });
});
