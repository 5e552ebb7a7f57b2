// Looks what stands in one store and keeps what it holds: kinds, people as bounds, names of columns; never a value.
import { ScopeFault } from '@vigie/probe';
import { recordChange } from '../live/changes.ts';
import { classifyInThread, readingThreads } from './classify.ts';
import type { ClassifyAnswer } from './classify-orders.ts';
import { keptJson } from './kept-json.ts';
import { type Watching, wordsOf } from './run-scan.ts';
import { dayOf, scopeFileOf } from './scope-words.ts';

/** Of larger tables a sample is read: a platform looks often, and the store has other work. */
const MOST_ROWS = 1_000_000;

export async function classifyStore({ room, closing }: Watching, storeId: string, signal: AbortSignal): Promise<void> {
  const store = await room.records
    .selectFrom('store')
    .select(['id', 'scope_id', 'product', 'transport', 'address', 'port', 'tls', 'verdict', 'shape', 'watched'])
    .where('id', '=', storeId)
    .executeTakeFirst();
  if (store === undefined) return;
  const scope = await room.records
    .selectFrom('scope')
    .selectAll()
    .where('id', '=', store.scope_id)
    .executeTakeFirstOrThrow();
  const scopeFile = scopeFileOf(wordsOf(scope), dayOf(room.clock.now()));
  const answer: ClassifyAnswer =
    scopeFile instanceof ScopeFault
      ? { fault: `what authorises its networks: ${scopeFile.message}; nothing was sent` }
      : await classifyInThread(
          { store, scopeFile, threads: readingThreads(), mostRows: MOST_ROWS },
          AbortSignal.any([signal, closing]),
        );
  if (closing.aborted) throw new Error('the platform was closed while the store was classified');
  const at = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    const done = { classified_at: at, classify_asked_at: null, classified_shape: JSON.stringify(store.shape) };
    const set =
      'fault' in answer
        ? { ...done, classify_error: answer.fault }
        : {
            ...done,
            classify_error: answer.complete ? null : 'a part of it could not be read, so the numbers are lower bounds',
            people: keptJson(answer.people),
            countries: keptJson(answer.countries),
            kinds: keptJson(answer.kinds),
            column_kinds: keptJson(answer.columnKinds),
          };
    await trx
      .updateTable('store')
      .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
      .where('id', '=', store.id)
      .execute();
    await recordChange(trx, { kind: 'store', id: store.id, what: 'updated', at });
  });
}
