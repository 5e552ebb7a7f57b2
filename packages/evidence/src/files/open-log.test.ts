import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testKey } from '../../testing/made-log.ts';
import { startTimeAuthority } from '../../testing/time-authority.ts';
import type { Entry } from '../entries/entry.ts';
import { isConsistent, proveConsistency } from '../merkle/proofs.ts';
import { requestTimeStamp } from '../net/time-authority.ts';
import { parseCheckpoint } from '../notes/checkpoint.ts';
import { readRoots } from '../time-stamp/verify-time-stamp.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';
import type { EvidenceLog } from './log-writer.ts';
import { type LogOptions, openLog } from './open-log.ts';
import { checkpointPath, readLeafHashes, verifyLogFile } from './verify-file.ts';

const APPENDER = fileURLToPath(new URL('../../testing/append-until-stopped.ts', import.meta.url));

let dir = '';
let path = '';
let number = 0;

before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-log-'));
});

beforeEach(() => {
  number += 1;
  path = join(dir, `${number}.jsonl`);
});

after(() => rmSync(dir, { recursive: true, force: true }));

async function opened(options: Partial<LogOptions> = {}): Promise<EvidenceLog> {
  const log = await openLog({ path, key: testKey(0), author: 'test', now: Date.now, ...options });
  assert.ok(!('code' in log), JSON.stringify(log));
  return log;
}

function decide(log: EvidenceLog, subject = 'breach-1') {
  return log.append({ type: 'decision', author: 'test', payload: { subject, decision: 'notify-authority' } });
}

function entries(): Entry[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
}

async function verdictOf(options = {}): Promise<string> {
  const verdict = await verifyLogFile(path, options);
  return verdict.outcome === 'verified'
    ? 'verified'
    : `${verdict.outcome}: ${verdict.fault.code} ${verdict.fault.sequence}`;
}

