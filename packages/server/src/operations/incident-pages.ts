// Operations on the public page of an incident: its titles, whether it is published, and its dated statements.
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { correctStatement } from '../cases/correct-statement.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import { PUBLIC_LANGUAGES } from '../public/words.ts';
import type { IncidentPageTables } from '../records/tables/incident-pages.ts';
import type { Room } from '../room.ts';
import { textOf } from './case-schemas.ts';
import { noSuchCase } from './contacts.ts';
import { Id, IdParams, Instant, lineOfText } from './fields.ts';

const Language = v.picklist(PUBLIC_LANGUAGES);
const Slug = v.pipe(
  v.string(),
  v.maxLength(80),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens'),
);
const Contact = v.pipe(
  lineOfText(300),
  v.check(
    (text) => /^https:\/\/\S+$|^[^\s@]+@[^\s@]+\.[^\s@]+$|^\+?[\d ().-]{5,}$/.test(text),
    'it has to be an e-mail address, a telephone number or an https address',
  ),
);

const Statement = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'it may not be empty'),
  v.maxLength(20_000),
  v.check((text) => !/[^\P{Cc}\n\r\t]/u.test(text), 'it has a control character'),
);

const Update = v.object({
  id: Id,
  at: Instant,
  language: Language,
  text: v.string(),
  /** When it was last corrected or taken back. */
  correctedAt: v.optional(Instant),
  removed: v.boolean(),
});
const IncidentPage = v.object({
  caseId: Id,
  published: v.boolean(),
  slug: v.string(),
  /** In English, or in whichever language there is. */
  title: v.string(),
  titles: v.record(v.string(), v.string()),
  organisation: v.string(),
  contact: v.string(),
  updates: v.array(Update),
  version: v.number(),
});

async function readPage(room: Room, caseId: string): Promise<v.InferInput<typeof IncidentPage> | undefined> {
  const page = await room.records
    .selectFrom('incident_page')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (page === undefined) return undefined;
  const updates = await room.records
    .selectFrom('incident_update')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .limit(1000)
    .execute();
  return {
    caseId,
    published: page.published,
    slug: page.slug,
    title: page.titles.en ?? Object.values(page.titles)[0] ?? '',
    titles: { ...page.titles },
    organisation: page.organisation,
    contact: page.contact,
    updates: updates.map(updateOf),
    version: page.version,
  };
}

function updateOf(row: Selectable<IncidentPageTables['incident_update']>): v.InferInput<typeof Update> {
  return {
    id: row.id,
    at: row.at,
    language: row.language === 'fr' ? 'fr' : 'en',
    text: row.body,
    ...(row.corrected_at === null ? {} : { correctedAt: row.corrected_at }),
    removed: row.removed,
  };
}

export const getIncidentPage = operation({
  id: 'getIncidentPage',
  method: 'GET',
  path: '/api/cases/:id/incident-page',
  summary: 'The public page of a case, published or not',
  may: 'publish-incident-pages',
  params: IdParams,
  answer: IncidentPage,
  run: async ({ room, params }) =>
    (await readPage(room, params.id)) ?? problem('not-found', { detail: 'the case has no public page yet' }),
});

export const putIncidentPage = operation({
  id: 'putIncidentPage',
  method: 'PUT',
  path: '/api/cases/:id/incident-page',
  summary: 'Make or change the public page of a case, publish or withdraw it; If-Match "0" makes it',
  may: 'publish-incident-pages',
  params: IdParams,
  body: v.strictObject({
    slug: Slug,
    published: v.boolean(),
    titles: v.pipe(
      v.record(Language, lineOfText(200)),
      v.check((titles) => Object.keys(titles).length > 0, 'it has to have a title in one language at least'),
    ),
    organisation: lineOfText(200),
    contact: Contact,
  }),
  versioned: true,
  answer: IncidentPage,
  async run({ room, params, body, version, actor }) {
    const missing = await noSuchCase(room, params.id);
    if (missing !== undefined) return missing;
    const taken = await room.records
      .selectFrom('incident_page')
      .select('case_id')
      .where('slug', '=', body.slug)
      .where('case_id', '<>', params.id)
      .executeTakeFirst();
    if (taken !== undefined) {
      return problem('invalid-request', {
        errors: [{ pointer: '/body/slug', detail: 'another page has this address' }],
      });
    }
    const failed = await writePage(room, params.id, body, version, actor.accountId);
    if (failed !== undefined) return failed;
    return (await readPage(room, params.id)) ?? problem('not-found');
  },
});

