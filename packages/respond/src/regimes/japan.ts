// Japan: Act on the Protection of Personal Information (APPI) Article 26, Enforcement Rules 7 to 10, and the change promulgated in 2026.
import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../clocks/public-holidays.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { hasCredentials, hasFinancialData, hasSensitiveData } from './data-at-stake.ts';
import { type ClockStart, type Due, dueInDays, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, anyOf, dutiesByRole, type Finding, met, open, owedIf, unmet } from './finding.ts';
import { seriousHarm } from './harm.ts';
import { appliesIn, concerns } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const RULES: LegalSource = {
  title: 'Enforcement Rules for the APPI, Rules 7, 8 and 10',
  url: 'https://laws.e-gov.go.jp/law/428M60020000003',
  checked: 'verified',
  note: 'Rule 8 was read in a copy; Rules 7 and 10 as they are quoted.',
};
const GUIDELINES: LegalSource = {
  title: 'APPI guidelines (general rules), 3-5-3-3 and 3-5-3-4',
  url: 'https://www.ppc.go.jp/personalinfo/legal/guidelines_tsusoku/',
  checked: 'unverified',
  note: 'The 3 to 5 days are quoted from the guidelines; that the day of knowledge counts as the first, and that the last day moves to one on which the commission is open, is from memory.',
};
const AMENDMENT: LegalSource = {
  title: 'Amendment of the APPI promulgated on 17 July 2026',
  url: 'https://www.ppc.go.jp/personalinfo/legal/r8kaiseihogohou/',
  checked: 'unverified',
  note: 'Adopted, and to come into force within two years of its promulgation; no day was known in October 2026. From a text that quotes the commission.',
};

/** More than 1,000 persons (Rule 7(iv)). */
const MANY = 1001;

const japan: Regime = {
  id: 'japan',
  title: 'Act on the Protection of Personal Information',
  jurisdiction: 'Japan',
  versions: [
    {
      id: 'APPI of 2022',
      status: 'in force',
      from: '2022-04-01',
      source: RULES,
      duties: (context) => dutiesUnder(context, (inner) => notifiedPersons(inner, met(''), RULES)),
    },
    {
      id: 'amendment of 2026',
      status: 'proposed',
      source: AMENDMENT,
      duties: (context) => dutiesUnder(context, (inner) => notifiedPersons(inner, seriousHarm(inner), AMENDMENT)),
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'JP', name: 'Japan', law: 'the APPI' }),
};

export default japan;

function dutiesUnder(context: DutyContext, persons: (context: DutyContext) => readonly Duty[]): readonly Duty[] {
  return dutiesByRole(context.facts, {
    controller: () => [...reported(context), ...persons(context)],
    processor: () => toldPrincipal(context),
  });
}

/** The day of knowledge is the first of the period. */
function dueOnDay(count: number, { instants, calendar }: DutyContext, isMoved: boolean): Due {
  const known: ClockStart = { at: instants.aware, fact: 'aware', what: 'the knowledge of the incident' };
  return dueInDays(known, count - 1, isMoved ? { code: 'JP', calendar: withNewYear(calendar) } : undefined);
}

/** Public offices are closed from 29 December to 3 January. */
function withNewYear(calendar: HolidayCalendar): HolidayCalendar {
  return {
    isHoliday: (place: string, day: Temporal.PlainDate) =>
      (day.month === 12 && day.day >= 29) || (day.month === 1 && day.day <= 3) || calendar.isHoliday(place, day),
  };
}

function reported(context: DutyContext): readonly Duty[] {
  const finalDays = mayBeWrongful(context.facts).answer === 'yes' ? 60 : 30;
  return owedIf(isReportable(context.facts), {
    regime: 'japan',
    article: 'APPI 26(1), Rule 8(1)',
    recipient: 'the Personal Information Protection Commission, or the ministry to which it delegated',
    what: 'Report what is known so far (preliminary report).',
    due: dueOnDay(3, context, false),
    phases: [
      {
        article: 'guidelines 3-5-3-3',
        what: 'The preliminary report is expected within about 3 to 5 days; this is the fifth.',
        due: dueOnDay(5, context, false),
      },
      {
        article: 'Rule 8(2)',
        what: `Report all items within ${finalDays} days (final report).${finalDays === 30 ? ' It is 60 where a wrongful purpose is possible.' : ''}`,
        due: dueOnDay(finalDays, context, true),
      },
    ],
    why: 'It is due promptly after knowledge of an incident that did or may have done it.',
    ...(mayBeWrongful(context.facts).answer === 'unknown' && { decidedBy: ['intent'] as const }),
    source: GUIDELINES,
  });
}

function notifiedPersons({ facts }: DutyContext, condition: Finding, source: LegalSource): readonly Duty[] {
  return owedIf(allOf(isReportable(facts), condition), {
    regime: 'japan',
    article: 'APPI 26(2), Rule 10',
    recipient: 'each person concerned',
    what: 'Tell them as far as their rights need it; where that is hard, take a measure in its place, such as making it public.',
    due: WITHOUT_UNDUE_DELAY,
    why:
      source === AMENDMENT
        ? 'The amendment eases it where the rights of the persons are little at risk.'
        : 'It is due promptly, as the situation asks.',
    source,
  });
}

/** Who handles the data for others may tell them in the place of the commission (Article 26(1), proviso). */
function toldPrincipal(context: DutyContext): readonly Duty[] {
  return owedIf(isReportable(context.facts), {
    regime: 'japan',
    article: 'APPI 26(1), proviso',
    recipient: 'each principal that entrusted the data',
    what: 'Tell the principal what is known so far; else the report to the commission is owed by yourself.',
    due: dueOnDay(3, context, false),
    why: 'Who tells the principal promptly need not report.',
    source: GUIDELINES,
  });
}

/** One of four kinds (Rule 7), of data that is not highly encrypted; that it may have happened is enough. */
function isReportable(facts: BreachFacts): Finding {
  return allOf(
    isReadable(facts),
    mayHaveLeaked(facts),
    anyOf(
      hasSensitiveData(facts),
      hasFinancialData(facts),
      mayOpenAccounts(facts),
      mayBeWrongful(facts),
      concerns(facts, MANY),
    ),
  );
}

function isReadable({ unintelligible, keyCompromised }: BreachFacts): Finding {
  const isEncrypted = knownValue(unintelligible) === true && knownValue(keyCompromised) !== true;
  return isEncrypted ? unmet('The data was highly encrypted, or otherwise unreadable.') : met('');
}

function mayHaveLeaked({ exfiltration, nature }: BreachFacts): Finding {
  const isDisclosure = knownValue(nature)?.includes('confidentiality') ?? true;
  return isDisclosure && knownValue(exfiltration) === 'ruled-out'
    ? unmet('That somebody has the data is ruled out.')
    : met('');
}

/** Passwords count where one can pay with the account. */
function mayOpenAccounts(facts: BreachFacts): Finding {
  const credentials = hasCredentials(facts);
  return credentials.answer === 'yes'
    ? open('Whether one can pay with these accounts is not known.', 'paymentData')
    : credentials;
}

function mayBeWrongful({ intent }: BreachFacts): Finding {
  const known = knownValue(intent);
  if (known === 'malicious') return met('It may have been done with a wrongful purpose.');
  return known === 'accidental'
    ? unmet('It was no act with a wrongful purpose.')
    : open('Whether somebody acted with a wrongful purpose is not known.', 'intent');
}
