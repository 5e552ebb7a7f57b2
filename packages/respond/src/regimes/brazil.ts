// Brazil: LGPD Article 48 with the Regulation on the Communication of Security Incidents, Resolution CD/ANPD 15/2024.
import { knownValue } from '../facts/fact.ts';
import { concernsChildren, hasCredentials, hasFinancialData, hasSensitiveData } from './data-at-stake.ts';
import { type ClockStart, type Due, dueInMonths, dueInWorkingDays, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, anyOf, dutiesByRole, type Finding, open, owedIf } from './finding.ts';
import { seriousHarm } from './harm.ts';
import { appliesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const LGPD: LegalSource = {
  title: 'Lei 13.709/2018 (LGPD), Article 48',
  url: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm',
  checked: 'unverified',
  note: 'From memory: “a reasonable time”; the two working days that the ANPD recommended were guidance.',
};
const RESOLUTION: LegalSource = {
  title: 'Resolução CD/ANPD 15/2024, Articles 5, 6, 9 and 10',
  url: 'https://www.in.gov.br/en/web/dou/-/resolucao-cd/anpd-n-15-de-24-de-abril-de-2024-556243024',
  checked: 'unverified',
  note: 'The periods are quoted alike in several texts on the resolution; the resolution itself was not read.',
};

/** Controllers that are micro or small and do no high-risk processing count the periods twice (Articles 6(8) and 9(6)). */
const SMALL = 'Small agents of Resolution CD/ANPD 2/2022 have twice as long, if their processing is of no high risk.';

const brazil: Regime = {
  id: 'brazil',
  title: 'Lei Geral de Proteção de Dados',
  jurisdiction: 'Brazil',
  versions: [
    {
      id: 'LGPD',
      status: 'in force',
      from: '2020-09-18',
      until: '2024-04-25',
      source: LGPD,
      duties: (context) => dutiesUnder(LGPD, () => WITHOUT_UNDUE_DELAY, context),
    },
    {
      id: 'Resolution 15/2024',
      status: 'in force',
      from: '2024-04-26',
      source: RESOLUTION,
      duties: (context) => [...dutiesUnder(RESOLUTION, threeWorkingDays, context), ...registered(context)],
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'BR', name: 'Brazil', law: 'the LGPD' }),
};

export default brazil;

/** From the knowledge of the controller that the incident affected personal data. */
function knowledge({ instants }: DutyContext): ClockStart {
  return { at: instants.aware, fact: 'aware', what: 'the knowledge that personal data is affected' };
}

function threeWorkingDays(context: DutyContext): Due {
  return dueInWorkingDays(knowledge(context), 3, { code: 'BR', calendar: context.calendar });
}

function dutiesUnder(source: LegalSource, dueOf: (context: DutyContext) => Due, context: DutyContext): readonly Duty[] {
  const due = dueOf(context);
  const base = { regime: 'brazil', due, source } as const;
  const why = `The incident may bring about a relevant risk or harm.${due === WITHOUT_UNDUE_DELAY ? '' : ` ${SMALL}`}`;
  return dutiesByRole(context.facts, {
    controller: () => [
      ...owedIf(relevantRisk(context), {
        ...base,
        article: source === RESOLUTION ? '6' : 'LGPD 48',
        recipient: 'the Autoridade Nacional de Proteção de Dados (ANPD)',
        what: 'Communicate the incident by the electronic form of the ANPD, by the encarregado or a representative.',
        phases: completed(due, context),
        whenLate: 'Give the reasons for the delay.',
        why,
      }),
      ...owedIf(relevantRisk(context), {
        ...base,
        article: source === RESOLUTION ? '9' : 'LGPD 48 (persons)',
        recipient: 'each person concerned',
        what: 'Tell them one by one and in plain language what happened, which data, what may follow, what was done, what they can do, whom to ask; where that cannot be done, make it public for at least three months.',
        phases: declared(due, context),
        why,
      }),
    ],
    processor: () =>
      owedIf(relevantRisk(context), {
        ...base,
        article: 'LGPD 39',
        recipient: 'each controller whose data it is',
        what: 'Tell the controllers, whose period runs from their knowledge.',
        due: WITHOUT_UNDUE_DELAY,
        why: 'The controller communicates the incident.',
      }),
  });
}

/** The communication may be completed within 20 working days of it; counted here from the last day for it. */
function completed(due: Due, { calendar }: DutyContext): Duty['phases'] & object {
  if (due.kind !== 'day') return [];
  const last: ClockStart = { at: due.day.toZonedDateTime(due.at.timeZoneId), fact: 'authorityNotified', what: 'it' };
  return [
    {
      article: '6(3)',
      what: 'Send what was missing, within 20 working days of the communication.',
      due: dueInWorkingDays(last, 20, { code: 'BR', calendar }),
    },
  ];
}

function declared(due: Due, { calendar }: DutyContext): Duty['phases'] & object {
  if (due.kind !== 'day') return [];
  const last: ClockStart = { at: due.day.toZonedDateTime(due.at.timeZoneId), fact: 'personsInformed', what: 'it' };
  return [
    {
      article: '9(4)',
      what: 'Declare to the ANPD that the persons were told, within 3 working days of the end of the period.',
      due: dueInWorkingDays(last, 3, { code: 'BR', calendar }),
    },
  ];
}

/** Fundamental rights are significantly affected, and the data is of one of six kinds (Article 5). */
function relevantRisk(context: DutyContext): Finding {
  const { facts } = context;
  return allOf(
    seriousHarm(context),
    anyOf(
      hasSensitiveData(facts),
      concernsChildren(facts),
      hasFinancialData(facts),
      hasCredentials(facts),
      isSecretOrLarge(),
    ),
  );
}

/** The regulation names no number of people for a large scale. */
function isSecretOrLarge(): Finding {
  return open(
    'Whether the scale is large, or the data under professional secrecy, is for a person to judge.',
    'persons',
  );
}

/** Every incident, told or not. */
function registered(context: DutyContext): readonly Duty[] {
  if (knownValue(context.facts.role) === 'processor') return [];
  return [
    {
      regime: 'brazil',
      article: '10',
      recipient: 'own register',
      what: 'Register the incident, also where it is not communicated, and why.',
      owed: 'yes',
      due: WITHOUT_UNDUE_DELAY,
      phases: [
        {
          article: '10',
          what: 'Keep the entry; it may be deleted only after this day.',
          due: dueInMonths(knowledge(context), 60, { code: 'BR', calendar: context.calendar }),
        },
      ],
      why: 'Every incident is registered for at least five years.',
      source: RESOLUTION,
    },
  ];
}
