// Directive (EU) 2022/2555 (NIS2), Article 23: reports of significant incidents by essential and important entities.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { type Due, dueInHours, dueInMonths, WITHOUT_UNDUE_DELAY } from './due.ts';
import { isActiveInUnion } from './european-places.ts';
import { incidentAwareness, submissionOf } from './incident-clocks.ts';
import { type IncidentOffices, incidentOffices } from './nis2-authorities.ts';
import { type Significance, significanceOf } from './nis2-significance.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Phase, Regime } from './regime.ts';
import { FINANCIAL_SECTORS, NIS2_SECTORS, unknownSectors } from './sectors.ts';

const DIRECTIVE: LegalSource = {
  title: 'Directive (EU) 2022/2555, Article 23',
  url: 'https://eur-lex.europa.eu/eli/dir/2022/2555/oj',
  checked: 'verified',
  note: 'Article 23 was read; who is in scope (Articles 2, 3 and 26, the annexes) is from reports on the directive.',
};

const THRESHOLDS: LegalSource = {
  title: 'Directive (EU) 2022/2555, Article 23, with Implementing Regulation (EU) 2024/2690',
  url: 'https://eur-lex.europa.eu/eli/reg_impl/2024/2690/oj',
  checked: 'verified',
  note: 'Article 23 and the thresholds were read; who is in scope (Articles 2, 3 and 26, the annexes) is from reports.',
};

const DIGITAL_OMNIBUS: LegalSource = {
  title: 'Proposal for a Digital Omnibus, COM(2025) 837',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52025PC0837',
  checked: 'unverified',
  note: 'That reports would go to one entry point of ENISA is from reports on the proposal; how far it came was not verified.',
};

const SINGLE_ENTRY_POINT: IncidentOffices = {
  offices: [{ name: 'the CSIRT or the competent authority, by way of the single entry point of ENISA' }],
  why: 'The proposal has one entry point for all reports.',
  decidedBy: [],
};

const nis2: Regime = {
  id: 'nis2',
  title: 'NIS2 Directive',
  jurisdiction: 'European Union',
  versions: [
    {
      id: '2022/2555',
      status: 'in force',
      from: '2024-10-18',
      until: '2024-11-06',
      source: DIRECTIVE,
      duties: (context) => dutiesUnder(DIRECTIVE, context, false),
    },
    {
      id: '2024/2690',
      status: 'in force',
      from: '2024-11-07',
      source: THRESHOLDS,
      duties: (context) => dutiesUnder(THRESHOLDS, context, true),
    },
    {
      id: 'digital-omnibus',
      status: 'proposed',
      source: DIGITAL_OMNIBUS,
      duties: (context) => dutiesUnder(DIGITAL_OMNIBUS, context, true, SINGLE_ENTRY_POINT),
    },
  ],
  applies: appliesTo,
};

export default nis2;

/** Articles 2 and 3: by designation, else by sector and size. */
function appliesTo(facts: BreachFacts): Applicability {
  const designated = knownValue(facts.designations);
  if (designated?.some((one) => one === 'essential-entity' || one === 'important-entity')) {
    return applies('It is registered as an essential or important entity (Article 3).');
  }
  const active = isActiveInUnion(facts);
  if (active === 'no') return appliesNot('It has no establishment in the Union and offers nothing there.');
  if (active === 'unknown')
    return mayApply('Whether it is active in the Union is not known.', ['establishments', 'offersTo']);
  const sectors = knownValue(facts.sectors);
  if (sectors === undefined) return mayApply('Its sectors are not known.', ['sectors', 'size']);
  const known = sectors.flatMap((sector) => NIS2_SECTORS[sector] ?? []);
  if (known.length > 0)
    return bySize(
      facts,
      known.some(({ scope }) => scope === 'any size'),
    );
  if (sectors.some((sector) => FINANCIAL_SECTORS.has(sector))) {
    return appliesNot('Financial entities report under Regulation (EU) 2022/2554 (DORA) instead (Article 4).');
  }
  const unclear = unknownSectors(sectors);
  if (sectors.length > 0 && unclear.length === 0) {
    return appliesNot('None of its sectors is in Annex I or II.');
  }
  const words = Object.keys(NIS2_SECTORS).join(', ');
  const what = unclear.length === 0 ? 'No sector is named' : `What sector ${unclear.join(', ')} is was not understood`;
  return mayApply(`${what}; those of Annexes I and II are: ${words}.`, ['sectors']);
}

