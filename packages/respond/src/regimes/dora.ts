// Regulation (EU) 2022/2554 (DORA), Articles 17 to 19: major ICT-related incidents of financial entities.

import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { finalDue, initialDue, intermediateDue } from './dora-clocks.ts';
import { WITHOUT_UNDUE_DELAY } from './due.ts';
import { isActiveInUnion, mainMemberState } from './european-places.ts';
import { incidentAwareness, submissionOf } from './incident-clocks.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Phase, Regime } from './regime.ts';
import { FINANCIAL_SECTORS, unknownSectors } from './sectors.ts';

const REGULATION = 'https://eur-lex.europa.eu/eli/reg/2022/2554/oj';

const ARTICLE_19: LegalSource = {
  title: 'Regulation (EU) 2022/2554, Article 19',
  url: REGULATION,
  checked: 'verified',
  note: 'Article 19 was read; Articles 2, 16 and 18 are from reports on the regulation.',
};

const TIME_LIMITS: LegalSource = {
  title: 'Regulation (EU) 2022/2554, Article 19, with Delegated Regulation (EU) 2025/301, Article 5',
  url: 'https://eur-lex.europa.eu/eli/reg_del/2025/301/oj',
  checked: 'verified',
  note: 'Article 19 and Article 5(1), (2), (4) and (5) were read; 5(3) and (6) are from several reports that agree.',
};

const DIGITAL_OMNIBUS: LegalSource = {
  title: 'Proposal for a Digital Omnibus, COM(2025) 837',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52025PC0837',
  checked: 'unverified',
  note: 'That reports would go to one entry point of ENISA is from reports on the proposal; how far it came was not verified.',
};

const dora: Regime = {
  id: 'dora',
  title: 'Digital Operational Resilience Act',
  jurisdiction: 'European Union',
  versions: [
    {
      id: '2022/2554',
      status: 'in force',
      from: '2025-01-17',
      until: '2025-03-11',
      source: ARTICLE_19,
      duties: (context) => dutiesUnder(ARTICLE_19, context).map(withoutTimeLimits),
    },
    {
      id: '2025/301',
      status: 'in force',
      from: '2025-03-12',
      source: TIME_LIMITS,
      duties: (context) => dutiesUnder(TIME_LIMITS, context),
    },
    {
      id: 'digital-omnibus',
      status: 'proposed',
      source: DIGITAL_OMNIBUS,
      duties: (context) => dutiesUnder(DIGITAL_OMNIBUS, context, 'by way of the single entry point of ENISA'),
    },
  ],
  applies: appliesTo,
};

export default dora;

/** Article 2. */
function appliesTo(facts: BreachFacts): Applicability {
  const active = isActiveInUnion(facts);
  if (active === 'no') return appliesNot('It has no establishment in the Union and offers nothing there.');
  const sectors = knownValue(facts.sectors);
  if (sectors === undefined) return mayApply('Whether it is a financial entity is not known.', ['sectors']);
  const financial = sectors.filter((sector) => FINANCIAL_SECTORS.has(sector));
  if (financial.length === 0) {
    const unclear = unknownSectors(sectors);
    if (sectors.length > 0 && unclear.length === 0) return appliesNot('It is no financial entity (Article 2(1)).');
    return mayApply(`Financial entities are: ${[...FINANCIAL_SECTORS].join(', ')}.`, ['sectors']);
  }
  if (active === 'unknown') return mayApply('Whether it is active in the Union is not known.', ['establishments']);
  return financial.every((sector) => sector === 'insurance-intermediary')
    ? bySizeOfIntermediary(facts)
    : applies(`It is a financial entity: ${financial.join(', ')} (Article 2(1)).`);
}

/** Article 2(3)(e). */
function bySizeOfIntermediary(facts: BreachFacts): Applicability {
  const size = knownValue(facts.size);
  if (size === undefined) return mayApply('Insurance intermediaries are in scope only where they are large.', ['size']);
  return size === 'large'
    ? applies('It is a large insurance intermediary (Article 2(1)).')
    : appliesNot('Micro, small and medium-sized insurance intermediaries are out of scope (Article 2(3)(e)).');
}

function dutiesUnder(source: LegalSource, context: DutyContext, byWayOf?: string): readonly Duty[] {
  const major = isMajor(context.facts);
  if (major === 'no') return [];
  return [reported(source, context, major, byWayOf), ...toldClients(context, major)];
}

/** Before Delegated Regulation (EU) 2025/301 no time limits were laid down. */
function withoutTimeLimits({ phases = [], ...duty }: Duty): Duty {
  return {
    ...duty,
    due: WITHOUT_UNDUE_DELAY,
    phases: phases.map((phase) => ({ ...phase, due: WITHOUT_UNDUE_DELAY })),
  };
}

function isMajor({ majorIncident, classifiedMajor }: BreachFacts): 'yes' | 'no' | 'unknown' {
  if (classifiedMajor.state === 'known') return 'yes';
  const stated = knownValue(majorIncident);
  if (stated === undefined) return 'unknown';
  return stated ? 'yes' : 'no';
}

