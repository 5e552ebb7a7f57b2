// Operations on the erasure of contacts: ordered by the data protection officer, or by the setting that says how long they are kept.
import * as v from 'valibot';
import { namesOf, type PersonName } from '../cases/accounts.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import {
  ERASURE_PURPOSE,
  type Erasure,
  type ErasureFault,
  eraseContacts,
  SERVER,
} from '../letters/erasure/erase-contacts.ts';
import { RetentionDays, readRetention, writeRetention } from '../letters/erasure/retention.ts';
import { recordChange } from '../live/changes.ts';
import type { Room } from '../room.ts';
import { Person, textOf } from './case-schemas.ts';
import { noSuchCase } from './contacts.ts';
import { Id, IdParams, Instant } from './fields.ts';
import { ToldNumbersSchema } from './letters-told.ts';

const ErasureSchema = v.object({
  id: Id,
  caseId: Id,
  state: v.picklist(['running', 'done']),
  /** Left out where the setting of retention did it. */
  by: v.optional(Person),
  because: v.string(),
  begunAt: Instant,
  doneAt: v.optional(Instant),
  contacts: v.number(),
  /** Proofs of letters that stay and that nobody can open any more. */
  proofs: v.number(),
  /** How many had been told until then. */
  told: ToldNumbersSchema,
});

function erasureOf(
  { vault }: Room,
  row: Erasure,
  name: (accountId: string) => PersonName,
): v.InferInput<typeof ErasureSchema> {
  const because = vault.open(row.reason, ERASURE_PURPOSE);
  if ('code' in because) throw new Error(`${because.message}: ${because.remedy}`);
  return {
    id: row.id,
    caseId: row.case_id,
    state: row.state,
    ...(row.begun_by === SERVER ? {} : { by: name(row.begun_by) }),
    because: because.text,
    begunAt: row.begun_at,
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
    contacts: row.contacts,
    proofs: row.proofs,
    told: row.told,
  };
}

const FAULTS: Readonly<Record<ErasureFault['fault'], string>> = {
  'run-goes-on': 'letters of the case are still being made or sent: pause their runs, or wait until they are done',
  'list-is-read': 'a list of contacts is just being read in: wait until it is checked',
  'being-erased': 'they are being erased already',
  'no-contacts': 'the case has no contacts',
};

export const eraseContactsOfCase = operation({
  id: 'eraseContacts',
  method: 'POST',
  path: '/api/cases/:id/contact-erasures',
  summary: 'Erase the contacts of a case for good; numbers and commitments of proofs stay',
  may: 'manage-contacts',
  params: IdParams,
  body: v.strictObject({ because: textOf(4000) }),
  answer: ErasureSchema,
  status: 201,
  async run({ room, params, body, actor }) {
    const missing = await noSuchCase(room, params.id);
    if (missing !== undefined) return missing;
    const order = { caseId: params.id, author: actor.accountId, because: body.because, basis: 'gdpr/5.1.e' };
    const done = await eraseContacts(room, order);
    if ('fault' in done) return problem('conflict', { detail: FAULTS[done.fault] });
    return erasureOf(room, done, await namesOf(room.records, [actor.accountId]));
  },
});

export const listContactErasures = operation({
  id: 'listContactErasures',
  method: 'GET',
  path: '/api/cases/:id/contact-erasures',
  summary: 'When contacts of a case were erased, why and by whom, newest first',
  may: 'manage-contacts',
  params: IdParams,
  answer: v.object({ items: v.array(ErasureSchema) }),
  async run({ room, params }) {
    const rows = await room.records
      .selectFrom('contact_erasure')
      .selectAll()
      .where('case_id', '=', params.id)
      .orderBy('begun_at', 'desc')
      .limit(100)
      .execute();
    const name = await namesOf(
      room.records,
      rows.map((row) => row.begun_by),
    );
    return { items: rows.map((row) => erasureOf(room, row, name)) };
  },
});

const RetentionSchema = v.object({
  /** Null: until somebody erases them. */
  days: v.nullable(v.number()),
  version: v.number(),
});

export const getContactRetention = operation({
  id: 'getContactRetention',
  method: 'GET',
  path: '/api/settings/contact-retention',
  summary: 'How many days contacts are kept after their case was closed',
  may: 'manage-contacts',
  answer: RetentionSchema,
  run: ({ room }) => readRetention(room),
});

export const putContactRetention = operation({
  id: 'putContactRetention',
  method: 'PUT',
  path: '/api/settings/contact-retention',
  summary: 'Set how many days contacts are kept after their case was closed; null erases nothing by itself',
  may: 'manage-contacts',
  body: v.strictObject({ days: v.nullable(RetentionDays) }),
  versioned: true,
  answer: RetentionSchema,
  async run({ room, body, version, actor }) {
    const written = await writeRetention(room, body.days, version);
    if (written === undefined) return problem('version-old');
    const payload = { subject: 'contact-retention' };
    await room.evidence.write({ type: 'setting-change', author: actor.accountId, payload });
    const at = room.clock.now();
    await room.records
      .transaction()
      .execute((trx) => recordChange(trx, { at, kind: 'settings', id: 'contact-retention', what: 'updated' }));
    return written;
  },
});

export const contactErasureOperations: readonly AnyOperation[] = [
  eraseContactsOfCase,
  listContactErasures,
  getContactRetention,
  putContactRetention,
];
