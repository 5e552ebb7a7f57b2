// What the facts of a case come to, short enough for lists. It holds words of the law and numbers, and nothing that a person wrote.
import type { Assessment, Decided } from '@vigie/respond';

export interface CaseSummary {
  readonly severity: { readonly level: string; readonly least: number; readonly most: number };
  readonly decision: {
    readonly authority: { readonly answer: Answer; readonly why: string };
    readonly people: { readonly answer: Answer; readonly why: string };
  };
}

export type Answer = 'yes' | 'no' | 'unknown';

export function summaryOf({ severity, decision }: Assessment): CaseSummary {
  const { from, to } = 'value' in severity ? { from: severity.value, to: severity.value } : severity;
  const { notifyAuthority, communicateToPersons } = decision;
  return {
    severity: { level: severity.band, least: from, most: to },
    decision: {
      authority: { answer: answerOf(notifyAuthority), why: whyOf(decision, notifyAuthority) },
      people: { answer: answerOf(communicateToPersons), why: whyOf(decision, communicateToPersons) },
    },
  };
}

export function answerOf(decided: Decided): Answer {
  return decided === 'unknown' ? 'unknown' : decided ? 'yes' : 'no';
}

/** The weightiest reason for a yes, or against it; where it is open, what is possible. */
function whyOf({ reasons }: Assessment['decision'], decided: Decided): string {
  const weighs = decided === false ? 'against' : 'for';
  const certainty = decided === 'unknown' ? 'possible' : 'certain';
  const reason =
    reasons.find((one) => one.weighs === weighs && one.certainty === certainty) ??
    reasons.find((one) => one.weighs === weighs);
  return reason?.says ?? 'Nothing that is known speaks for a risk to people.';
}
