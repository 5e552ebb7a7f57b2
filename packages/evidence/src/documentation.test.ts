import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LOG_TYPES } from './entries/log-types.ts';
import { openingEntry } from './log/append.ts';
import { createSigningKey } from './notes/signing-key.ts';
import { TIME_STAMP_REMEDIES } from './time-stamp/fault.ts';
import { LOG_REMEDIES } from './verify/progress.ts';

const PAGE = readFileSync(new URL('../../../docs/evidence.md', import.meta.url), 'utf8');

/** First column of the tables below a heading. */
function codesUnder(heading: string): string[] {
  const section = PAGE.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}

describe('docs/evidence.md', () => {
  it('has every code of a fault, and no other', () => {
    assert.deepEqual(codesUnder('Verifying').sort(), Object.keys(LOG_REMEDIES).sort());
    assert.deepEqual(codesUnder('Time stamps').sort(), Object.keys(TIME_STAMP_REMEDIES).sort());
  });

  it('has every type of the log itself', () => {
    assert.deepEqual(codesUnder('The entries of the log itself').sort(), Object.values(LOG_TYPES).sort());
  });

  it('shows the first entry as it is written', () => {
    const key = createSigningKey('example.com/vigie', new Uint8Array(32).fill(7));
    const opening = openingEntry(key.verifier, { at: Date.UTC(2026, 10, 29, 12), author: 'vigie-server' });
    assert.ok(!('code' in opening));
    assert.ok(PAGE.includes(`\n${opening.line}\n`), opening.line);
  });
});
