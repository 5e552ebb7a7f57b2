// India: CERT-In Directions of 2022 (six hours), and the Digital Personal Data Protection Rules 2025, of which Rule 7 comes in 2027.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { dutiesByRole, type Finding, met, owedIf, unmet } from './finding.ts';
import { appliesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const CERT_IN: LegalSource = {
  title: 'CERT-In Directions of 28 April 2022 under section 70B(6) of the Information Technology Act',
  url: 'https://www.cert-in.org.in/PDF/CERT-In_Directions_70B_28.04.2022.pdf',
  checked: 'unverified',
  note: 'The six hours are from texts that report the directions; small enterprises had until 25 September 2022.',
};
const RULES: LegalSource = {
  title: 'Digital Personal Data Protection Rules 2025, Rule 7',
  url: 'https://egazette.gov.in/WriteReadData/2025/267650.pdf',
  checked: 'unverified',
  note: 'Rule 7 and the day on which it comes into force, eighteen months after publication, are from texts that quote the gazette.',
};

const india: Regime = {
  id: 'india',
  title: 'CERT-In Directions and Digital Personal Data Protection Act',
  jurisdiction: 'India',
  versions: [
    {
      id: 'CERT-In',
      status: 'in force',
      from: '2022-06-28',
      until: '2027-05-12',
      source: CERT_IN,
      duties: reportedToCert,
    },
    {
      id: 'with the DPDP Rules',
      status: 'in force',
      from: '2027-05-13',
      source: RULES,
      duties: (context) => [...reportedToCert(context), ...underRule7(context)],
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'IN', name: 'India', law: 'the CERT-In Directions' }),
};

export default india;

/** Service providers, data centres, companies and public bodies alike, whatever their role for the data. */
function reportedToCert({ facts, instants }: DutyContext): readonly Duty[] {
  const noticed: ClockStart = {
    at: instants.detected ?? instants.aware,
    fact: 'detected',
    what: 'the notice of the incident',
  };
  return owedIf(isIncident(facts), {
    regime: 'india',
    article: 'CERT-In Directions (ii)',
    recipient: 'CERT-In',
    what: 'Report the incident by e-mail, telephone or form; logs of 180 days are to be at hand.',
    due: dueInHours(noticed, 6),
    why: 'Data breaches, leaks and unauthorised access are reported within six hours of noticing them, or of being told of them.',
    source: CERT_IN,
  });
}

function underRule7({ facts, instants }: DutyContext): readonly Duty[] {
  const aware: ClockStart = { at: instants.aware, fact: 'aware', what: 'awareness of the breach' };
  const base = { regime: 'india', due: WITHOUT_UNDUE_DELAY, source: RULES } as const;
  return dutiesByRole(facts, {
    controller: () => [
      ...owedIf(isIncident(facts), {
        ...base,
        article: 'Rule 7(1)',
        recipient: 'each person concerned',
        what: 'Tell them what happened, what may follow, what is done, what they can do, and whom to ask.',
        why: 'Every personal data breach is told without delay; there is no threshold.',
      }),
      ...owedIf(isIncident(facts), {
        ...base,
        article: 'Rule 7(2)(a)',
        recipient: 'the Data Protection Board of India',
        what: 'Describe the breach: nature, extent, time, place, likely effects.',
        why: 'Every personal data breach is told without delay; there is no threshold.',
      }),
      ...owedIf(isIncident(facts), {
        ...base,
        article: 'Rule 7(2)(b)',
        recipient: 'the Data Protection Board of India',
        what: 'Send the details: facts, measures, findings on who did it, remedies, and what the persons were told.',
        due: dueInHours(aware, 72),
        whenLate: 'Ask the Board in writing for a longer period before it is over.',
        why: 'The details are due within 72 hours of awareness.',
      }),
    ],
    processor: () => [
      {
        ...base,
        article: 'DPDP Act 8',
        recipient: 'each data fiduciary whose data it is',
        what: 'Tell the data fiduciaries, as the contract says.',
        owed: 'yes',
        why: 'The data fiduciary answers for its processors.',
      },
    ],
  });
}

function isIncident({ exfiltration, nature }: BreachFacts): Finding {
  const isOnlyDisclosure = (knownValue(nature) ?? ['confidentiality']).every((kind) => kind === 'confidentiality');
  return isOnlyDisclosure && knownValue(exfiltration) === 'ruled-out'
    ? unmet('Nobody had access.')
    : met('There was, or may have been, access without the right to it.');
}
