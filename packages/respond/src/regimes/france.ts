// France: the complaint that an insurance pays only after, health services, operators of vital and essential services, and the second
// step of a notification to CNIL. NIS2 is in nis2.ts, telecommunications in eprivacy.ts.
import { isAtLeast } from '../decision/risk.ts';
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { applies, appliesNot, mayApply } from './applicability.ts';
import { dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { eeaAuthority } from './eea-authorities.ts';
import { establishedIn, mainMemberState } from './european-places.ts';
import { incidentAwareness } from './incident-clocks.ts';
import type { Applicability, Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const INSURANCE: LegalSource = {
  title: 'Code des assurances, article L12-10-1',
  url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006073984',
  checked: 'verified',
};

const HEALTH: LegalSource = {
  title: 'Code de la santé publique, articles L1111-8-2 and D1111-16-2',
  url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006072665',
  checked: 'verified',
  note: 'L1111-8-2 was read in a copy; D1111-16-2 in a summary of it.',
};

const OPERATORS: LegalSource = {
  title: 'Code de la défense, article L1332-6-2; loi 2018-133, article 7, and décret 2018-384',
  url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000036644772',
  checked: 'unverified',
  note: 'The decree was read in a copy; the two laws were not, nor whether the law that transposes NIS2 has replaced them since June 2026.',
};

const CNIL: LegalSource = {
  title: 'CNIL, Notifier une violation de données personnelles',
  url: 'https://www.cnil.fr/fr/notifier-une-violation-de-donnees-personnelles',
  checked: 'unverified',
  note: 'From reports on the page. CNIL asks for it where possible; Article 33(4) of the GDPR has no number of hours.',
};

const france: Regime = {
  id: 'france',
  title: 'France: insurance, health, vital operators, CNIL',
  jurisdiction: 'France',
  versions: [
    {
      id: 'before loi-2023-22',
      status: 'in force',
      from: '2018-05-25',
      until: '2023-04-23',
      source: CNIL,
      duties: dutiesWithoutInsurance,
    },
    {
      id: 'loi-2023-22',
      status: 'in force',
      from: '2023-04-24',
      source: INSURANCE,
      duties: (context) => [...complained(context), ...dutiesWithoutInsurance(context)],
    },
  ],
  applies: appliesTo,
};

export default france;

function appliesTo(facts: BreachFacts): Applicability {
  const countries = establishedIn(facts);
  if (countries === undefined) return mayApply('Whether it is established in France is not known.', ['establishments']);
  return countries.includes('FR')
    ? applies('It is established in France.')
    : appliesNot('It is not established in France.');
}

function dutiesWithoutInsurance(context: DutyContext): readonly Duty[] {
  return [...reportedToHealthAuthorities(context), ...reportedToAnssi(context), ...completedAtCnil(context)];
}

/** Article L12-10-1: without a complaint within 72 hours of knowledge of the attack, the insurance may not pay for it. */
function complained({ facts, instants }: DutyContext): readonly Duty[] {
  const attack = isAttack(facts);
  if (knownValue(facts.insured) === false || attack === 'no') return [];
  const awareness = incidentAwareness(instants);
  const isInsured = knownValue(facts.insured) === true;
  const decidedBy: readonly FactName[] = [
    ...(isInsured ? [] : (['insured'] as const)),
    ...(attack === 'yes'
      ? []
      : (['intent', 'exfiltration'] as const).filter((name) => facts[name].state === 'unknown')),
    ...awareness.decidedBy,
  ];
  return [
    {
      regime: 'france',
      article: 'Code des assurances L12-10-1',
      recipient: 'police, gendarmerie or the public prosecutor',
      what: 'File a complaint over the attack. The insurance pays for its losses only after one.',
      owed: isInsured && attack === 'yes' ? 'yes' : 'unknown',
      due: dueInHours(awareness.start, 72),
      whenLate:
        'Tell the insurance at once when the attack became known, and by what; a late complaint loses the payment.',
      why:
        'An insurance that covers attacks on systems (Code pénal 323-1 to 323-3-1) pays only if the victim filed a complaint within 72 hours of knowing of the attack.' +
        (attack === 'yes' ? '' : ' Whether there was an attack is not decided.'),
      assumed: awareness.assumed,
      decidedBy,
      source: INSURANCE,
    },
  ];
}

/** Access to, or change of, a system without the right to. What stood open and was used by nobody is a mistake, and no attack. */
function isAttack(facts: BreachFacts): 'yes' | 'no' | 'unknown' {
  const intent = knownValue(facts.intent);
  if (intent === 'malicious') return 'yes';
  const isUnused = knownValue(facts.exfiltration) === 'ruled-out' && knownValue(facts.readByOthers) !== true;
  const isOnlyOpen = knownValue(facts.nature)?.every((nature) => nature === 'confidentiality') === true;
  return isUnused && (intent === 'accidental' || isOnlyOpen) ? 'no' : 'unknown';
}

/** Article L1111-8-2: significant or grave incidents, without delay. */
function reportedToHealthAuthorities({ facts }: DutyContext): readonly Duty[] {
  if (knownValue(facts.sectors)?.includes('health') !== true) return [];
  const data = knownValue(facts.data);
  const isTouched = data?.includes('health') === true || knownValue(facts.nature)?.includes('availability') === true;
  return [
    {
      regime: 'france',
      article: 'Code de la santé publique L1111-8-2',
      recipient: 'the regional health agency (ARS) and CERT Santé, at signalement.social-sante.gouv.fr',
      what: 'Report the incident of the information system.',
      owed: isTouched ? 'yes' : 'unknown',
      due: WITHOUT_UNDUE_DELAY,
      why: isTouched
        ? 'It hit the confidentiality or integrity of health data, or the normal working of a health service.'
        : 'It is owed where it hits the safety of care, the confidentiality or integrity of health data, or the normal working of the service.',
      assumed: ['it is a health or medico-social service that treats people'],
      decidedBy: isTouched ? [] : (['data', 'nature'] as const),
      source: HEALTH,
    },
  ];
}

/** Operators of vital (OIV) and of essential services (OSE). */
function reportedToAnssi({ facts }: DutyContext): readonly Duty[] {
  const designations = knownValue(facts.designations) ?? [];
  const isVital = designations.includes('vital-operator');
  const isSignificant = knownValue(facts.significantIncident);
  if (isSignificant === false || !(isVital || designations.includes('essential-services-operator'))) return [];
  return [
    {
      regime: 'france',
      article: isVital ? 'Code de la défense L1332-6-2' : 'loi 2018-133 7',
      recipient: 'ANSSI',
      what: 'Declare the incident, and what becomes known of its causes and consequences.',
      owed: isSignificant === true ? 'yes' : 'unknown',
      due: WITHOUT_UNDUE_DELAY,
      why: isVital
        ? 'An operator of vital importance declares incidents that hit the working or the security of its vital information systems.'
        : 'An operator of essential services declares incidents of the systems that these need, as soon as it knows of them.',
      decidedBy: isSignificant === true ? [] : ['significantIncident'],
      source: OPERATORS,
    },
  ];
}

/** What CNIL asks for after an initial notification that was not complete. */
function completedAtCnil({ facts, instants, risk }: DutyContext): readonly Duty[] {
  const notified = instants.authorityNotified;
  const isController = knownValue(facts.role) !== 'processor';
  const owed = isAtLeast(risk, 'risk');
  if (!isController || owed === 'no' || mainMemberState(facts) !== 'FR') return [];
  return [
    {
      regime: 'france',
      article: 'CNIL, notification complémentaire',
      recipient: eeaAuthority('FR'),
      what: 'Complete the notification by a second one at the same service, where the first left something open.',
      owed: 'unknown',
      due: dueInHours({ at: notified, fact: 'authorityNotified', what: 'the first notification' }, 72),
      whenLate: 'Give the reasons with the second notification.',
      why: 'CNIL takes a notification in two steps, and asks for the second within 72 hours of the first where possible.',
      source: CNIL,
    },
  ];
}
