// Operations on detections: the list, the newest first, one with what went on around it, and what people say of it.
import { type Selectable, sql } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { keysOf, PageQuery, pageFrom, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import { DETECTION_STATES, type DetectionState } from '../records/tables/detections.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { accessesAround } from '../watching/accesses-around.ts';
import { DETECTION_NOTE } from '../watching/detection-note.ts';
import { isSilenced } from '../watching/silences.ts';
import { inputWatchOf } from '../watching/start-watching.ts';
import { GivenInstant } from './case-schemas.ts';
import { Id, IdParams, lineOfText } from './fields.ts';
import { containing } from './stores.ts';
import { DetectionSchema, DetectionSummarySchema, FactSchema, LEVELS, OPINIONS } from './watching-schemas.ts';
import { oneOrMore } from './words.ts';

function detectionRows(room: Room) {
  return room.records
    .selectFrom('detection')
    .innerJoin('input', 'input.id', 'detection.input_id')
    .leftJoin('store', 'store.id', 'detection.store_id')
    .leftJoin('auth_user', 'auth_user.id', 'detection.judged_by')
    .selectAll('detection')
    .select([
      'input.name as input_name',
      'store.address',
      'store.port',
      'store.product',
      'auth_user.name as judge_name',
    ])
    .select(isSilenced(room.clock.now()).as('silenced'));
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof detectionRows>['executeTakeFirst']>>>;

function summaryOf(row: Row): v.InferInput<typeof DetectionSummarySchema> {
  const { store_id: storeId, address, port, product } = row;
  return {
    id: row.id,
    firstAt: row.first_at,
    lastAt: row.last_at,
    input: { id: row.input_id, name: row.input_name },
    ...(storeId !== null &&
      address !== null &&
      port !== null &&
      product !== null && { store: { id: storeId, address, port, product } }),
    kind: row.kind,
    rule: row.rule,
    title: row.title,
    level: row.level,
    ...(row.author !== null && { author: row.author }),
    ...(row.link !== null && { link: row.link }),
    ...(row.licence !== null && { licence: row.licence }),
    why: row.why,
    count: row.count,
    state: row.state,
    ...(row.judged_by !== null && { judgedBy: { id: row.judged_by, name: row.judge_name ?? '' } }),
    ...(row.judged_at !== null && { judgedAt: row.judged_at }),
    silenced: row.silenced === true,
    version: row.version,
  };
}

const DetectionQuery = v.object({
  ...PageQuery,
  level: v.optional(oneOrMore(LEVELS)),
  state: v.optional(oneOrMore(DETECTION_STATES)),
  store: v.optional(Id),
  input: v.optional(Id),
  rule: v.optional(v.pipe(v.string(), v.maxLength(300))),
  /** `no` leaves out those for which a silence holds. */
  silenced: v.optional(v.picklist(['yes', 'no'])),
  since: v.optional(GivenInstant),
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
});

export const listDetections = operation({
  id: 'listDetections',
  method: 'GET',
  path: '/api/detections',
  summary: 'What fired, the newest first',
  may: 'read-watch',
  query: DetectionQuery,
  answer: pageOf(DetectionSummarySchema),
  async run({ room, query }) {
    const keys = keysOf(query.cursor, ['string', 'string']);
    if (keys instanceof Problem) return keys;
    let rows = filtered(room, query);
    const total = await totalOf(room.records, query, rows);
    if (keys !== undefined) {
      const [at, id] = keys.map(String);
      if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)) || !v.is(Id, id))
        return problem('invalid-request', {
          errors: [{ pointer: '/query/cursor', detail: 'it is not a cursor of this list' }],
        });
      rows = rows.where(sql<boolean>`(detection.last_at, detection.id) < (${at}::timestamptz, ${id}::uuid)`);
    }
    const page = pageFrom(await rows.execute(), query.limit, summaryOf, (row) => [row.last_at.toISOString(), row.id]);
    return { ...page, ...total };
  },
});

function filtered(room: Room, query: v.InferOutput<typeof DetectionQuery>) {
  const { level, state, store, input, rule, silenced, since, q } = query;
  let rows = detectionRows(room)
    .orderBy('detection.last_at', 'desc')
    .orderBy('detection.id', 'desc')
    .offset(query.skip)
    .limit(query.limit + 1);
  if (level !== undefined) rows = rows.where('detection.level', 'in', level);
  if (state !== undefined) rows = rows.where('detection.state', 'in', state);
  if (store !== undefined) rows = rows.where('detection.store_id', '=', store);
  if (input !== undefined) rows = rows.where('detection.input_id', '=', input);
  if (rule !== undefined) rows = rows.where('detection.rule', '=', rule);
  if (since !== undefined) rows = rows.where('detection.last_at', '>=', since);
  if (silenced === 'yes') rows = rows.where(isSilenced(room.clock.now()));
  if (silenced === 'no') rows = rows.where((eb) => eb.not(isSilenced(room.clock.now())));
  if (q !== undefined) {
    const like = containing(q);
    const columns = ['detection.title', 'detection.rule', 'detection.why', 'input.name', 'store.address'] as const;
    rows = rows.where((eb) => eb.or(columns.map((column) => eb(column, 'ilike', like))));
  }
  return rows;
}

