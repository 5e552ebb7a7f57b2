// Operations on cases: opened from an exposure, read, changed, ruled on; their clocks and their timeline.
import * as v from 'valibot';
import { casesKeptFrom, knowsAllCases } from '../access/need-to-know.ts';
import { namesOf } from '../cases/accounts.ts';
import { assessmentView, contradictionView } from '../cases/assessment-view.ts';
import { caseViews } from '../cases/case-view.ts';
import { type CaseRow, changeCase } from '../cases/change-case.ts';
import { changeClock } from '../cases/clocks/change-clock.ts';
import { editCase } from '../cases/edit-case.ts';
import { addExposure } from '../cases/exposure/add-exposure.ts';
import { type Exposure, exposureOfScan, ScanSchema } from '../cases/exposure/exposure.ts';
import { previewExposure } from '../cases/exposure/preview-exposure.ts';
import { exposureOfFinding, exposureOfStore } from '../cases/exposure/watched-exposure.ts';
import { openCase } from '../cases/open-case.ts';
import { RULED_ABOUT, RULED_ANSWERS, rule, rulingsOf } from '../cases/rulings.ts';
import { eventsOf } from '../cases/timeline.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { CASE_STATES, SEATS } from '../records/tables/cases.ts';
import type { Room } from '../room.ts';
import {
  AccountId,
  Answer,
  AssessmentSchema,
  CaseSchema,
  Contradictions,
  EventSchema,
  GivenInstant,
  RulingSchema,
  Severity,
  textOf,
} from './case-schemas.ts';
import { Id, IdParams, lineOfText } from './fields.ts';

const LIMIT_BYTES = 8 * 1024 * 1024;

async function rowOf({ records }: Room, id: string): Promise<CaseRow | undefined> {
  return records.selectFrom('breach_case').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The case as it is now, for answers of what changed it. */
async function answered(room: Room, id: string) {
  const row = await rowOf(room, id);
  const [view] = row === undefined ? [] : await caseViews(room, [row]);
  return view ?? problem('not-found');
}

export const listCases = operation({
  id: 'listCases',
  method: 'GET',
  path: '/api/cases',
  summary: 'Cases, newest first',
  may: 'read-cases',
  query: v.object({ ...PageQuery, state: v.optional(v.picklist(CASE_STATES)), store: v.optional(Id) }),
  answer: pageOf(CaseSchema),
  async run({ room, actor, query }) {
    const { cursor, limit, skip, state, store } = query;
    const keys = keysOf(cursor, ['string']);
    if (keys instanceof Problem) return keys;
    let all = room.records.selectFrom('breach_case').selectAll();
    if (!knowsAllCases(actor)) all = all.where('id', 'not in', casesKeptFrom(room.records, actor));
    if (state !== undefined) all = all.where('state', '=', state);
    if (store !== undefined) {
      all = all.where('id', 'in', (eb) => eb.selectFrom('case_store').select('case_id').where('store_id', '=', store));
    }
    const total = await totalOf(room.records, query, all);
    if (keys !== undefined) all = all.where('id', '<', String(keys[0]));
    const rows = await all
      .orderBy('id', 'desc')
      .offset(skip)
      .limit(limit + 1)
      .execute();
    const views = await caseViews(room, rows);
    const page = pageFrom(
      views,
      limit,
      (view) => view,
      ({ id }) => [id],
    );
    return { ...page, ...total };
  },
});

const From = {
  fromStore: v.optional(Id),
  fromFinding: v.optional(Id),
  scan: v.optional(ScanSchema),
};

interface ExposureWanted {
  readonly fromStore?: string | undefined;
  readonly fromFinding?: string | undefined;
  readonly scan?: v.InferOutput<typeof ScanSchema> | undefined;
}

/** At most one of the three; none for a case that no scan saw. */
async function exposureFor(
  { records }: Room,
  { fromStore, fromFinding, scan }: ExposureWanted,
): Promise<Exposure | undefined | Problem> {
  if ([fromStore, fromFinding, scan].filter((one) => one !== undefined).length > 1) {
    const detail = 'name a store, a finding or a scan, and one of them only';
    return problem('invalid-request', { errors: [{ pointer: '/body', detail }] });
  }
  if (scan !== undefined) return exposureOfScan(scan);
  if (fromStore !== undefined) {
    return (await exposureOfStore(records, fromStore)) ?? problem('not-found', { detail: 'there is no such store' });
  }
  if (fromFinding === undefined) return undefined;
  return (
    (await exposureOfFinding(records, fromFinding)) ?? problem('not-found', { detail: 'there is no such finding' })
  );
}

/** The same, where there has to be one. */
async function namedExposure(room: Room, wanted: ExposureWanted, pointer: string): Promise<Exposure | Problem> {
  const errors = [{ pointer, detail: 'name a store, a finding or a scan' }];
  return (await exposureFor(room, wanted)) ?? problem('invalid-request', { errors });
}

export const openCaseFrom = operation({
  id: 'openCase',
  method: 'POST',
  path: '/api/cases',
  summary: 'Open a case from a store, a finding or a scan, with the facts that they know',
  may: 'work-on-cases',
  limitBytes: LIMIT_BYTES,
  body: v.strictObject({ ...From, name: lineOfText(200), awareAt: GivenInstant, why: textOf(4000) }),
  answer: CaseSchema,
  status: 201,
  async run({ room, actor, body: { name, awareAt, why, ...from } }) {
    const exposure = await exposureFor(room, from);
    if (exposure instanceof Problem) return exposure;
    const id = await openCase(room, actor, { name, awareAt, why, exposure });
    return id instanceof Problem ? id : answered(room, id);
  },
});

export const getCase = operation({
  id: 'getCase',
  method: 'GET',
  path: '/api/cases/:id',
  summary: 'One case',
  may: 'read-cases',
  params: IdParams,
  answer: CaseSchema,
  run: ({ room, params }) => answered(room, params.id),
});

const Sentences = v.pipe(v.array(textOf(4000)), v.maxLength(50));

export const changeCaseItself = operation({
  id: 'changeCase',
  method: 'PATCH',
  path: '/api/cases/:id',
  summary: 'Change a case’s name, seats and words for the register; close it or open it again',
  may: 'work-on-cases',
  params: IdParams,
  versioned: true,
  body: v.strictObject({
    name: v.optional(lineOfText(200)),
    state: v.optional(v.picklist(CASE_STATES)),
    because: v.optional(textOf(4000)),
    seats: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            seat: v.picklist(SEATS),
            holder: v.optional(v.nullable(AccountId)),
            deputy: v.optional(v.nullable(AccountId)),
          }),
        ),
        v.maxLength(SEATS.length),
      ),
    ),
    effects: v.optional(Sentences),
    remedialAction: v.optional(Sentences),
  }),
  answer: CaseSchema,
  async run({ room, actor, params, version, body }) {
    const changed = await editCase(room, actor, params.id, version, body);
    return changed instanceof Problem ? changed : answered(room, params.id);
  },
});

