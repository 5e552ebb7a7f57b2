import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { httpResponse } from './http.ts';
import { parseJson } from './json.ts';

const bytes = (text: string | Buffer) => new Uint8Array(Buffer.isBuffer(text) ? text : Buffer.from(text, 'latin1'));
const read = (text: string | Buffer, final = false, method = 'GET') =>
  httpResponse(method, 1000, 1000)(bytes(text), final);

function whole(text: string | Buffer, final = false, method = 'GET') {
  const framed = read(text, final, method);
  assert.ok(typeof framed === 'object', `it is ${String(framed)}`);
  return { ...framed.reply, text: Buffer.from(framed.reply.body).toString(), used: framed.used };
}

describe('an HTTP response', () => {
  it('ends where its length says', () => {
    const answer = whole('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcNEXT');
    assert.equal(answer.text, 'abc');
    assert.equal(answer.used, 41);
    assert.equal(answer.reusable, true);
  });

  it('ends with its last chunk', () => {
    const answer = whole(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\nNEXT',
    );
    assert.equal(answer.text, 'abcde');
  });

  it('ends with the connection where nothing else tells', () => {
    assert.equal(read('HTTP/1.0 200 OK\r\n\r\nabc'), 'more');
    const answer = whole('HTTP/1.0 200 OK\r\n\r\nabc', true);
    assert.equal(answer.text, 'abc');
    assert.equal(answer.truncated, false);
    assert.equal(answer.reusable, false);
  });

  it('is told as cut short when it is', () => {
    assert.equal(whole('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc', true).truncated, true);
    assert.equal(whole(`HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n${'a'.repeat(2000)}`).text.length, 1000);
  });

  it('has no body where the method or the status says so', () => {
    assert.equal(whole('HTTP/1.1 204 No Content\r\n\r\n').text, '');
    assert.equal(whole('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n', false, 'HEAD').text, '');
  });

  it('comes after interim ones', () => {
    assert.equal(
      whole('HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx').status,
      200,
    );
  });

  for (const [encoding, encode] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const) {
    it(`is decompressed from ${encoding}, and a bomb is not`, () => {
      const answer = (text: string) => {
        const body = encode(Buffer.from(text));
        return Buffer.concat([
          Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n`),
          body,
        ]);
      };
      assert.equal(whole(answer('hello')).text, 'hello');
      const bomb = whole(answer('0'.repeat(100_000)));
      assert.equal(bomb.text, '');
      assert.equal(bomb.truncated, true);
    });
  }

  for (const text of [
    'SSH-2.0-x\r\n',
    'HTTP/2 200\r\n\r\n',
    'HTTP/1.1 OK\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => assert.equal(read(text), 'foreign'));
  }

  it('never throws and never loops, in 100,000 random and mutated replies', () => {
    const samples = [
      'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
      'HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd',
    ];
    const mutated = fc
      .tuple(fc.constantFrom(...samples), fc.nat(60), fc.string({ maxLength: 6 }))
      .map(([sample, at, junk]) => sample.slice(0, at) + junk + sample.slice(at + junk.length));
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string()), fc.boolean(), (text, final) => {
        const framed = read(text, final);
        if (final) assert.notEqual(framed, 'more');
      }),
      { numRuns: 100_000, seed: 1 },
    );
  });
});

describe('JSON from a stranger', () => {
  it('is read where it is JSON, and nothing where it is not or is nested too deep', () => {
    assert.deepEqual(parseJson('{"a":[1,"]]]"]}'), { a: [1, ']]]'] });
    assert.equal(parseJson('{'), undefined);
    assert.equal(parseJson('['.repeat(1_000_000)), undefined);
    assert.equal(parseJson(`${'['.repeat(100)}${']'.repeat(100)}`), undefined);
  });
});
