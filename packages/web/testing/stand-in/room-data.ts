// Plausible data of the room itself: the first screen, jobs, webhooks, the evidence log.
import type { EvidenceEntry, Job, Overview, Webhook } from '../../src/api/shapes/people.ts';
import { ago, DAY_MS, findingAt, uuid } from './watch-data.ts';

const HOUR_MS = 3_600_000;

export function overviewOf(now: number, isNew: boolean): Overview {
  if (isNew) {
    return {
      openNow: { stores: 0 },
      findingsByState: {},
      openOverTime: [],
      kinds: [],
      recent: [],
      firstScanDone: false,
    };
  }
  return {
    openNow: {
      stores: 14,
      since: ago(now, 19 * DAY_MS + 4 * HOUR_MS),
      people: { lower: 19_990, estimate: 20_000, upper: 20_010 },
      worst: findingAt(now, 0),
    },
    findingsByState: {
      new: 25_000,
      assigned: 12_500,
      accepted: 12_500,
      mending: 12_500,
      verifying: 12_500,
      mended: 12_500,
      back: 12_500,
    },
    openOverTime: Array.from({ length: 60 }, (_, day) => ({
      at: ago(now, (59 - day) * DAY_MS),
      open: Math.max(0, Math.round(4 + 3 * Math.sin(day / 6) + (day > 38 ? (day - 38) * 0.4 : 0))),
      partial: Math.round(6 + 2 * Math.cos(day / 9)),
    })),
    kinds: [
      { kind: 'network/ip-address', rows: 871_002 },
      { kind: 'conversation', rows: 340_265 },
      { kind: 'person/name', rows: 96_541 },
      { kind: 'person/email', rows: 48_112 },
      { kind: 'search-history', rows: 12_440 },
      { kind: 'secret/openai-api-key', rows: 1_204 },
      { kind: 'special/health', rows: 611 },
      { kind: 'payment/card', rows: 38 },
    ],
    recent: Array.from({ length: 9 }, (_, index) => ({
      seq: 900 - index,
      at: ago(now, index * 7 * 60_000 + 20_000),
      kind: ['store', 'finding', 'scan', 'case'][index % 4] ?? 'store',
      id: uuid(1, index),
      what: ['created', 'updated'][index % 2] ?? 'updated',
    })),
    firstScanDone: true,
  };
}

export function jobsOf(now: number): readonly Job[] {
  const sketches = [
    ['scan', 'active'],
    ['verify', 'completed'],
    ['mail', 'retry'],
    ['reminder', 'created'],
    ['letters', 'failed'],
    ['backup', 'completed'],
  ] as const;
  return sketches.map(([kind, state], index) => ({
    id: uuid(11, index),
    kind,
    state,
    createdAt: ago(now, index * 9 * 60_000 + 30_000),
    startedAt: ago(now, index * 9 * 60_000 + 20_000),
    ...(state === 'completed' ? { finishedAt: ago(now, index * 9 * 60_000) } : {}),
    attempts: state === 'retry' ? 3 : 1,
    ...(state === 'retry' ? { waitingUntil: ago(now, -120_000), error: 'The SMTP server refuses connections.' } : {}),
    ...(state === 'failed' ? { error: 'The letter has no approved version.' } : {}),
  }));
}

export function webhooksOf(now: number): readonly Webhook[] {
  return [
    {
      id: uuid(12, 0),
      url: 'https://chat.example.org/hooks/vigie',
      events: ['finding', 'case'],
      active: true,
      createdAt: ago(now, 9 * DAY_MS),
      failures: 2,
      lastDeliveryAt: ago(now, HOUR_MS),
      version: 1,
    },
  ];
}

export const ENTRY_COUNT = 1_204;

export function entryAt(now: number, index: number): EvidenceEntry {
  const types = ['state-change', 'sign-in', 'fact-change', 'export', 'contact-read'];
  const sequence = ENTRY_COUNT - index;
  return {
    sequence,
    time: ago(now, index * 11 * 60_000),
    type: types[index % types.length] ?? 'sign-in',
    author: index % 3 === 0 ? 'vigie-server' : 'Tomás Vidal',
    payload: { subject: uuid(2, index), from: 'new', to: 'assigned' },
    hash: `${sequence.toString(16).padStart(8, '0')}77d42f0917c51d0e6ab13f2`,
  };
}
