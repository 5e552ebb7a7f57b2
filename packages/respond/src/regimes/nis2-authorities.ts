// Which Member State takes reports of incidents under Directive (EU) 2022/2555, and by which office.
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { countryOf, EU_COUNTRIES, establishedInUnion, mainMemberState } from './european-places.ts';
import { MAIN_ESTABLISHMENT_SECTORS } from './sectors.ts';

/** Offices by country, with the national law and how far it is in force. */
const OFFICES: Readonly<Record<string, { readonly name: string; readonly law: string }>> = {
  DE: {
    name: 'joint reporting office of BSI and BBK (Germany)',
    law: '§ 32 BSIG, by reports in force since 6 December 2025.',
  },
  FR: {
    name: 'ANSSI (France)',
    law: 'The French law that transposes the directive was not promulgated in June 2026; what came later was not verified.',
  },
  IT: {
    name: 'CSIRT Italia, by the portal of ACN (Italy)',
    law: 'Article 25 of D.lgs. 138/2024; the duty begins nine months after ACN lists the entity, for the first ones in January 2026.',
  },
};

export interface IncidentOffices {
  readonly offices: readonly { readonly name: string; readonly country?: string }[];
  readonly why: string;
  readonly decidedBy: readonly FactName[];
}

/**
 * The offices to tell (Article 26): for digital services that of the main establishment, for electronic communications that of each
 * Member State that is served, else that of each establishment.
 */
export function incidentOffices(facts: BreachFacts): IncidentOffices {
  const sectors = knownValue(facts.sectors) ?? [];
  const served = servedInUnion(facts);
  if (sectors.includes('electronic-communications') && served.length > 0) {
    return { offices: served.map(officeOf), why: `It serves ${served.join(', ')} (Article 26(1)(a)).`, decidedBy: [] };
  }
  const countries = establishedInUnion(facts) ?? [];
  const main = mainMemberState(facts);
  if (countries.length === 0) {
    const name = 'the CSIRT or the competent authority of the Member State';
    return {
      offices: [{ name }],
      why: 'Which one follows from the establishment (Article 26).',
      decidedBy: ['establishments'],
    };
  }
  if (!sectors.some((sector) => MAIN_ESTABLISHMENT_SECTORS.has(sector))) {
    return { offices: countries.map(officeOf), why: whyOf(countries), decidedBy: [] };
  }
  if (main !== undefined) return { offices: [officeOf(main)], why: whyOf([main]), decidedBy: [] };
  return {
    offices: [{ name: `that of the main establishment, which is one of ${countries.join(', ')}` }],
    why: 'Digital services answer to the Member State of their main establishment (Article 26).',
    decidedBy: ['mainEstablishment'],
  };
}

function servedInUnion(facts: BreachFacts): readonly string[] {
  const served = (knownValue(facts.offersTo) ?? []).map(countryOf);
  return [...new Set(served)].filter((country) => EU_COUNTRIES.has(country));
}

function officeOf(country: string): { readonly name: string; readonly country: string } {
  return { name: OFFICES[country]?.name ?? `the CSIRT or the competent authority of ${country}`, country };
}

function whyOf(countries: readonly string[]): string {
  const laws = countries.flatMap((country) => OFFICES[country]?.law ?? []);
  return [`It is established in ${countries.join(', ')} (Article 26).`, ...laws].join(' ');
}
