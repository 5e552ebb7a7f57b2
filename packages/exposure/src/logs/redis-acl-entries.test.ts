// Whatever is refused when, and whenever it is looked at: each refusal is told once. The server's side is that of Redis' acl.c: the same
// refusal within a minute is counted in the same entry, which becomes the newest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RespValue } from '../net/resp.ts';
import { aclEntriesBehind, type KnownRefusal } from './redis-acl-entries.ts';

interface Entry {
  readonly who: string;
  readonly id: number;
  readonly created: number;
  updated: number;
  count: number;
}

const bulk = (text: string): RespValue => ({ type: 'bulk', bytes: Buffer.from(text) });
const MINUTE_MS = 60_000;

/** @param isOld before version 7.2, which tells ages only */
function replyOf(entries: readonly Entry[], now: number, isOld: boolean): RespValue {
  return {
    type: 'array',
    items: entries.map(({ who, id, created, updated, count }): RespValue => {
      const pairs: Record<string, string> = {
        reason: 'auth',
        context: 'toplevel',
        object: 'AUTH',
        username: who,
        'age-seconds': ((now - updated) / 1e3).toFixed(3),
        'client-info': 'id=3 addr=10.0.0.7:40122',
        ...(!isOld && {
          'entry-id': String(id),
          'timestamp-created': String(created),
          'timestamp-last-updated': String(updated),
        }),
      };
      const items = Object.entries(pairs).flatMap(([name, value]) => [bulk(name), bulk(value)]);
      return { type: 'array', items: [bulk('count'), { type: 'integer', value: count }, ...items] };
    }),
  };
}

describe('entries of ACL LOG', () => {
  it('tell each refusal once, however they are counted together and whenever they are read', () => {
    const steps = fc.array(
      fc.record({
        afterMs: fc.integer({ min: 200, max: 90_000 }),
        tries: fc.integer({ min: 0, max: 4 }),
        who: fc.constantFrom('ada', 'bo'),
        isRead: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(
        steps,
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1 }),
        (all, isOld, late) => {
          const entries: Entry[] = [];
          let known: readonly KnownRefusal[] = [];
          let now = 1_796_000_000_000;
          let id = 0;
          const told = new Set<number>();
          const wanted = { ada: 0, bo: 0 };
          const got: Record<string, number> = { ada: 0, bo: 0 };
          let reads = 0;
          const read = () => {
            const lateMs = late[reads % late.length] ?? 0;
            reads += 1;
            const { fresh, known: next } = aclEntriesBehind(replyOf(entries, now + lateMs, isOld), now, known);
            known = JSON.parse(JSON.stringify(next)) as KnownRefusal[];
            for (const { fields, number } of fresh) {
              got[String(fields.username)] = (got[String(fields.username)] ?? 0) + Number(fields.count);
              assert.ok(!told.has(number), 'each has a number of its own');
              told.add(number);
            }
          };
          for (const { afterMs, tries, who, isRead } of all) {
            now += afterMs;
            for (let n = 0; n < tries; n += 1) {
              const found = entries.find((one) => one.who === who && now - one.updated <= MINUTE_MS);
              if (found === undefined) {
                id += 1;
                entries.unshift({ who, id, created: now, updated: now, count: 1 });
              } else {
                found.updated = now;
                found.count += 1;
              }
              wanted[who as 'ada' | 'bo'] += 1;
            }
            if (isRead) read();
          }
          read();
          read();
          assert.deepEqual(got, wanted);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('throw at nothing that a server may send', () => {
    const { value } = fc.letrec<{ value: RespValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.record({ type: fc.constant('integer' as const), value: fc.integer() }),
        fc.record({ type: fc.constant('simple' as const), text: fc.string() }),
        fc.record({ type: fc.constant('error' as const), text: fc.string() }),
        fc
          .option(fc.constantFrom('count', 'age-seconds', 'entry-id', 'username', '1', '-1', 'NaN', '1e300', ''))
          .map((text) => ({ type: 'bulk' as const, bytes: text === null ? undefined : Buffer.from(text) })),
        fc.array(tie('value'), { maxLength: 12 }).map((items) => ({ type: 'array' as const, items })),
      ),
    }));
    fc.assert(
      fc.property(value, fc.option(fc.integer(), { nil: undefined }), (reply, now) => {
        const { known } = aclEntriesBehind(reply, now, []);
        JSON.stringify(aclEntriesBehind(reply, now, known));
      }),
    );
  });
});
