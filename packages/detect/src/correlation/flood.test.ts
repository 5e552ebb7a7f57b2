// Who floods correlations with new names makes them forget nothing that has come near its condition, and what is given up is counted.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from '../../testing/rules.ts';
import { createDetector } from '../detector.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;
const MOST = 500;
const NAMES = 50_000;

const RULES = `title: Denied
name: denied
logsource: { category: test }
detection:
  sel: { what: denied }
  condition: sel
---
title: Ten in ten minutes
id: c
correlation:
  type: event_count
  rules: [denied]
  group-by: [user]
  timespan: 10m
  condition: { gte: 10 }
`;

const open = () => createDetector(load(RULES), { now: () => NOW, maxGroups: MOST });
const denied = (user: string, at: number) => ({ what: 'denied', user, timestamp: new Date(at).toISOString() });

/** Nine of ten events, then the flood, then the tenth. @returns whether the tenth is told, and what was counted */
function survives(flood: (observe: (user: string, at: number) => void) => void) {
  const detector = open();
  const fires = (user: string, at: number) =>
    detector
      .observe(denied(user, at), 'ref')
      .some(({ kind, group }) => kind === 'correlation' && group[0]?.[1] === user);
  for (let count = 0; count < 9; count += 1) assert.ok(!fires('victim', NOW - 5 * MINUTE));
  flood(fires);
  return { isTold: fires('victim', NOW), counts: detector.counts() };
}

describe('a group one event short of its condition', () => {
  it('survives a hundred times more new names than there is room for', () => {
    const { isTold, counts } = survives((observe) => {
      for (let name = 0; name < NAMES; name += 1) observe(`once-${name}`, NOW - 4 * MINUTE);
    });
    assert.ok(isTold);
    assert.equal(counts.groups, MOST);
    assert.equal(counts.evicted, NAMES + 1 - MOST);
  });

  it('survives names that come several times each', () => {
    const { isTold } = survives((observe) => {
      for (let name = 0; name < NAMES / 4; name += 1) {
        for (let time = 0; time < 4; time += 1) observe(`often-${name}`, NOW - 4 * MINUTE);
      }
    });
    assert.ok(isTold);
  });

  it('survives names whose clock runs ahead, so that its own windows would seem to be over', () => {
    const { isTold } = survives((observe) => {
      for (let name = 0; name < NAMES; name += 1) observe(`ahead-${name}`, NOW + 50 * MINUTE);
    });
    assert.ok(isTold);
  });

  it('survives names whose clock runs ahead and that come several times each', () => {
    const { isTold } = survives((observe) => {
      for (let name = 0; name < NAMES / 4; name += 1) {
        for (let time = 0; time < 4; time += 1) observe(`ahead-${name}`, NOW + 50 * MINUTE);
      }
    });
    assert.ok(isTold);
  });
});

describe('a group whose windows are over', () => {
  it('goes before those that are open', () => {
    const detector = open();
    for (let name = 0; name < MOST - 1; name += 1) {
      for (let time = 0; time < 5; time += 1) detector.observe(denied(`over-${name}`, NOW - 60 * MINUTE), 'ref');
    }
    for (let time = 0; time < 2; time += 1) detector.observe(denied('open', NOW - MINUTE), 'ref');
    for (let name = 0; name < MOST - 1; name += 1) detector.observe(denied(`new-${name}`, NOW - MINUTE), 'ref');
    assert.deepEqual(
      detector.snapshot().correlations.groups.c?.filter(({ key }) => key.startsWith('over')),
      [],
    );
    assert.ok(detector.snapshot().correlations.groups.c?.some(({ key }) => key === 'open'));
  });
});
