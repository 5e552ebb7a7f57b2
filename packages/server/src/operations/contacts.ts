// Operations on contacts: lists are imported, looked at, confirmed or thrown away. Each read of contact data is written to the evidence log.
import { LETTER_GROUPS } from '@vigie/respond';
import { type Selectable, sql } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { cursorOf, keysOf, PageQuery, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { MEANINGS } from '../letters/contacts/column-names.ts';
import { judgeImport, type Verdict } from '../letters/contacts/confirm-import.ts';
import { isConfirmed } from '../letters/contacts/confirmed.ts';
import { letterAddress, WAYS } from '../letters/contacts/contact.ts';
import { PROBLEMS } from '../letters/contacts/contact-row.ts';
import { importContacts } from '../letters/contacts/import-contacts.ts';
import { maskedAddress } from '../letters/contacts/mail-address.ts';
import { openDetails } from '../letters/contacts/sealed-contact.ts';
import { CONTACT_STATUSES, lacksUtf8, statusesOf } from '../letters/contacts/status.ts';
import { languageIn } from '../letters/contacts/words.ts';
import type { ContactTables } from '../records/tables/contacts.ts';
import type { Room } from '../room.ts';
import { Id, IdParams, Instant } from './fields.ts';

const LIST_LIMIT_BYTES = 100 * 1024 * 1024;

const Language = v.pipe(
  v.string(),
  v.check((text) => text.length === 2 && languageIn(text) === text, 'it has to be the code of a language, as in fr'),
);
const Group = v.picklist(LETTER_GROUPS);

const ContactImport = v.object({
  id: Id,
  caseId: Id,
  state: v.picklist(['checking', 'waiting', 'confirmed', 'discarded']),
  rows: v.number(),
  good: v.number(),
  broken: v.number(),
  duplicates: v.number(),
  minors: v.number(),
  unreachable: v.number(),
  /** All of them; `problems` has the first thousand. */
  problemCount: v.number(),
  problems: v.array(v.object({ row: v.number(), column: v.number(), problem: v.picklist(PROBLEMS) })),
  encoding: v.optional(v.string()),
  delimiter: v.optional(v.string()),
  columns: v.array(v.nullable(v.picklist(MEANINGS))),
  createdAt: Instant,
});

function importOf(row: Selectable<ContactTables['contact_import']>): v.InferInput<typeof ContactImport> {
  return {
    id: row.id,
    caseId: row.case_id,
    state: row.state,
    rows: row.rows,
    good: row.good,
    broken: row.broken,
    duplicates: row.duplicates,
    minors: row.minors,
    unreachable: row.unreachable,
    problemCount: row.problem_count,
    problems: [...row.problems],
    ...(row.encoding === null ? {} : { encoding: row.encoding }),
    ...(row.delimiter === null ? {} : { delimiter: row.delimiter }),
    columns: [...row.columns],
    createdAt: row.created_at,
  };
}

async function readImport(room: Room, id: string) {
  const row = await room.records.selectFrom('contact_import').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? problem('not-found') : importOf(row);
}

export async function noSuchCase(room: Room, id: string): Promise<Problem | undefined> {
  const row = await room.records.selectFrom('breach_case').select('id').where('id', '=', id).executeTakeFirst();
  return row === undefined ? problem('not-found', { detail: 'there is no such case' }) : undefined;
}

export const importContactList = operation({
  id: 'importContactList',
  method: 'POST',
  path: '/api/cases/:id/contact-imports',
  summary: 'Read a list of contacts (CSV); its good rows wait to be confirmed',
  may: 'manage-contacts',
  params: IdParams,
  query: v.object({
    /** Of rows that do not say. */
    language: v.optional(Language, 'en'),
    group: v.optional(Group, 'anyone'),
  }),
  takes: ['text/csv', 'text/tab-separated-values', 'text/plain'],
  limitBytes: LIST_LIMIT_BYTES,
  answer: ContactImport,
  status: 201,
  async run({ room, params, query, stream, actor }) {
    const missing = await noSuchCase(room, params.id);
    if (missing !== undefined) return missing;
    const bytes = stream ?? new Blob([]).stream();
    const imported = await importContacts(room, { caseId: params.id, accountId: actor.accountId, bytes, ...query });
    if ('id' in imported) return readImport(room, imported.id);
    if (imported.code === 'being-erased') return problem('conflict', { detail: imported.message });
    return problem('invalid-request', { errors: [{ pointer: '/body', detail: imported.message }] });
  },
});

export const listContactImports = operation({
  id: 'listContactImports',
  method: 'GET',
  path: '/api/cases/:id/contact-imports',
  summary: 'The imports of a case, newest first',
  may: 'manage-contacts',
  params: IdParams,
  answer: v.object({ items: v.array(ContactImport) }),
  async run({ room, params }) {
    const rows = await room.records
      .selectFrom('contact_import')
      .selectAll()
      .where('case_id', '=', params.id)
      .orderBy('created_at', 'desc')
      .limit(100)
      .execute();
    return { items: rows.map(importOf) };
  },
});

export const getContactImport = operation({
  id: 'getContactImport',
  method: 'GET',
  path: '/api/contact-imports/:id',
  summary: 'An import with what is wrong in it, by row and column',
  may: 'manage-contacts',
  params: IdParams,
  answer: ContactImport,
  run: ({ room, params }) => readImport(room, params.id),
});

async function judge(room: Room, id: string, verdict: Verdict, accountId: string) {
  const found = await readImport(room, id);
  if (found instanceof Problem) return found;
  if (await judgeImport(room, id, verdict, accountId)) return readImport(room, id);
  return problem('conflict', { detail: `the import does not wait for a verdict: it is ${found.state}` });
}

export const confirmContactImport = operation({
  id: 'confirmContactImport',
  method: 'POST',
  path: '/api/contact-imports/:id/confirm',
  summary: 'Make contacts of the good rows of an import',
  may: 'manage-contacts',
  params: IdParams,
  answer: ContactImport,
  run: ({ room, params, actor }) => judge(room, params.id, 'confirmed', actor.accountId),
});

export const discardContactImport = operation({
  id: 'discardContactImport',
  method: 'DELETE',
  path: '/api/contact-imports/:id',
  summary: 'Throw the rows of an import away',
  may: 'manage-contacts',
  params: IdParams,
  async run({ room, params, actor }) {
    const judged = await judge(room, params.id, 'discarded', actor.accountId);
    return judged instanceof Problem ? judged : undefined;
  },
});

const MaskedContact = v.object({
  id: Id,
  name: v.optional(v.string()),
  /** Masked, as in a…@e…org. */
  email: v.optional(v.string()),
  language: v.string(),
  group: Group,
  minor: v.boolean(),
  /** By mail, over the server that there is. */
  reachable: v.boolean(),
  /** Why not, where it is not that there is no address. */
  unreachableBecause: v.optional(v.picklist(['smtputf8-not-offered'])),
  ways: v.array(v.picklist(WAYS)),
  status: v.picklist(CONTACT_STATUSES),
});

export const listContacts = operation({
  id: 'listContacts',
  method: 'GET',
  path: '/api/cases/:id/contacts',
  summary: 'The contacts of a case, masked; that they were read is written down',
  may: 'read-contacts',
  params: IdParams,
  query: v.object({
    ...PageQuery,
    group: v.optional(Group),
    language: v.optional(Language),
    reachable: v.optional(v.picklist(['yes', 'no'])),
  }),
  answer: pageOf(MaskedContact),
  async run({ room, params, query, actor }) {
    const keys = keysOf(query.cursor, ['string']);
    if (keys instanceof Problem) return keys;
    let select = room.records
      .selectFrom('contact')
      .selectAll()
      .select(lacksUtf8.as('lacks_utf8'))
      .where('case_id', '=', params.id)
      .where(isConfirmed)
      .orderBy('id')
      .offset(query.skip)
      .limit(query.limit + 1);
    if (query.group !== undefined) select = select.where('letter_group', '=', query.group);
    if (query.language !== undefined) select = select.where('language', '=', query.language);
    if (query.reachable !== undefined) {
      select = select.where(sql<boolean>`('email' = ANY(ways) AND NOT ${lacksUtf8}) = ${query.reachable === 'yes'}`);
    }
    const total = await totalOf(room.records, query, select);
    if (keys !== undefined) select = select.where('id', '>', String(keys[0]));
    const rows = await select.execute();
    const shown = rows.slice(0, query.limit);
    const payload = { subject: params.id, contacts: shown.length, purpose: 'list' };
    await room.evidence.write({ type: 'contact-read', author: actor.accountId, payload });
    const statuses = await statusesOf(
      room.records,
      shown.map(({ id }) => id),
    );
    const items = shown.map((row) => {
      const details = openDetails(room.vault, row.sealed);
      const address = letterAddress({ minor: row.minor, details });
      return {
        id: row.id,
        ...(details.name === undefined ? {} : { name: maskedName(details.name) }),
        ...(address === undefined ? {} : { email: maskedAddress(address) }),
        language: row.language,
        group: row.letter_group as v.InferOutput<typeof Group>,
        minor: row.minor,
        reachable: row.ways.includes('email') && !row.lacks_utf8,
        ...(row.lacks_utf8 ? { unreachableBecause: 'smtputf8-not-offered' as const } : {}),
        ways: WAYS.filter((way) => row.ways.includes(way)),
        status: statuses.get(row.id) ?? ('none' as const),
      };
    });
    const last = shown.at(-1);
    const next = rows.length > query.limit && last !== undefined ? { next: cursorOf([last.id]) } : {};
    return { items, ...next, ...total };
  },
});

/** The first letter of each part. */
function maskedName(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => `${[...part][0] ?? ''}…`)
    .join(' ');
}

export const getContact = operation({
  id: 'getContact',
  method: 'GET',
  path: '/api/contacts/:id',
  summary: 'A contact as it was imported; that it was read is written down',
  may: 'read-contacts',
  params: IdParams,
  answer: v.object({
    id: Id,
    caseId: Id,
    language: v.string(),
    group: Group,
    minor: v.boolean(),
    details: v.record(v.string(), v.string()),
  }),
  async run({ room, params, actor }) {
    const row = await room.records.selectFrom('contact').selectAll().where('id', '=', params.id).executeTakeFirst();
    if (row === undefined) return problem('not-found');
    const payload = { subject: row.id, contacts: 1, purpose: 'look' };
    await room.evidence.write({ type: 'contact-read', author: actor.accountId, payload });
    const details = Object.entries(openDetails(room.vault, row.sealed)).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return {
      id: row.id,
      caseId: row.case_id,
      language: row.language,
      group: row.letter_group as v.InferOutput<typeof Group>,
      minor: row.minor,
      details: Object.fromEntries(details),
    };
  },
});

export const contactOperations: readonly AnyOperation[] = [
  importContactList,
  listContactImports,
  getContactImport,
  confirmContactImport,
  discardContactImport,
  listContacts,
  getContact,
];
