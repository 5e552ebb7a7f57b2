// What is watched, made up: inputs, detections with facts of every kind, silences, accesses to a store, visitors of a case, channels.
import type { AnswerOf } from '../../src/api/client.ts';
import type { Channel } from '../../src/api/shapes/channels.ts';
import {
  type BehaviourFact,
  DETECTION_LEVELS,
  DETECTION_STATES,
  type DetectionSummary,
  type Input,
  type Silence,
} from '../../src/api/shapes/watching.ts';
import { storeAt, uuid } from './watch-data.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const DETECTION_COUNT = 4_000;

const iso = (at: number) => new Date(at).toISOString();

function storeName(now: number) {
  const { id, address, port, product } = storeAt(now, 0);
  return { id, address, port, product };
}

const RULES = [
  ['vigie-behaviour-amount', 'An unusual amount of data', 'behaviour'],
  ['34d2da4a-6857-462c-9a27-88888e394c41', 'Somebody without an account from outside', 'rule'],
  ['0a5c2c1e-8c29-4e8b-8f8e-3a4f0f1c9d11', 'A table was read out page by page', 'correlation'],
] as const;

export function detectionAt(now: number, index: number): DetectionSummary {
  const [rule, title, kind] = RULES[index % RULES.length] ?? RULES[0];
  const at = now - index * 17 * MINUTE - 9 * MINUTE;
  const state = DETECTION_STATES[index < 3 ? 0 : index % DETECTION_STATES.length] ?? 'new';
  return {
    id: uuid(30, index),
    firstAt: iso(at - 4 * MINUTE),
    lastAt: iso(at),
    input: { id: uuid(31, 0), name: 'ClickHouse' },
    store: storeName(now),
    kind,
    rule,
    title,
    level: DETECTION_LEVELS[index % DETECTION_LEVELS.length] ?? 'high',
    author: 'Vigie',
    licence: 'Apache-2.0',
    why: 'the values of the rule are there',
    count: 1 + (index % 7),
    state,
    ...(state === 'new' ? {} : { judgedBy: { id: 'x', name: 'Henrik Olsen' }, judgedAt: iso(at + MINUTE) }),
    silenced: index % 5 === 4,
    version: 1,
  };
}

const FACTS: readonly BehaviourFact[] = [
  {
    kind: 'amount',
    ground: 'amount',
    subject: 'store',
    bits: 16,
    of: 1895,
    measure: 'bytes',
    period: 'window',
    observed: 25_644_000,
    usual: 14_927,
    high: 70_036,
  },
  {
    kind: 'value',
    ground: 'place',
    subject: 'account',
    bits: 11,
    of: 1895,
    dimension: 'network',
    value: '203.0.113.0/24',
    seen: 1,
    days: 14,
  },
  { kind: 'hour', ground: 'time', subject: 'account', bits: 6, of: 1895, hour: 3, isWeekend: true, nearest: 7 },
  { kind: 'dormant', ground: 'who', subject: 'account', bits: 5, of: 1895, days: 90, longest: 4 },
];

