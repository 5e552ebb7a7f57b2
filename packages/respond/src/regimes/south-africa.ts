// South Africa: Protection of Personal Information Act 4 of 2013 (POPIA), sections 21 and 22.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { WITHOUT_UNDUE_DELAY } from './due.ts';
import { dutiesByRole, type Finding, met, owedIf, unmet } from './finding.ts';
import { appliesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const ACT: LegalSource = {
  title: 'Protection of Personal Information Act 4 of 2013, sections 21(2) and 22',
  url: 'https://www.gov.za/documents/protection-personal-information-act',
  checked: 'unverified',
  note: 'From memory, and from texts that report section 22.',
};

const southAfrica: Regime = {
  id: 'south-africa',
  title: 'Protection of Personal Information Act',
  jurisdiction: 'South Africa',
  versions: [{ id: '4 of 2013', status: 'in force', from: '2021-07-01', source: ACT, duties: dutiesUnderAct }],
  applies: (facts) => appliesIn(facts, { place: 'ZA', name: 'South Africa', law: 'POPIA' }),
};

export default southAfrica;

function dutiesUnderAct({ facts }: DutyContext): readonly Duty[] {
  const base = { regime: 'south-africa', due: WITHOUT_UNDUE_DELAY, source: ACT } as const;
  return dutiesByRole(facts, {
    controller: () => [
      ...owedIf(isBelievedAcquired(facts), {
        ...base,
        article: '22(1)(a)',
        recipient: 'the Information Regulator of South Africa',
        what: 'Notify the breach by the form of the Regulator.',
        why: 'It is due as soon as reasonably possible after discovery, whatever the harm.',
      }),
      ...owedIf(isBelievedAcquired(facts), {
        ...base,
        article: '22(1)(b)',
        recipient: 'each person concerned whose identity can be established',
        what: 'Tell them in writing what may follow, what was done, what they can do, and who has the data, if that is known.',
        why: 'It is due as soon as reasonably possible after discovery, whatever the harm; a public body that investigates may have it delayed.',
      }),
    ],
    processor: () =>
      owedIf(isBelievedAcquired(facts), {
        ...base,
        article: '21(2)',
        recipient: 'each responsible party whose data it is',
        what: 'Tell them immediately.',
        why: 'An operator tells the responsible party.',
      }),
  });
}

/** Reasonable grounds to believe that somebody accessed or acquired it. */
function isBelievedAcquired({ exfiltration }: BreachFacts): Finding {
  return knownValue(exfiltration) === 'ruled-out'
    ? unmet('That somebody has the data is ruled out.')
    : met('There are grounds to believe that somebody accessed it, as long as that is not ruled out.');
}
