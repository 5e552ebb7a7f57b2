// Directive 2002/58/EC, Article 4, with Regulation (EU) 611/2013: breaches at providers of public electronic communications services.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { dueInDays, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { EEA_COUNTRIES } from './eea-authorities.ts';
import { countryOf, establishedIn } from './european-places.ts';
import { submissionOf } from './incident-clocks.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { unknownSectors } from './sectors.ts';

const REGULATION: LegalSource = {
  title: 'Regulation (EU) 611/2013, Articles 2 and 3; Directive 2002/58/EC, Article 4',
  url: 'https://eur-lex.europa.eu/eli/reg/2013/611/oj',
  checked: 'unverified',
  note: 'The 24 hours and the two steps are from the page of CNIL and several reports that agree; the regulation was not read.',
};

const DIGITAL_OMNIBUS: LegalSource = {
  title: 'Proposal for a Digital Omnibus, COM(2025) 837',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52025PC0837',
  checked: 'unverified',
  note: 'That Article 4 of the directive would be repealed, so that the GDPR alone holds, was not read.',
};

const eprivacy: Regime = {
  id: 'eprivacy',
  title: 'ePrivacy Directive, breaches in electronic communications',
  jurisdiction: 'EEA',
  versions: [
    { id: '611/2013', status: 'in force', from: '2013-08-25', source: REGULATION, duties: dutiesUnder },
    { id: 'digital-omnibus', status: 'proposed', source: DIGITAL_OMNIBUS, duties: () => [] },
  ],
  applies: appliesTo,
};

export default eprivacy;

/** Article 1 of the regulation: providers of publicly available electronic communications services. */
function appliesTo(facts: BreachFacts): Applicability {
  const sectors = knownValue(facts.sectors);
  const countries = countriesOf(facts);
  if (sectors?.includes('electronic-communications')) {
    if (countries === undefined)
      return mayApply('Where it provides its service is not known.', ['establishments', 'offersTo']);
    return countries.length > 0
      ? applies('It provides public electronic communications services in the EEA.')
      : appliesNot('It provides no service in the EEA.');
  }
  if (sectors !== undefined && sectors.length > 0 && unknownSectors(sectors).length === 0) {
    return appliesNot('It provides no public electronic communications services.');
  }
  return mayApply('It applies to providers of public electronic communications services.', ['sectors']);
}

/** The countries of the EEA in which it is established, else those that it serves; undefined where neither is known. */
function countriesOf(facts: BreachFacts): readonly string[] | undefined {
  const established = establishedIn(facts);
  const served = knownValue(facts.offersTo)?.map(countryOf);
  const inEea = (countries: readonly string[] | undefined) =>
    (countries ?? []).filter((country) => EEA_COUNTRIES.has(country));
  if (inEea(established).length > 0) return inEea(established);
  if (established === undefined || served === undefined) return inEea(served).length > 0 ? inEea(served) : undefined;
  return inEea(served);
}

/** The authorities that are not the data protection authority alone, or that have a form of their own. */
const AUTHORITIES: Readonly<Record<string, string>> = {
  DE: 'Bundesnetzagentur and BfDI (Germany)',
  FR: 'CNIL (France)',
  IT: 'Garante per la protezione dei dati personali (Italy)',
};

function dutiesUnder(context: DutyContext): readonly Duty[] {
  const countries = countriesOf(context.facts) ?? [];
  const notifications =
    countries.length === 0
      ? [notified('the competent national authority', undefined, context)]
      : countries.map((country) =>
          notified(AUTHORITIES[country] ?? `the competent national authority of ${country}`, country, context),
        );
  return [...notifications, ...toldSubscribers(context)];
}

/** Article 2 of the regulation: whatever the risk. */
function notified(recipient: string, country: string | undefined, { facts, instants, calendar }: DutyContext): Duty {
  const first = submissionOf(facts, { regime: 'eprivacy', stage: 'initial', what: 'the initial notification' });
  return {
    regime: 'eprivacy',
    article: '611/2013 2(2)',
    recipient,
    what: 'Notify the breach, at first with what is known where an investigation is needed.',
    owed: 'yes',
    due: dueInHours({ at: instants.aware, fact: 'aware', what: 'the detection of the breach' }, 24),
    phases: [
      {
        article: '611/2013 2(3)',
        what: 'Send the second notification, within three days of the first, with what was missing.',
        due: dueInDays(first, 3, country === undefined ? undefined : { code: country, calendar }),
      },
    ],
    whenLate: 'Send what is known at once, and give the reasons why the rest is late (Article 2(3)).',
    why: 'A provider notifies every breach in connection with its service, also one without a risk; the GDPR adds nothing to that (Article 95 GDPR). One authority does not stand for the others.',
    assumed: ['the data was processed in connection with a public electronic communications service'],
    ...(country === undefined && { decidedBy: ['establishments'] as const }),
    source: REGULATION,
  };
}

/** Article 3 of the regulation; Article 4 excepts data that is unintelligible to others. */
function toldSubscribers({ facts, risk }: DutyContext): readonly Duty[] {
  if (risk.to === 'none' || knownValue(facts.unintelligible) === true) return [];
  return [
    {
      regime: 'eprivacy',
      article: '611/2013 3(1)',
      recipient: 'each subscriber or individual concerned',
      what: 'Tell them about the breach, apart from any other matter.',
      owed: risk.from === 'none' ? 'unknown' : 'yes',
      due: WITHOUT_UNDUE_DELAY,
      why: 'A provider tells those whose data or privacy is likely to be affected adversely, without the threshold of a high risk.',
      source: REGULATION,
    },
  ];
}