export function detectionOf(now: number, index: number): AnswerOf<'getDetection'> {
  const summary = detectionAt(now, index);
  const from = Math.floor((now - 70 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
  return {
    ...summary,
    facts: summary.kind === 'behaviour' ? [...FACTS] : [],
    group: summary.kind === 'correlation' ? [{ field: 'actor.user.name', value: 'd…t' }] : [],
    tags: ['attack.t1190'],
    references: ['https://www.example.org/advisory'],
    falsePositives: ['Stores that are meant to be public'],
    around: {
      from: iso(from),
      to: iso(from + 24 * 5 * MINUTE),
      stepSeconds: 300,
      buckets: Array.from({ length: 24 }, (_, at) => ({
        at: iso(from + at * 5 * MINUTE),
        queries: at > 9 && at < 14 ? 15 : 0,
        rows: at > 9 && at < 14 ? 600_000 : 0,
        bytes: at > 9 && at < 14 ? 96_000_000 : 0,
        failures: at === 9 ? 30 : 0,
      })),
    },
  };
}

export function silencesOf(now: number): Silence[] {
  return [
    {
      id: uuid(32, 0),
      rule: RULES[1][0],
      ruleTitle: RULES[1][1],
      store: storeName(now),
      until: iso(now + 5 * DAY),
      reason: 'Relevé annuel',
      by: { id: 'x', name: 'Henrik Olsen' },
      createdAt: iso(now - DAY),
      active: true,
    },
  ];
}

export function inputsOf(now: number): Input[] {
  const counts = { events: 7803, broken: 2, detections: 74, refused: 0, waitingBytes: 0 };
  return [
    {
      id: uuid(31, 0),
      name: 'ClickHouse',
      kind: 'push',
      store: storeName(now),
      format: 'clickhouse-query-log',
      tokenShown: 'vigie_in_Zs5',
      state: 'running',
      counts,
      lastEventAt: iso(now - MINUTE),
      createdAt: iso(now - DAY),
      version: 1,
    },
  ];
}

export function accessesOf(now: number): AnswerOf<'getStoreAccesses'> {
  const from = Math.floor(now / HOUR) * HOUR - 23 * HOUR;
  const amounts = { queries: 64, rows: 2_400_985, bytes: 384_000_000, failures: 0 };
  return {
    from: iso(from),
    to: iso(from + DAY),
    stepSeconds: 3600,
    usualDays: 28,
    buckets: Array.from({ length: 24 }, (_, at) => ({
      at: iso(from + at * HOUR),
      queries: at === 21 ? 70 : 12,
      rows: at === 21 ? 2_400_985 : 900 + at * 13,
      bytes: at === 21 ? 384_000_000 : 51_000,
      failures: at === 21 ? 30 : 0,
      accounts: 2,
      usual: { queries: 12, rows: 1_000, bytes: 50_000 },
    })),
    accounts: [
      {
        number: 1,
        class: 'stranger',
        ...amounts,
        addresses: 1,
        networks: ['203.0.113.0/24'],
        clients: ['python-requests'],
        firstAt: iso(now - 2 * HOUR),
        lastAt: iso(now - HOUR),
      },
      {
        number: 2,
        class: 'own-service',
        ...amounts,
        rows: 22_000,
        addresses: 1,
        networks: ['10.0.0.0/24'],
        clients: ['metabase'],
        firstAt: iso(from),
        lastAt: iso(now - MINUTE),
      },
    ],
    tables: [{ container: 'default', table: 'log_stream', accounts: 2, ...amounts }],
  };
}

export function visitorsOf(now: number): AnswerOf<'getCaseVisitors'> {
  const amounts = { queries: 93, rows: 2_400_981, bytes: 384_000_000, failures: 30 };
  return {
    windows: [
      {
        store: storeName(now),
        from: iso(now - 3 * DAY),
        loggedFrom: iso(now - 2 * DAY),
        missing: ['log-begins-late', 'opened-before-first-seen'],
      },
    ],
    groups: [
      {
        class: 'known-scanner',
        addresses: 2,
        ...amounts,
        rows: 4,
        firstAt: iso(now - 2 * DAY),
        lastAt: iso(now - DAY),
        confidence: 'medium',
        reasons: ['program-of-scanner'],
        why: 'the programs name themselves as scanners',
        names: ['zgrab'],
      },
      {
        class: 'stranger',
        addresses: 1,
        ...amounts,
        firstAt: iso(now - 2 * HOUR),
        lastAt: iso(now - HOUR),
        confidence: 'high',
        reasons: ['foreign-network'],
        why: 'they came from networks that are nobody known',
        names: [],
      },
    ],
    complete: false,
    gaps: [],
  };
}

export function channelsOf(now: number): Channel[] {
  return [
    {
      id: uuid(33, 0),
      name: 'Astreinte',
      kind: 'mail',
      targetShown: '@example.org',
      language: 'fr',
      leastLevel: 'high',
      quietHours: {
        timeZone: 'Europe/Paris',
        stretches: [{ days: ['saturday', 'sunday'], from: '22:00', to: '07:00' }],
      },
      windowMinutes: 30,
      mostPerHour: 20,
      enabled: true,
      waiting: 2,
      failures: 0,
      lastDeliveryAt: iso(now - HOUR),
      createdAt: iso(now - DAY),
      version: 1,
    },
  ];
}
