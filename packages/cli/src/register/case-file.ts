// The file of one case: all versions of its record, each with the salt of its commitment in the evidence log.
import { type Commitment, commit, opens } from '@vigie/evidence';
import { CaseIdSchema, parseRecord, type RegisterRecord } from '@vigie/respond';
import * as v from 'valibot';

const VersionSchema = v.object({
  /** Counted from 1. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  writtenAt: v.pipe(v.string(), v.isoTimestamp()),
  /** 32 bytes as base64. */
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/, 'it has to be 32 bytes as base64')),
  record: v.unknown(),
});

const CaseFileSchema = v.object({
  schema: v.literal('vigie.register-case/1'),
  case: CaseIdSchema,
  versions: v.pipe(v.array(VersionSchema), v.minLength(1)),
});

export interface Version {
  readonly version: number;
  readonly writtenAt: string;
  readonly salt: string;
  readonly record: RegisterRecord;
  /** The record as it stands in the file: what the commitment is of. */
  readonly text: string;
}

export interface CaseFile {
  readonly case: string;
  readonly versions: readonly [Version, ...Version[]];
}

/** Reads the text of a file; a text says what is wrong with it. */
export function parseCaseFile(text: string): CaseFile | string {
  const parsed = v.safeParse(CaseFileSchema, jsonOf(text));
  if (!parsed.success) return `${v.getDotPath(parsed.issues[0]) ?? 'file'}: ${parsed.issues[0].message}`;
  const versions: Version[] = [];
  for (const { record: foreign, ...rest } of parsed.output.versions) {
    const record = parseRecord(foreign);
    if (typeof record === 'string') return `version ${rest.version}: ${record}`;
    versions.push({ ...rest, record, text: JSON.stringify(foreign) });
  }
  const [first, ...others] = versions;
  return first === undefined ? 'versions: there is none' : { case: parsed.output.case, versions: [first, ...others] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The case with one more version of its record. */
export function withVersion(
  file: CaseFile | undefined,
  record: RegisterRecord,
  at: string,
  salt: Uint8Array,
): CaseFile {
  const version: Version = {
    version: (file?.versions.length ?? 0) + 1,
    writtenAt: at,
    salt: Buffer.from(salt).toString('base64'),
    record,
    text: JSON.stringify(record),
  };
  const [first, ...others] = [...(file?.versions ?? []), version];
  return { case: record.case, versions: [first ?? version, ...others] };
}

/** What the file holds. */
export function caseFileText(file: CaseFile): string {
  const versions = file.versions.map(({ text, ...rest }) => ({ ...rest, record: JSON.parse(text) as unknown }));
  return `${JSON.stringify({ schema: 'vigie.register-case/1', case: file.case, versions }, null, 2)}\n`;
}

export function newest({ versions }: CaseFile): Version {
  return versions.at(-1) ?? versions[0];
}

/** What stands in the log for a version. */
export function commitmentOf({ text, salt }: Version): Commitment {
  return commit(text, Buffer.from(salt, 'base64'));
}

/** Whether a version is the one that was committed to. */
export function isVersionOf({ text, salt }: Version, commitment: Commitment): boolean {
  return opens(commitment, text, Buffer.from(salt, 'base64'));
}
