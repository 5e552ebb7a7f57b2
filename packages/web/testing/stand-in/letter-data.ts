// Runs of letters of the stand-in: one that goes on, one that is done with letters in doubt, one by telephone, one that was only prepared.
import type { Contact, ContactErasure, Letter, LetterRun, LettersTold } from '../../src/api/shapes/letters.ts';
import { CASE_ID, SAID } from './case-data.ts';
import { COLLEAGUES } from './people-data.ts';
import { uuid } from './watch-data.ts';

const [, , CLAIRE] = COLLEAGUES;

export const RUN_IDS = {
  running: uuid(10, 0),
  prepared: uuid(10, 1),
  done: uuid(10, 2),
  phone: uuid(10, 3),
} as const;

/** As many letters as each run of the stand-in has. */
const LETTERS = 100_000;

const NOTHING = { sent: 0, bounced: 0, failed: 0, uncertain: 0, left: 0 } as const;

function run(id: string, more: Partial<LetterRun>): LetterRun {
  return {
    id,
    caseId: CASE_ID,
    noticeId: uuid(6, 2),
    noticeVersion: 2,
    channel: 'email',
    group: 'customers',
    language: 'fr',
    alsoLanguages: [],
    state: 'running',
    perMinute: 300,
    total: 0,
    ...NOTHING,
    createdAt: '2026-11-29T08:00:00Z',
    startedAt: '2026-11-29T08:10:00Z',
    version: 3,
    ...more,
  };
}

/** @param decided somebody decided about the letters in doubt, and no run goes on any more */
export function runsOf(decided: boolean): LetterRun[] {
  const { startedAt: _, ...prepared } = run(RUN_IDS.prepared, {
    language: 'en',
    state: 'draft',
    total: 13_246,
    left: 13_246,
  });
  const state = decided ? 'done' : 'running';
  return [
    run(RUN_IDS.running, { state, total: 6_624, sent: 4_120, bounced: 37, failed: 2, left: 2_465 }),
    prepared,
    run(RUN_IDS.done, {
      createdAt: '2026-11-28T16:00:00Z',
      state: 'done',
      total: LETTERS,
      sent: decided ? 99_903 : 99_900,
      bounced: 60,
      failed: 37,
      uncertain: decided ? 0 : 3,
      finishedAt: '2026-11-29T14:10:00Z',
    }),
    run(RUN_IDS.phone, { state, channel: 'phone', total: 97, sent: 12, left: 85, againAfter: RUN_IDS.done }),
  ];
}

const ENDED_AT = Date.parse('2026-11-29T09:00:00Z');

/** The letter of a run; one in a thousand did not arrive, and three are in doubt. */
export function letterAt(index: number, { state, channel }: LetterRun, decided: boolean): Letter {
  const letter = { number: index + 1, contactId: uuid(9, index), tries: 1 };
  if (channel === 'phone') return { ...letter, tries: 0, state: index < 12 ? 'sent' : 'queued' };
  const endedAt = new Date(ENDED_AT + index * 10).toISOString();
  if (index < 3) return { ...letter, state: decided ? 'sent' : 'uncertain', endedAt };
  if (index % 1000 === 7) return { ...letter, state: 'bounced', code: 250, status: '5.1.1', endedAt };
  if (index % 1000 === 9) return { ...letter, state: 'failed', tries: 5, code: 452, status: '4.2.2', endedAt };
  if (state === 'running' && index >= 4_159) return { ...letter, tries: 0, state: 'queued' };
  return { ...letter, state: 'sent', code: 250, status: '2.0.0', endedAt };
}

/** What a contact is in clear. */
export function detailsOf(id: Contact['id']): Record<string, string> {
  return { name: 'Perrine Lacaze', email: `perrine.${id.slice(-4)}@users.example`, phone: '+33698765432' };
}

const NUMBERS = {
  people: 100_000,
  told: 99_912,
  toldBy: { email: 99_900, phone: 12 },
  inDoubt: 3,
  underWay: 0,
  undeliverable: 60,
  noWay: 0,
  notWritten: 25,
} as const;

/** Who was told by now. @param isMet whether somebody said that it is enough */
export function toldOf(now: number, isMet: boolean): LettersTold {
  const duty = { clockId: uuid(20, 4), regime: 'gdpr', article: '34(1)', what: 'Tell the people' };
  const metAt = new Date(now).toISOString();
  return {
    now: { ...NUMBERS, toldBy: { ...NUMBERS.toldBy } },
    duties: [isMet ? { ...duty, state: 'met', metAt } : { ...duty, state: 'running' }],
    notYet: [],
  };
}

export function erasuresOf(now: number): ContactErasure[] {
  return [
    {
      id: uuid(24, 0),
      caseId: CASE_ID,
      state: 'done',
      because: SAID.opinion,
      by: { id: CLAIRE.id, name: CLAIRE.name },
      begunAt: new Date(now - 9e8).toISOString(),
      doneAt: new Date(now - 9e8).toISOString(),
      contacts: 420,
      proofs: 400,
      told: { ...NUMBERS, toldBy: { ...NUMBERS.toldBy } },
    },
  ];
}
