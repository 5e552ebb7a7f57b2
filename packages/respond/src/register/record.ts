// One breach in the register of Article 33(5) GDPR: the facts, the effects, the remedial action, and what was decided by whom and why.
import * as v from 'valibot';
import { RISK_LEVELS } from '../decision/risk.ts';
import { InstantSchema } from '../facts/fact-schemas.ts';
import { BANDS } from '../severity/enisa.ts';

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty('write at least a word'));

/** What a person decided; what nobody has decided yet is not a no. */
export const RULINGS = ['yes', 'no', 'undecided'] as const;

export type Ruling = (typeof RULINGS)[number];

const DecisionSchema = v.object({
  notifyAuthority: v.optional(v.picklist(RULINGS), 'undecided'),
  communicateToPersons: v.optional(v.picklist(RULINGS), 'undecided'),
  /** Why, above all where the authority is not notified (EDPB Guidelines 9/2022, 5). */
  reasons: v.exactOptional(Text),
  /** A person, by name or role. */
  decidedBy: v.exactOptional(Text),
  decidedAt: v.exactOptional(InstantSchema),
});

/** A notice that was sent. */
const SentNoticeSchema = v.object({
  /** Which one, as in `article-33` or `article-34`. */
  notice: Text,
  to: Text,
  at: InstantSchema,
  /** Under which number the recipient keeps it. */
  reference: v.exactOptional(Text),
});

/** What the facts said of risk and severity when the record was written; a copy, since law and criteria change. */
const AssessedSchema = v.object({
  at: InstantSchema,
  risk: v.object({ from: v.picklist(RISK_LEVELS), to: v.picklist(RISK_LEVELS) }),
  severity: v.object({ from: v.number(), to: v.number(), band: v.picklist(BANDS) }),
});

/** The name of a case in the owner's records. It stands in file names and in the evidence log, so it names no person. */
export const CaseIdSchema = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
    'write up to 64 letters, digits and . _ -, as in 2026-014, and no person’s name',
  ),
);

export const RegisterRecordSchema = v.object({
  schema: v.literal('vigie.register-record/1'),
  case: CaseIdSchema,
  title: Text,
  state: v.picklist(['open', 'closed']),
  /** As a document of facts has them, each with who said so (docs/facts.schema.json). */
  facts: v.record(v.string(), v.unknown()),
  /** What it did, or may do, to the people concerned. */
  effects: v.array(Text),
  remedialAction: v.array(Text),
  decision: DecisionSchema,
  assessed: v.exactOptional(AssessedSchema),
  notices: v.array(SentNoticeSchema),
});

export type RegisterRecord = v.InferOutput<typeof RegisterRecordSchema>;
export type SentNotice = v.InferOutput<typeof SentNoticeSchema>;

/** Reads a record from foreign JSON; a text says what is wrong with it. */
export function parseRecord(document: unknown): RegisterRecord | string {
  const parsed = v.safeParse(RegisterRecordSchema, document);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  return `${v.getDotPath(issue) ?? 'record'}: ${issue.message}`;
}
