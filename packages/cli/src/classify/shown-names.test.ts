import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPathNames, shownName, shownPath } from './shown-names.ts';

describe('names as they are shown', () => {
  for (const [name, shown] of [
    ['mails of ada@example.org', 'mails of ‹e-mail›'],
    ['notes about Ottilie Quillfeather', 'notes about ‹name›'],
    ['customer 4539 1488 0343 6467', 'customer ‹number›'],
    ['customer_name', 'customer_name'],
    ['string.values[user_id]', 'string.values[user_id]'],
  ] as const) {
    it(`turns ${name} into ${shown}`, () => assert.equal(shownName(name), shown));
  }

  for (const path of [
    'logs/2026-01-31/app-20260131-235959.log.gz',
    'a/3f2504e0-4f89-11d3-9a0c-0305e82c3301/0123456789abcdef0123456789abcdef.json',
    'clickhouse at 192.168.100.200:8123',
    '/var/lib/mysql-2024/some-folder-of-programs/with-a-long-name-1/x.sql',
  ]) {
    it(`lets ${path} as it is`, () => assert.equal(shownPath(path), path));
  }

  it('masks what stands in the parts of a path', () => {
    assert.equal(shownPath('mail/bo.hansen@mail-corp.com/Ottilie Quillfeather.pdf'), 'mail/‹e-mail›/‹name›.pdf');
    assert.equal(shownPath('keys/anna@example.org'), 'keys/‹e-mail›');
    assert.equal(shownPath('keys/anna@example.org.p12'), 'keys/‹e-mail›.p12');
    assert.equal(shownPath('cards/4539148803436467.txt'), 'cards/‹number›.txt');
  });

  it('keeps paths apart that are masked alike, and their endings', () => {
    const nameOf = createPathNames();
    assert.deepEqual(['a@b.org.csv', 'c@d.org.csv', 'e.csv'].map(nameOf), ['‹e-mail›.csv', '‹e-mail 2›.csv', 'e.csv']);
  });
});
