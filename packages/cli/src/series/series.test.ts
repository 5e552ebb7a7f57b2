// `vigie series` as users run it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { vigieInProcess } from '../../testing/in-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-series-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Two weeks by the hour, high by day; at one hour of the second week far too much. */
function metric(): string {
  const rows = Array.from({ length: 14 * 24 }, (_, hour) => {
    const time = new Date(Date.UTC(2026, 9, 5) + hour * 3_600_000).toISOString();
    const usual = 100 + 80 * Math.max(0, Math.sin((((hour % 24) - 6) / 24) * 2 * Math.PI)) + ((hour * 7) % 11);
    return `${time},${hour === 300 ? 900 : usual.toFixed(1)}`;
  });
  return `timestamp,value\n${rows.join('\n')}\n`;
}

describe('vigie series', () => {
  it('tells the point that is far too much, with what was usual, and no other', async () => {
    const file = join(folder, 'metric.csv');
    writeFileSync(file, metric());
    const { status, stdout, stderr } = await vigieInProcess(['series', file, '--format', 'ndjson']);
    assert.equal(status, 1, stderr);
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; value: number; score: number; expected: { high: number } });
    assert.equal(told[0]?.value, 900);
    assert.equal(told[0]?.line, 302);
    assert.ok((told[0]?.expected.high ?? 900) < 400);
    assert.ok(told.length <= 2, stdout);
    const text = await vigieInProcess(['series', file]);
    assert.match(text.stdout, /metric\.csv:302, 2026-10-17T12:00:00\.000Z/);
  });

  it('reads standard input and prints every point where it is asked to', async () => {
    const { status, stdout } = await vigieInProcess(
      ['series', '-', '--all', '--format', 'ndjson', '--from', '1'],
      'when,n\n2026-01-01,1\n2026-01-02,2\n',
    );
    assert.equal(status, 0);
    assert.equal(stdout.trim().split('\n').length, 2);
  });

  it('counts rows without a time or a number, and names columns that are not there', async () => {
    const odd = await vigieInProcess(['series', '-'], 'time,value\nyesterday,1\n2026-01-01,much\n2026-01-02,3\n');
    assert.equal(odd.status, 0);
    assert.match(odd.stderr, /2 rows have no time or no number/);
    const missing = await vigieInProcess(['series', '-', '--value-column', 'bytes'], 'time,value\n2026-01-01,1\n');
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /has no column bytes; there are: time, value/);
    const away = await vigieInProcess(['series', join(folder, 'nothing.csv')]);
    assert.equal(away.status, 3);
    assert.match(away.stderr, /cannot be read to its end \(ENOENT\)/);
  });
});
