import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createRenderedRows } from './rendered-rows.ts';
import { fieldsOf, planRows } from './row-fields.ts';

const read = (row: unknown, columns?: readonly string[]) =>
  fieldsOf(row, planRows(columns)).fields.map(({ place: { path, name }, value }) => `${path}|${name}|${value}`);

describe('the fields of a row', () => {
  it('are its columns', () => {
    assert.deepEqual(read(['a@example.org', 7, null, ''], ['email', 'n', 'gone', 'empty']), [
      'email|email|a@example.org',
      'n|n|7',
    ]);
  });

  it('are the pairs of zipped columns and of maps, each under its own name', () => {
    assert.deepEqual(
      read(
        [
          ['user_id', 'msg'],
          ['u-1', 'hello'],
        ],
        ['string.names', 'string.values'],
      ),
      ['string.values[user_id]|user_id|u-1', 'string.values[msg]|msg|hello'],
    );
    assert.deepEqual(read([{ 'user.id': 'u-1' }], ['LogAttributes']), ['LogAttributes.user.id|user.id|u-1']);
  });

  it('keep lists of objects as JSON, since a conversation is one thing', () => {
    const messages = [{ role: 'user', content: 'x' }];
    assert.deepEqual(read({ _id: 1, chat: { id: 'c', messages } }), [
      '_id|_id|1',
      `chat|chat|${JSON.stringify({ id: 'c', messages })}`,
    ]);
  });

  it('are found in any JSON, and never without end', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        for (const field of fieldsOf(value, planRows(undefined)).fields) assert.equal(typeof field.value, 'string');
      }),
    );
    let deep: unknown = 'x';
    for (let i = 0; i < 2000; i += 1) deep = { a: deep };
    assert.equal(fieldsOf(deep, planRows(undefined)).fields.length, 1);
    assert.equal(
      fieldsOf(Object.fromEntries(Array.from({ length: 9000 }, (_, i) => [`k${i}`, i])), planRows(undefined)).fields
        .length,
      2000,
    );
  });
});

describe('rendered rows', () => {
  it('lead from a byte of a value back to its row and field, and from a name nowhere', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40 }), (fields) => {
        const rendered = createRenderedRows(1 << 16);
        fields.forEach(([name, value], i) => {
          rendered.add(i, i + 7, name, value);
        });
        fields.forEach(([name, value], i) => {
          assert.equal(rendered.rowOf(i), i);
          assert.equal(rendered.fieldOf(i), i + 7);
          const begin = rendered.beginOf(i);
          const shown = Buffer.from(rendered.bytes().subarray(begin, rendered.endOf(i))).toString();
          assert.equal(shown, Buffer.from(value).toString().replaceAll('\u001e', ' '));
          if (value !== '') assert.equal(rendered.placeOf(begin), i);
          if (name !== '') assert.equal(rendered.placeOf(begin - 3), -1);
        });
      }),
    );
  });

  it('tell when they are full, and take a value larger than they are', () => {
    const rendered = createRenderedRows(64);
    rendered.add(0, 0, 'a', 'x');
    assert.equal(rendered.isFull, false);
    rendered.add(0, 1, 'b', 'x'.repeat(50_000));
    assert.equal(rendered.isFull, true);
    assert.equal(rendered.endOf(1) - rendered.beginOf(1), 50_000);
    rendered.clear();
    assert.equal(rendered.isFull, false);
  });
});
