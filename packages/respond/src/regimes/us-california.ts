// California: Civil Code 1798.82 (businesses) and 1798.29 (agencies), and Health and Safety Code 1280.15 (licensed health facilities).
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { hasCredentials, hasHealthData, hasOfficialNumbers } from './data-at-stake.ts';
import { type ClockStart, type Due, dueInDays, dueInWorkingDays, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, dutiesByRole, open, owedIf } from './finding.ts';
import { appliesIn, livesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { usBreach } from './us-breach.ts';

const CODE = 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=';

/** More than 500 residents (1798.82(f), 1798.29(e)). */
const ATTORNEY_GENERAL_AT_LEAST = 501;

/** What Senate Bill 446 changed: until 2025 neither period had a number. */
interface BusinessRule {
  readonly personsDays: number | undefined;
  /** From when the persons were told. */
  readonly attorneyGeneralDays: number | undefined;
  readonly source: LegalSource;
}

const UNTIL_2025: BusinessRule = {
  personsDays: undefined,
  attorneyGeneralDays: undefined,
  source: {
    title: 'California Civil Code 1798.82, before Senate Bill 446',
    url: `${CODE}1798.82`,
    checked: 'unverified',
    note: 'From reports on what Senate Bill 446 replaced. The days of earlier amendments are not here.',
  },
};

const SINCE_2026: BusinessRule = {
  personsDays: 30,
  attorneyGeneralDays: 15,
  source: {
    title: 'California Civil Code 1798.82, as amended by Senate Bill 446 (Statutes 2025, chapter 319)',
    url: `${CODE}1798.82`,
    checked: 'unverified',
    note: 'The two periods are quoted alike in several texts on it, and the chapter is in the record of the bill; the code itself was not read.',
  },
};

const AGENCIES: LegalSource = {
  title: 'California Civil Code 1798.29',
  url: `${CODE}1798.29`,
  checked: 'unverified',
  note: 'Senate Bill 446 amends section 1798.82 alone, by its title; that agencies have no number of days was not read in the code.',
};

const HEALTH_FACILITIES: LegalSource = {
  title: 'California Health and Safety Code 1280.15',
  url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=HSC&sectionNum=1280.15',
  checked: 'unverified',
  note: 'From memory. It binds licensed clinics, health facilities, home health agencies and hospices.',
};

const usCalifornia: Regime = {
  id: 'us-california',
  title: 'California Civil Code 1798.82 and 1798.29',
  jurisdiction: 'California',
  versions: [
    {
      id: 'before SB 446',
      status: 'in force',
      from: '2003-07-01',
      until: '2025-12-31',
      source: UNTIL_2025.source,
      duties: (context) => dutiesUnder(UNTIL_2025, context),
    },
    {
      id: 'SB 446',
      status: 'in force',
      from: '2026-01-01',
      source: SINCE_2026.source,
      duties: (context) => dutiesUnder(SINCE_2026, context),
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'US-CA', name: 'California', law: 'Civil Code 1798.82' }),
};

export default usCalifornia;

function dutiesUnder(rule: BusinessRule, context: DutyContext): readonly Duty[] {
  const { facts } = context;
  return dutiesByRole(facts, {
    controller: () => [
      ...(isAgency(facts) ? toldByAgency(context) : toldByBusiness(rule, context)),
      ...toldByHealthFacility(context),
    ],
    processor: () => toldOwner(rule, context),
  });
}

function isAgency({ sectors }: BreachFacts): boolean {
  return knownValue(sectors)?.includes('public-administration') ?? false;
}

const DISCOVERY = 'the discovery of the breach';

function toldByBusiness(rule: BusinessRule, context: DutyContext): readonly Duty[] {
  const { facts, instants } = context;
  const discovered: ClockStart = { at: instants.aware, fact: 'aware', what: DISCOVERY };
  const isBreach = allOf(usBreach(facts), livesIn(facts, 'US-CA', 'California'));
  const persons = rule.personsDays === undefined ? WITHOUT_UNDUE_DELAY : dueInDays(discovered, rule.personsDays);
  const base = { regime: 'us-california', source: rule.source, due: persons } as const;
  return [
    ...owedIf(isBreach, {
      ...base,
      article: '1798.82(a)',
      recipient: 'each California resident concerned',
      what: NOTICE,
      whenLate:
        'The period may be longer only for the needs of law enforcement, or to determine the scope and restore the system: say which in the notice.',
      why: 'A business tells the residents whose data a stranger acquired.',
    }),
    ...owedIf(allOf(isBreach, livesIn(facts, 'US-CA', 'California', ATTORNEY_GENERAL_AT_LEAST)), {
      ...base,
      article: '1798.82(f)',
      recipient: 'the Attorney General of California',
      what: 'Submit one sample copy of the notice, without personal data, by the form on the website.',
      ...attorneyGeneralDue(rule, context, persons),
      why: 'More than 500 residents are told of a single breach.',
    }),
    ...owedIf(allOf(isBreach, hasOfficialNumbers(facts)), {
      ...base,
      article: '1798.82(d)(2)(G)',
      recipient: 'each resident whose social security or driver’s licence number was in it',
      what: 'Offer services against identity theft for at least 12 months at no cost, in the notice itself.',
      why: 'It is offered by whoever was the source of the breach.',
    }),
    ...owedIf(allOf(isBreach, hasCredentials(facts)), {
      ...base,
      article: '1798.82(j)(4) and (5)',
      recipient: 'each resident whose account could be opened',
      what: 'Tell them to change password and security questions, online or otherwise; never by a message to the mailbox whose password was taken.',
      why: 'Data that opens an online account has a form of notice of its own.',
    }),
  ];
}

const NOTICE =
  'Send a notice in plain language with the title “Notice of Data Breach” and the headings What Happened, What Information Was Involved, What We Are Doing, What You Can Do, For More Information.';

/** It runs from the day on which the persons were told; until that is known, from the last day on which they may be. */
function attorneyGeneralDue(
  { attorneyGeneralDays }: BusinessRule,
  { instants }: DutyContext,
  persons: Due,
): Pick<Duty, 'due' | 'assumed' | 'decidedBy'> {
  if (attorneyGeneralDays === undefined) return { due: WITHOUT_UNDUE_DELAY };
  const told: ClockStart = {
    at: instants.personsInformed,
    fact: 'personsInformed',
    what: 'the notice to the residents',
  };
  if (told.at !== undefined || persons.kind !== 'day') return { due: dueInDays(told, attorneyGeneralDays) };
  const last = persons.day.toZonedDateTime(persons.at.timeZoneId);
  return {
    due: dueInDays({ ...told, at: last }, attorneyGeneralDays),
    assumed: ['the residents are told on the last day of their period; told earlier, this is due earlier'],
    decidedBy: ['personsInformed'],
  };
}

function toldByAgency({ facts }: DutyContext): readonly Duty[] {
  const isBreach = allOf(usBreach(facts), livesIn(facts, 'US-CA', 'California'));
  const base = { regime: 'us-california', source: AGENCIES, due: WITHOUT_UNDUE_DELAY } as const;
  return [
    ...owedIf(isBreach, {
      ...base,
      article: '1798.29(a)',
      recipient: 'each California resident concerned',
      what: NOTICE,
      why: 'An agency tells the residents whose data a stranger acquired; no number of days is set for it.',
    }),
    ...owedIf(allOf(isBreach, livesIn(facts, 'US-CA', 'California', ATTORNEY_GENERAL_AT_LEAST)), {
      ...base,
      article: '1798.29(e)',
      recipient: 'the Attorney General of California',
      what: 'Submit one sample copy of the notice, without personal data.',
      why: 'An agency tells more than 500 residents of a single breach.',
    }),
  ];
}

/** Fifteen business days, which Senate Bill 446 did not touch. Which facilities are licensed, the facts do not say. */
function toldByHealthFacility({ facts, instants, calendar }: DutyContext): readonly Duty[] {
  if (!(knownValue(facts.sectors)?.includes('health') ?? false)) return [];
  const detected: ClockStart = { at: instants.aware, fact: 'aware', what: 'the detection of the breach' };
  const isLicensed = open('It binds clinics and health facilities with a licence of California.', 'establishments');
  return owedIf(allOf(hasHealthData(facts), isLicensed), {
    regime: 'us-california',
    article: 'HSC 1280.15',
    recipient: 'the California Department of Public Health, and each patient concerned',
    what: 'Report the unlawful access to medical information, to both.',
    due: dueInWorkingDays(detected, 15, { code: 'US-CA', calendar }),
    why: 'The organisation is in the health sector.',
    source: HEALTH_FACILITIES,
  });
}

function toldOwner({ source }: BusinessRule, { facts }: DutyContext): readonly Duty[] {
  const article = isAgency(facts) ? '1798.29(b)' : '1798.82(b)';
  return owedIf(allOf(usBreach(facts), livesIn(facts, 'US-CA', 'California')), {
    regime: 'us-california',
    article,
    recipient: 'each owner or licensee of the data',
    what: 'Tell them of the breach at once.',
    due: WITHOUT_UNDUE_DELAY,
    why: 'Who keeps the data for others tells them immediately after discovery.',
    source,
  });
}
