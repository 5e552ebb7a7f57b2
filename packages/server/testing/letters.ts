// What tests of letters need: a case, its contacts from a list, mail settings for a sink, and a run with an approved text.
import { hash } from 'node:crypto';
import { judgeImport } from '../src/letters/contacts/confirm-import.ts';
import { importContacts } from '../src/letters/contacts/import-contacts.ts';
import { createRun, type RunRow, startRun } from '../src/letters/runs/run-life.ts';
import { readMailSettings, writeMailSettings } from '../src/mail/mail-settings.ts';
import type { Channel } from '../src/records/tables/letters.ts';
import type { Room } from '../src/room.ts';

/** Names a person where the room has no accounts of its own. */
export const SOMEBODY = 'tester1234';

export async function setRelay(room: Room, port: number, connections = 4): Promise<void> {
  const before = await readMailSettings(room.records);
  const settings = {
    host: '127.0.0.1',
    port,
    security: 'none' as const,
    from: { name: 'Example SAS', address: 'privacy@example.org' },
    replyTo: 'dpo@example.org',
    bounceAddress: 'bounces@example.org',
    connections,
  };
  await writeMailSettings(room, settings, before?.version ?? 0);
}

/** Imports a list and confirms it. */
export async function addContacts(
  room: Room,
  caseId: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<string> {
  return judged(room, await importList(room, caseId, lines));
}

/** As much as comes over the network at once. */
const CHUNK = 65_536;

/** Imports a list, which then waits to be judged. */
export async function importList(
  room: Room,
  caseId: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<string> {
  async function* bytes() {
    let chunk = '';
    for await (const line of lines) {
      chunk += `${line}\n`;
      if (chunk.length < CHUNK) continue;
      yield Buffer.from(chunk);
      chunk = '';
    }
    yield Buffer.from(chunk);
  }
  const order = { caseId, accountId: SOMEBODY, bytes: bytes(), language: 'en', group: 'customers' as const };
  const imported = await importContacts(room, order);
  if ('code' in imported) throw new Error(imported.message);
  return imported.id;
}

export async function judged(room: Room, importId: string): Promise<string> {
  await judgeImport(room, importId, 'confirmed', SOMEBODY);
  return importId;
}

/** A list of so many customers, each with a mailbox of their own. */
export function* customers(count: number, first = 1): Generator<string> {
  yield 'name,email,customer number';
  for (let number = first; number < first + count; number += 1)
    yield `Customer ${number},customer${number}@example.org,C${number}`;
}

export interface TestRun {
  readonly caseId: string;
  readonly channel?: Channel;
  readonly perMinute?: number;
  readonly againAfter?: string;
  readonly noticeId?: string;
}

export async function startedRun(room: Room, wanted: TestRun): Promise<RunRow> {
  const started = await startRun(room, await draftRun(room, wanted), SOMEBODY);
  if ('fault' in started) throw new Error(started.fault);
  return started;
}

export async function draftRun(
  room: Room,
  { caseId, channel = 'email', perMinute = 600_000, againAfter, noticeId }: TestRun,
): Promise<RunRow> {
  const letter = {
    noticeId: noticeId ?? idFrom(`notice of ${caseId}`),
    caseId,
    version: 1,
    group: 'customers' as const,
    language: 'en',
    subject: 'What happened to your data',
    text: 'Good day.\n\nBy mistake, a place where we keep data stood open.\n',
    html: '<p>Good day.</p><p>By mistake, a place where we keep data stood open.</p>',
  };
  return createRun(room, { letter, channel, perMinute, alsoLanguages: [], againAfter, accountId: SOMEBODY });
}

/** The same id for the same words. */
function idFrom(words: string): string {
  const hex = hash('sha256', words, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
