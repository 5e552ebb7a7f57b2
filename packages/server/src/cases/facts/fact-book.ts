// The facts of a case: each with who says so and how sure they are, and every value that it ever had.
import { type BreachFacts, FACT_NAMES, FACTS, type FactName, factsDocument, noFacts, parseFacts } from '@vigie/respond';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { opened, sealed } from '../sealed.ts';

/** A fact as it is kept: an entry of a document of facts. */
export interface FactEntry {
  /** Null where somebody says that it is not known. */
  readonly value: unknown;
  readonly source: 'measured' | 'stated' | 'assumed';
  readonly certainty: 'proved' | 'likely' | 'possible' | 'unsaid';
  readonly by?: string;
  /** RFC 3339. */
  readonly at?: string;
  readonly note?: string;
}

export interface KeptFact {
  readonly name: FactName;
  readonly entry: FactEntry;
  readonly version: number;
  readonly at: Date;
  readonly accountId: string;
  /** How many values it has had. */
  readonly history: number;
}

export interface FactBook {
  readonly facts: BreachFacts;
  readonly kept: readonly KeptFact[];
}

type Reading = Pick<Room, 'vault'>;

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** The facts as they hold. */
export async function readFacts(
  db: Kysely<Records> | Transaction<Records>,
  room: Reading,
  caseId: string,
): Promise<FactBook> {
  const rows = await db
    .selectFrom('case_fact')
    .selectAll()
    .select(sql<number>`count(*) OVER (PARTITION BY name)`.as('history'))
    .distinctOn('name')
    .where('case_id', '=', caseId)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute();
  const kept = rows.flatMap(({ name, version, at, account_id, sealed: text, history }): KeptFact[] => {
    if (!isFactName(name)) return [];
    const entry = opened<FactEntry>(room.vault, text, 'case/fact');
    return [{ name, entry, version, at, accountId: account_id, history: Number(history) }];
  });
  return bookOf(kept);
}

/** Kept facts as a book. */
export function bookOf(kept: readonly KeptFact[]): FactBook {
  return { facts: factsFrom(kept), kept: inOrder(kept) };
}

function factsFrom(kept: readonly KeptFact[]): BreachFacts {
  const read = parseFacts({ facts: Object.fromEntries(kept.map(({ name, entry }) => [name, entry])) });
  return 'code' in read ? noFacts() : read.facts;
}

function inOrder(kept: readonly KeptFact[]): KeptFact[] {
  return kept.toSorted((a, b) => FACT_NAMES.indexOf(a.name) - FACT_NAMES.indexOf(b.name));
}

/** Every value of one fact, the newest first. */
export async function historyOf(
  db: Kysely<Records>,
  room: Reading,
  caseId: string,
  name: FactName,
): Promise<readonly KeptFact[]> {
  const rows = await db
    .selectFrom('case_fact')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ version, at, account_id, sealed: text }, index) => ({
    name,
    entry: opened<FactEntry>(room.vault, text, 'case/fact'),
    version,
    at,
    accountId: account_id,
    history: rows.length - index,
  }));
}

export interface FactWrite {
  readonly caseId: string;
  /** The version of the case that the change makes. */
  readonly version: number;
  readonly accountId: string;
  readonly name: FactName;
  readonly entry: FactEntry;
}

/** Keeps a value, with an entry in the evidence log that commits to it and to the one before. */
export async function writeFact(
  trx: Transaction<Records>,
  room: Pick<Room, 'vault' | 'clock' | 'evidence'>,
  { caseId, version, accountId, name, entry }: FactWrite,
): Promise<void> {
  const before = await trx
    .selectFrom('case_fact')
    .select('commitment')
    .where('case_id', '=', caseId)
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const commitment = commitmentOf(room, caseId, name, entry);
  await room.evidence.write({
    type: 'fact-change',
    author: accountId,
    payload: {
      subject: caseId,
      fact: name,
      version,
      ...(before === undefined ? {} : { before: before.commitment }),
      after: commitment,
    },
  });
  await trx
    .insertInto('case_fact')
    .values({
      case_id: caseId,
      name,
      version,
      at: room.clock.now(),
      account_id: accountId,
      sealed: sealed(room.vault, entry, 'case/fact'),
      commitment,
      commitment_before: before?.commitment ?? null,
    })
    .execute();
}

/** What the evidence log has of a value: it can be told from it whether a value is the one that was written, and nothing else. */
export function commitmentOf(
  { evidence }: Pick<Room, 'evidence'>,
  caseId: string,
  name: FactName,
  { value, source, certainty, by, at, note }: FactEntry,
): string {
  return evidence.commitment(
    JSON.stringify([caseId, name, value, source, certainty, by ?? null, at ?? null, note ?? null]),
  );
}

/** Known facts as entries. */
export function entriesOf(facts: BreachFacts): readonly (readonly [FactName, FactEntry])[] {
  return Object.entries(factsDocument(facts)) as (readonly [FactName, FactEntry])[];
}
