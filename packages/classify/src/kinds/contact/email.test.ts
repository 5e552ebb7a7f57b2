import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { EMAIL_EXAMPLES, emailFinder, normaliseEmail } from './email.ts';
import { isRoleMailbox } from './role-mailbox.ts';

function found(text: string): string[] {
  const bytes = Buffer.from(text);
  return findAll(emailFinder, bytes).matches.map(({ start, end }) => bytes.subarray(start, end).toString());
}

function first(text: string) {
  const match = findAll(emailFinder, text).matches[0];
  assert.ok(match, text);
  return match;
}

describe('e-mail addresses', () => {
  for (const text of EMAIL_EXAMPLES.valid) it(`finds ${text}`, () => assert.deepEqual(found(text), [text]));
  for (const text of EMAIL_EXAMPLES.invalid)
    it(`does not take ${text} for one`, () => assert.deepEqual(found(text), []));

  const wrapped: readonly (readonly [string, string])[] = [
    ['{"email":"ada@posteo.de","x":1}', 'ada@posteo.de'],
    ['Write to <ada@posteo.de>.', 'ada@posteo.de'],
    ['mailto:ada@posteo.de?subject=hi', 'ada@posteo.de'],
    ['GET /x?email=ada@posteo.de&y=1', 'ada@posteo.de'],
    ['https://site.net?mail=ada@posteo.de', 'ada@posteo.de'],
    ['GET /x?email=ada%40posteo.de&y=1', 'ada%40posteo.de'],
    ['"line\\nada@posteo.de"', 'ada@posteo.de'],
    ['"\\u003cada@posteo.de\\u003e"', 'ada@posteo.de'],
    ['邮箱li.wei@mail.cn，电话', 'li.wei@mail.cn'],
    ['写信到li@mail.cn您好', 'li@mail.cn'],
    ['メールはkei@mail.jpです', 'kei@mail.jp'],
    ["'ada@posteo.de'", 'ada@posteo.de'],
    ['...ada@posteo.de...', 'ada@posteo.de'],
    ['ada@posteo.de.Please answer', 'ada@posteo.de'],
    ['ADA.LOVELACE@POSTEO.DE', 'ADA.LOVELACE@POSTEO.DE'],
  ];
  for (const [text, address] of wrapped)
    it(`reads the address out of ${text}`, () => assert.deepEqual(found(text), [address]));

  it('says why a look-alike is none', () => {
    const why = (text: string) => findAll(emailFinder, text).dropped.map((lookAlike) => lookAlike.why);
    assert.deepEqual(why('see react@18.2.0'), ['a version or a number behind the sign']);
    assert.deepEqual(why('postgres://app:pa$$w0rd@db.host.net:5432/x'), ['a login in a URL']);
    assert.deepEqual(why('scp deploy@web.host.net:/srv/app .'), [
      'the address of a repository or of files on a server',
    ]);
    assert.deepEqual(why('Message-ID: <20250106.1234@mail.host.net>'), ['the id of a message']);
  });

  it('keeps a documentation domain below certain', () => {
    for (const text of [
      'ada@example.org',
      'ada@mail.example.com',
      'ada@shop.example',
      'ada@x.invalid',
      'ada@example.co.uk',
    ]) {
      const match = first(text);
      assert.ok(match.confidence >= 0.3 && match.confidence < 0.75, text);
      assert.ok(match.reasons.includes('a documentation domain'), text);
    }
  });

  it('calls an address with a top-level domain that nobody runs possible', () => {
    assert.equal(first('ada@host.qqzz').confidence < 0.75, true);
    assert.equal(first('ada@nas.local').confidence < 0.75, true);
    assert.equal(first('ada@posteo.de').confidence >= 0.75, true);
  });

  it('is linear in a text that is all signs', () => {
    const text = 'a@'.repeat(200_000);
    const before = performance.now();
    assert.deepEqual(found(text), []);
    assert.ok(performance.now() - before < 4000);
  });
});

describe('one spelling of a mailbox', () => {
  const cases: readonly (readonly [string, string])[] = [
    [' Ada@Posteo.DE ', 'ada@posteo.de'],
    ['mailto:ada@posteo.de?subject=x', 'ada@posteo.de'],
    ['<ada@posteo.de>', 'ada@posteo.de'],
    ['ada%40posteo.de', 'ada@posteo.de'],
    ['ada.l+news@posteo.de', 'ada.l+news@posteo.de'],
    ['A.da+news@GoogleMail.com', 'ada@gmail.com'],
  ];
  for (const [written, one] of cases) it(`is ${one} for ${written}`, () => assert.equal(normaliseEmail(written), one));
});

describe('role mailboxes', () => {
  for (const local of [
    'noreply',
    'no-reply',
    'do_not_reply',
    'INFO',
    'support',
    'kiosk',
    'kiosk12',
    'helpdesk',
    'it-support',
    'kundenservice',
    'ne-pas-repondre',
    'nao-responda',
    'atendimento',
    'biuro',
    'contacto',
    'info-paris',
    'support+42',
    'klantenservice',
    'kefu',
    'assistenza',
  ]) {
    it(`knows ${local}@ for a desk`, () => assert.equal(isRoleMailbox(`${local}@mail.net`), true));
  }
  for (const local of ['ada.lovelace', 'olivia.thompson7', 'wei.zhang', 'm.post-weber', 'noah', 'teamo', 'infante']) {
    it(`takes ${local}@ for a person`, () => assert.equal(isRoleMailbox(`${local}@mail.net`), false));
  }
});
