// What Articles 33 and 34 demand of whoever answers for personal data, in the words that the GDPR and the UK GDPR share.
import { isAtLeast, type RiskLevel } from '../decision/risk.ts';
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import { type ClockStart, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import type { Duty, DutyContext, LegalSource } from './regime.ts';

/** One law with these two articles. */
export interface BreachLaw {
  /** Id of the regime. */
  readonly regime: string;
  /** How much has to be feared before an authority is told. */
  readonly threshold: Exclude<RiskLevel, 'none'>;
  readonly hours: number;
  readonly sources: {
    readonly authority: LegalSource;
    readonly controllers: LegalSource;
    readonly persons: LegalSource;
  };
}

/** Whom a controller notifies. */
export interface Recipients {
  readonly authorities: readonly { readonly name: string; readonly form?: string }[];
  readonly why: string;
  readonly assumed: readonly string[];
  readonly decidedBy: readonly FactName[];
}

/**
 * All duties of a controller or a processor.
 *
 * @param recipientsOf is asked only where an authority may have to be told
 */
export function breachDuties(law: BreachLaw, recipientsOf: () => Recipients, context: DutyContext): readonly Duty[] {
  if (knownValue(context.facts.role) === 'processor') return [toldControllers(law, context), documented(law, context)];
  return [documented(law, context), ...notifiedAuthorities(law, recipientsOf, context), ...toldPersons(law, context)];
}

/** Article 33(2): a processor tells its controllers, and does not first weigh the risk. */
function toldControllers({ regime, sources }: BreachLaw, { instants }: DutyContext): Duty {
  const since = instants.processorAware ?? instants.aware;
  return {
    regime,
    article: '33(2)',
    recipient: 'each controller whose data it is',
    what: 'Tell the controllers about the breach, with what they need for their own notifications.',
    owed: 'yes',
    due: WITHOUT_UNDUE_DELAY,
    why:
      'A processor tells the controller without undue delay after it became aware, whatever the risk.' +
      ` There is no number of hours in the law; contracts often name 24 or 48${since ? ', from the awareness of the processor' : ''}.`,
    source: sources.controllers,
  };
}

/** Article 33(5): every breach is documented, also one without a risk. */
function documented({ regime, sources }: BreachLaw, { facts }: DutyContext): Duty {
  const isProcessor = knownValue(facts.role) === 'processor';
  return {
    regime,
    article: '33(5)',
    recipient: isProcessor ? 'own records, and those of each controller' : 'own register',
    what: 'Document the breach: what happened, its effects, what was done, and why it was decided so.',
    owed: 'yes',
    due: WITHOUT_UNDUE_DELAY,
    why: 'Every breach is documented, whatever its risk, so that the authority can verify compliance.',
    source: sources.authority,
  };
}

/** Article 33(1): one duty for each authority that has to be notified. */
function notifiedAuthorities(
  { regime, threshold, hours, sources }: BreachLaw,
  recipientsOf: () => Recipients,
  { facts, instants, risk }: DutyContext,
): Duty[] {
  const owed = isAtLeast(risk, threshold);
  if (owed === 'no') return [];
  const { authorities, why, assumed, decidedBy } = recipientsOf();
  const start: ClockStart = { at: instants.aware, fact: 'aware', what: 'the awareness of the controller' };
  const isRoleAssumed = facts.role.state === 'unknown';
  const reason =
    owed === 'yes'
      ? `The breach is likely to result in a ${threshold === 'high' ? 'high risk' : 'risk'} for people.`
      : 'It is not yet decided whether there is a risk for people; the clock runs from awareness all the same.';
  return authorities.map(({ name, form }) => ({
    regime,
    article: '33(1)',
    recipient: name,
    what: `Notify the breach${form === undefined ? '' : ` by the form at ${form}`}. What is not known yet may follow.`,
    owed,
    due: dueInHours(start, hours),
    phases: [{ article: '33(4)', what: 'Send what was missing, as soon as it is known.', due: WITHOUT_UNDUE_DELAY }],
    whenLate: 'Give the reasons for the delay with the notification (Article 33(1)).',
    why: `${reason} ${why}`,
    assumed: [...assumed, ...(isRoleAssumed ? ['the organisation is the controller'] : [])],
    decidedBy: [...decidedBy, ...(isRoleAssumed ? (['role'] as const) : [])],
    source: sources.authority,
  }));
}

/** Article 34: the people concerned are told, unless one of the exceptions of 34(3) holds. */
function toldPersons({ regime, sources }: BreachLaw, { facts, risk }: DutyContext): Duty[] {
  const owed = isAtLeast(risk, 'high');
  if (owed === 'no' || knownValue(facts.highRiskRemoved) === true) return [];
  const isPublic = knownValue(facts.disproportionateEffort) === true;
  const base = {
    regime,
    recipient: isPublic ? 'the public' : 'each person concerned',
    owed,
    due: WITHOUT_UNDUE_DELAY,
    source: sources.persons,
  } as const;
  const reason =
    owed === 'yes'
      ? 'The breach is likely to result in a high risk for people.'
      : 'It is not yet decided whether the risk for people is high.';
  if (isPublic) {
    return [
      {
        ...base,
        article: '34(3)(c)',
        what: 'Make it public in a way that reaches the people concerned as well as a letter would.',
        why: `${reason} To reach each of them would take a disproportionate effort.`,
      },
    ];
  }
  return [
    {
      ...base,
      article: '34(1)',
      what: 'Tell them in plain language what happened, what may follow, what was done, what they can do, and whom to ask.',
      why: `${reason} It is not owed once measures make the high risk unlikely (34(3)(b)); where to reach each of them would take a disproportionate effort, it is made public (34(3)(c)).`,
    },
  ];
}
