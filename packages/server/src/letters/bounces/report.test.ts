import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  complaint,
  delayWarning,
  eximBounce,
  outOfOffice,
  qmailBounce,
  standardBounce,
} from '../../../testing/bounces.ts';
import { identityOf, isTokenOf, returnPath } from '../identity.ts';
import { readReport } from './report.ts';

const identity = identityOf(Buffer.alloc(32, 7), 41);
const token = identity.token(1234);
const parts = { returnPath: returnPath('bounces@example.org', token), messageId: `${token}@example.org` };

describe('a mail that came back', () => {
  const told = async (raw: Uint8Array) => {
    const { verdict, status, tokens } = await readReport(raw);
    return [verdict, status, tokens.some((one) => one.number === 1234 && isTokenOf(identity, one))];
  };

  it('is read as RFC 3464 has it, by the gravest action', async () => {
    assert.deepEqual(await told(standardBounce(parts)), ['failed', '5.1.1', true]);
    assert.deepEqual(await told(standardBounce(parts, 'delayed', '4.4.1')), ['delayed', '4.4.1', true]);
    assert.deepEqual(await told(standardBounce(parts, 'delivered', '2.0.0')), ['delivered', '2.0.0', true]);
    assert.deepEqual(await told(standardBounce(parts, 'FAILED (bad)', 'none')), ['failed', '5.1.1', true]);
  });

  it('is read where it is text for people', async () => {
    assert.deepEqual(await told(eximBounce(parts)), ['failed', '5.2.1', true]);
    assert.deepEqual(await told(qmailBounce(parts)), ['failed', '5.0.0', true]);
    assert.deepEqual(await told(delayWarning(parts)), ['delayed', '4.4.1', true]);
  });

  it('is no bounce where a person is away, or complains', async () => {
    assert.deepEqual(await told(outOfOffice(parts)), ['auto-reply', undefined, true]);
    assert.deepEqual(await told(complaint(parts)), ['complaint', undefined, true]);
    const letter = Buffer.from(
      `From: ada@example.net\r\nTo: ${parts.returnPath}\r\nSubject: 550 questions\r\n\r\nHello, 5.1.1!\r\n`,
    );
    assert.deepEqual(await told(letter), ['no-report', undefined, true]);
  });

  it('speaks of a letter only with the letter’s own token', async () => {
    const forged = { returnPath: 'bounces+15-ya-aaaaaaaaaa@example.org', messageId: '15-ya-bbbbbbbbbb@example.org' };
    assert.equal((await told(standardBounce(forged)))[2], false);
    const other = identityOf(Buffer.alloc(32, 7), 41).token(1235);
    assert.ok(!isTokenOf(identity, { code: 41, number: 1234, token: other }));
  });

  it('survives case and folding on its way, and is bounded', async () => {
    const shouted = Buffer.from(standardBounce(parts).toString().replaceAll(token, token.toUpperCase()));
    assert.deepEqual(await told(shouted), ['failed', '5.1.1', true]);
    const flood = `From: mailer-daemon@x.org\r\nTo: ${Array.from({ length: 5000 }, (_, at) => `b+1-${at.toString(36)}-aaaaaaaaaa@x.org`).join(', ')}\r\n\r\n${'x'.repeat(2_000_000)}`;
    assert.ok((await readReport(Buffer.from(flood))).tokens.length <= 5);
  });

  it('never throws, whatever comes', async () => {
    const samples = [standardBounce(parts), eximBounce(parts), complaint(parts)];
    const spoilt = fc
      .tuple(fc.constantFrom(...samples), fc.nat(3000), fc.uint8Array({ maxLength: 40 }))
      .map(([sample, at, bytes]) => {
        return Buffer.concat([sample.subarray(0, at), bytes, sample.subarray(at + bytes.length)]);
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 500 }), spoilt), async (raw) => {
        const { tokens } = await readReport(raw);
        assert.ok(tokens.length <= 5);
      }),
      { numRuns: 300 },
    );
  });
});
