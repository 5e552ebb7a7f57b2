// What every format has to be: known by one name, described for people, and safe for whatever bytes come, however many.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson, readsAnyText } from '../../testing/spoiled-records.ts';
import { SOURCES } from './index.ts';

/** Beginnings that many formats look at closer. */
const HEADS = [
  '',
  '<34>Nov 29 22:06:04 db1 sshd[1]: ',
  '<1>1 - h a p m ',
  '127.0.0.1:1 [29/Nov/2026:22:05:18.885] a b/c 1/1/1/1/1 200 1 - - ---- 1/1 1/1 ',
  '127.0.0.1 - - [29/Nov/2026:20:37:03 +0000] "',
  '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be bkt [06/Feb/2019:00:00:38 +0000] ',
  '[2030-08-30T11:59:37,786][WARN ][i.s.s.query ] [n] [i][0] took[1], took_millis[1], ',
  '{"a":"',
  '2026-11-29 22:06:37.123 UTC [812] ada@crm LOG:  statement: ',
];
/** What patterns go back over. */
const UNITS = [
  ' ',
  'a',
  '"',
  '\\',
  '\\x4',
  '[',
  '] [',
  ' - ',
  '" "',
  ' from ',
  '%2',
  'x="',
  '; USER=',
  '/',
  '{',
  ': ',
  "'",
  '/*',
];
const LENGTH = 300_000;

describe('every format of logs', () => {
  it('has a name of its own, and says what it is and where it is defined', () => {
    assert.equal(new Set(SOURCES.map(({ name }) => name)).size, SOURCES.length);
    for (const { name, title, reference } of SOURCES) {
      assert.match(name, /^[a-z0-9-]+$/);
      for (const text of [title, reference]) assert.ok(text, name);
    }
  });

  for (const source of SOURCES) {
    it(`throws at nothing, and does not hang: ${source.name}`, () => {
      readsAnyText(source, HEADS, 50);
      readsAnyJson(source, [Object.fromEntries((source.jsonKeys ?? []).map((key) => [key, 'x']))], 50);
      const reader = source.open(undefined, () => 0);
      for (const head of HEADS) {
        for (const unit of UNITS) {
          const text = head + unit.repeat(LENGTH / unit.length);
          reader.begins?.(text);
          reader.fromText?.(text);
        }
      }
    });
  }
});
