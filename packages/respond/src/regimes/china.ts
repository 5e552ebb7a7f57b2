// China: Personal Information Protection Law (PIPL) Article 57, and the Measures on reporting network security incidents of 2025.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { dutiesByRole, type Finding, met, owedIf, unmet } from './finding.ts';
import { appliesIn, concerns } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const PIPL: LegalSource = {
  title: 'Personal Information Protection Law, Article 57',
  url: 'https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm',
  checked: 'unverified',
  note: 'As it is quoted from the law in a text of October 2026.',
};
const MEASURES: LegalSource = {
  title: 'Measures for the administration of national network security incident reporting, Article 4 and annex',
  url: 'https://www.cac.gov.cn/2025-09/15/c_1759583017717009.htm',
  checked: 'verified',
  note: 'Article 4 was read in a copy; the threshold of the annex as it is quoted.',
};

/** The annex calls a leak of the data of so many people a relatively large incident. */
const RELATIVELY_LARGE = 1_000_000;

const china: Regime = {
  id: 'china',
  title: 'Personal Information Protection Law',
  jurisdiction: 'China',
  versions: [
    { id: 'PIPL', status: 'in force', from: '2021-11-01', until: '2025-10-31', source: PIPL, duties: underPipl },
    {
      id: 'with the Measures of 2025',
      status: 'in force',
      from: '2025-11-01',
      source: MEASURES,
      duties: (context) => [...reportedIncident(context), ...underPipl(context)],
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'CN', name: 'China', law: 'the PIPL' }),
};

export default china;

function underPipl({ facts }: DutyContext): readonly Duty[] {
  const base = { regime: 'china', due: WITHOUT_UNDUE_DELAY, source: PIPL } as const;
  const what = 'Tell which data it was, why and what may follow, what was done, what people can do, and whom to ask.';
  return dutiesByRole(facts, {
    controller: () => [
      ...owedIf(mayHaveLeaked(facts), {
        ...base,
        article: 'PIPL 57 (authority)',
        recipient: 'the department that is in charge of personal information',
        what,
        why: 'A leak, also one that only may have happened, is told at once; there is no threshold and no number of days.',
      }),
      ...owedIf(mayHaveLeaked(facts), {
        ...base,
        article: 'PIPL 57 (persons)',
        recipient: 'each person concerned',
        what,
        ...(knownValue(facts.highRiskRemoved) === true
          ? { why: 'Harm was effectively avoided, so that it may be left out unless the department asks for it.' }
          : { why: 'It may be left out only where measures effectively avoid harm.' }),
      }),
    ],
    processor: () =>
      owedIf(mayHaveLeaked(facts), {
        ...base,
        article: 'PIPL 59',
        recipient: 'each handler that entrusted the data',
        what: 'Tell the handlers, and help them with their duties.',
        why: 'Who is entrusted with data helps the handler.',
      }),
  });
}

/** From relatively large incidents on: one hour for critical infrastructure, four for others; to be reported by the operator. */
function reportedIncident(context: DutyContext): readonly Duty[] {
  const { facts, instants } = context;
  const isCritical = knownValue(facts.sectors)?.includes('critical-infrastructure') ?? false;
  const found: ClockStart = { at: instants.aware, fact: 'aware', what: 'the discovery of the incident' };
  return owedIf(concerns(facts, RELATIVELY_LARGE), {
    regime: 'china',
    article: 'Measures 4',
    recipient: isCritical
      ? 'the department that protects the infrastructure, and the police'
      : 'the cyberspace administration of the province',
    what: 'Report the system, when it was found, its type and grade, its effects, and what was done. What is not known yet follows.',
    due: dueInHours(found, isCritical ? 1 : 4),
    phases: [
      {
        article: 'Measures 8',
        what: 'Send a summary within 30 days after the handling of the incident has ended.',
        due: WITHOUT_UNDUE_DELAY,
      },
    ],
    why: 'The data of a million people makes it a relatively large incident; general clauses may do so below that. Organs of the central state have two hours.',
    ...(facts.sectors.state === 'unknown' && { decidedBy: ['sectors'] as const }),
    source: MEASURES,
  });
}

function mayHaveLeaked({ exfiltration }: BreachFacts): Finding {
  return knownValue(exfiltration) === 'ruled-out'
    ? unmet('That somebody has the data is ruled out.')
    : met('That data may have leaked is enough.');
}
