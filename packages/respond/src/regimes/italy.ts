// Italy: law 90/2024, Article 1, for the public bodies that it names; the perimeter of national cybersecurity (DL 105/2019, DPCM 81/2021).
// NIS2 is in nis2.ts, the Garante in gdpr.ts.

import type { FactValue } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { dueInHours } from './due.ts';
import { establishedIn } from './european-places.ts';
import { incidentAwareness } from './incident-clocks.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const LAW_90: LegalSource = {
  title: 'Legge 28 giugno 2024, n. 90, articolo 1',
  url: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2024-06-28;90',
  checked: 'unverified',
  note: 'Who is named (1(1)) was read; the 24 and 72 hours are from several reports that agree; the day from which municipalities, transport, health authorities and in-house companies are bound (180 days) is from memory.',
};

const PERIMETER: LegalSource = {
  title: 'DL 105/2019, articolo 1(3) and (3-bis); DPCM 14 aprile 2021, n. 81, articolo 3 and allegato A',
  url: 'https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.del.presidente.del.consiglio.dei.ministri:2021-04-14;81',
  checked: 'unverified',
  note: 'The 72 hours of (3-bis) were read. Six hours for table 1 and one for table 2 are from reports; DPCM 111/2025 changed allegato A, and was not read.',
};

type PublicBody = FactValue<'publicBody'>;

/** Bound from 17 July 2024 on. */
const FIRST_BODIES: ReadonlySet<PublicBody> = new Set<PublicBody>(['central', 'regional', 'metropolitan-city']);
/** Bound 180 days later. */
const ALL_BODIES: ReadonlySet<PublicBody> = new Set<PublicBody>([
  ...FIRST_BODIES,
  'large-municipality',
  'health-authority',
  'local-transport',
  'in-house',
]);

const italy: Regime = {
  id: 'italy',
  title: 'Italy: public bodies and the perimeter of national cybersecurity',
  jurisdiction: 'Italy',
  versions: [
    {
      id: 'dpcm-81/2021',
      status: 'in force',
      from: '2022-01-01',
      until: '2024-07-16',
      source: PERIMETER,
      duties: (context) => dutiesUnder(new Set(), context),
    },
    {
      id: 'legge-90/2024',
      status: 'in force',
      from: '2024-07-17',
      until: '2025-01-12',
      source: LAW_90,
      duties: (context) => dutiesUnder(FIRST_BODIES, context),
    },
    {
      id: 'legge-90/2024 all bodies',
      status: 'in force',
      from: '2025-01-13',
      source: LAW_90,
      duties: (context) => dutiesUnder(ALL_BODIES, context),
    },
  ],
  applies: appliesTo,
};

export default italy;

function appliesTo(facts: BreachFacts): Applicability {
  const countries = establishedIn(facts);
  if (countries !== undefined && !countries.includes('IT')) return appliesNot('It is not established in Italy.');
  const isThere = countries !== undefined;
  if (isThere && isInPerimeter(facts)) return applies('It is in the perimeter of national cybersecurity.');
  const body = knownValue(facts.publicBody);
  if (isThere && body !== undefined && ALL_BODIES.has(body))
    return applies('Article 1 of law 90/2024 names public bodies of its kind.');
  if (body !== undefined && !ALL_BODIES.has(body) && facts.designations.state === 'known' && !isInPerimeter(facts)) {
    return appliesNot('Law 90/2024 does not name it, and it is not in the perimeter of national cybersecurity.');
  }
  const open = (['establishments', 'publicBody', 'designations'] as const).filter(
    (name) => facts[name].state === 'unknown',
  );
  return mayApply(
    'It applies to public bodies that law 90/2024 names, and to those in the perimeter of national cybersecurity.',
    open,
  );
}

function isInPerimeter(facts: BreachFacts): boolean {
  return knownValue(facts.designations)?.includes('national-security-perimeter') === true;
}

/** The perimeter has rules of its own, which take the place of law 90/2024. */
function dutiesUnder(bodies: ReadonlySet<PublicBody>, context: DutyContext): readonly Duty[] {
  if (isInPerimeter(context.facts)) return [reportedByPerimeter(context)];
  const body = knownValue(context.facts.publicBody);
  return body !== undefined && bodies.has(body) ? reportedByBody(context) : [];
}

/** Law 90/2024, Article 1(2): a first report in 24 hours, all that is known in 72, from the same moment. */
function reportedByBody({ facts, instants }: DutyContext): readonly Duty[] {
  const awareness = incidentAwareness(instants);
  const isNis = knownValue(facts.designations)?.some((one) => one === 'essential-entity' || one === 'important-entity');
  const base = {
    regime: 'italy',
    recipient: 'Agenzia per la cybersicurezza nazionale (ACN), at segnalazioni.acn.gov.it',
    owed: 'unknown',
    why:
      'It is owed for an incident of the taxonomy that ACN laid down (Gazzetta Ufficiale 39 of 17 February 2026).' +
      (isNis === true ? ' One report at the portal may serve for NIS2 too.' : ''),
    assumed: awareness.assumed,
    decidedBy: ['significantIncident', ...awareness.decidedBy],
    source: LAW_90,
  } as const;
  if (knownValue(facts.significantIncident) === false) return [];
  const owed = knownValue(facts.significantIncident) === true ? 'yes' : base.owed;
  return [
    {
      ...base,
      owed,
      article: 'L. 90/2024 1(2)',
      what: 'Report the incident (segnalazione).',
      due: dueInHours(awareness.start, 24),
    },
    {
      ...base,
      owed,
      article: 'L. 90/2024 1(2), notification',
      what: 'Send the complete notification, with all that is known.',
      due: dueInHours(awareness.start, 72),
    },
  ];
}

/** Hours by table of allegato A; what hit other systems is in DL 105/2019, Article 1(3-bis). */
const PERIMETER_HOURS: Readonly<Record<FactValue<'perimeterIncident'>, number>> = {
  'table-2': 1,
  'table-1': 6,
  'other-systems': 72,
};

function reportedByPerimeter({ facts, instants }: DutyContext): Duty {
  const awareness = incidentAwareness(instants);
  const kind = knownValue(facts.perimeterIncident);
  return {
    regime: 'italy',
    article: kind === 'other-systems' ? 'DL 105/2019 1(3-bis)' : 'DPCM 81/2021 3',
    recipient: 'CSIRT Italia, at segnalazioni.acn.gov.it',
    what: 'Notify the incident.',
    owed: kind === undefined ? 'unknown' : 'yes',
    due: dueInHours(awareness.start, PERIMETER_HOURS[kind ?? 'table-2']),
    why: `One hour for an incident of table 2 of allegato A, six for one of table 1, 72 on systems outside of the perimeter${kind === undefined ? '; the shortest is shown' : ''}.`,
    assumed: awareness.assumed,
    decidedBy: [...(kind === undefined ? (['perimeterIncident'] as const) : []), ...awareness.decidedBy],
    source: PERIMETER,
  };
}