async function readDetection(room: Room, id: string): Promise<v.InferInput<typeof DetectionSchema> | Problem> {
  const row = await detectionRows(room).where('detection.id', '=', id).executeTakeFirst();
  if (row === undefined) return problem('not-found');
  const { group, tags, references, falsePositives } = row.about;
  const note = openedNote(room, row.note);
  const around = await accessesAround(room, row);
  return {
    ...summaryOf(row),
    facts: row.facts.map((fact) => v.parse(FactSchema, fact)),
    group: group.map((one) => ({ ...one })),
    tags: [...tags],
    references: [...references],
    falsePositives: [...falsePositives],
    ...(note !== undefined && { note }),
    ...(around && { around }),
  };
}

function openedNote(room: Room, sealed: string | null): string | undefined {
  if (sealed === null) return undefined;
  const opened = room.vault.open(sealed, DETECTION_NOTE);
  if (!('code' in opened)) return opened.text;
  room.log.warn(`a reason cannot be read: ${opened.message}`);
  return undefined;
}

export const getDetection = operation({
  id: 'getDetection',
  method: 'GET',
  path: '/api/detections/:id',
  summary: 'One detection, why it was told, and what the same account did on the same store around it',
  may: 'read-watch',
  params: IdParams,
  answer: DetectionSchema,
  run: ({ room, params }) => readDetection(room, params.id),
});

export const judgeDetection = operation({
  id: 'judgeDetection',
  method: 'POST',
  path: '/api/detections/:id/judgement',
  summary: 'Say whether it was expected, and why; what behaviour shows next follows from it',
  may: 'judge-detections',
  params: IdParams,
  body: v.strictObject({ opinion: v.picklist(OPINIONS), reason: lineOfText(2000) }),
  versioned: true,
  answer: DetectionSchema,
  async run({ room, actor, params: { id }, body: { opinion, reason }, version }) {
    const change = { to: opinion, reason, by: actor.accountId, version };
    const row = await moved(room, id, change);
    if (row instanceof Problem) return row;
    if (row.kind === 'behaviour') await inputWatchOf(room)?.judge(row.engine_id, opinion, room.clock.now().getTime());
    return readDetection(room, id);
  },
});

export const closeDetection = operation({
  id: 'closeDetection',
  method: 'POST',
  path: '/api/detections/:id/close',
  summary: 'Nothing more is to be done about it',
  may: 'judge-detections',
  params: IdParams,
  body: v.strictObject({ reason: v.optional(lineOfText(2000)) }),
  versioned: true,
  answer: DetectionSchema,
  async run({ room, actor, params: { id }, body: { reason }, version }) {
    const row = await moved(room, id, { to: 'closed', reason, by: actor.accountId, version });
    return row instanceof Problem ? row : readDetection(room, id);
  },
});

interface Move {
  readonly to: DetectionState;
  readonly reason: string | undefined;
  readonly by: string;
  readonly version: number;
}

/** What a person says of it, in the records and in the evidence log. */
async function moved(
  room: Room,
  id: string,
  { to, reason, by, version }: Move,
): Promise<Selectable<Records['detection']> | Problem> {
  const at = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('detection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (row === undefined) return problem('not-found');
    if (row.version !== version) return problem('version-old');
    if (row.state === 'closed') return problem('conflict', { detail: 'it is closed already' });
    await trx
      .updateTable('detection')
      .set({
        state: to,
        // Closing without a reason keeps that of the judgement before.
        note: reason === undefined ? row.note : room.vault.seal(reason, DETECTION_NOTE),
        judged_by: by,
        judged_at: at,
        version: version + 1,
      })
      .where('id', '=', id)
      .execute();
    await room.evidence.write({
      type: 'state-change',
      author: by,
      payload: {
        subject: `detection/${id}`,
        from: row.state,
        to,
        ...(reason !== undefined && { reason: room.evidence.commitment(reason) }),
      },
    });
    await recordChange(trx, { kind: 'detection', id, what: 'updated', at });
    return row;
  });
}

export const detectionOperations: readonly AnyOperation[] = [
  listDetections,
  getDetection,
  judgeDetection,
  closeDetection,
];
