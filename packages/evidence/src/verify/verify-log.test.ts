import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type EntryLetter, fileOf, type MadeLog, makeLog, ORIGIN, streamOf, testKey } from '../../testing/made-log.ts';
import { canonicalJson, type Json } from '../canonical-json.ts';
import { type Entry, encodeEntry, type Payload } from '../entries/entry.ts';
import { EMPTY_ROOT } from '../merkle/tree-hash.ts';
import { parseCheckpoint, signCheckpoint } from '../notes/checkpoint.ts';
import { signKeyRotation } from '../notes/key-rotation.ts';
import { createSigningKey } from '../notes/signing-key.ts';
import type { Verdict } from './verdict.ts';
import { type VerifyOptions, verifyLog } from './verify-log.ts';

const LOG = makeLog([...'ddedcddkdecd'] as EntryLetter[]);

/** Its checkpoint is entry 2. */
const LOG_BEFORE = makeLog(['d', 'c', 'd']);

function kept(log: MadeLog): VerifyOptions {
  return { checkpoints: [{ name: 'kept', text: log.checkpoint, keptBy: 'caller' }] };
}

function verify(file: Uint8Array, options: VerifyOptions = {}, partBytes = 4096): Promise<Verdict> {
  return verifyLog(streamOf(file, partBytes), options);
}

/** Code and first bad entry, as in `changed 3`; or the outcome. */
async function told(file: Uint8Array, options: VerifyOptions = {}): Promise<string> {
  const verdict = await verify(file, options);
  if (verdict.outcome === 'verified') return 'verified';
  const { code, sequence, line } = verdict.fault;
  assert.equal(line, sequence + 1);
  assert.ok(verdict.fault.message.length > 0 && verdict.fault.remedy.length > 0);
  return `${verdict.outcome === 'incomplete' ? 'incomplete: ' : ''}${code} ${sequence}`;
}

function lettersOf(length: { min: number; max: number }): fc.Arbitrary<EntryLetter[]> {
  return fc.array(fc.constantFrom<EntryLetter>('d', 'e', 'c', 'k'), { minLength: length.min, maxLength: length.max });
}

/** A log whose entries from `at` on were written anew by somebody who has no key: the payload at `at` is another one. */
function rewritten(lines: readonly string[], at: number): string[] {
  const out = lines.slice(0, at);
  let previous = (JSON.parse(lines[at] ?? '') as Entry).previous;
  for (const [i, line] of lines.slice(at).entries()) {
    const { hash: _, ...body } = JSON.parse(line) as Entry;
    const payload = i === 0 ? { ...body.payload, subject: 'another' } : body.payload;
    const anew = { ...body, payload, previous } as Record<string, Json>;
    previous = createHash('sha256')
      .update(canonicalJson(anew) ?? '')
      .digest('hex');
    out.push(canonicalJson({ ...anew, hash: previous }) ?? '');
  }
  return out;
}

