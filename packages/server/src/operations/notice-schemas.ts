// The shapes of notices in the API.
import { LANGUAGES, LETTER_GROUPS } from '@vigie/respond';
import * as v from 'valibot';
import { NOTICE_KINDS, NOTICE_STATES } from '../records/tables/notices.ts';
import { Person, textOf } from './case-schemas.ts';
import { Id, Instant } from './fields.ts';

export const NoticeKindSchema = v.picklist(NOTICE_KINDS);
export const NoticeLanguageSchema = v.picklist(LANGUAGES);
export const GroupSchema = v.picklist(LETTER_GROUPS);

const Level = v.picklist([1, 2, 3]);
const Row = v.tuple([v.string(), v.string()]);

/** What a person may write in the place of a block. */
export const WrittenBlock = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), level: Level, text: textOf(500) }),
  v.strictObject({ kind: v.literal('paragraph'), text: textOf(20_000) }),
  v.strictObject({ kind: v.literal('list'), items: v.pipe(v.array(textOf(5000)), v.minLength(1), v.maxLength(200)) }),
  v.strictObject({
    kind: v.literal('table'),
    rows: v.pipe(v.array(v.tuple([textOf(1000), textOf(20_000)])), v.minLength(1), v.maxLength(200)),
  }),
]);

/** Ids of blocks are the same as long as the facts draft a block the same; what stands in its place has its id. */
const Place = { id: v.string(), part: v.number(), edited: v.boolean() };
const PlacedBlock = v.variant('kind', [
  v.object({ ...Place, kind: v.literal('heading'), level: Level, text: v.string() }),
  v.object({ ...Place, kind: v.literal('paragraph'), text: v.string() }),
  v.object({ ...Place, kind: v.literal('list'), items: v.array(v.string()) }),
  v.object({ ...Place, kind: v.literal('table'), rows: v.array(Row) }),
  v.object({ ...Place, kind: v.literal('question'), question: v.string(), gap: v.string() }),
]);

const Gap = v.object({
  id: v.string(),
  section: v.string(),
  question: v.string(),
  demandedBy: v.string(),
  block: v.optional(v.string()),
  /** The fact that the answer becomes. */
  fact: v.optional(v.string()),
  form: v.optional(
    v.object({ type: v.string(), options: v.array(v.object({ letter: v.string(), says: v.string() })) }),
  ),
  answer: v.optional(v.unknown()),
});

const Receipt = v.object({
  at: Instant,
  number: v.string(),
  file: v.optional(v.object({ name: v.string(), type: v.string(), sha256: v.string() })),
});

export const NoticeSummarySchema = v.object({
  id: Id,
  caseId: Id,
  kind: NoticeKindSchema,
  language: NoticeLanguageSchema,
  group: v.optional(v.string()),
  follows: v.optional(Id),
  state: v.picklist(NOTICE_STATES),
  versions: v.array(v.object({ number: v.number(), at: Instant, by: Person, what: v.string(), sha256: v.string() })),
  /** The number of the version that stands: the frozen one, else the newest. */
  standing: v.number(),
  frozen: v.optional(v.object({ number: v.number(), at: Instant, by: Person })),
  approvals: v.array(v.object({ by: Person, at: Instant, number: v.number() })),
  receipt: v.optional(Receipt),
  because: v.optional(v.string()),
  version: v.number(),
});

export const NoticeSchema = v.object({
  ...NoticeSummarySchema.entries,
  /** Of the version that is shown. */
  number: v.number(),
  title: v.string(),
  text: v.array(PlacedBlock),
  gaps: v.array(Gap),
  /** The facts would draft it otherwise by now. */
  behindFacts: v.boolean(),
  /** After a change: what people wrote in the place of blocks that the facts draft otherwise now. */
  lostEdits: v.optional(v.array(v.object({ block: v.string(), replacement: v.array(v.unknown()) }))),
});

export const DiffSchema = v.object({
  before: v.object({ noticeId: Id, number: v.number() }),
  after: v.object({ noticeId: Id, number: v.number() }),
  lines: v.array(v.object({ what: v.picklist(['same', 'added', 'removed']), says: v.string() })),
});
