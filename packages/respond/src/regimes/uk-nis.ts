// Network and Information Systems Regulations 2018 (SI 2018/506), regulations 11 and 12, and the bill that would change them.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { dueInHours } from './due.ts';
import { establishedIn } from './european-places.ts';
import { incidentAwareness } from './incident-clocks.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { unknownSectors } from './sectors.ts';

const REGULATIONS: LegalSource = {
  title: 'Network and Information Systems Regulations 2018, regulations 11 and 12',
  url: 'https://www.legislation.gov.uk/uksi/2018/506',
  checked: 'unverified',
  note: 'Who is bound, the 72 hours and the recipients are from memory; the regulations were not read.',
};

const BILL: LegalSource = {
  title: 'Cyber Security and Resilience (Network and Information Systems) Bill',
  url: 'https://www.gov.uk/government/publications/cyber-security-and-resilience-network-and-information-systems-bill-factsheets/incident-reporting',
  checked: 'unverified',
  note: 'The 24 and 72 hours were read in the factsheet of 12 November 2025. The bill was before Parliament in May 2026; what came later was not verified.',
};

const ukNis: Regime = {
  id: 'uk-nis',
  title: 'Network and Information Systems Regulations',
  jurisdiction: 'United Kingdom',
  versions: [
    {
      id: '2018/506',
      status: 'in force',
      from: '2018-05-10',
      source: REGULATIONS,
      duties: (context) =>
        reports(REGULATIONS, [{ article: 'NIS 11 or 12', what: 'Notify the incident.', hours: 72 }], context),
    },
    {
      id: 'cyber-security-and-resilience-bill',
      status: 'proposed',
      source: BILL,
      duties: (context) =>
        reports(
          BILL,
          [
            { article: 'NIS, initial notification', what: 'Send a short initial notification.', hours: 24 },
            { article: 'NIS, full report', what: 'Send the full report.', hours: 72 },
          ],
          context,
        ),
    },
  ],
  applies: appliesTo,
};

export default ukNis;

/** Regulation 1(2): relevant digital service providers, unless they are micro or small. */
const DIGITAL_SERVICES: ReadonlySet<string> = new Set(['cloud', 'online-marketplace', 'search-engine']);

function isDigitalService(facts: BreachFacts): boolean {
  return knownValue(facts.sectors)?.some((sector) => DIGITAL_SERVICES.has(sector)) === true;
}

function appliesTo(facts: BreachFacts): Applicability {
  const countries = establishedIn(facts);
  if (countries === undefined)
    return mayApply('Whether it is established in the United Kingdom is not known.', ['establishments']);
  if (!countries.includes('GB')) return appliesNot('It is not established in the United Kingdom.');
  if (knownValue(facts.designations)?.includes('essential-services-operator')) {
    return applies('It is designated as an operator of essential services (regulation 8).');
  }
  if (isDigitalService(facts)) return bySize(facts);
  const sectors = knownValue(facts.sectors);
  const isClear = sectors !== undefined && sectors.length > 0 && unknownSectors(sectors).length === 0;
  if (isClear && facts.designations.state === 'known') {
    return appliesNot('It is no digital service provider, and not designated as an operator of essential services.');
  }
  const open = [
    ...(isClear ? [] : (['sectors'] as const)),
    ...(facts.designations.state === 'known' ? [] : (['designations'] as const)),
  ];
  return mayApply('It applies to digital service providers and to operators of essential services.', open);
}

function bySize(facts: BreachFacts): Applicability {
  const size = knownValue(facts.size);
  if (size === undefined) return mayApply('Digital service providers are in scope from a medium size on.', ['size']);
  return size === 'medium' || size === 'large'
    ? applies('It is a relevant digital service provider (regulation 1(2)).')
    : appliesNot('Micro and small digital service providers are out of scope (regulation 1(3)(e)).');
}

interface Report {
  readonly article: string;
  readonly what: string;
  readonly hours: number;
}

function reports(source: LegalSource, stages: readonly Report[], { facts, instants }: DutyContext): readonly Duty[] {
  const isSignificant = knownValue(facts.significantIncident);
  if (isSignificant === false) return [];
  const awareness = incidentAwareness(instants);
  return stages.map(({ article, what, hours }) => ({
    regime: 'uk-nis',
    article,
    recipient: isDigitalService(facts)
      ? "Information Commissioner's Office (ICO)"
      : 'the designated competent authority of the sector',
    what,
    owed: isSignificant === true ? 'yes' : 'unknown',
    due: dueInHours(awareness.start, hours),
    why: 'An incident with a significant or substantial impact on the service is notified without undue delay, and at the latest by then.',
    assumed: awareness.assumed,
    decidedBy: [...(isSignificant === undefined ? (['significantIncident'] as const) : []), ...awareness.decidedBy],
    source,
  }));
}
