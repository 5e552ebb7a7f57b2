// What is pushed at us over real sockets: kept before it is acknowledged, read in its order, refused where too much waits.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Place } from '../inputs/input.ts';
import { type Journal, openJournal } from '../keep/journal.ts';
import { createSeal } from '../keep/seal.ts';
import { listenHttp, type PushOptions } from './http.ts';
import { ListenFault } from './listening.ts';
import { linesOfOtlp } from './otlp.ts';
import { listenSyslog, SyslogFramer } from './syslog.ts';

const folders: string[] = [];
const seal = createSeal(randomBytes(32), (count) => randomBytes(count));
const closing: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of closing.toReversed()) await close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

async function journalIn(folder: string, maxBytes?: number): Promise<Journal> {
  const journal = await openJournal({ folder, seal, name: 'pushed', ...(maxBytes !== undefined && { maxBytes }) });
  closing.push(journal.close);
  return journal;
}

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vigie-push-'));
  folders.push(made);
  return made;
}

/** Reads so many lines, from a place on. */
async function read(
  journal: Journal,
  count: number,
  place?: Place,
): Promise<{ readonly texts: readonly string[]; readonly place: Place }> {
  const stop = AbortSignal.timeout(30_000);
  const texts: string[] = [];
  let last: Place;
  if (count === 0) return { texts, place };
  for await (const batch of journal.input.open(place, stop)) {
    texts.push(...batch.lines.map(({ text }) => text));
    last = batch.place;
    if (texts.length >= count) return { texts, place: last };
  }
  return assert.fail(`${texts.length} lines of ${count}`);
}

async function http(options: Partial<PushOptions> = {}) {
  const [lines, otlp] = [await journalIn(newFolder()), await journalIn(newFolder())];
  const listening = await listenHttp({ host: '127.0.0.1', port: 0, lines, otlp, ...options });
  closing.push(listening.close);
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    fetch(`http://127.0.0.1:${listening.port}${path}`, { method: 'POST', body, headers });
  return { lines, otlp, post, port: listening.port };
}

const OTLP = {
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: '1790000000000000000',
              body: { stringValue: 'canary-text' },
              attributes: [{ key: 'n', value: { intValue: '7' } }],
            },
          ],
        },
      ],
    },
  ],
};

/** The same, put together byte by byte as the proto files say. */
function asProtobuf(): Uint8Array<ArrayBuffer> {
  const string = (id: number, text: string) =>
    Buffer.concat([Buffer.from([(id << 3) | 2, Buffer.byteLength(text)]), Buffer.from(text)]);
  const message = (id: number, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([(id << 3) | 2, body.length]), body]);
  };
  const time = Buffer.alloc(9);
  time[0] = (1 << 3) | 1;
  time.writeBigUInt64LE(1_790_000_000_000_000_000n, 1);
  const keyValue = (id: number, key: string, value: Buffer) => message(id, string(1, key), message(2, value));
  const record = message(2, time, message(5, string(1, 'canary-text')), keyValue(6, 'n', Buffer.from([3 << 3, 7])));
  const resource = message(1, keyValue(1, 'service.name', string(1, 'shop')));
  return new Uint8Array(message(1, resource, message(2, record)));
}

describe('what is pushed over HTTP', () => {
  it('is kept as it came, lines and OTLP in both forms alike', async () => {
    const { lines, otlp, post } = await http();
    const kept = await post('/events', '{"a":1}\n\n{"a":2}\r\n', { 'content-type': 'application/x-ndjson' });
    assert.equal(kept.status, 200);
    assert.deepEqual((await read(lines, 2)).texts, ['{"a":1}', '{"a":2}']);
    const json = await post('/v1/logs', gzipSync(JSON.stringify(OTLP)), {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    assert.equal(json.status, 200);
    const packed = await post('/v1/logs', asProtobuf(), { 'content-type': 'application/x-protobuf' });
    assert.equal(packed.status, 200);
    assert.equal(packed.headers.get('content-type'), 'application/x-protobuf');
    const { texts } = await read(otlp, 2);
    assert.deepEqual(JSON.parse(texts[0] ?? ''), OTLP);
    assert.deepEqual(JSON.parse(texts[1] ?? ''), OTLP);
  });

  it('is refused with the reason', async () => {
    const { post, port, lines } = await http({ token: 'a-token-of-this-test' });
    const ndjson = { 'content-type': 'application/x-ndjson', authorization: 'Bearer a-token-of-this-test' };
    assert.equal((await post('/events', '{}', { 'content-type': 'application/x-ndjson' })).status, 401);
    assert.equal(
      (await post('/events', '{}', { ...ndjson, authorization: 'Bearer a-token-of-this-tesd' })).status,
      401,
    );
    assert.equal((await post('/events', '{}', { ...ndjson, origin: 'https://example.org' })).status, 403);
    assert.equal((await post('/other', '{}', ndjson)).status, 404);
    assert.equal((await fetch(`http://127.0.0.1:${port}/events`)).status, 405);
    assert.equal((await post('/events', '{}', { ...ndjson, 'content-type': 'image/png' })).status, 415);
    assert.equal((await post('/v1/logs', 'no json', { ...ndjson, 'content-type': 'application/json' })).status, 400);
    assert.equal(
      (await post('/events', gzipSync(Buffer.alloc(16 << 20)), { ...ndjson, 'content-encoding': 'gzip' })).status,
      413,
    );
    assert.equal((await post('/events', '{}', ndjson)).status, 200);
    assert.equal(lines.counts().accepted, 1);
  });

  it('is told to come again where too much waits, and counted', async () => {
    const lines = await journalIn(newFolder(), 2_000);
    const { post } = await http({ lines });
    const body = `${'x'.repeat(900)}\n`;
    const statuses = [];
    for (let at = 0; at < 4; at += 1)
      statuses.push((await post('/events', body, { 'content-type': 'text/plain' })).status);
    assert.deepEqual(statuses, [200, 200, 503, 503]);
    assert.equal(lines.counts().refused, 2);
  });

  it('never fails at bytes that are no OTLP', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('json' as const, 'protobuf' as const),
        (bytes, form) => {
          linesOfOtlp(Buffer.from(bytes), form);
        },
      ),
    );
    const deep = Buffer.alloc(400_000, Buffer.from([0x2a, 0x7f]));
    linesOfOtlp(deep, 'protobuf');
    linesOfOtlp(Buffer.from('['.repeat(400_000)), 'json');
  });
});

