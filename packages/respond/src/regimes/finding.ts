// What facts say of a condition of law: yes, no, or not known yet; why; and which facts would decide it.
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import type { Duty } from './regime.ts';

export interface Finding {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Sentences for a reader, each said once. */
  readonly reasons: readonly string[];
  /** Empty where the answer is known. */
  readonly decidedBy: readonly FactName[];
}

/** A condition that is met. */
export function met(why: string): Finding {
  return { answer: 'yes', reasons: sentences(why), decidedBy: [] };
}

/** A condition that is not met. */
export function unmet(why: string): Finding {
  return { answer: 'no', reasons: sentences(why), decidedBy: [] };
}

/** A condition of which nobody knows yet whether it is met. */
export function open(why: string, ...decidedBy: readonly FactName[]): Finding {
  return { answer: 'unknown', reasons: sentences(why), decidedBy };
}

/** Met where all of them are; not met where one is not, which is then reason enough. */
export function allOf(...findings: readonly Finding[]): Finding {
  return findings.find(isAnswer('no')) ?? together(findings, findings.every(isAnswer('yes')) ? 'yes' : 'unknown');
}

/** Met where one of them is, which is then reason enough; not met where none is. */
export function anyOf(...findings: readonly Finding[]): Finding {
  return findings.find(isAnswer('yes')) ?? together(findings, findings.every(isAnswer('no')) ? 'no' : 'unknown');
}

/** Met where the other is not. */
export function not({ answer, ...rest }: Finding): Finding {
  return { ...rest, answer: answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown' };
}

function sentences(why: string): readonly string[] {
  return why === '' ? [] : [why];
}

function isAnswer(answer: Finding['answer']) {
  return (finding: Finding): boolean => finding.answer === answer;
}

/** What tells is what has the answer of the whole. */
function together(findings: readonly Finding[], answer: Finding['answer']): Finding {
  const telling = findings.filter(isAnswer(answer));
  return {
    answer,
    reasons: [...new Set(telling.flatMap(({ reasons }) => reasons))],
    decidedBy: [...new Set(telling.flatMap(({ decidedBy }) => decidedBy))],
  };
}

/** A duty without what its condition decides; `why` is said before the reason of the condition. */
export type ConditionalDuty = Omit<Duty, 'owed'>;

/** The duty where its condition is met or may be; nothing where it is not. */
export function owedIf({ answer, reasons, decidedBy }: Finding, duty: ConditionalDuty): readonly Duty[] {
  if (answer === 'no') return [];
  return [
    {
      ...duty,
      owed: answer,
      why: [...sentences(duty.why), ...reasons].join(' '),
      decidedBy: [...new Set([...(duty.decidedBy ?? []), ...decidedBy])],
    },
  ];
}

/**
 * The duties of who decides on the data, or of who keeps it for others. Where nobody says which, the former are taken, and that is told.
 */
export function dutiesByRole(
  facts: BreachFacts,
  duties: { readonly controller: () => readonly Duty[]; readonly processor: () => readonly Duty[] },
): readonly Duty[] {
  const role = knownValue(facts.role);
  if (role === 'processor') return duties.processor();
  if (role !== undefined) return duties.controller();
  return duties.controller().map((duty) => ({
    ...duty,
    assumed: [...(duty.assumed ?? []), 'the organisation decides on the data, and does not keep it for others'],
    decidedBy: [...(duty.decidedBy ?? []), 'role'],
  }));
}
