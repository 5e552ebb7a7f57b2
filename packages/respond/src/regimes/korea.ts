// South Korea: Personal Information Protection Act (PIPA) Article 34, and Articles 39 to 40 of its Enforcement Decree.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { hasOfficialNumbers, hasSensitiveData } from './data-at-stake.ts';
import { type ClockStart, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, anyOf, dutiesByRole, type Finding, met, not, open, owedIf, unmet } from './finding.ts';
import { appliesIn, concerns } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const DECREE: LegalSource = {
  title: 'Enforcement Decree of the PIPA, Articles 39 and 40',
  url: 'https://www.law.go.kr/LSW/lsInfoP.do?lsId=011468',
  checked: 'unverified',
  note: 'Article 34 of the act was read; the decree only as it is quoted in a text of October 2026.',
};
const SINCE_2026: LegalSource = {
  title: 'PIPA (Act 21445) and Enforcement Decree (Presidential Decree 36671), in force since 11 September 2026',
  url: 'https://www.law.go.kr/LSW/lsInfoP.do?lsId=011357',
  checked: 'unverified',
  note: 'As it is quoted from the law in a text of October 2026.',
};

/** Decree, Article 40(1)(i). */
const MANY = 1000;
const HOURS = 72;

const korea: Regime = {
  id: 'korea',
  title: 'Personal Information Protection Act',
  jurisdiction: 'South Korea',
  versions: [
    {
      id: 'decree of 2023',
      status: 'in force',
      from: '2023-09-15',
      until: '2026-09-10',
      source: DECREE,
      duties: (context) => dutiesUnder(DECREE, context),
    },
    {
      id: 'act of 2026',
      status: 'in force',
      from: '2026-09-11',
      source: SINCE_2026,
      duties: (context) => [...dutiesUnder(SINCE_2026, context), ...toldOfPossibility(context)],
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'KR', name: 'South Korea', law: 'the PIPA' }),
};

export default korea;

function knowledge({ instants }: DutyContext): ClockStart {
  return { at: instants.aware, fact: 'aware', what: 'the knowledge of the leak' };
}

function dutiesUnder(source: LegalSource, context: DutyContext): readonly Duty[] {
  const { facts } = context;
  const base = { regime: 'korea', due: dueInHours(knowledge(context), HOURS), source } as const;
  const later = 'What is not known yet follows at once when it is.';
  return dutiesByRole(facts, {
    controller: () => [
      ...owedIf(hasLeaked(facts), {
        ...base,
        article: 'PIPA 34(1), decree 39',
        recipient: 'each person concerned',
        what: `Tell them in writing or the like which data it was, when and how, what they can do, what was done, where to turn. ${later}`,
        why: 'Every leak is told, whatever its size; where nobody can be reached, on the website for 30 days.',
      }),
      ...owedIf(allOf(hasLeaked(facts), isReportable(facts), isNotRecovered(facts)), {
        ...base,
        article: 'PIPA 34(4), decree 40',
        recipient: 'the Personal Information Protection Commission, or KISA',
        what: `Report the leak. ${later}`,
        why: 'A leak of 1,000 people, of sensitive data or unique identifiers, or by unlawful access from outside is reported.',
      }),
    ],
    processor: () =>
      owedIf(hasLeaked(facts), {
        ...base,
        article: 'PIPA 26 and 34',
        recipient: 'each controller that entrusted the data',
        what: 'Tell the controllers, whose 72 hours run from their knowledge.',
        due: WITHOUT_UNDUE_DELAY,
        why: 'Who handles data for others has much the same duties; settle with the controller who reports.',
      }),
  });
}

/** Since 11 September 2026: those who may be concerned are told before it is known whose data leaked. */
function toldOfPossibility(context: DutyContext): readonly Duty[] {
  const { facts } = context;
  if (knownValue(facts.role) === 'processor') return [];
  return owedIf(allOf(isUnlawfulAccess(facts), not(hasLeaked(facts))), {
    regime: 'korea',
    article: 'PIPA 34(2), decree 39-2',
    recipient: 'everybody who may be concerned',
    what: 'Tell them of the possible leak, and that they will be told again when it is certain.',
    due: dueInHours({ ...knowledge(context), what: 'the knowledge of the unlawful access' }, HOURS),
    why: 'Unlawful access is known, and whose data leaked is not.',
    source: SINCE_2026,
  });
}

function hasLeaked({ exfiltration, readByOthers }: BreachFacts): Finding {
  const taken = knownValue(exfiltration);
  if (knownValue(readByOthers) === true || taken === 'proved' || taken === 'likely') return met('Data has leaked.');
  return taken === 'ruled-out'
    ? unmet('That data leaked is ruled out.')
    : open('Whether data leaked is not known.', 'exfiltration');
}

function isReportable(facts: BreachFacts): Finding {
  return anyOf(concerns(facts, MANY), hasSensitiveData(facts), hasOfficialNumbers(facts), isUnlawfulAccess(facts));
}

function isUnlawfulAccess({ intent, exfiltration }: BreachFacts): Finding {
  if (knownValue(exfiltration) === 'ruled-out') return unmet('Access is ruled out.');
  const known = knownValue(intent);
  if (known === 'malicious') return met('There was unlawful access from outside.');
  return known === 'accidental'
    ? unmet('There was no unlawful access.')
    : open('Whether there was unlawful access is not known.', 'intent');
}

/** Not reported where the way of the leak is known and the data was called back or deleted. */
function isNotRecovered({ deletionConfirmed }: BreachFacts): Finding {
  return knownValue(deletionConfirmed) === true ? unmet('The data was called back or deleted.') : met('');
}
