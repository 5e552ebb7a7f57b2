// Lines as they come from a stream that stays open.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventLines } from './event-lines.ts';

const LINE = '2026-11-29T22:03:22.126000Z\t    8 Query\tselect name from people\n';

describe('lines of a stream', () => {
  it('are told when nothing more comes, though they could go on', async () => {
    let goOn: () => void = () => {};
    const isSeen = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* bytes() {
      yield Buffer.from(LINE);
      // The stream is silent until the first event was told.
      await isSeen;
      yield Buffer.from(LINE.slice(0, 20));
      yield Buffer.from(`${LINE.slice(20)} where id = 7\n`);
    }
    const seen: unknown[][] = [];
    for await (const records of eventLines(bytes())) {
      for (const { line, event } of records) seen.push([line, event?.query]);
      if (seen.length > 0) goOn();
    }
    assert.deepEqual(seen, [
      [1, 'select name from people'],
      [2, 'select name from people\n where id = 7'],
    ]);
  });

  it('close their stream where nobody reads on', async () => {
    let isClosed = false;
    async function* bytes() {
      try {
        for (;;) yield Buffer.from('{"a":1}\n');
      } finally {
        isClosed = true;
      }
    }
    for await (const records of eventLines(bytes())) if (records.length > 0) break;
    assert.ok(isClosed);
  });
});
