// The entries of the evidence log that a register writes: which version of which case was written, and which case was erased, without a
// word of it.
import { type Commitment, type EntryType, verifyLogFile } from '@vigie/evidence';
import * as v from 'valibot';

export const RECORD_ENTRY: EntryType = {
  type: 'register/record',
  fields: { subject: 'id', version: 'count', record: 'commitment' },
};

export const ERASED_ENTRY: EntryType = { type: 'register/erased', fields: { subject: 'id' } };

const RecordSchema = v.object({
  type: v.literal('register/record'),
  sequence: v.number(),
  payload: v.object({
    subject: v.string(),
    record: v.custom<Commitment>((value) => typeof value === 'string' && /^hmac-sha256:[0-9a-f]{64}$/.test(value)),
  }),
});

const ErasedSchema = v.object({ type: v.literal('register/erased'), payload: v.object({ subject: v.string() }) });

const EntrySchema = v.variant('type', [RecordSchema, ErasedSchema]);

export interface LoggedVersion {
  readonly sequence: number;
  readonly commitment: Commitment;
}

/** What a log tells of a case: its versions since it was last erased, the oldest first. */
interface LoggedCase {
  readonly versions: readonly LoggedVersion[];
  readonly isErased: boolean;
}

export type LoggedCases = ReadonlyMap<string, LoggedCase>;

/** What a verified log tells of the cases, by name. */
export function loggedCases(logText: string): LoggedCases {
  const cases = new Map<string, LoggedCase>();
  for (const line of logText.split('\n').filter((one) => one !== '')) {
    const entry = v.safeParse(EntrySchema, JSON.parse(line));
    if (!entry.success) continue;
    const { subject } = entry.output.payload;
    if (entry.output.type === 'register/erased') cases.set(subject, { versions: [], isErased: true });
    else {
      const { sequence, payload } = entry.output;
      const before = cases.get(subject)?.versions ?? [];
      cases.set(subject, { versions: [...before, { sequence, commitment: payload.record }], isErased: false });
    }
  }
  return cases;
}

/** What is wrong with a log, in words; undefined where it is in order. */
export async function logFault(path: string): Promise<string | undefined> {
  const verdict = await verifyLogFile(path);
  if (verdict.outcome === 'verified') return undefined;
  const { line, message, code, remedy } = verdict.fault;
  return `${path}: line ${line}: ${message} (${code}); ${remedy}`;
}
