// What of letters runs by itself while the platform is open: the post office, and the folder into which bounces are delivered.
import type { AllowedAddresses } from '../outgoing/allowed-address.ts';
import type { Room } from '../room.ts';
import { watchBounces } from './bounces/mailbox.ts';
import { forgetInterruptedImports } from './contacts/import-contacts.ts';
import { openPostOffice } from './sending/post-office.ts';

/** Resolves to how to stop it; that resolves when the couriers have ended what they had begun. */
export async function startLetters(room: Room, allowed: AllowedAddresses): Promise<() => Promise<void>> {
  await forgetInterruptedImports(room);
  const office = await openPostOffice({ room, allowed, listHelpOf: (caseId) => helpOf(room, caseId) });
  const bounces = await watchBounces(room);
  return async () => {
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
