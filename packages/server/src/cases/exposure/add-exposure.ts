// An exposure becomes part of a case: its stores are kept, and the facts that it knows are written where nobody has said otherwise.
import {
  type BreachFacts,
  type Contradiction,
  FACT_NAMES,
  factsFromExposure,
  mergeFacts,
  noFacts,
} from '@vigie/respond';
import { type Problem, problem } from '../../http/problem.ts';
import type { CaseChange } from '../change-case.ts';
import { entriesOf, readFacts, writeFact } from '../facts/fact-book.ts';
import type { Exposure } from './exposure.ts';
import { scanOf } from './kept-stores.ts';

export interface AddedExposure {
  /** What people had said differently; their words stay. */
  readonly contradictions: readonly Contradiction[];
}

export async function addExposure(change: CaseChange, exposure: Exposure): Promise<AddedExposure | Problem> {
  const { trx, row } = change;
  const known = factsFromExposure(exposure.scan);
  if ('code' in known) {
    return problem('conflict', { detail: 'no store in it can be read or written by strangers, so no breach follows' });
  }
  await keepStores(change, exposure);
  await markFindings(change, exposure.findingIds);
  const scan = await scanOf(trx, row.id);
  const measured = factsFromExposure(scan);
  const contradictions = await writeMeasured(change, 'code' in measured ? known : measured);
  change.factsChanged();
  return { contradictions };
}

async function keepStores({ trx, room, row, tell }: CaseChange, { scan, storeIds }: Exposure): Promise<void> {
  for (const [index, store] of scan.stores.entries()) {
    const { address, port, product } = store;
    const kept = JSON.stringify({ ...scan, stores: [store] });
    const storeId = storeIds[index] ?? null;
    await trx
      .insertInto('case_store')
      .values({
        id: room.newId(),
        case_id: row.id,
        store_id: storeId,
        address,
        port,
        product,
        added_at: room.clock.now(),
        scan: kept,
      })
      .onConflict((on) =>
        on.columns(['case_id', 'address', 'port']).doUpdateSet({ store_id: storeId, product, scan: kept }),
      )
      .execute();
    await tell({
      what: 'store-added',
      detail: `${product} at ${address}:${port}, as scanned until ${scan.finishedAt}`,
      about: { storeId },
    });
  }
}

async function markFindings({ trx, row, announce }: CaseChange, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const marked = await trx
    .updateTable('finding')
    .set((eb) => ({ case_id: row.id, version: eb('version', '+', 1) }))
    .where('id', 'in', ids)
    .where('case_id', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of marked) announce('finding', id);
}

/** What a person said stays; where the scan knows better bounds or says otherwise, that is told. */
async function writeMeasured(change: CaseChange, measured: BreachFacts): Promise<readonly Contradiction[]> {
  const { trx, room, row, version, actor } = change;
  const { facts: before, kept } = await readFacts(trx, room, row.id);
  const byPeople = new Set(kept.filter(({ entry }) => entry.source !== 'measured').map(({ name }) => name));
  const toWrite = without(measured, byPeople);
  const written = new Map(kept.map(({ name, entry }) => [name, JSON.stringify(entry)]));
  for (const [name, entry] of entriesOf(toWrite)) {
    if (written.get(name) === JSON.stringify(entry)) continue;
    await writeFact(trx, room, { caseId: row.id, version, accountId: actor.accountId, name, entry });
  }
  return mergeFacts(before, only(measured, byPeople)).contradictions;
}

function without(facts: BreachFacts, names: ReadonlySet<string>): BreachFacts {
  return picked(facts, (name) => !names.has(name));
}

function only(facts: BreachFacts, names: ReadonlySet<string>): BreachFacts {
  return picked(facts, (name) => names.has(name));
}

function picked(facts: BreachFacts, isWanted: (name: string) => boolean): BreachFacts {
  const chosen = FACT_NAMES.filter(isWanted).map((name) => [name, facts[name]]);
  return { ...noFacts(), ...Object.fromEntries(chosen) };
}
