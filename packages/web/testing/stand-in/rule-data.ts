// Rules, made up: of every origin and in every state, with a file and a list of the site.
import type { AnswerOf } from '../../src/api/client.ts';
import {
  RULE_ORIGINS,
  RULE_STATES,
  type RuleFile,
  type RuleSummary,
  type ValueList,
} from '../../src/api/shapes/rules.ts';
import { DETECTION_LEVELS } from '../../src/api/shapes/watching.ts';
import { uuid } from './watch-data.ts';

export const RULE_COUNT = 3_800;

const DAY = 24 * 60 * 60_000;
const REASONS = {
  waiting: 'nobody gave values for %honeytokens%, and without them it cannot tell any event from another',
  broken: 'there is no modifier "sounds_like"',
} as const;

export function ruleAt(index: number): RuleSummary {
  const state = index % 7 === 6 ? (RULE_STATES[(index % 4) as 0 | 1 | 2 | 3] ?? 'on') : 'on';
  const origin = RULE_ORIGINS[index % RULE_ORIGINS.length] ?? 'own';
  return {
    rule: uuid(40, index),
    kind: index % 9 === 8 ? 'correlation' : 'rule',
    title: `Somebody without an account from outside, ${index}`,
    level: DETECTION_LEVELS[index % DETECTION_LEVELS.length] ?? 'high',
    status: 'test',
    author: origin === 'own' ? 'Vigie' : 'A. Author, B. Author',
    licence: origin === 'own' ? 'Apache-2.0' : 'DRL-1.1',
    ...(origin === 'folder' && { link: 'https://github.com/SigmaHQ/sigma' }),
    logSource: 'windows process_creation',
    origin,
    file: origin === 'own' ? 'vigie/unauthenticated.yml' : 'sigma/rules/windows/whoami.yml',
    state,
    ...((state === 'waiting' || state === 'broken') && { reason: REASONS[state] }),
    countsOnly: index % 11 === 10,
    told: index % 5,
  };
}

export function ruleOf(now: number, index: number): AnswerOf<'getRule'> {
  const summary = ruleAt(index);
  return {
    ...summary,
    description: 'A session without an account read rows, and came from a network that nobody here knows.',
    references: ['https://www.example.org/advisory'],
    tags: ['attack.t1190'],
    falsePositives: ['Stores that are meant to be public'],
    text: `title: ${summary.title}\nid: ${summary.rule}\nlogsource:\n  category: database\ndetection:\n  selection:\n    actor.user.name: ''\n  condition: selection`,
    ...(summary.state === 'off' && {
      off: { reason: 'Relevé annuel', by: { id: 'x', name: 'Henrik Olsen' }, at: new Date(now - DAY).toISOString() },
    }),
  };
}

export function ruleFilesOf(now: number): RuleFile[] {
  const at = new Date(now - DAY).toISOString();
  return [
    {
      id: uuid(41, 0),
      name: 'Clients',
      licence: 'DRL-1.1',
      link: 'https://www.example.org/rules',
      enabled: true,
      addedBy: { id: 'x', name: 'Henrik Olsen' },
      addedAt: at,
      changedAt: at,
      version: 1,
    },
  ];
}

export function valueListsOf(now: number): ValueList[] {
  return [
    {
      id: uuid(42, 0),
      name: 'service_accounts',
      count: 12,
      changedBy: { id: 'x', name: 'Henrik Olsen' },
      changedAt: new Date(now - DAY).toISOString(),
      version: 1,
    },
  ];
}

export const RULE_SUMMARY: AnswerOf<'getRuleSummary'> = {
  counts: { on: 3_700, off: 20, waiting: 1, broken: 79 },
  notes: [
    'sigma/rules/windows/whoami.yml: nobody gave values for %Servers%; what it leaves out by them is not left out',
  ],
  asked: ['honeytokens'],
  folders: ['/etc/vigie/sigma'],
};

export const TRIED: AnswerOf<'tryRule'> = {
  rule: uuid(40, 1),
  title: 'Somebody without an account from outside, 1',
  records: [
    { line: 1, verdict: 'matches', why: ['selection: actor.user.name is ""'] },
    { line: 2, verdict: 'misses', why: ['selection: actor.user.name is not there'] },
  ],
  left: 0,
};