export const addStoreToCase = operation({
  id: 'addStoreToCase',
  method: 'POST',
  path: '/api/cases/:id/stores',
  summary: 'Add a store, or what a newer scan says of one; words of people stay, and what contradicts them is told',
  may: 'work-on-cases',
  limitBytes: LIMIT_BYTES,
  params: IdParams,
  body: v.strictObject(From),
  answer: v.object({
    case: CaseSchema,
    contradictions: Contradictions,
  }),
  async run({ room, actor, params, body }) {
    const exposure = await namedExposure(room, body, '/body');
    if (exposure instanceof Problem) return exposure;
    const added = await changeCase(room, actor, params.id, {}, (change) => addExposure(change, exposure));
    if (added instanceof Problem) return added;
    const view = await answered(room, params.id);
    if (view instanceof Problem) return view;
    return { case: view, contradictions: added.contradictions.map(contradictionView) };
  },
});

const Turned = v.object({ from: Answer, to: Answer });

export const previewStoreForCase = operation({
  id: 'previewStoreForCase',
  method: 'GET',
  path: '/api/cases/:id/stores/preview',
  summary: 'What adding a store would change in the facts and the result, before it is done',
  may: 'work-on-cases',
  params: IdParams,
  query: v.object({ fromStore: v.optional(Id), fromFinding: v.optional(Id) }),
  answer: v.object({
    facts: v.array(v.object({ path: v.string(), before: v.optional(v.unknown()), after: v.unknown() })),
    contradictions: Contradictions,
    severity: v.object({ from: Severity, to: Severity }),
    authority: Turned,
    people: Turned,
  }),
  async run({ room, params, query }) {
    const exposure = await namedExposure(room, query, '/query');
    if (exposure instanceof Problem) return exposure;
    const row = await rowOf(room, params.id);
    if (row === undefined) return problem('not-found');
    const seen = await previewExposure(room, row, exposure);
    if (seen instanceof Problem) return seen;
    const { facts, contradictions, before, after } = seen;
    const turned = (about: 'authority' | 'people') => ({
      from: before.decision[about].answer,
      to: after.decision[about].answer,
    });
    return {
      facts: [...facts],
      contradictions: contradictions.map(contradictionView),
      severity: { from: before.severity, to: after.severity },
      authority: turned('authority'),
      people: turned('people'),
    };
  },
});

export const getAssessment = operation({
  id: 'getAssessment',
  method: 'GET',
  path: '/api/cases/:id/assessment',
  summary: 'What the facts come to: severity, decision, duties with their clocks, and what would move it',
  may: 'read-cases',
  params: IdParams,
  answer: AssessmentSchema,
  async run({ room, params }) {
    const row = await rowOf(room, params.id);
    return row === undefined ? problem('not-found') : assessmentView(room, row);
  },
});

