import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { divideJson, parseDocument, type TextPlace } from './json-texts.ts';

function placeOf(of: string): TextPlace<string> {
  return { of, under: (name) => placeOf(`${of}/${name}`) };
}

function divided(text: string) {
  const texts: string[] = [];
  const json = parseDocument(text);
  const frame = json && divideJson(json, placeOf(''), (one, of) => texts.push(`${of}: ${one}`));
  return { frame, texts };
}

describe('a JSON document', () => {
  it('is divided into its texts, unescaped and each under its keys, and the frame around them', () => {
    const { frame, texts } = divided(
      JSON.stringify({
        messages: [
          { role: 'user', content: 'my number is\n\u00ab 06 12 34 56 78 \u00bb' },
          { role: 'assistant', content: 'ok' },
          { role: 'user', content: '\u6211\u8fd8\u6ca1\u6709\u544a\u8bc9\u5bb6\u4eba\u3002' },
        ],
        temperature: 0.5,
      }),
    );
    assert.equal(
      frame,
      '{"messages":[{"role":"user","content":""},{"role":"assistant","content":"ok"},{"role":"user","content":""}],"temperature":0.5}',
    );
    assert.deepEqual(texts, [
      '/messages/content: my number is\n\u00ab 06 12 34 56 78 \u00bb',
      '/messages/content: \u6211\u8fd8\u6ca1\u6709\u544a\u8bc9\u5bb6\u4eba\u3002',
    ]);
  });

  it('is divided inside of strings that are documents too', () => {
    const inner = JSON.stringify({ note: 'call me back tomorrow at noon' });
    const { frame, texts } = divided(JSON.stringify({ body: inner, n: null }));
    assert.equal(frame, '{"body":{"note":""},"n":null}');
    assert.deepEqual(texts, ['/body/note: call me back tomorrow at noon']);
  });

  it('names a value by the member beside it that says what it is', () => {
    const { texts } = divided('[{"label":"Home address","value":"12 rue de la Paix, 75002 Paris"}]');
    assert.deepEqual(texts, ['/Home address: 12 rue de la Paix, 75002 Paris']);
  });

  it('is read as it is written where it is nested too deep, or a number has lost digits', () => {
    assert.equal(divided(`${'['.repeat(40)}1${']'.repeat(40)}`).frame, undefined);
    assert.equal(divided('{"card":41111111111111111111}').frame, undefined);
    assert.equal(divided('{"card":4111111111111111}').frame, '{"card":4111111111111111}');
  });

  it('is told from texts in brackets', () => {
    for (const text of ['[INFO] started]', '{not json}', '"a text"', '12', '', '[', '{"a":1}, {"b":2}']) {
      assert.equal(parseDocument(text), undefined, text);
    }
  });

  it('loses nothing: each string and number stands in the frame or among the texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const { frame, texts } = divided(JSON.stringify(value));
        if (frame === undefined) return;
        const all = [frame, ...texts].join('\n');
        const check = (part: unknown): void => {
          if (Array.isArray(part)) part.forEach(check);
          else if (typeof part === 'object' && part !== null) {
            for (const [key, inner] of Object.entries(part)) {
              assert.ok(all.includes(key));
              check(inner);
            }
          } else if (typeof part !== 'string' || parseDocument(part) === undefined) {
            assert.ok(all.includes(Object.is(part, -0) ? '0' : String(part)), String(part));
          }
        };
        check(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
