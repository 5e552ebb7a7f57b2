// Times as people see them on the wall.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWallClock } from './wall-clock.ts';

const shown = (zone: string, time: string) =>
  new Date(createWallClock(zone)(Date.parse(time))).toISOString().slice(0, 16);

describe('the clock on the wall', () => {
  it('is that of the zone, in summer and in winter', () => {
    assert.equal(shown('UTC', '2026-10-05T23:30:00Z'), '2026-10-05T23:30');
    assert.equal(shown('Asia/Tokyo', '2026-10-05T23:30:00Z'), '2026-10-06T08:30');
    assert.equal(shown('America/Sao_Paulo', '2026-10-05T01:30:00Z'), '2026-10-04T22:30');
    assert.equal(shown('Asia/Kathmandu', '2026-10-05T12:00:00Z'), '2026-10-05T17:45');
    assert.equal(shown('Europe/Paris', '2026-10-25T00:59:00Z'), '2026-10-25T02:59');
    assert.equal(shown('Europe/Paris', '2026-10-25T01:00:00Z'), '2026-10-25T02:00');
  });

  it('refuses a zone that is none', () => {
    assert.throws(() => createWallClock('Atlantis/Centre'), RangeError);
  });

  it('fails at no time', () => {
    const clock = createWallClock('Europe/Paris');
    for (const time of [-8.7e15, 9e15, 0, -1]) assert.ok(Number.isFinite(clock(time)));
  });
});
