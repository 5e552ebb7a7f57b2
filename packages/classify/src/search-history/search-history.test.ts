import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findAll } from '../../testing/find.ts';
import { searchHistoryFinder } from './finder.ts';
import { queryVerdict, wordsInQueryLanguage } from './query-text.ts';
import { searchInUrl } from './url-search.ts';

const found = (text: string) =>
  findAll(searchHistoryFinder, text)
    .matches.filter((match) => match.confidence >= 0.75)
    .map(({ start, end }) => Buffer.from(text).subarray(start, end).toString());

describe('queryVerdict', () => {
  for (const typed of [
    'mal di schiena rimedi',
    'select a good lawyer',
    'update my passport',
    'show me hotels',
    '離婚 費用',
    'with love lyrics',
    'wo ist die nächste Apotheke?',
    "l'avocat divorce",
  ]) {
    it(`knows what a person typed: ${typed}`, () => assert.equal(queryVerdict(typed), 'typed'));
  }
  const statements = [
    'SELECT * FROM a',
    'select id, b from c where d = 1',
    'WITH x AS (SELECT 1) SELECT 2',
    'INSERT INTO a (b) VALUES (1)',
    'UPDATE a SET b = 1',
    'DELETE FROM a',
    'DROP TABLE a',
    'SHOW TABLES',
    '{ user { id } }',
    'query A($b: C) { d }',
    'mutation { a }',
    'sum(rate(http_requests_total[5m]))',
    '{app="x"} |= "err"',
    'level:error AND service:api',
    'MATCH (n:User) RETURN n',
    '*:*',
    '{"match_all":{}}',
    'HGETALL user:1',
    '//div[@id]',
    'https://example.org/x',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  ];
  for (const statement of statements)
    it(`knows a statement: ${statement}`, () => assert.equal(queryVerdict(statement), 'statement'));
  it('never throws and never hangs', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        queryVerdict(text);
      }),
    );
    queryVerdict('select '.repeat(70));
    queryVerdict('a='.repeat(249));
  });
});

describe('wordsInQueryLanguage', () => {
  it('takes the words of a person out of a match, and no filter of a program', () => {
    assert.equal(
      wordsInQueryLanguage(
        '{"query":{"bool":{"must":[{"match":{"title":{"query":"sad songs for mum","operator":"and"}}}]}}}',
      ),
      'sad songs for mum',
    );
    assert.equal(wordsInQueryLanguage('{"query":{"term":{"status":"active"}}}'), undefined);
    assert.equal(wordsInQueryLanguage('{"query":{"match_all":{}},"size":10}'), undefined);
  });
});

describe('searchInUrl', () => {
  const SEARCHES = [
    '/search?q=mal+di+denti',
    'https://www.google.co.uk/search?hl=en&q=am+i+ill',
    'https://www.baidu.com/s?wd=%E5%A4%B1%E7%9C%A0',
    'https://yandex.ru/search/?text=%D1%80%D0%B0%D0%B7%D0%B2%D0%BE%D0%B4',
    '/de/suche?suchbegriff=Miete+mindern',
    '/buscar?q=abogado%20laboral',
    '/recherche?motcle=garde+alternée',
  ];
  for (const url of SEARCHES)
    it(`finds the search in ${url}`, () => assert.ok((searchInUrl(url)?.confidence ?? 0) >= 0.75));
  for (const url of [
    '/users?q=5',
    '/list?p=2&s=10',
    '/search?q=',
    '/search?page=2',
    '/api/lookup?key=abc123',
    '/sql?query=SELECT+*+FROM+a',
    '/a?text=hello',
  ]) {
    it(`finds no certain search in ${url}`, () => assert.ok((searchInUrl(url)?.confidence ?? 0) < 0.75));
  }
});

describe('searchHistoryFinder', () => {
  it('reports the value of the parameter in an access log', () => {
    assert.deepEqual(
      found(
        '192.0.2.1 - - [01/Jan/2025:00:00:00 +0000] "GET /search?lang=it&q=mal+di+denti&page=2 HTTP/1.1" 200 5 "-" "x"',
      ),
      ['mal+di+denti'],
    );
  });
  it('reports the value in JSON, and in parallel arrays', () => {
    assert.deepEqual(found('{"ts":"2025-01-01","user_id":"u","search_term":"rozwód jak złożyć"}'), [
      'rozwód jak złożyć',
    ]);
    assert.deepEqual(
      found('{"path":"/v1/search","string.names":["user_id","query","results"],"string.values":["u","安い 旅館","3"]}'),
      ['安い 旅館'],
    );
  });
  it('leaves statements alone', () => {
    assert.deepEqual(
      found(
        '{"user":"app","query":"SELECT a FROM b WHERE c = 1","duration":3}\n{"query":"{ me { id } }","user_id":"u"}',
      ),
      [],
    );
  });
  it('calls words inside a query language possible', () => {
    const [match] = findAll(
      searchHistoryFinder,
      '{"query":{"match":{"title":"quiet hotel with garden"}},"size":3}',
    ).matches;
    assert.ok(match !== undefined && match.confidence >= 0.3 && match.confidence < 0.75);
  });
  it('keeps its spans inside the text, whatever the bytes', { timeout: 20_000 }, () => {
    const piece = fc.constantFrom(
      '/search?q=',
      '&q=',
      'a+b',
      '%zz',
      '{"query":"',
      'x y',
      '"}',
      '\n',
      '"search_term":',
      '%E5%A4',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 30 }).map((list) => Buffer.from(list.join(''))),
    );
    fc.assert(
      fc.property(bytes, (text) => {
        for (const { start, end } of findAll(searchHistoryFinder, text).matches)
          assert.ok(start >= 0 && start < end && end <= text.length);
      }),
    );
    findAll(searchHistoryFinder, '&q='.repeat(100_000));
    findAll(searchHistoryFinder, '{"query":'.repeat(50_000));
  });
});