describe('a log in order', () => {
  it('is verified, whatever it holds and however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        lettersOf({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 3000 }),
        async (letters, partBytes) => {
          const log = makeLog(letters);
          const verdict = await verify(fileOf(log.lines), kept(log), partBytes);
          assert.ok(verdict.outcome === 'verified', JSON.stringify(verdict));
          const { entries, guarantees } = verdict;
          assert.equal(entries, log.lines.length);
          assert.deepEqual(guarantees.complete, [{ entries, checkpoint: 'kept', keptBy: 'caller' }]);
          assert.equal(guarantees.signed, entries);
          assert.equal(guarantees.key, log.keys.at(-1)?.verifier.text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is said to be complete only as far as somebody outside says so', async () => {
    const verdict = await verify(fileOf(LOG.lines));
    assert.ok(verdict.outcome === 'verified');
    const { chained, signed, complete, keyFrom } = verdict.guarantees;
    assert.deepEqual({ chained, signed, complete, keyFrom }, { chained: 13, signed: 11, complete: [], keyFrom: 'log' });
    const cut = await verify(fileOf(LOG.lines.slice(0, 8)));
    assert.ok(cut.outcome === 'verified' && cut.guarantees.complete.length === 0);
  });

  it('is signed by the key of the caller from where that key, or one that it named, signs', async () => {
    const [first, second] = LOG.keys;
    for (const [key, signed] of [
      [first, 11],
      [second, 11],
    ] as const) {
      assert.ok(key);
      const verdict = await verify(fileOf(LOG.lines), { key: key.verifier });
      assert.ok(verdict.outcome === 'verified');
      assert.equal(verdict.guarantees.signed, signed);
      assert.equal(verdict.guarantees.keyFrom, 'caller');
    }
    // Nothing is signed by the new key yet: that the log names it proves nothing for whoever knows only that key.
    const named = makeLog(['d', 'k', 'd']);
    const key = named.keys[1]?.verifier;
    assert.ok(key);
    const verdict = await verify(fileOf(named.lines), { key });
    assert.ok(verdict.outcome === 'verified' && verdict.guarantees.signed === 0);
  });

  it('goes on from checkpoints of before, and from several at once', async () => {
    for (const letters of ['', 'd', 'dd', 'ddedcddk']) {
      const earlier = makeLog([...letters] as EntryLetter[]);
      const checkpoints = [...(kept(LOG).checkpoints ?? []), ...(kept(earlier).checkpoints ?? [])];
      const isBeginning = 'ddedcddkdecd'.startsWith(letters);
      assert.ok(isBeginning);
      assert.equal(await told(fileOf(LOG.lines), { checkpoints }), 'verified', letters);
    }
  });
});

describe('a log that was tampered with', () => {
  it('is named at the entry for any byte that is changed, with a checkpoint and without', async () => {
    const log = makeLog([...'dck'] as EntryLetter[]);
    const file = fileOf(log.lines);
    let line = 0;
    for (const [at, byte] of file.entries()) {
      for (const other of new Set([byte ^ 1, byte ^ 0x20, 0x0a, 0x00, 0xff, 0x7d])) {
        if (other === byte) continue;
        const spoilt = Buffer.from(file);
        spoilt[at] = other;
        const where = `byte ${at} of line ${line + 1}: ${byte} → ${other}`;
        assert.match(await told(spoilt, kept(log)), new RegExp(`^[a-z-]+ ${line}$`), where);
        // The last line feed apart: with another byte there, the line could be one that a crash left.
        assert.match(await told(spoilt), new RegExp(`^[a-z-]+ ${line}$|^incomplete: unfinished ${line}$`), where);
      }
      if (byte === 0x0a) line += 1;
    }
  });

  it('is named at the entry for random changes of random logs', async () => {
    await fc.assert(
      fc.asyncProperty(
        lettersOf({ min: 1, max: 12 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (letters, pick, flip) => {
          const log = makeLog(letters);
          const file = fileOf(log.lines);
          const at = pick % file.length;
          const line = file.subarray(0, at).filter((byte) => byte === 0x0a).length;
          file[at] = (file[at] ?? 0) ^ flip;
          assert.match(await told(file, kept(log)), new RegExp(`^[a-z-]+ ${line}$`));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is named at the cut, wherever it is cut off', async () => {
    const log = makeLog([...'dcd'] as EntryLetter[]);
    const file = fileOf(log.lines);
    for (let length = 0; length < file.length; length += 1) {
      const whole = file.subarray(0, length).filter((byte) => byte === 0x0a).length;
      assert.equal(await told(file.subarray(0, length), kept(log)), `cut-off ${whole}`, `${length} bytes`);
    }
  });

  it('is named at the first entry that is dropped, moved, doubled or put in', async () => {
    await fc.assert(
      fc.asyncProperty(lettersOf({ min: 3, max: 14 }), fc.nat(), fc.nat(), async (letters, one, other) => {
        const log = makeLog(letters);
        const { lines } = log;
        const [a, b] = [one % lines.length, other % lines.length].sort((x, y) => x - y) as [number, number];
        const [first, second] = [lines[a] ?? '', lines[b] ?? ''];
        const isLast = a === lines.length - 1;
        const dropped = await told(fileOf(lines.toSpliced(a, 1)), kept(log));
        assert.equal(dropped, isLast ? `cut-off ${a}` : `out-of-order ${a}`);
        const doubled = await told(fileOf(lines.toSpliced(b + 1, 0, first)), kept(log));
        assert.match(doubled, new RegExp(`^out-of-order ${b + 1}$`));
        const foreign = makeLog(['d'], 5).lines[1] ?? '';
        assert.match(await told(fileOf(lines.toSpliced(a, 0, foreign)), kept(log)), new RegExp(`^[a-z-]+ ${a}$`));
        if (a === b) return;
        const swapped = await told(fileOf(lines.with(a, second).with(b, first)), kept(log));
        assert.equal(swapped, `out-of-order ${a}`);
      }),
      { numRuns: 200 },
    );
  });

  it('is named where an entry with all the right hashes was put in before the one that it pushes aside', async () => {
    const forged = rewritten(LOG.lines, 2)[2] ?? '';
    assert.equal(await told(fileOf(LOG.lines.toSpliced(2, 0, forged)), kept(LOG)), 'forked 2');
    assert.equal(await told(fileOf(LOG.lines.toSpliced(2, 1, forged)), kept(LOG)), 'broken-chain 3');
  });

  it('is named between two checkpoints when all hashes after a change were written anew', async () => {
    // Checkpoints of the log itself stand at 5 and 11, and the rotation at 8 is one too; the caller's is of all 13.
    for (const [at, expected] of [
      [1, 'wrong-root 0'],
      [4, 'wrong-root 0'],
      [6, 'wrong-root 5'],
      [9, 'wrong-root 8'],
      [12, 'wrong-root 11'],
    ] as const) {
      const verdict = await verify(fileOf(rewritten(LOG.lines, at)), kept(LOG));
      assert.ok(verdict.outcome === 'tampered');
      const { fault } = verdict;
      assert.equal(`${fault.code} ${fault.sequence}`, expected, `entry ${at}`);
      assert.ok(fault.sequence <= at && at <= (fault.through ?? -1));
    }
  });

  it('is seen through when it was written anew with another key', async () => {
    const forged = makeLog([...'ddedcddkdecd'] as EntryLetter[], 50);
    assert.equal(await told(fileOf(forged.lines), kept(LOG)), 'wrong-root 11');
    const key = LOG.keys[0]?.verifier;
    assert.ok(key);
    assert.equal(await told(fileOf(forged.lines), { key }), 'wrong-key 0');
    // Only the end is forged: its checkpoint is signed by a key that the log never named.
    const half = [...LOG.lines.slice(0, 5), ...rewrittenCheckpoint(forged)];
    assert.equal(await told(fileOf(half)), 'bad-signature 5');
  });

  function rewrittenCheckpoint(forged: MadeLog): string[] {
    const body = JSON.parse(forged.lines[5] ?? '') as Entry;
    const before = JSON.parse(LOG.lines[4] ?? '') as Entry;
    const { hash: _, ...rest } = { ...body, previous: before.hash };
    const hash = createHash('sha256')
      .update(canonicalJson({ ...rest }) ?? '')
      .digest('hex');
    return [canonicalJson({ ...rest, hash }) ?? ''];
  }

  it('is not saved by an older checkpoint beside it, which says only what it says', async () => {
    const earlier = makeLog([...'dd'] as EntryLetter[]);
    const cut = fileOf(LOG.lines.slice(0, 6));
    const beside = { checkpoints: [{ name: 'beside', text: earlier.checkpoint, keptBy: 'log' as const }] };
    const verdict = await verify(cut, beside);
    assert.ok(verdict.outcome === 'verified');
    assert.deepEqual(verdict.guarantees.complete, [{ entries: 3, checkpoint: 'beside', keptBy: 'log' }]);
  });

  it('is named when a checkpoint from outside is of another log, forged, or none', async () => {
    const other = (text: string) => ({ checkpoints: [{ name: 'kept', text, keptBy: 'caller' as const }] });
    assert.equal(await told(fileOf(LOG.lines), other('no checkpoint')), 'bad-checkpoint 0');
    const foreign = LOG.checkpoint.replaceAll('example.com', 'example.org');
    assert.equal(await told(fileOf(LOG.lines), other(foreign)), 'bad-checkpoint 12');
    const signature = LOG.checkpoint.split('\n\n')[1] ?? '';
    const [text = ''] = makeLog([...'dd'] as EntryLetter[]).checkpoint.split('\n\n');
    assert.equal(await told(fileOf(LOG.lines), other(`${text}\n\n${signature}`)), 'bad-signature 2');
  });
});

describe('an entry of the log itself', () => {
  const [key, next] = [testKey(0), testKey(1)];
  const size = LOG_BEFORE.lines.length;
  const root = parseCheckpoint(LOG_BEFORE.checkpoint)?.root ?? EMPTY_ROOT;
  const tree = { origin: ORIGIN, size, root };
  const stranger = createSigningKey('example.org', new Uint8Array(32)).verifier;
  const { hash } = JSON.parse(LOG_BEFORE.lines.at(-1) ?? '') as Entry;

  /** The log with one more entry, in its place and with the right hashes. */
  async function toldWith(type: string, payload: Payload): Promise<string> {
    const encoded = encodeEntry({ at: 0, author: 'test', type, payload }, size, hash);
    assert.ok(encoded);
    return told(fileOf([...LOG_BEFORE.lines, encoded.line]));
  }

  it('is taken when it says what it has to', async () => {
    assert.equal(await toldWith('log/checkpoint', { note: signCheckpoint(tree, key) }), 'verified');
    assert.equal(await toldWith('log/key-rotated', { note: signKeyRotation(tree, next.verifier, key) }), 'verified');
    assert.equal(await toldWith('log/recovered', { bytes: 3, sha256: hash }), 'verified');
  });

  it('is read as bytes, not as what a decoder makes of them', async () => {
    const encoded = encodeEntry({ at: 0, author: 'test', type: 'x', payload: { mark: '\ufffd' } }, size, hash);
    assert.ok(encoded);
    const file = fileOf([...LOG_BEFORE.lines, encoded.line]);
    assert.equal(await told(file), 'verified');
    const at = file.indexOf('\ufffd');
    assert.equal(
      await told(Buffer.concat([file.subarray(0, at), Buffer.from([0xff]), file.subarray(at + 3)])),
      `malformed ${size}`,
    );
  });

  const WRONG: Record<string, readonly [string, string, Payload]> = {
    'a checkpoint of another size': [
      'bad-log-entry',
      'log/checkpoint',
      { note: signCheckpoint({ ...tree, size: 2 }, key) },
    ],
    'a checkpoint of another log': [
      'bad-log-entry',
      'log/checkpoint',
      { note: signCheckpoint({ ...tree, origin: 'x' }, key) },
    ],
    'a checkpoint of other entries': [
      'wrong-root',
      'log/checkpoint',
      { note: signCheckpoint({ ...tree, root: EMPTY_ROOT }, key) },
    ],
    'a checkpoint by another key': ['bad-signature', 'log/checkpoint', { note: signCheckpoint(tree, next) }],
    'a checkpoint and more': ['bad-log-entry', 'log/checkpoint', { note: signCheckpoint(tree, key), more: 1 }],
    'no checkpoint': ['bad-log-entry', 'log/checkpoint', { note: 'x' }],
    'a next key of another log': ['bad-log-entry', 'log/key-rotated', { note: signKeyRotation(tree, stranger, key) }],
    'a next key that names itself': [
      'bad-signature',
      'log/key-rotated',
      { note: signKeyRotation(tree, next.verifier, next) },
    ],
    'a checkpoint as a next key': ['bad-log-entry', 'log/key-rotated', { note: signCheckpoint(tree, key) }],
    'a time stamp on no checkpoint': ['bad-log-entry', 'log/time-stamped', { checkpoint: 1, token: '' }],
    'a time stamp that is none': ['bad-time-stamp', 'log/time-stamped', { checkpoint: 2, token: 'AAAA' }],
    'a recovery of nothing': ['bad-log-entry', 'log/recovered', {}],
    'a second opening': ['no-opening', 'log/opened', { format: 'vigie.evidence/1', key: next.verifier.text }],
    'a type that is not known': ['bad-log-entry', 'log/other', {}],
  };
  for (const [what, [code, type, payload]] of Object.entries(WRONG)) {
    it(`is bad with ${what}`, async () => {
      assert.equal(await toldWith(type, payload), `${code} ${code === 'wrong-root' ? 2 : size}`);
    });
  }
});

describe('a log that a crash left unfinished', () => {
  it('is told apart from one that was tampered with, and all before it is in order', async () => {
    const file = fileOf(LOG.lines);
    const start = file.lastIndexOf(0x0a, file.length - 2) + 1;
    for (let length = start + 1; length < file.length; length += 1) {
      assert.equal(await told(file.subarray(0, length)), 'incomplete: unfinished 12', `${length} bytes`);
    }
    const grown = Buffer.concat([file.subarray(0, start + 20), Buffer.alloc(300)]);
    assert.equal(await told(grown), 'incomplete: unfinished 12');
  });

  it('is tampered with when its last line is no beginning of an entry', async () => {
    const file = fileOf(LOG.lines);
    assert.equal(await told(Buffer.concat([file, Buffer.from('more')])), 'malformed 13');
    file[file.length - 1] = 0x20;
    assert.equal(await told(file), 'malformed 12');
  });

  it('is empty, or no log at all', async () => {
    assert.equal(await told(Buffer.alloc(0)), 'incomplete: empty 0');
    assert.equal(await told(Buffer.from('{"name":"x"}\n')), 'malformed 0');
    assert.equal(await told(fileOf(LOG.lines.slice(1))), 'out-of-order 0');
    assert.equal(await told(Buffer.alloc(200_000, 'x')), 'malformed 0');
    assert.equal(await told(Buffer.from(`${'['.repeat(60_000)}\n`)), 'malformed 0');
  });
});

describe('foreign bytes', () => {
  it('never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(), fc.nat(60), async (noise, pick, length) => {
        const file = fileOf(LOG.lines);
        const at = pick % file.length;
        await told(noise);
        const spoilt = Buffer.concat([file.subarray(0, at), noise, file.subarray(at + length)]);
        if (!spoilt.equals(file)) assert.notEqual(await told(spoilt, kept(LOG)), 'verified');
      }),
      { numRuns: 1000 },
    );
  });
});
