// What every decoy keeps to, whatever is sent to it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  ASKER,
  conversationWith,
  http,
  mongodb,
  NATIVE_HELLO,
  native,
  pg,
  pgStart,
  redis,
  VISITS,
  visit,
} from '../../testing/visits.ts';
import { DECOY_KINDS, type DecoyKind, type Turn } from '../decoy.ts';
import { createView } from '../view.ts';

/** The most that one turn may answer: the largest honey table, and room. */
const MAX_ANSWER = 16 << 20;

function check(turn: Turn): void {
  const size = turn.answers.reduce((sum, one) => sum + one.length, 0);
  assert.ok(size <= MAX_ANSWER, `${size} bytes in one turn`);
  for (const asked of turn.asked) {
    assert.equal(typeof asked.words, 'string');
    assert.equal(asked.event(ASKER).time, ASKER.time);
  }
}

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const at = [...new Set(places.map((one) => one % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length));
}

/** Bytes of the answer that are told by the clock or counted, left out. */
function still(answer: Buffer): string {
  return answer.toString('latin1').replace(/X-(?:Amz-Request-Id|ClickHouse-Query-Id): [\w-]+|_scroll_id":"[^"]+/g, '');
}

const CANARY = 'canary-7f3a91';

/** How somebody leaves something, and how somebody looks for it. */
const WRITES: Readonly<Record<DecoyKind, readonly [readonly Buffer[], readonly Buffer[]]>> = {
  clickhouse: [
    [http('POST', '/', `INSERT INTO customers (full_name) VALUES ('${CANARY}')`)],
    [http('POST', '/', 'SELECT * FROM customers')],
  ],
  'clickhouse-native': [
    [NATIVE_HELLO, native(`INSERT INTO customers (full_name) VALUES ('${CANARY}')`)],
    [NATIVE_HELLO, native('SELECT * FROM customers')],
  ],
  elasticsearch: [
    [http('POST', '/customers/_doc', `{"full_name":"${CANARY}"}`)],
    [http('GET', '/customers/_search?size=5000')],
  ],
  redis: [[redis('SET', 'found', CANARY)], [redis('GET', 'found'), redis('KEYS', '*')]],
  mongodb: [
    [mongodb({ insert: 'customers', documents: [{ full_name: CANARY }] })],
    [mongodb({ find: 'customers', batchSize: 5000 })],
  ],
  postgresql: [
    [pgStart(), pg('Q', `INSERT INTO customers (full_name) VALUES ('${CANARY}')`)],
    [pgStart(), pg('Q', 'SELECT * FROM customers')],
  ],
  'http-bucket': [
    [http('PUT', '/backups/found.txt', CANARY)],
    [http('GET', '/backups/found.txt'), http('GET', '/backups?list-type=2')],
  ],
};

for (const kind of DECOY_KINDS) {
  const whole = Buffer.concat(VISITS[kind]);

  describe(`the decoy of ${kind}`, () => {
    it('gives out honey rows, and says what was done to it', () => {
      const { answer, asked, isOver } = visit(kind, VISITS[kind]);
      const intents = asked.map(({ intent }) => intent);
      assert.ok(answer.length > 500);
      assert.equal(isOver, false);
      assert.ok(intents.includes('read'), intents.join());
      assert.ok(intents.includes('destroy') || intents.includes('reach'), intents.join());
    });

    it('answers the same, whatever pieces the bytes come in', () => {
      const wanted = still(visit(kind, [whole]).answer);
      fc.assert(
        fc.property(fc.array(fc.nat(), { maxLength: 12 }), (places) => {
          assert.equal(still(visit(kind, cut(whole, places)).answer), wanted);
        }),
        { numRuns: 20 },
      );
    });

    it('stands any bytes', () => {
      fc.assert(
        fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }), (pieces) => {
          const conversation = conversationWith(kind);
          for (const one of pieces) check(conversation.take(one));
        }),
      );
    });

    it('stands conversations with spoilt bytes in them', () => {
      const spoil = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(spoil, fc.nat(), (changes, place) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          const conversation = conversationWith(kind);
          for (const one of cut(bytes, [place])) check(conversation.take(one));
        }),
        { numRuns: 60 },
      );
    });

    it('hangs up on who sends without an end', () => {
      const conversation = conversationWith(kind);
      const start =
        kind === 'redis'
          ? '*1\r\n$900000000\r\n'
          : kind === 'postgresql' || kind === 'mongodb'
            ? ''
            : 'POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n';
      let isOver = conversation.take(Buffer.from(start)).isOver;
      for (let count = 0; count < 40 && !isOver; count += 1)
        isOver = conversation.take(Buffer.alloc(65_536, 0x20)).isOver;
      assert.ok(isOver);
    });

    it('shows what it is given to the address that gave it, and to nobody else', () => {
      const [writes, reads] = WRITES[kind];
      const [guest, other] = [createView(), createView()];
      const written = visit(kind, writes, guest);
      assert.ok(written.asked.some(({ intent }) => intent === 'write'));
      assert.ok(visit(kind, reads, guest).answer.includes(CANARY));
      assert.ok(!visit(kind, reads, other).answer.includes(CANARY));
    });
  });
}
