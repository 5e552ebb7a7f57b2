// After a rotation of keys: what older keys sealed of contacts, runs and mail is sealed anew by the current one, little by little.

import type { LetterGroup } from '@vigie/respond';
import { sql } from 'kysely';
import { PASSWORD_PURPOSE, readMailSettings, writeMailSettings } from '../mail/mail-settings.ts';
import type { Room } from '../room.ts';
import { sealAgain } from '../vault/seal-again.ts';
import { openDetails, sealedContact } from './contacts/sealed-contact.ts';
import { ERASURE_PURPOSE } from './erasure/erase-contacts.ts';
import { SECRET_PURPOSE } from './sending/run-text.ts';

const BATCH = 200;

/** @returns how many texts were sealed anew */
export async function resealLetters(room: Room, signal: AbortSignal): Promise<number> {
  const reasons = await sealAgain(room, [{ table: 'contact_erasure', column: 'reason', purpose: ERASURE_PURPOSE }]);
  let count = reasons + (await resealPassword(room)) + (await resealRuns(room));
  for (let after = ''; !signal.aborted; ) {
    const last = await resealContacts(room, after);
    if (last === undefined) break;
    after = last.id;
    count += last.count;
  }
  return count;
}

/** Sealed texts name their key at their beginning. */
const isStale = (room: Room) => sql<boolean>`sealed NOT LIKE ${`v1.${room.vault.currentKey}.%`}`;

async function resealContacts(
  room: Room,
  after: string,
): Promise<{ readonly id: string; readonly count: number } | undefined> {
  const rows = await room.records
    .selectFrom('contact')
    .select(['id', 'letter_group', 'language', 'minor', 'sealed'])
    .$if(after !== '', (select) => select.where('id', '>', after))
    .where(isStale(room))
    .orderBy('id')
    .limit(BATCH)
    .execute();
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  await room.records.transaction().execute(async (trx) => {
    for (const { id, sealed, ...row } of rows) {
      const draft = {
        details: openDetails(room.vault, sealed),
        group: row.letter_group as LetterGroup,
        language: row.language,
        minor: row.minor,
      };
      await trx
        .updateTable('contact')
        .set(sealedContact(room.vault, draft))
        .where('id', '=', id)
        .where('sealed', '=', sealed)
        .execute();
    }
  });
  return { id: last.id, count: rows.length };
}

async function resealRuns(room: Room): Promise<number> {
  const runs = await room.records.selectFrom('letter_run').select(['id', 'secret']).execute();
  // Of runs whose contacts were erased it is gone.
  const stale = runs.filter(({ secret }) => secret !== '' && room.vault.sealedWith(secret) !== room.vault.currentKey);
  for (const { id, secret } of stale) {
    const opened = room.vault.open(secret, SECRET_PURPOSE);
    if ('code' in opened) throw new Error(`${opened.message}: ${opened.remedy}`);
    await room.records
      .updateTable('letter_run')
      .set({ secret: room.vault.seal(opened.text, SECRET_PURPOSE) })
      .where('id', '=', id)
      .execute();
  }
  return stale.length;
}

async function resealPassword(room: Room): Promise<number> {
  const mail = await readMailSettings(room.records);
  const sealed = mail?.settings.sealedPassword;
  if (!mail || sealed === undefined || room.vault.sealedWith(sealed) === room.vault.currentKey) return 0;
  const opened = room.vault.open(sealed, PASSWORD_PURPOSE);
  if ('code' in opened) throw new Error(`${opened.message}: ${opened.remedy}`);
  await writeMailSettings(
    room,
    { ...mail.settings, sealedPassword: room.vault.seal(opened.text, PASSWORD_PURPOSE) },
    mail.version,
  );
  return 1;
}
