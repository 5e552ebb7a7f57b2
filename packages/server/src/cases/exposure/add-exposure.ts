// An exposure becomes part of a case: its stores are kept, and the facts that it knows are written where nobody has said otherwise.
import { type BreachFacts, type Contradiction, factsFromExposure } from '@vigie/respond';
import { type Problem, problem } from '../../http/problem.ts';
import type { CaseChange } from '../change-case.ts';
import { readFacts, writeFact } from '../facts/fact-book.ts';
import type { Exposure } from './exposure.ts';
import { scanOf } from './kept-stores.ts';
import { plannedFacts } from './planned-facts.ts';

/** Why nothing comes of an exposure. */
export const NO_OPEN_STORE = 'no store in it can be read or written by strangers, so no breach follows';

export interface AddedExposure {
  /** What people had said differently; their words stay. */
  readonly contradictions: readonly Contradiction[];
}

export async function addExposure(change: CaseChange, exposure: Exposure): Promise<AddedExposure | Problem> {
  const { trx, row } = change;
  const known = factsFromExposure(exposure.scan);
  if ('code' in known) {
    return problem('conflict', { detail: NO_OPEN_STORE });
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
  const { writes, contradictions } = plannedFacts(await readFacts(trx, room, row.id), measured);
  for (const [name, entry] of writes) {
    await writeFact(trx, room, { caseId: row.id, version, accountId: actor.accountId, name, entry });
  }
  return contradictions;
}