/** Article 19(4). */
function reported(source: LegalSource, context: DutyContext, owed: 'yes' | 'unknown', byWayOf?: string): Duty {
  const { facts, instants } = context;
  const awareness = incidentAwareness(instants);
  const classification = { at: instants.classifiedMajor, fact: 'classifiedMajor', what: 'the classification' } as const;
  const relief = reliefOf(context);
  const decidedBy: FactName[] = [
    ...(owed === 'unknown' ? (['majorIncident'] as const) : []),
    ...(classification.at === undefined ? (['classifiedMajor'] as const) : []),
    ...awareness.decidedBy,
    ...relief.decidedBy,
  ];
  return {
    regime: 'dora',
    article: '19(4)(a)',
    recipient: `the financial authority of ${mainMemberState(facts) ?? 'the Member State'}${byWayOf === undefined ? '' : `, ${byWayOf}`}`,
    what: 'Send the initial notification on the template of Implementing Regulation (EU) 2025/302.',
    owed,
    due: initialDue(awareness.start, classification, relief.place),
    phases: laterReports(context, relief.place),
    whenLate: 'Tell the authority before the time is over that it will be late, and why (Article 5(3) of 2025/301).',
    why:
      `${owed === 'yes' ? 'The incident is major.' : 'It is owed if the incident is major (Article 18); the clock runs all the same.'}` +
      ` Four hours from the classification as major, and at the latest 24 from awareness; where it was classified later than that, four hours from then. ${relief.why}`,
    assumed: awareness.assumed,
    decidedBy,
    source,
  };
}

function laterReports({ facts, calendar }: DutyContext, place: DutyPlace): readonly Phase[] {
  const initial = submissionOf(facts, { regime: 'dora', stage: 'initial', what: 'the initial notification' });
  const intermediate = submissionOf(facts, {
    regime: 'dora',
    stage: 'intermediate',
    which: 'latest',
    what: 'the intermediate report',
  });
  return [
    {
      article: '19(4)(b)',
      what: 'Send the intermediate report within 72 hours of the initial notification, and an updated one once regular activities are back.',
      due: intermediateDue(initial, place),
    },
    {
      article: '19(4)(c)',
      what: 'Send the final report, with root causes and costs, within a month of the latest intermediate report.',
      due: finalDue(intermediate, { code: mainMemberState(facts) ?? '', calendar }),
    },
  ];
}

type DutyPlace = Parameters<typeof intermediateDue>[1];

/** Article 5(5) of 2025/301: for their initial and intermediate reports these have no weekends. */
const WITHOUT_WEEKENDS: ReadonlySet<string> = new Set(['credit-institution', 'central-counterparty', 'trading-venue']);

/** Whether a deadline on a weekend or a holiday is put off. Where that is not known, it is not: too early harms nobody. */
function reliefOf({ facts, calendar }: DutyContext) {
  const sectors = knownValue(facts.sectors);
  const designations = knownValue(facts.designations);
  const isExcluded =
    sectors?.some((sector) => WITHOUT_WEEKENDS.has(sector)) === true ||
    designations?.some((one) => one === 'essential-entity' || one === 'important-entity') === true;
  if (isExcluded) {
    return {
      place: undefined,
      why: 'Weekends and holidays do not put it off for credit institutions, central counterparties, trading venues, and essential or important entities (Article 5(5)).',
      decidedBy: [],
    };
  }
  const country = mainMemberState(facts);
  const open = [
    ...(sectors === undefined ? (['sectors'] as const) : []),
    ...(designations === undefined ? (['designations'] as const) : []),
    ...(country === undefined ? (['mainEstablishment'] as const) : []),
  ];
  if (open.length > 0 || country === undefined) {
    return {
      place: undefined,
      why: 'Some entities may report by noon of the next working day where it falls on a weekend or a holiday (Article 5(4)); not counted on here.',
      decidedBy: open,
    };
  }
  return {
    place: { code: country, calendar },
    why: `On a weekend or a holiday in ${country} it may follow by noon of the next working day (Article 5(4)), unless the authority has excluded the entity (5(6)).`,
    decidedBy: [],
  };
}

/** Article 19(3): clients whose financial interests it affects. A significant threat is told to them where applicable. */
function toldClients({ facts }: DutyContext, major: 'yes' | 'unknown'): readonly Duty[] {
  const canPay = knownValue(facts.paymentData) === true || knownValue(facts.data)?.includes('financial') === true;
  return [
    {
      regime: 'dora',
      article: '19(3)',
      recipient: 'the clients',
      what: 'Tell the clients about the incident and what was done to mitigate its effects.',
      owed: major === 'yes' && canPay ? 'yes' : 'unknown',
      due: WITHOUT_UNDUE_DELAY,
      why: canPay
        ? 'Payment or financial data of clients was in it, so that a major incident affects their financial interests.'
        : 'It is owed if a major incident affects the financial interests of clients.',
      decidedBy: [
        ...(major === 'unknown' ? (['majorIncident'] as const) : []),
        ...(canPay ? [] : (['paymentData'] as const)),
      ],
      source: ARTICLE_19,
    },
  ];
}
