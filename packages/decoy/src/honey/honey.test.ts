// Honey rows: nobody's data, and known again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTokenRecogniser } from '@vigie/detect';
import { makeHoney, rowObject } from './honey.ts';

const KEY = new Uint8Array(32).fill(5);
const NOW = Date.UTC(2026, 10, 29);
const honey = makeHoney(KEY, NOW);
const [customers, orders, keys] = honey.tables;

describe('honey rows', () => {
  it('are the same for the same key and day, and others for another key', () => {
    assert.deepEqual(makeHoney(KEY, NOW), honey);
    assert.notDeepEqual(makeHoney(new Uint8Array(32).fill(6), NOW).tables[0]?.rows[0], customers?.rows[0]);
  });

  it('are known again, each of them', () => {
    const recogniser = createTokenRecogniser(KEY);
    for (const table of honey.tables) {
      for (const row of table.rows) assert.ok(recogniser.find(row.join(' ')).length > 0, row.join(' '));
    }
  });

  it('have addresses and numbers that nobody has', () => {
    assert.ok(customers);
    for (const row of customers.rows) {
      const { email, phone } = rowObject(customers, row);
      assert.match(String(email), /^[a-z.]+\d+@mail\.example\.org$/);
      assert.match(
        String(phone),
        /^\+1 \d{3} 555 01\d\d$|^\+44 7700 900\d{3}$|^\+33 1 99 00 \d\d \d\d$|^\+49 30 23125 \d{3}$/,
      );
    }
  });

  it('belong together: orders are of customers, and nothing is of tomorrow', () => {
    assert.ok(customers && orders && keys);
    const ids = new Set(customers.rows.map(([id]) => id));
    for (const row of orders.rows) assert.ok(ids.has(rowObject(orders, row).customer_id ?? ''));
    for (const table of honey.tables) {
      for (const row of table.rows) assert.ok(String(row.at(-1)) < '2026-11-29');
    }
  });
});