describe('syslog', () => {
  it('is kept from both transports and both framings', async () => {
    const journal = await journalIn(newFolder());
    const listening = await listenSyslog({ host: '127.0.0.1', port: 0, journal });
    closing.push(listening.close);
    const socket = connect(listening.port, '127.0.0.1');
    socket.write('<34>1 2026-11-29T20:00:00Z h app - - - one\n23 <34>Nov 29 20:00:01 two');
    socket.end('<13>three');
    const udp = createSocket('udp4');
    const { texts, place } = await read(journal, 2);
    assert.deepEqual([...texts].slice(0, 2), ['<34>1 2026-11-29T20:00:00Z h app - - - one', '<34>Nov 29 20:00:01 two']);
    const rest = texts.length > 2 ? texts.slice(2) : (await read(journal, 1, place)).texts;
    assert.deepEqual(rest, ['<13>three']);
    await new Promise((resolve) => udp.send('<13>four\n', listening.port, '127.0.0.1', resolve));
    udp.close();
    assert.ok((await read(journal, 4)).texts.includes('<13>four'));
  });

  it('says who has the port', async () => {
    const journal = await journalIn(newFolder());
    const listening = await listenSyslog({ host: '127.0.0.1', port: 0, journal });
    closing.push(listening.close);
    await assert.rejects(listenSyslog({ host: '127.0.0.1', port: listening.port, journal }), (error) => {
      return error instanceof ListenFault && /another program listens there; name another port/.test(error.message);
    });
  });

  it('is framed alike however the bytes come', () => {
    const message = fc.stringMatching(/^<\d{1,3}>[a-z ]{0,20}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(message, fc.boolean()), { maxLength: 8 }),
        fc.array(fc.nat(200), { maxLength: 6 }),
        (messages, cuts) => {
          const bytes = Buffer.concat(
            messages.map(([text, isCounted]) => Buffer.from(isCounted ? `${text.length} ${text}` : `${text}\n`)),
          );
          const framer = new SyslogFramer();
          const got: string[] = [];
          let from = 0;
          for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
            got.push(...(framer.cut(bytes.subarray(from, cut)) ?? []));
            from = Math.max(from, Math.min(cut, bytes.length));
          }
          assert.deepEqual(
            [...got, ...framer.rest()],
            messages.map(([text]) => text),
          );
        },
      ),
    );
  });
});

describe('the journal', () => {
  it('gives what it kept after a restart, from a place on, sealed on the disk, and forgets what is behind', async () => {
    const folder = newFolder();
    const first = await journalIn(folder);
    await first.append(['canary one', 'canary two']);
    const { place } = await read(first, 2);
    await first.append(['canary three']);
    await first.close();
    for (const name of readdirSync(folder)) assert.ok(!readFileSync(join(folder, name)).includes('canary'));
    const second = await journalIn(folder);
    await second.append(['canary four']);
    const behind = await read(second, 2, place);
    assert.deepEqual(behind.texts, ['canary three', 'canary four']);
    const files = readdirSync(folder).length;
    await second.forgetBefore(behind.place);
    assert.ok(readdirSync(folder).length < files);
    assert.equal(second.counts().waitingBytes, 0);
    assert.deepEqual((await read(second, 1)).texts.slice(0, 1), ['canary four']);
  });
});
