// One task for each duty of the assessment, and one for each later part of it, with the deadlines that its clocks give.
import type { AssessedDuty, Assessment } from '../../assessment.ts';
import type { PhaseId, PlanTask } from './plan.ts';
import type { RoleId } from './roles.ts';

/** The duties in the order of the assessment, which is that of their deadlines. */
export function dutyTasks({ duties }: Assessment): PlanTask[] {
  return duties.flatMap((duty) => [taskOf(duty), ...laterTasks(duty)]);
}

function taskOf(duty: AssessedDuty): PlanTask {
  const { regime, article, recipient, what, owed, due, latest, late, why, assumed, decidedBy } = duty;
  const phase = phaseOf(duty);
  return {
    id: idOf(duty, article),
    phase,
    title: `${regime.toUpperCase()} ${article}: ${recipient}`,
    owner: ownerOf(phase),
    due,
    ...(latest === undefined ? {} : { latest }),
    ...(late === undefined ? {} : { late: lateText(late) }),
    owed,
    why,
    how: [
      what,
      ...HOW[phase],
      ...(regime === 'gdpr' ? [DRAFTS[phase]] : []),
      ...(assumed.length === 0 ? [] : [`Taken for granted: ${assumed.join('; ')}.`]),
      ...(decidedBy.length > 0 && (due === 'unknown' || owed === 'unknown')
        ? [`Decided by: ${decidedBy.join(', ')}.`]
        : []),
    ],
    references: [referenceOf(duty, article)],
    on: { kind: 'recipient', name: recipient },
  };
}

function laterTasks(duty: AssessedDuty): PlanTask[] {
  const phase = phaseOf(duty);
  return duty.phases.map(({ article, what, due }) => ({
    id: `${idOf(duty, article)}/later`,
    phase,
    title: `${duty.regime.toUpperCase()} ${article}, after ${duty.article}: ${duty.recipient}`,
    owner: ownerOf(phase),
    due,
    owed: duty.owed,
    why: `It completes what ${duty.article} begins.`,
    how: [what],
    after: idOf(duty, duty.article),
    references: [referenceOf(duty, article)],
    on: { kind: 'recipient', name: duty.recipient },
  }));
}

type DutyPhase = Extract<PhaseId, 'assess' | 'notify' | 'tell'>;

const HOW: Readonly<Record<DutyPhase, readonly string[]>> = {
  assess: ['Keep it up to date until the case is closed; the authority may ask for it.'],
  notify: [
    'A person files it; keep the receipt and the text that was sent. What comes late comes with the reasons for it.',
  ],
  tell: [
    'By a message of its own, in their language, with whom to ask; never ask for a password and send no link to a login.',
    'Note who could not be reached, and reach them another way.',
  ],
};

const DRAFTS: Readonly<Record<DutyPhase, string>> = {
  assess: 'vigie register keeps it.',
  notify: 'vigie draft writes it from the facts; what a person has to state stands in it as a marked question.',
  tell: 'vigie draft --only letters writes it from the facts, in six languages.',
};

/** By its recipient: what stays within the organisation, what goes to the people whose data it is, and all other. */
function phaseOf({ recipient }: AssessedDuty): DutyPhase {
  if (/^own (?:register|records)\b/i.test(recipient)) return 'assess';
  return PEOPLE.test(recipient) ? 'tell' : 'notify';
}

/** As regimes name them: `each person concerned`, `each California resident`, `the public`, `the users of the product`. */
const PEOPLE =
  /^(?:(?:each|every|the|all|affected) )?(?:\S+ ){0,2}(?:persons?|people|public$|individuals?|subscribers?|users?|clients?|customers?|recipients|residents?|consumers?|patients?|data subjects?)\b/i;

function ownerOf(phase: DutyPhase): RoleId {
  return phase === 'tell' ? 'communications' : 'dpo';
}

function idOf({ regime, version, article, recipient }: AssessedDuty, part: string): string {
  const own = part === article ? article : `${article}/${part}`;
  return `duty/${regime}/${version}/${own}/${recipient}`;
}

function referenceOf({ regime, source }: AssessedDuty, article: string) {
  return {
    name: source.title,
    ...(source.url === undefined ? {} : { url: source.url }),
    article: `${regime.toUpperCase()} ${article}`,
  };
}

function lateText({ byHours, whenLate }: NonNullable<AssessedDuty['late']>): string {
  return `late by ${byHours} h${whenLate === undefined ? '' : `; ${whenLate}`}`;
}
