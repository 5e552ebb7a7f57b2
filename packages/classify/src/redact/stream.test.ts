import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PEM, PLANTED, testClassifier } from '../../testing/redaction-classifier.ts';
import { createRedactor, type Redactor } from './redactor.ts';
import {
  createRedactionTransform,
  createRedactionTransformStream,
  redactStream,
  type StreamOptions,
} from './stream.ts';

const classifier = testClassifier();
const newRedactor = () => createRedactor({ classifier, key: Buffer.from('a key that only the tests have') });

async function run(parts: Iterable<Uint8Array>, options: StreamOptions = {}, redactor: Redactor = newRedactor()) {
  const out: Uint8Array[] = [];
  for await (const bytes of redactStream(Readable.from(parts, { objectMode: true }), redactor, options)) {
    out.push(Buffer.from(bytes));
  }
  return Buffer.concat(out).toString('utf8');
}

/** The bytes in parts that end at these places. */
function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set([...places.map((place) => place % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

const LOG = [
  '2026-01-02T03:04:05Z INFO started in 12 ms\r\n',
  ...PLANTED.map((value) => `2026-01-02T03:04:05Z WARN für „${value}“ Zürich 山\r\n`),
  '\n',
  `${PEM}\n`,
  'token:\n',
  '{"messages":[{"role":"user","content":"How do I tell my boss that I am ill?"}],"ms":3}\n',
  'the last line has no end, ada.lovelace@posteo.de',
].join('');

describe('redactStream', () => {
  it('lets nothing pass that is cut in two anywhere, and keeps the lines', async () => {
    const bytes = Buffer.from(LOG);
    for (let at = 0; at <= bytes.length; at += 1) {
      const redacted = await run(cutAt(bytes, [at]));
      for (const value of [...PLANTED, ...PEM.split('\n').slice(1, -1), 'my boss']) {
        assert.ok(!redacted.includes(value), `${value} passes where the cut is at ${at}`);
      }
      assert.equal(redacted.split('\n').length, LOG.split('\n').length, `cut at ${at}`);
      assert.equal(redacted.split('\r\n').length, LOG.split('\r\n').length, `cut at ${at}`);
    }
  });

  it('gives the same for any cut into parts', async () => {
    const bytes = Buffer.from(LOG);
    const whole = await run([bytes]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 40 }), async (places) => {
        assert.equal(await run(cutAt(bytes, places)), whole);
      }),
      { numRuns: 60 },
    );
    assert.equal(await run([...bytes].map((byte) => Buffer.of(byte))), whole);
  });

  it('reads the line before a part for what it says of it', async () => {
    const redacted = await run(['password:\n', ' hunter2hunter2\n'].map((line) => Buffer.from(line)));
    assert.equal(redacted, await run([Buffer.from('password:\n hunter2hunter2\n')]));
  });

  it('passes text without findings byte for byte', async () => {
    const bytes = Buffer.from('line one\r\n\r\n\tline two\nü\n\n');
    assert.equal(await run([bytes]), bytes.toString());
    assert.equal(await run([]), '');
  });

  it('withholds lines that are too long, in one part or in many, and the lines around them pass', async () => {
    const long = `ada@posteo.de ${'x'.repeat(3000)}`;
    const bytes = Buffer.from(`one\n${long}\ntwo\n${long}`);
    for (const size of [1, 7, 1000, 100_000]) {
      const redactor = newRedactor();
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      assert.equal(
        await run(parts, { longestLine: 1000 }, redactor),
        'one\n[withheld]\ntwo\n[withheld]',
        `parts of ${size}`,
      );
      assert.equal(redactor.withheld.get('longer than the longest line'), 2);
    }
  });

  it('withholds lines that are no JSON where lines are JSON; empty lines and a byte order mark stay', async () => {
    const redactor = newRedactor();
    const redacted = await run(
      [Buffer.from('\ufeff{"a":1}\r\n\nada@posteo.de\n{"to":"ada@posteo.de"}\n{"cut":"ada@pos')],
      { json: true },
      redactor,
    );
    assert.equal(redacted, '\ufeff{"a":1}\r\n\n"[withheld]"\n{"to":"[person/email]"}\n"[withheld]"');
    assert.equal(redactor.withheld.get('not JSON'), 2);
  });

  it('goes on taking a private key that is longer than any', async () => {
    const body = `${'A1b2'.repeat(16)}\n`;
    const begin = ['-----BEGIN PRIVATE ', 'KEY-----\n'].join('');
    const lines = [begin, ...Array.from({ length: 1500 }, () => body), 'the program went on\n'];
    const redacted = await run(lines.map((line) => Buffer.from(line)));
    assert.ok(!redacted.includes('A1b2'));
    assert.match(redacted, /the program went on\n$/);
    assert.equal(redacted.split('\n').length, 1503);
  });

  it('does not let the unfinished line of a broken stream pass', async () => {
    async function* broken() {
      yield Buffer.from('whole line\nada@posteo');
      throw new Error('cut off');
    }
    const out: string[] = [];
    await assert.rejects(async () => {
      for await (const bytes of redactStream(broken(), newRedactor())) out.push(Buffer.from(bytes).toString());
    }, /cut off/);
    assert.deepEqual(out, ['whole line\n']);
  });
});

describe('the transforms', () => {
  it('of Node does what the generator does', async () => {
    const out: Buffer[] = [];
    await pipeline(
      Readable.from(cutAt(Buffer.from(LOG), [10, 99, 100, 400])),
      createRedactionTransform(newRedactor()),
      async (source: AsyncIterable<Buffer>) => {
        for await (const bytes of source) out.push(bytes);
      },
    );
    assert.equal(Buffer.concat(out).toString(), await run([Buffer.from(LOG)]));
  });

  it('of the web does what the generator does', async () => {
    const source = new Blob([LOG]).stream().pipeThrough(createRedactionTransformStream(newRedactor()));
    const out: Uint8Array[] = [];
    for await (const bytes of source) out.push(bytes);
    assert.equal(Buffer.concat(out).toString(), await run([Buffer.from(LOG)]));
  });
});
