// Whether the evidence log proves the facts of the register: it is whole, and has every fact as it stands in the records.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Verdict, verifyLogFile } from '@vigie/evidence';
import * as v from 'valibot';
import type { Room } from '../../room.ts';
import { referenceOf } from '../case-reference.ts';
import type { CaseRow } from '../change-case.ts';
import { commitmentOf, readFacts } from '../facts/fact-book.ts';

const FactEntry = v.object({
  type: v.literal('fact-change'),
  payload: v.object({ subject: v.string(), fact: v.string(), version: v.number(), after: v.string() }),
});

/** @returns what the log does not prove, in words; nothing where it proves all */
export async function unprovenFacts(room: Room, rows: readonly CaseRow[]): Promise<readonly string[]> {
  const verdict = await verifyLogFile(room.evidence.path);
  const fault = faultIn(verdict);
  if (fault !== undefined) return [fault];
  const logged = await loggedFacts(room.evidence.path);
  const faults = await Promise.all(
    rows.map(async (row) => {
      const { kept } = await readFacts(room.records, room, row.id);
      return kept.flatMap(({ name, version, entry }) => {
        const known = logged.get(`${row.id}/${name}/${version}`);
        if (known === commitmentOf(room, row.id, name, entry)) return [];
        const what = known === undefined ? 'the log does not have it' : 'it is not what the log was written for';
        return [`${referenceOf(row)}, ${name}, version ${version}: ${what}`];
      });
    }),
  );
  return faults.flat();
}

function faultIn(verdict: Verdict): string | undefined {
  if (verdict.outcome === 'verified') return undefined;
  const { line, message, code } = verdict.fault;
  return `the evidence log, line ${line}: ${message} (${code})`;
}

/** Case, fact and version → the commitment that the log has. */
async function loggedFacts(path: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.includes('"type":"fact-change"')) continue;
    const entry = v.safeParse(FactEntry, JSON.parse(line));
    if (!entry.success) continue;
    const { subject, fact, version, after } = entry.output.payload;
    found.set(`${subject}/${fact}/${version}`, after);
  }
  return found;
}
