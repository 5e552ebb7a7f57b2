// The breach workspace beside its first pages: the past of a fact, an earlier version, members, the register.
import type { AnswerOf } from '../../src/api/client.ts';
import type { CaseMembers, FactVersion, Notice, RegisterItem, StorePreview } from '../../src/api/shapes/cases.ts';
import { CASE_ID, caseOf, factsOf, SAID } from './case-data.ts';
import { COLLEAGUES } from './people-data.ts';
import { ago } from './watch-data.ts';

const HOUR_MS = 3_600_000;

/** What the scan saw first, and what somebody said since. */
export function historyOfFact(now: number, path: string): AnswerOf<'getFactHistory'> {
  const [first] = factsOf(now).items;
  const fact = factsOf(now).items.find((one) => one.path === path) ?? first;
  if (fact === undefined) return { items: [] };
  const stated: FactVersion = { ...fact, kind: 'stated', by: COLLEAGUES[2].name, source: SAID.record, version: 3 };
  const measured: FactVersion = { ...fact, at: ago(now, 60 * HOUR_MS), certainty: 'likely', history: 1, version: 1 };
  return { items: [stated, measured] };
}

/** The text before somebody wrote in it. */
export function firstVersionOf(notice: Notice): Notice {
  const text = notice.text.map((block) =>
    block.kind === 'list' ? { ...block, items: ['Port fermé', 'Journaux conservés'] } : block,
  );
  return { ...notice, number: 1, text };
}

export function membersOf(now: number): CaseMembers {
  const person = ({ id, name }: { id: string; name: string }) => ({ id, name });
  const [, tomas, claire] = COLLEAGUES;
  return {
    limited: caseOf(now).limited,
    items: [
      { person: person(tomas), role: tomas.role, by: 'seat' },
      { person: person(claire), role: claire.role, by: 'seat' },
    ],
    version: caseOf(now).version,
  };
}

export function registerOf(now: number): RegisterItem[] {
  const { reference, name, state } = caseOf(now);
  const known = factsOf(now).items.map(({ path, value }) => [
    path,
    { value, source: 'measured', certainty: 'proved', by: 'vigie scan', at: ago(now, 50 * HOUR_MS) },
  ]);
  return [
    {
      caseId: CASE_ID,
      version: 4,
      writtenAt: ago(now, 2 * HOUR_MS),
      missing: ['effects', 'remedial-action'],
      record: {
        schema: 'vigie.register-record/1',
        case: reference,
        title: name,
        state,
        facts: Object.fromEntries(known),
        effects: [],
        remedialAction: [],
        decision: {
          notifyAuthority: 'yes',
          communicateToPersons: 'undecided',
          reasons: SAID.because,
          decidedBy: COLLEAGUES[2].name,
          decidedAt: ago(now, 20 * HOUR_MS),
        },
        notices: [{ notice: 'article-33', to: 'CNIL', at: ago(now, HOUR_MS), reference: 'CNIL-2026-4711' }],
      },
    },
  ];
}

export function storePreview(): StorePreview {
  return {
    facts: [{ path: 'persons', before: { lower: 19_990, upper: 20_010 }, after: { lower: 19_990, upper: 84_000 } }],
    contradictions: [],
    severity: { from: { level: 'high', least: 2, most: 3 }, to: { level: 'veryHigh', least: 3, most: 4.5 } },
    authority: { from: 'yes', to: 'yes' },
    people: { from: 'unknown', to: 'yes' },
  };
}