function bySize(facts: BreachFacts, isAnySize: boolean): Applicability {
  if (isAnySize) return applies('Entities of its sector are in scope whatever their size (Article 2(2)).');
  const size = knownValue(facts.size);
  if (size === undefined)
    return mayApply('Its sector is in Annex I or II; it applies from a medium size on.', ['size']);
  if (size === 'medium' || size === 'large')
    return applies('Its sector is in Annex I or II, and it is large enough (Article 2(1)).');
  if (facts.designations.state === 'known') {
    return appliesNot('It is a small entity of a sector of Annex I or II, and no Member State has named it.');
  }
  return mayApply('Small entities are in scope only where a Member State has named them.', ['designations']);
}

function dutiesUnder(
  source: LegalSource,
  context: DutyContext,
  withThresholds: boolean,
  givenOffices?: IncidentOffices,
): readonly Duty[] {
  const significance = significanceOf(context.facts, withThresholds);
  if (significance.answer === 'no') return [];
  const offices = givenOffices ?? incidentOffices(context.facts);
  return [
    ...offices.offices.flatMap((office) => reports(office, { source, context, significance, offices })),
    toldRecipients(source, significance),
  ];
}

interface Case {
  readonly source: LegalSource;
  readonly context: DutyContext;
  readonly significance: Significance;
  readonly offices: IncidentOffices;
}

/** Article 23(4): a trust service provider has 24 hours for the notification too. */
function reports({ name, country }: IncidentOffices['offices'][number], given: Case): readonly Duty[] {
  const { source, context, significance, offices } = given;
  const awareness = incidentAwareness(context.instants);
  const isTrustService = knownValue(context.facts.sectors)?.includes('trust-service') === true;
  const base = {
    regime: 'nis2',
    recipient: name,
    owed: significance.answer === 'yes' ? 'yes' : 'unknown',
    assumed: awareness.assumed,
    decidedBy: [...significance.decidedBy, ...awareness.decidedBy, ...offices.decidedBy],
    source,
  } as const;
  const why = `${significance.why} ${offices.why}`;
  return [
    {
      ...base,
      article: '23(4)(a)',
      what: 'Send an early warning: whether it is suspected to be unlawful or malicious, and may reach other countries.',
      due: dueInHours(awareness.start, 24),
      why,
    },
    {
      ...base,
      article: '23(4)(b)',
      what: 'Notify the incident: a first assessment of its severity and impact, and indicators of compromise where there are any.',
      due: dueInHours(awareness.start, isTrustService ? 24 : 72),
      phases: laterReports(context, country),
      why: isTrustService
        ? `${why} A trust service provider has 24 hours instead of 72, where it hits its trust services.`
        : why,
    },
  ];
}

function laterReports(context: DutyContext, country: string | undefined): readonly Phase[] {
  return [
    {
      article: '23(4)(c)',
      what: 'Send an intermediate report where the CSIRT or the authority asks for one.',
      due: WITHOUT_UNDUE_DELAY,
    },
    {
      article: '23(4)(d)',
      what: 'Send the final report, one month after the notification; where it is not over by then, a progress report, and the final one within a month of its end.',
      due: finalReportDue(context, country),
    },
  ];
}

function finalReportDue({ facts, calendar }: DutyContext, country: string | undefined): Due {
  const start = submissionOf(facts, { regime: 'nis2', stage: 'notification', what: 'the notification' });
  return dueInMonths(start, 1, { code: country ?? '', calendar });
}

/** Article 23(1), second sentence, and 23(2). */
function toldRecipients(source: LegalSource, { decidedBy }: Significance): Duty {
  return {
    regime: 'nis2',
    article: '23(1)',
    recipient: 'the recipients of the service',
    what: 'Tell them about the incident where it is likely to affect the service for them adversely, and what they can do.',
    owed: 'unknown',
    due: WITHOUT_UNDUE_DELAY,
    why: 'It is owed where appropriate: where a significant incident is likely to affect the provision of the service adversely.',
    decidedBy,
    source,
  };
}