async function writePage(
  room: Room,
  caseId: string,
  body: {
    readonly slug: string;
    readonly published: boolean;
    readonly titles: Readonly<Record<string, string>>;
    readonly organisation: string;
    readonly contact: string;
  },
  version: number,
  accountId: string,
): Promise<Problem | undefined> {
  const values = { ...body, titles: JSON.stringify(body.titles) };
  const now = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('incident_page')
      .select(['version', 'published'])
      .where('case_id', '=', caseId)
      .forUpdate()
      .executeTakeFirst();
    if ((before?.version ?? 0) !== version) return problem('version-old');
    if (before === undefined) {
      const made = await trx
        .insertInto('incident_page')
        .values({ case_id: caseId, ...values })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (made.numInsertedOrUpdatedRows !== 1n) return problem('version-old');
    } else {
      await trx
        .updateTable('incident_page')
        .set({ ...values, version: version + 1 })
        .where('case_id', '=', caseId)
        .execute();
    }
    const [from, to] = [before?.published ? 'published' : 'hidden', body.published ? 'published' : 'hidden'];
    const payload = { subject: `${caseId}/incident-page`, from, to };
    await room.evidence.write({ type: 'state-change', author: accountId, payload });
    await recordChange(trx, { at: now, kind: 'incident-page', id: caseId, what: 'updated' });
    return undefined;
  });
}

export const addIncidentUpdate = operation({
  id: 'addIncidentUpdate',
  method: 'POST',
  path: '/api/cases/:id/incident-page/updates',
  summary: 'Add a dated statement to the public page; what was said stays as it was said',
  may: 'publish-incident-pages',
  params: IdParams,
  body: v.strictObject({
    language: Language,
    text: Statement,
  }),
  answer: Update,
  status: 201,
  async run({ room, params, body, actor }) {
    const page = await room.records
      .selectFrom('incident_page')
      .select('case_id')
      .where('case_id', '=', params.id)
      .executeTakeFirst();
    if (page === undefined) return problem('not-found', { detail: 'the case has no public page yet' });
    const row = {
      id: room.newId(),
      case_id: params.id,
      at: room.clock.now(),
      language: body.language,
      body: body.text,
      written_by: actor.accountId,
      corrected_at: null,
      corrected_by: null,
      removed: false,
    };
    await room.records.transaction().execute(async (trx) => {
      await trx.insertInto('incident_update').values(row).execute();
      const payload = { subject: row.id, from: 'none', to: 'published', reason: room.evidence.commitment(body.text) };
      await room.evidence.write({ type: 'state-change', author: actor.accountId, payload });
      await recordChange(trx, { at: row.at, kind: 'incident-page', id: params.id, what: 'updated' });
    });
    return updateOf(row);
  },
});

export const correctIncidentUpdate = operation({
  id: 'correctIncidentUpdate',
  method: 'PATCH',
  path: '/api/cases/:id/incident-page/updates/:update',
  summary: 'Correct a public statement, or take it back; its page says that and when, and the case keeps why',
  may: 'publish-incident-pages',
  params: v.object({ id: Id, update: Id }),
  body: v.variant('what', [
    v.strictObject({ what: v.literal('correct'), text: Statement, because: textOf(4000) }),
    v.strictObject({ what: v.literal('remove'), because: textOf(4000) }),
  ]),
  answer: Update,
  async run({ room, params, body, actor }) {
    const text = body.what === 'correct' ? body.text : undefined;
    const corrected = await correctStatement(room, actor, params, { text, because: body.because });
    return corrected instanceof Problem ? corrected : updateOf(corrected);
  },
});

export const incidentPageOperations: readonly AnyOperation[] = [
  getIncidentPage,
  putIncidentPage,
  addIncidentUpdate,
  correctIncidentUpdate,
];
