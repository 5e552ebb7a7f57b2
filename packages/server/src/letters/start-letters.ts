// What of letters runs by itself while the platform is open: the post office, and the folder into which bounces are delivered.
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import { watchBounces } from './bounces/mailbox.ts';
import { forgetInterruptedImports } from './contacts/import-contacts.ts';
import { finishErasures } from './erasure/erase-contacts.ts';
import { eraseOverdue } from './erasure/retention.ts';
import { resealLetters } from './reseal.ts';
import { takeAwayInterrupted } from './runs/make-letters.ts';
import { openPostOffice } from './sending/post-office.ts';

/** Resolves to how to stop it; that resolves when the couriers have ended what they had begun. */
export async function startLetters(room: Room, allowed: AllowedAddresses): Promise<() => Promise<void>> {
  await forgetInterruptedImports(room);
  await takeAwayInterrupted(room.records);
  // In the background: of a million contacts it takes minutes.
  const erasing = finishErasures(room).catch((error: unknown) =>
    room.log.mistake(error, { part: 'erasure of contacts' }),
  );
  const office = await openPostOffice({ room, allowed, listHelpOf: (caseId) => helpOf(room, caseId) });
  const bounces = await watchBounces(room);
  const stopTidying = startTidying(room);
  return async () => {
    await stopTidying();
    await erasing;
    await bounces.close();
    await office.close();
  };
}

/** Where people are told to ask: what the incident's public page says. */
async function helpOf(room: Room, caseId: string): Promise<string | undefined> {
  const page = await room.records
    .selectFrom('incident_page')
    .select('contact')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (page === undefined) return undefined;
  if (page.contact.startsWith('https://')) return page.contact;
  return page.contact.includes('@') ? `mailto:${page.contact}` : undefined;
}

/** Not in the first minute, which belongs to whoever waits for the page; a rotation of keys and a retention of days wait for the next time. */
const FIRST_TIDY_MS = 60_000;
const TIDY_MS = 60 * 60_000;

function startTidying(room: Room): () => Promise<void> {
  const closing = new AbortController();
  let running: Promise<void> | undefined;
  const tidy = () => {
    running ??= tidyLetters(room, closing.signal)
      .catch((error: unknown) => room.log.mistake(error, { part: 'housekeeping of letters' }))
      .finally(() => {
        running = undefined;
      });
  };
  const first = setTimeout(tidy, FIRST_TIDY_MS);
  const timer = setInterval(tidy, TIDY_MS);
  for (const one of [first, timer]) one.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    closing.abort();
    await running;
  };
}

async function tidyLetters(room: Room, signal: AbortSignal): Promise<void> {
  const count = await resealLetters(room, signal);
  if (count > 0) room.log.warn('contact data was sealed anew by the current key', { texts: count });
  if (signal.aborted) return;
  for (const { case_id, contacts } of await eraseOverdue(room)) {
    room.log.warn('contacts of a closed case were erased, as the setting of their retention says', {
      case: case_id,
      contacts,
    });
  }
}
