import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { safeName, safeVersion } from './foreign-text.ts';

describe('a name that a store chose', () => {
  const cases: [string, string][] = [
    ['log_stream', 'log_stream'],
    ['orders 2024-11-23', 'orders 2024-11-23'],
    ['mails ada.b@example.org', 'mails ‹e-mail›'],
    ['user:+33 6 12 34 56 78', 'user:‹number›'],
    ['tok sk-abcdefghijklmnop0123456789ABCDEFGH', 'tok ‹token›'],
    ['a\u001b[31mred\u202e', 'a[31mred'],
    ['客户', '客户'],
  ];
  for (const [name, safe] of cases)
    it(`${JSON.stringify(name)} is shown as ${safe}`, () => assert.equal(safeName(name), safe));

  it('never holds a control character, an e-mail address or more than 201 characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), fc.emailAddress(), (text, mail) => {
        const safe = safeName(`${text.slice(0, 50)} ${mail} ${text}`);
        assert.ok(safe.length <= 201);
        assert.ok(!safe.includes(mail));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
        assert.doesNotMatch(safe, /[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });
});

describe('a version that a store told', () => {
  it('is its first run of version characters', () => {
    assert.equal(safeVersion('18.16.1'), '18.16.1');
    assert.equal(safeVersion('vsFTPd 3.0.3)'), '3.0.3');
    assert.equal(safeVersion('<script>'), undefined);
    assert.equal(safeVersion(undefined), undefined);
  });
});