describe('a log in a file', () => {
  it('is begun, closed with a checkpoint of all of it, opened again and verified', async () => {
    const first = await opened();
    const receipt = await decide(first);
    assert.ok(!('code' in receipt));
    await first.close();
    const second = await opened();
    await decide(second, 'breach-2');
    await second.close();
    assert.deepEqual(
      entries().map(({ type }) => type),
      ['log/opened', 'decision', 'log/checkpoint', 'decision', 'log/checkpoint'],
    );
    assert.equal(entries()[1]?.hash, receipt.hash);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const verdict = await verifyLogFile(path);
    assert.ok(verdict.outcome === 'verified');
    assert.deepEqual(verdict.guarantees.complete, [{ entries: 5, checkpoint: checkpointPath(path), keptBy: 'log' }]);
  });

  it('writes what is asked for at once in the order of asking, and signs every so many entries', async () => {
    const log = await opened({ checkpointEvery: 10 });
    const receipts = await Promise.all(Array.from({ length: 95 }, (_, i) => decide(log, `breach-${i}`)));
    const sequences = receipts.map((receipt) => ('code' in receipt ? -1 : receipt.sequence));
    assert.deepEqual(
      sequences,
      [...sequences].sort((a, b) => a - b),
    );
    await log.close();
    const types = entries().map(({ type }) => type);
    assert.equal(types.filter((type) => type === 'decision').length, 95);
    assert.equal(types.filter((type) => type === 'log/checkpoint').length, 10);
    assert.equal(await verdictOf(), 'verified');
  });

  it('is closed only when all that was asked for before is written', async () => {
    for (const checkpointEvery of [1, 3, 1000]) {
      path = join(dir, `closing-${checkpointEvery}.jsonl`);
      const log = await opened({ checkpointEvery });
      const receipts = Array.from({ length: 9 }, () => decide(log));
      assert.equal(await log.close(), undefined);
      for (const receipt of await Promise.all(receipts)) assert.ok('sequence' in receipt);
      const verdict = await verifyLogFile(path);
      assert.ok(verdict.outcome === 'verified', JSON.stringify(verdict));
      assert.equal(verdict.guarantees.complete[0]?.entries, verdict.entries);
      assert.equal(entries().filter(({ type }) => type === 'decision').length, 9);
    }
  });

  it('shows a cut at its end by the checkpoint beside it, or by one that an auditor kept', async () => {
    const log = await opened();
    await decide(log);
    const kept = await log.checkpoint();
    assert.ok('checkpoint' in kept);
    await decide(log);
    await log.close();
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${lines.slice(0, 2).join('\n')}\n`);
    assert.equal(await verdictOf(), 'tampered: cut-off 2');
    rmSync(checkpointPath(path));
    assert.equal(await verdictOf(), 'verified');
    const checkpoints = [{ name: 'kept', text: kept.checkpoint, keptBy: 'caller' as const }];
    assert.equal(await verdictOf({ checkpoints }), 'tampered: cut-off 2');
  });

  it('proves to an auditor with two checkpoints, and without the log, that it only grew', async () => {
    const log = await opened();
    for (let i = 0; i < 5; i += 1) await decide(log);
    const earlier = await log.checkpoint();
    for (let i = 0; i < 7; i += 1) await decide(log);
    const later = await log.checkpoint();
    await log.close();
    assert.ok('checkpoint' in earlier && 'checkpoint' in later);
    const [first, second] = [parseCheckpoint(earlier.checkpoint), parseCheckpoint(later.checkpoint)];
    assert.ok(first && second);
    const leaves = (await readLeafHashes(path)).slice(0, second.size);
    const proof = proveConsistency(leaves, first.size);
    assert.ok(isConsistent(first, second, proof));
    assert.ok(!isConsistent({ ...first, root: second.root }, second, proof));
  });

  it('names its next key, signed by the old one, and refuses the old one from then on', async () => {
    const log = await opened();
    await log.rotateKey(testKey(1));
    await decide(log);
    await log.close();
    assert.equal(await verdictOf({ key: testKey(0).verifier }), 'verified');
    assert.equal(await verdictOf({ key: testKey(1).verifier }), 'verified');
    assert.equal(await verdictOf({ key: testKey(2).verifier }), 'tampered: wrong-key 0');
    const old = await openLog({ path, key: testKey(0), author: 'test', now: Date.now });
    assert.ok('code' in old && old.code === 'another-key');
    await (await opened({ key: testKey(1) })).close();
  });

  it('has one writer', async () => {
    const log = await opened();
    const second = await openLog({ path, key: testKey(0), author: 'test', now: Date.now });
    assert.ok('code' in second && second.code === 'locked');
    await log.close();
    await (await opened()).close();
  });

  it('is not added to when it was tampered with', async () => {
    const log = await opened();
    await decide(log);
    await log.close();
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('breach-1', 'breach-2'));
    const spoilt = await openLog({ path, key: testKey(0), author: 'test', now: Date.now });
    assert.ok('code' in spoilt && spoilt.code === 'tampered' && spoilt.fault?.sequence === 1, JSON.stringify(spoilt));
    assert.equal(readFileSync(path, 'utf8'), text.replace('breach-1', 'breach-2'));
  });

  it('takes nothing after it is closed, and says where it cannot be', async () => {
    const log = await opened();
    await log.close();
    assert.equal(await log.close(), undefined);
    const late = await decide(log);
    assert.ok('code' in late && late.code === 'closed');
    const nowhere = await openLog({ path: join(dir, 'no', 'log'), key: testKey(0), author: 'test', now: Date.now });
    assert.ok('code' in nowhere && nowhere.code === 'file-failed');
    const nobody = await openLog({ path, key: testKey(0), author: 'A Person', now: Date.now });
    assert.ok('code' in nobody && nobody.code === 'refused-entry');
    assert.match(await verdictOf(), /verified/);
    path = join(dir, 'none');
    assert.equal(await verdictOf(), 'incomplete: unreadable 0');
  });

  it('writes nothing more once a write has failed, and is mended when it is opened again', async () => {
    // As on a full disk: no file may grow beyond 8 KiB, and the signal that would end the process is ignored.
    const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
    const { status, stdout } = spawnSync('bash', ['-c', limited, process.execPath, APPENDER, path], {
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    const said = stdout.trimEnd().split('\n');
    assert.deepEqual(said.slice(-3), ['write-failed', 'write-failed', 'write-failed']);
    const confirmed = said.slice(1, -3);
    assert.ok(confirmed.length > 5);
    await (await opened()).close();
    assert.equal(await verdictOf(), 'verified');
    const hashes = entries().map(({ hash }) => hash);
    for (const line of confirmed) assert.equal(hashes[Number(line.split(' ')[0])], line.split(' ')[1]);
  });
});

describe('a crash', () => {
  it('leaves an unfinished line, which is taken off and noted', async () => {
    const log = await opened();
    await decide(log);
    await log.close();
    const whole = readFileSync(path);
    for (const torn of [whole.subarray(0, 40), Buffer.alloc(64), whole.subarray(0, whole.indexOf(0x0a))]) {
      writeFileSync(path, whole);
      appendFileSync(path, torn);
      assert.equal(await verdictOf(), 'incomplete: unfinished 3');
      const recovered = await opened();
      assert.equal(recovered.size, 4);
      await recovered.close();
      assert.deepEqual(entries()[3]?.type, 'log/recovered');
      assert.deepEqual(entries()[3]?.payload.bytes, torn.length);
      assert.equal(await verdictOf(), 'verified');
      rmSync(checkpointPath(path));
    }
  });

  it('is not what cut off an entry that a checkpoint covers', async () => {
    const log = await opened();
    await decide(log);
    await log.close();
    truncateSync(path, statSync(path).size - 1);
    assert.equal(await verdictOf(), 'tampered: cut-off 2');
    const spoilt = await openLog({ path, key: testKey(0), author: 'test', now: Date.now });
    assert.ok('code' in spoilt && spoilt.code === 'tampered');
  });

  it('may leave the very first line unfinished', async () => {
    writeFileSync(path, '{"author":"te');
    await (await opened()).close();
    assert.deepEqual(
      entries().map(({ type }) => type),
      ['log/opened', 'log/recovered', 'log/checkpoint'],
    );
    assert.equal(await verdictOf(), 'verified');
  });

  it('loses no confirmed entry when the writer is killed, and lets the next one in', async () => {
    for (const after of [30, 90, 170]) {
      const child = spawn(process.execPath, [APPENDER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.split('\n').length > after) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const confirmed = said.split('\n').slice(1, -1);
      assert.ok(confirmed.length >= after - 2, said);
      await (await opened()).close();
      assert.equal(await verdictOf(), 'verified');
      const hashes = entries().map(({ hash }) => hash);
      for (const line of confirmed) {
        const [sequence, hash] = line.split(' ');
        assert.equal(hashes[Number(sequence)], hash);
      }
    }
  });
});

describe('a key file', () => {
  it('is readable for its owner alone, is never replaced, and is read back', async () => {
    await writeKeyFile(path, testKey(0));
    assert.equal(statSync(path).mode & 0o777, 0o600);
    await assert.rejects(() => writeKeyFile(path, testKey(1)), { code: 'EEXIST' });
    assert.equal((await readKeyFile(path, testKey(0).verifier.name))?.verifier.text, testKey(0).verifier.text);
  });
});

describe('a time stamp in a log', () => {
  it('proves when its entries existed, to whoever trusts the authority', async () => {
    const authority = await startTimeAuthority();
    const stranger = await startTimeAuthority();
    const roots = readRoots(authority.rootPem);
    const otherRoots = readRoots(stranger.rootPem);
    assert.ok(roots && otherRoots);
    const random = (bytes: number) => new Uint8Array(bytes).fill(9);
    const ask = (imprint: Buffer) =>
      requestTimeStamp({ url: authority.url, roots, timeoutMs: 10_000 }, imprint, random);
    const log = await opened({ checkpointEvery: 3 });
    for (let i = 0; i < 4; i += 1) await decide(log);
    const stamping = log.timeStamp(ask);
    await decide(log, 'while the authority is asked'.replaceAll(' ', '-'));
    const stamped = await stamping;
    assert.ok('sequence' in stamped, JSON.stringify(stamped));
    await log.close();

    const trusted = await verifyLogFile(path, { timeRoots: roots });
    assert.ok(trusted.outcome === 'verified');
    const { existed, untrustedTimeStamps } = trusted.guarantees;
    assert.ok(existed && Math.abs(existed.at - Date.now()) < 60_000 && existed.entries === 6, JSON.stringify(existed));
    assert.equal(untrustedTimeStamps, 0);
    for (const options of [{}, { timeRoots: otherRoots }]) {
      const untrusted = await verifyLogFile(path, options);
      assert.ok(untrusted.outcome === 'verified');
      assert.equal(untrusted.guarantees.existed, undefined);
      assert.equal(untrusted.guarantees.untrustedTimeStamps, 1);
    }

    const failed = await opened();
    await stranger.close();
    await authority.close();
    const before = failed.size;
    const unreachable = await failed.timeStamp(ask);
    assert.ok('code' in unreachable && unreachable.code === 'unreachable');
    assert.equal(failed.size, before + 1);
    await failed.close();
    assert.equal(await verdictOf(), 'verified');
  });

  it('is bad when it is on something else than its checkpoint', async () => {
    const authority = await startTimeAuthority();
    const roots = readRoots(authority.rootPem);
    assert.ok(roots);
    const random = (bytes: number) => new Uint8Array(bytes).fill(9);
    const log = await opened();
    await log.timeStamp(() =>
      requestTimeStamp({ url: authority.url, roots, timeoutMs: 10_000 }, new Uint8Array(32).fill(3), random),
    );
    await log.close();
    await authority.close();
    const verdict = await verifyLogFile(path);
    assert.ok(verdict.outcome === 'tampered');
    assert.equal(verdict.fault.code, 'bad-time-stamp');
    assert.equal(verdict.fault.timeStamp, 'wrong-imprint');
    assert.equal(verdict.fault.sequence, 2);
  });
});
