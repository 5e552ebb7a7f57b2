// Operations on the visitors of a case: who was there while its stores stood open, and what of that becomes a fact.
import type * as v from 'valibot';
import { changeCase } from '../cases/change-case.ts';
import { type FactEntry, writeFact } from '../cases/facts/fact-book.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Room } from '../room.ts';
import { type CaseVisitors, caseVisitors } from '../watching/case-visitors.ts';
import { pollPlaces } from '../watching/poll-places.ts';
import { factsFromVisitors } from '../watching/visitor-facts.ts';
import { gapsOf, whyOf } from '../watching/visitor-words.ts';
import { FactsSchema } from './case-schemas.ts';
import { factsOf } from './facts.ts';
import { IdParams } from './fields.ts';
import { CaseVisitorsSchema } from './watching-schemas.ts';

async function visitorsOf(room: Room, caseId: string): Promise<CaseVisitors | Problem> {
  const known = await room.records.selectFrom('breach_case').select('id').where('id', '=', caseId).executeTakeFirst();
  if (known === undefined) return problem('not-found');
  const { records, events, clock } = room;
  if (events === undefined) return problem('unavailable', { detail: 'there is no store of events here' });
  const now = clock.now();
  const found = await caseVisitors({ records, events, caseId, own: await pollPlaces(records, now), now });
  return 'code' in found ? problem('unavailable', { detail: found.message }) : found;
}

export const getCaseVisitors = operation({
  id: 'getCaseVisitors',
  method: 'GET',
  path: '/api/cases/:id/visitors',
  summary: 'Who was there while the stores of a case stood open, as logs tell it, and how surely',
  may: 'read-cases',
  params: IdParams,
  answer: CaseVisitorsSchema,
  async run({ room, params }) {
    const found = await visitorsOf(room, params.id);
    return found instanceof Problem ? found : viewOf(found);
  },
});

function viewOf({ windows, groups, isComplete }: CaseVisitors): v.InferInput<typeof CaseVisitorsSchema> {
  return {
    windows: windows.map(({ store, from, notBefore, to, loggedFrom, missing }) => ({
      store: { ...store },
      from,
      ...(notBefore && { notBefore }),
      ...(to && { to }),
      ...(loggedFrom && { loggedFrom }),
      missing: [...missing],
    })),
    groups: groups.map(({ firstAt, lastAt, reasons, names, ...group }) => ({
      ...group,
      ...(firstAt && { firstAt }),
      ...(lastAt && { lastAt }),
      reasons: [...reasons],
      why: whyOf({ reasons }),
      names: [...names],
    })),
    complete: isComplete,
    gaps: [...gapsOf(windows)],
  };
}

export const takeOverVisitors = operation({
  id: 'takeOverVisitors',
  method: 'POST',
  path: '/api/cases/:id/visitors/facts',
  summary: 'Say as facts of the case what the logs prove of who was there; severity, decision and clocks follow',
  may: 'work-on-cases',
  params: IdParams,
  versioned: true,
  answer: FactsSchema,
  async run({ room, actor, params: { id }, version }) {
    const found = await visitorsOf(room, id);
    if (found instanceof Problem) return found;
    const told = factsFromVisitors(found);
    if (told.facts.length === 0)
      return problem('conflict', {
        detail: `the logs prove nothing: ${gapsOf(found.windows).join('; ') || told.detail}`,
      });
    const at = room.clock.now().toISOString();
    const changed = await changeCase(room, actor, id, { version }, async (change) => {
      for (const { name, value, certainty } of told.facts) {
        const entry: FactEntry = { value, source: 'measured', certainty, by: actor.name, at, note: told.detail };
        const written = { caseId: id, version: change.version, accountId: actor.accountId, name, entry };
        await writeFact(change.trx, room, written);
      }
      change.factsChanged();
      await change.tell({ what: 'visitors-taken-over', detail: told.detail });
      return true;
    });
    return changed instanceof Problem ? changed : factsOf(room, id);
  },
});

export const visitorOperations: readonly AnyOperation[] = [getCaseVisitors, takeOverVisitors];
