// A record of the register, new or changed: what is told is added, and the rest stays.
import type { Assessment } from '../assessment.ts';
import { factsDocument } from '../facts/document.ts';
import type { BreachFacts } from '../facts/facts.ts';
import type { RegisterRecord, SentNotice } from './record.ts';

/** What a person tells of a breach for the register. */
export interface RecordChange {
  readonly title?: string;
  readonly facts?: BreachFacts;
  /** What the facts were assessed to be, and at which instant. */
  readonly assessed?: { readonly assessment: Assessment; readonly at: string };
  readonly effects?: readonly string[];
  readonly remedialAction?: readonly string[];
  readonly decision?: Partial<RegisterRecord['decision']>;
  readonly notices?: readonly SentNotice[];
  readonly state?: RegisterRecord['state'];
}

/** A record of which only the name is known. */
export function newRecord(caseId: string, title: string): RegisterRecord {
  return {
    schema: 'vigie.register-record/1',
    case: caseId,
    title,
    state: 'open',
    facts: {},
    effects: [],
    remedialAction: [],
    decision: { notifyAuthority: 'undecided', communicateToPersons: 'undecided' },
    notices: [],
  };
}

/** The record with the change. Lists grow; a single value is replaced. */
export function changedRecord(record: RegisterRecord, change: RecordChange): RegisterRecord {
  const { title = record.title, state = record.state, facts, assessed, effects = [], remedialAction = [] } = change;
  return {
    ...record,
    title,
    state,
    facts: facts === undefined ? record.facts : { ...record.facts, ...factsDocument(facts) },
    effects: [...record.effects, ...effects],
    remedialAction: [...record.remedialAction, ...remedialAction],
    decision: { ...record.decision, ...change.decision },
    ...(assessed !== undefined && { assessed: assessedOf(assessed) }),
    notices: [...record.notices, ...(change.notices ?? [])],
  };
}

function assessedOf({ assessment: { severity, decision }, at }: NonNullable<RecordChange['assessed']>) {
  const { from, to } = 'value' in severity ? { from: severity.value, to: severity.value } : severity;
  return { at, risk: { from: decision.risk.from, to: decision.risk.to }, severity: { from, to, band: severity.band } };
}