export const changeClockOfCase = operation({
  id: 'changeClock',
  method: 'PATCH',
  path: '/api/cases/:id/clocks/:clock',
  summary: 'Say that a duty is met or not to be done, with the reason; or let its clock run again',
  may: 'work-on-cases',
  params: v.object({ id: Id, clock: Id }),
  body: v.strictObject({
    state: v.picklist(['running', 'met', 'stopped']),
    because: textOf(4000),
    /** When it was met; now, where nothing is said. */
    at: v.optional(GivenInstant),
  }),
  answer: CaseSchema,
  async run({ room, actor, params, body }) {
    const changed = await changeCase(room, actor, params.id, {}, (change) => changeClock(change, params.clock, body));
    return changed instanceof Problem ? changed : answered(room, params.id);
  },
});

export const getTimeline = operation({
  id: 'getTimeline',
  method: 'GET',
  path: '/api/cases/:id/timeline',
  summary: 'Everything that happened in a case, newest first',
  may: 'read-cases',
  params: IdParams,
  query: v.object(PageQuery),
  answer: pageOf(EventSchema),
  async run({ room, params, query }) {
    const { cursor, limit, skip } = query;
    const keys = keysOf(cursor, ['string']);
    if (keys instanceof Problem) return keys;
    if ((await rowOf(room, params.id)) === undefined) return problem('not-found');
    const before = keys === undefined ? undefined : String(keys[0]);
    const events = await eventsOf(room.records, room, params.id, { limit: limit + 1, skip, before });
    const every = room.records.selectFrom('case_event').where('case_id', '=', params.id);
    const name = await namesOf(
      room.records,
      events.map(({ accountId }) => accountId),
    );
    const page = pageFrom(
      events,
      limit,
      ({ id, at, accountId, what, detail, about = {} }) => ({
        id,
        at,
        ...(accountId === null ? {} : { who: name(accountId) }),
        what,
        detail,
        about,
      }),
      ({ id }) => [id],
    );
    return { ...page, ...(await totalOf(room.records, query, every)) };
  },
});

export const noteInTimeline = operation({
  id: 'noteInTimeline',
  method: 'POST',
  path: '/api/cases/:id/timeline',
  summary: 'Write a note into the timeline',
  may: 'work-on-cases',
  params: IdParams,
  body: v.strictObject({ says: textOf(10_000) }),
  status: 201,
  answer: v.object({ noted: v.literal(true) }),
  async run({ room, actor, params, body }) {
    return changeCase(room, actor, params.id, { mayBeClosed: true }, async ({ tell }) => {
      await room.evidence.write({
        type: 'decision',
        author: actor.accountId,
        payload: { subject: params.id, decision: 'note', reason: room.evidence.commitment(body.says) },
      });
      await tell({ what: 'note', detail: body.says });
      return { noted: true } as const;
    });
  },
});

export const listRulings = operation({
  id: 'listRulings',
  method: 'GET',
  path: '/api/cases/:id/rulings',
  summary: 'What people decided, newest first',
  may: 'read-cases',
  params: IdParams,
  answer: v.object({ items: v.array(RulingSchema) }),
  async run({ room, params }) {
    if ((await rowOf(room, params.id)) === undefined) return problem('not-found');
    const rulings = (await rulingsOf(room.records, room, [params.id])).get(params.id) ?? [];
    const name = await namesOf(
      room.records,
      rulings.map(({ accountId }) => accountId),
    );
    return {
      items: rulings.map(({ accountId, opinion, dissent, ...rest }) => ({
        ...rest,
        by: name(accountId),
        ...(opinion === undefined ? {} : { opinion }),
        ...(dissent === undefined ? {} : { dissent }),
      })),
    };
  },
});

export const ruleOnCase = operation({
  id: 'ruleOnCase',
  method: 'POST',
  path: '/api/cases/:id/rulings',
  summary: 'Decide whether the authority or the people are told, with reasons and dissent',
  may: 'work-on-cases',
  params: IdParams,
  body: v.strictObject({
    about: v.picklist(RULED_ABOUT),
    answer: v.picklist(RULED_ANSWERS),
    because: textOf(10_000),
    opinion: v.optional(textOf(10_000)),
    dissent: v.optional(textOf(10_000)),
  }),
  answer: CaseSchema,
  status: 201,
  async run({ room, actor, params, body }) {
    const ruled = await changeCase(room, actor, params.id, {}, (change) => rule(change, body));
    return ruled instanceof Problem ? ruled : answered(room, params.id);
  },
});

export const caseOperations: readonly AnyOperation[] = [
  listCases,
  openCaseFrom,
  getCase,
  changeCaseItself,
  addStoreToCase,
  previewStoreForCase,
  getAssessment,
  changeClockOfCase,
  getTimeline,
  noteInTimeline,
  listRulings,
  ruleOnCase,
];
