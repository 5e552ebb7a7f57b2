// An alert of behaviour as a detection beside those of rules: with a title for its strongest fact and a level for its score.
import type { Detection } from '../detection.ts';
import type { About, Level } from '../sigma/rule.ts';
import type { Alert } from './alert.ts';
import type { Ground } from './fact.ts';

const TITLES: Readonly<Record<Ground, string>> = {
  who: 'An account that is new to this store',
  place: 'Access from an unusual place',
  origin: 'Access from a network that is new to this store',
  hand: 'A person at an account that programs use',
  tool: 'Access with an unusual program',
  object: 'Access to data that this account does not use',
  held: 'First access to sensitive data',
  operation: 'An unusual operation',
  statement: 'An unusual statement',
  time: 'Access at an unusual time',
  repeats: 'One statement again and again',
  amount: 'An unusual amount of data',
  peers: 'Unlike others of the same group',
  order: 'Unusual steps one after the other',
  whole: 'An unusual pattern of access',
};

/** Bits from which on an alert is graver. */
const LEVELS: readonly (readonly [bits: number, level: Level])[] = [
  [30, 'critical'],
  [20, 'high'],
  [0, 'medium'],
];

export function detectionOfAlert({ id, again, ref, time, score, bar, facts, why }: Alert): Detection {
  const ground = facts[0]?.ground ?? 'whole';
  return {
    kind: 'behaviour',
    id: () => id,
    ...(again > 0 && { again }),
    about: aboutOf(ground, LEVELS.find(([bits]) => score >= bits)?.[1] ?? 'medium'),
    time,
    ref,
    refs: [ref],
    group: [],
    why: () => `${why().join('; ')} (${score.toFixed(1)} bits of surprise, shown from ${bar.toFixed(1)} on)`,
    facts,
    score,
  };
}

function aboutOf(ground: Ground, level: Level): About {
  return {
    rule: `vigie-behaviour-${ground}`,
    title: TITLES[ground],
    level,
    author: 'Vigie',
    references: [],
    tags: [],
    falsePositives: [],
    licence: 'Apache-2.0',
    path: 'behaviour',
  };
}
