// The entries of the evidence log that a register writes: which version of which case was written, without a word of it.
import { type Commitment, type EntryType, verifyLogFile } from '@vigie/evidence';
import * as v from 'valibot';

export const REGISTER_ENTRY: EntryType = {
  type: 'register/record',
  fields: { subject: 'id', version: 'count', record: 'commitment' },
};

const EntrySchema = v.object({
  type: v.literal(REGISTER_ENTRY.type),
  sequence: v.number(),
  payload: v.object({
    subject: v.string(),
    version: v.number(),
    record: v.custom<Commitment>((value) => typeof value === 'string' && /^hmac-sha256:[0-9a-f]{64}$/.test(value)),
  }),
});

export interface LoggedVersion {
  readonly sequence: number;
  readonly case: string;
  readonly version: number;
  readonly commitment: Commitment;
}

/** The versions that a verified log tells of, in its order. */
export function loggedVersions(logText: string): LoggedVersion[] {
  return logText.split('\n').flatMap((line) => {
    if (line === '') return [];
    const entry = v.safeParse(EntrySchema, JSON.parse(line));
    if (!entry.success) return [];
    const { sequence, payload } = entry.output;
    return [{ sequence, case: payload.subject, version: payload.version, commitment: payload.record }];
  });
}

/** What is wrong with a log, in words; undefined where it is in order. */
export async function logFault(path: string): Promise<string | undefined> {
  const verdict = await verifyLogFile(path);
  if (verdict.outcome === 'verified') return undefined;
  const { line, message, code, remedy } = verdict.fault;
  return `${path}: line ${line}: ${message} (${code}); ${remedy}`;
}
