// What of letters runs by itself while the platform is open: the post office, and the folder into which bounces are delivered.
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import { watchBounces } from './bounces/mailbox.ts';
import { forgetInterruptedImports } from './contacts/import-contacts.ts';
import { resealLetters } from './reseal.ts';
import { takeAwayInterrupted } from './runs/make-letters.ts';
import { openPostOffice } from './sending/post-office.ts';

/** Resolves to how to stop it; that resolves when the couriers have ended what they had begun. */
export async function startLetters(room: Room, allowed: AllowedAddresses): Promise<() => Promise<void>> {
  await forgetInterruptedImports(room);
  await takeAwayInterrupted(room.records);
  const office = await openPostOffice({ room, allowed, listHelpOf: (caseId) => helpOf(room, caseId) });
  const bounces = await watchBounces(room);
  const stopResealing = startResealing(room);
  return async () => {
    await stopResealing();
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

/** Not in the first minute, which belongs to whoever waits for the page; a rotation waits for the next time. */
const FIRST_RESEAL_MS = 60_000;
const RESEAL_MS = 60 * 60_000;

function startResealing(room: Room): () => Promise<void> {
  const closing = new AbortController();
  let running: Promise<void> | undefined;
  const reseal = () => {
    running ??= resealLetters(room, closing.signal)
      .then((count) => {
        if (count > 0) room.log.warn('contact data was sealed anew by the current key', { texts: count });
      })
      .catch((error: unknown) => room.log.mistake(error, { part: 'rotation of keys' }))
      .finally(() => {
        running = undefined;
      });
  };
  const first = setTimeout(reseal, FIRST_RESEAL_MS);
  const timer = setInterval(reseal, RESEAL_MS);
  for (const one of [first, timer]) one.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    closing.abort();
    await running;
  };
}
