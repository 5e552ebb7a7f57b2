// Operations on the facts of a case: what is known, by whom and how surely; each change kept, and everything that follows made anew.
import { toJsonSchema } from '@valibot/to-json-schema';
import { FACT_NAMES, FACTS, type FactName } from '@vigie/respond';
import * as v from 'valibot';
import { assessmentOf } from '../cases/assessed-case.ts';
import { contradictionView } from '../cases/assessment-view.ts';
import { type CaseRow, changeCase } from '../cases/change-case.ts';
import { historyOf, isFactName, type KeptFact, writeFact } from '../cases/facts/fact-book.ts';
import { CERTAINTIES, certaintyOf, readStatement } from '../cases/facts/stated-fact.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Room } from '../room.ts';
import { FactHistorySchema, FactsSchema, textOf } from './case-schemas.ts';
import { Id, IdParams } from './fields.ts';

const PathParams = v.object({
  id: Id,
  path: v.pipe(
    v.string(),
    v.check((name) => isFactName(name), 'there is no fact of this name; /api/fact-definitions lists them'),
    v.transform((name) => name as FactName),
  ),
});

function factView({ name, entry, at, history }: KeptFact) {
  return {
    path: name,
    title: FACTS[name].title,
    value: entry.value,
    certainty: certaintyOf(entry),
    source: entry.note ?? '',
    kind: entry.source,
    by: entry.by ?? '',
    at: entry.at === undefined ? at : new Date(entry.at.replace(/\[.*$/, '')),
    history,
  };
}

export async function factsOf(room: Room, caseId: string) {
  const row: CaseRow | undefined = await room.records
    .selectFrom('breach_case')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) return problem('not-found');
  const { kept, assessment } = await assessmentOf(room, caseId, row.facts_version);
  return {
    items: kept.map(factView),
    questions: assessment.toFindOut.map(({ fact, ask, why }) => ({ fact, ask, why })),
    contradictions: assessment.contradictions.map(contradictionView),
    version: row.version,
  };
}

export const getFacts = operation({
  id: 'getFacts',
  method: 'GET',
  path: '/api/cases/:id/facts',
  summary: 'What is known of a breach, by whom and how surely, and what to find out first',
  may: 'read-cases',
  params: IdParams,
  answer: FactsSchema,
  run: ({ room, params }) => factsOf(room, params.id),
});

export const stateFact = operation({
  id: 'stateFact',
  method: 'PUT',
  path: '/api/cases/:id/facts/:path',
  summary: 'Say a fact, with what it rests on; severity, decision, clocks and plan follow',
  may: 'work-on-cases',
  params: PathParams,
  versioned: true,
  body: v.strictObject({
    value: v.optional(v.unknown()),
    certainty: v.picklist(CERTAINTIES),
    source: v.optional(textOf(4000)),
  }),
  answer: FactsSchema,
  async run({ room, actor, params: { id, path }, version, body }) {
    const entry = readStatement(path, body, actor.name, room.clock.now());
    if (entry instanceof Problem) return entry;
    const changed = await changeCase(room, actor, id, { version }, async (change) => {
      await writeFact(change.trx, room, {
        caseId: id,
        version: change.version,
        accountId: actor.accountId,
        name: path,
        entry,
      });
      change.factsChanged();
      await change.tell({
        what: 'fact-changed',
        detail: `${FACTS[path].title}: ${JSON.stringify(entry.value)} (${body.certainty})`,
        about: { fact: path },
      });
      return true;
    });
    return changed instanceof Problem ? changed : factsOf(room, id);
  },
});

export const getFactHistory = operation({
  id: 'getFactHistory',
  method: 'GET',
  path: '/api/cases/:id/facts/:path/history',
  summary: 'Every value that a fact has had, newest first',
  may: 'read-cases',
  params: PathParams,
  answer: FactHistorySchema,
  async run({ room, params }) {
    const kept = await historyOf(room.records, room, params.id, params.path);
    return { items: kept.map((one) => ({ ...factView(one), version: one.version })) };
  },
});

const Definition = v.object({ path: v.string(), title: v.string(), ask: v.string(), schema: v.unknown() });

/** The form of what a person may say; transformations and checks that JSON Schema has no word for are left out of it. */
const DEFINITIONS = FACT_NAMES.map((path) => {
  const { title, ask, schema } = FACTS[path];
  const { $schema: _dialect, ...form } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return { path, title, ask, schema: form };
});

export const listFactDefinitions = operation({
  id: 'listFactDefinitions',
  method: 'GET',
  path: '/api/fact-definitions',
  summary: 'All facts that a breach may have: their questions, and the form of each value',
  may: 'read-cases',
  answer: v.object({ items: v.array(Definition) }),
  run: async () => ({ items: DEFINITIONS }),
});

export const factOperations: readonly AnyOperation[] = [getFacts, stateFact, getFactHistory, listFactDefinitions];
