import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../../testing/find.ts';
import { userIdFinder } from './user-id.ts';
import { usernameFinder } from './username.ts';

function read(finder: typeof userIdFinder, text: string, field?: string): string[] {
  const bytes = Buffer.from(text);
  return findAll(finder, bytes, field === undefined ? {} : { field })
    .matches.filter(({ confidence }) => confidence >= 0.75)
    .map(({ start, end }) => bytes.subarray(start, end).toString());
}

describe('ids of users', () => {
  for (const [text, id] of [
    ['{"user_id":"u-12ab000034ff","model":"x"}', 'u-12ab000034ff'],
    ['userId=4711 logged in', '4711'],
    ['request="{\\"customerId\\":\\"C-88213\\"}"', 'C-88213'],
    ['Kundennummer: 300412', '300412'],
    ['numéro client : 300412', '300412'],
    ['número de cliente: 300412', '300412'],
    ['codice cliente: AB300412', 'AB300412'],
    ['código do cliente: 300412', '300412'],
    ['klantnummer 300412', undefined],
    ['klantnummer: 300412', '300412'],
    ['numer klienta: 300412', '300412'],
    ['会员编号：300412', '300412'],
    ['お客様番号：300412', '300412'],
    ["'account_id' => 'acc_9x8y7z'", 'acc_9x8y7z'],
  ] as const) {
    it(`finds ${id ?? 'none'} in ${text}`, () =>
      assert.deepEqual(read(userIdFinder, text), id === undefined ? [] : [id]));
  }

  it('takes the name of a column for the label', () => {
    assert.deepEqual(read(userIdFinder, '4711', 'customer_no'), ['4711']);
    assert.deepEqual(read(userIdFinder, '4711', 'rows'), []);
  });

  for (const text of [
    'user_id: null',
    'user_id=0',
    'uid=0 euid=0 tty=ssh',
    'uid=1000(ada)',
    'user_id: string',
    'user_id_seq=44',
    'user id: see below',
    'user_id={id}',
  ]) {
    it(`finds none in ${text}`, () => assert.deepEqual(read(userIdFinder, text), []));
  }
});

describe('user names', () => {
  for (const [text, name] of [
    ['{"username":"ada_l"}', 'ada_l'],
    ['{"benutzername": "ada.l"}', 'ada.l'],
    ['{"用户名":"小红"}', '小红'],
  ] as const) {
    it(`finds ${name} in ${text}`, () => assert.deepEqual(read(usernameFinder, text), [name]));
  }
  it('takes the name of a column for the label', () =>
    assert.deepEqual(read(usernameFinder, 'ada_l', 'nome_utente'), ['ada_l']));
  for (const text of ['{"username":"root"}', 'username: required', 'login: failed', '{"username":null}']) {
    it(`finds none in ${text}`, () => assert.deepEqual(read(usernameFinder, text), []));
  }
});
