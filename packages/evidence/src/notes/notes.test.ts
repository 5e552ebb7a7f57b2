import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EMPTY_ROOT } from '../merkle/tree-hash.ts';
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { parseKeyRotation, signKeyRotation } from './key-rotation.ts';
import { checkSignature, parseNote, signNote } from './signed-note.ts';
import { createSigningKey, exportSigningKey, importSigningKey } from './signing-key.ts';
import { parseVerifierKey } from './verifier-key.ts';

/** The example of golang.org/x/mod/sumdb/note, the format's first implementation; Ed25519 signs the same text the same way. */
const GO = {
  name: 'PeterNeumann',
  seed: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

const KEY = createSigningKey('example.com/vigie', new Uint8Array(32).fill(7));
const TREE = { origin: 'example.com/vigie', size: 42, root: EMPTY_ROOT };

describe('a signed note', () => {
  it('is the one that the reference implementation makes, byte for byte', () => {
    const key = createSigningKey(GO.name, GO.seed);
    assert.equal(key.verifier.text, GO.verifier);
    assert.equal(signNote(GO.text, key), `${GO.text}\n${GO.signature}`);
  });

  it('is verified with the key as text', () => {
    const note = parseNote(`${GO.text}\n${GO.signature}`);
    const key = parseVerifierKey(GO.verifier);
    assert.ok(note && key);
    assert.equal(checkSignature(note, key), 'signed');
    assert.equal(checkSignature(note, KEY.verifier), 'not signed by this key');
    assert.equal(checkSignature({ ...note, text: `${note.text} ` }, key), 'forged');
  });

  it('may have signatures of others, and none that is forged in the name of the key', () => {
    const other = createSigningKey('witness.example', new Uint8Array(32).fill(9));
    const line = signNote(GO.text, other).split('\n\n')[1] ?? '';
    const key = parseVerifierKey(GO.verifier);
    const both = parseNote(`${GO.text}\n${line}${GO.signature}`);
    assert.ok(both && key);
    assert.equal(checkSignature(both, key), 'signed');
    assert.equal(checkSignature(both, other.verifier), 'signed');
    const forged = parseNote(`${GO.text}\n${GO.signature}${GO.signature.replace('ZJkuBS9', 'ZJkuBS8')}`);
    assert.ok(forged);
    assert.equal(checkSignature(forged, key), 'forged');
  });

  const BROKEN = {
    'no signature': GO.text,
    'no empty line': GO.text + GO.signature,
    'a hyphen for the dash': `${GO.text}\n${GO.signature.replace('—', '-')}`,
    'no line feed at the end': `${GO.text}\n${GO.signature.slice(0, -1)}`,
    'a control character': `${GO.text}\r\n\n${GO.signature}`,
    'base64 in another writing': `${GO.text}\n${GO.signature.replace('nAM=', 'nAN=')}`,
    'a signature shorter than an id': `${GO.text}\n— PeterNeumann x08g\n`,
    'a name with a plus sign': `${GO.text}\n${GO.signature.replace('Peter', 'Peter+')}`,
    'more than a note may hold': `${'x'.repeat(20_000)}\n\n${GO.signature}`,
  };
  for (const [what, text] of Object.entries(BROKEN)) {
    it(`is none with ${what}`, () => assert.equal(parseNote(text), undefined));
  }
});

describe('a verifier key', () => {
  it('is none when its hash, its type or its length is another', () => {
    for (const text of [
      GO.verifier.replace('c74f20a3', 'c74f20a4'),
      GO.verifier.replace('ARpc', 'AhpC'),
      GO.verifier.slice(0, -4),
      GO.verifier.replace('PeterNeumann', 'Peter Neumann'),
      '',
    ]) {
      assert.equal(parseVerifierKey(text), undefined, text);
    }
  });

  it('is read back, and so is its private half', () => {
    assert.equal(parseVerifierKey(KEY.verifier.text)?.text, KEY.verifier.text);
    assert.equal(importSigningKey('example.com/vigie', exportSigningKey(KEY))?.verifier.text, KEY.verifier.text);
    assert.equal(importSigningKey('example.com/vigie', 'no key'), undefined);
    assert.throws(() => createSigningKey('two words', new Uint8Array(32)), RangeError);
    assert.throws(() => createSigningKey('x', new Uint8Array(31)), RangeError);
  });

  it('can be made by openssl, and no other kind of key is taken', () => {
    const pem = (algorithm: string, ...more: string[]) =>
      execFileSync('openssl', ['genpkey', '-algorithm', algorithm, ...more], { encoding: 'utf8', stdio: 'pipe' });
    assert.ok(importSigningKey('example.com/vigie', pem('ed25519')));
    assert.equal(importSigningKey('example.com/vigie', pem('ed448')), undefined);
    assert.equal(importSigningKey('x', pem('EC', '-pkeyopt', 'ec_paramgen_curve:P-256')), undefined);
  });
});

describe('a checkpoint', () => {
  it('is read back, and openssl verifies its signature', () => {
    const text = signCheckpoint(TREE, KEY);
    const read = parseCheckpoint(text);
    assert.ok(read);
    assert.deepEqual({ origin: read.origin, size: read.size, root: read.root }, TREE);
    assert.equal(checkSignature(read.note, KEY.verifier), 'signed');
    const dir = mkdtempSync(join(tmpdir(), 'vigie-note-'));
    try {
      writeFileSync(join(dir, 'key.pem'), KEY.verifier.publicKey.export({ format: 'pem', type: 'spki' }));
      writeFileSync(join(dir, 'text'), read.note.text);
      writeFileSync(join(dir, 'signature'), read.note.signatures[0]?.bytes ?? '');
      const args = ['-verify', '-rawin', '-pubin', '-inkey', 'key.pem', '-in', 'text', '-sigfile', 'signature'];
      assert.match(
        execFileSync('openssl', ['pkeyutl', ...args], { cwd: dir, encoding: 'utf8' }),
        /Verified Successfully/,
      );
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('is none with a size or a root in another writing, or an empty line in its text', () => {
    const text = signCheckpoint(TREE, KEY);
    for (const [from, to] of [
      ['\n42\n', '\n042\n'],
      ['\n42\n', '\n-42\n'],
      ['\n42\n', '\n4e1\n'],
      ['\n42\n', '\n99999999999999999\n'],
      ['47DEQ', '47DE'],
      ['47DEQ', '47DE '],
      ['\n42\n', '\n42\n\n'],
      ['example.com/vigie\n42', '\n42'],
    ] as const) {
      assert.equal(parseCheckpoint(text.replace(from, to)), undefined, `${from} → ${to}`);
    }
  });

  it('may carry extension lines, which mean nothing here', () => {
    const text = signNote(`example.com/vigie\n42\n${EMPTY_ROOT.toString('base64')}\nmore\n`, KEY);
    assert.equal(parseCheckpoint(text)?.size, 42);
  });

  it('is never taken for a rotation of the key, nor a rotation for a checkpoint', () => {
    const next = createSigningKey('example.com/vigie', new Uint8Array(32).fill(8)).verifier;
    const rotation = signKeyRotation(TREE, next, KEY);
    assert.equal(parseCheckpoint(rotation), undefined);
    assert.equal(parseKeyRotation(signCheckpoint(TREE, KEY)), undefined);
    assert.equal(parseKeyRotation(rotation)?.next.text, next.text);
  });

  it('reads random and spoilt bytes without an exception', () => {
    const text = signCheckpoint(TREE, KEY);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(text.length), fc.nat(40), (noise, at, length) => {
        const spoilt = text.slice(0, at) + noise + text.slice(at + length);
        for (const parse of [parseNote, parseCheckpoint, parseKeyRotation, parseVerifierKey]) {
          parse(noise);
          parse(spoilt);
        }
        const note = parseNote(spoilt);
        if (note && note.text !== parseNote(text)?.text) assert.notEqual(checkSignature(note, KEY.verifier), 'signed');
      }),
      { numRuns: 2000 },
    );
  });
});
