import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Block } from '../source.ts';
import { findInRows, startRowThreads } from './find-in-rows.ts';

const threads = startRowThreads({ kinds: ['person/*', 'conversation'] }, 1);
after(() => threads.end());

function block(rows: readonly unknown[]): Block {
  const bytes = Buffer.from(`${rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')}\n`);
  return { columns: ['id', 'note', 'extra'], bytes, rows: rows.length };
}

async function* blocks(...all: Block[]) {
  yield* all;
}

describe('spans in rows', () => {
  it('are told by row, field and their place in the value, in UTF-8', async () => {
    const first = block([
      [1, 'nothing here', null],
      [2, 'caf\u00e9: bo.hansen@mail-corp.com', { mail: 'cy.olsen@mail-corp.com' }],
    ]);
    const second = block(['{not a row', [4, 'di.berg@mail-corp.com', null]]);
    const places: unknown[] = [];
    const faults: string[] = [];
    for await (const found of findInRows(blocks(first, second), 'a.db, table t', threads)) {
      if ('code' in found) faults.push(found.message);
      else {
        for (const { row, field, offset, length, kind } of found.spans) {
          if (kind === 'person/email') places.push([row, field, offset, length]);
        }
      }
    }
    assert.deepEqual(places, [
      [2, 'note', 7, 23],
      [2, 'extra.mail', 0, 22],
      [4, 'note', 0, 21],
    ]);
    assert.deepEqual(faults, ['1 of its rows could not be read']);
  });

  it('do not show keys that are values themselves', async () => {
    const keyed = block([
      [1, 'x', { 'bo.hansen@mail-corp.com': 'cy.olsen@mail-corp.com', '12345678': 'di.berg@mail-corp.com' }],
    ]);
    const fields = new Set<string>();
    for await (const found of findInRows(blocks(keyed), 'a.db, table t', threads)) {
      if (!('code' in found)) for (const { field } of found.spans) fields.add(field);
    }
    assert.deepEqual([...fields], ['extra.*']);
  });
});
