// Switzerland: Federal Act on Data Protection (revFADP) Article 24, and the report of cyberattacks on critical infrastructure.
import { knownValue } from '../facts/fact.ts';
import { type ClockStart, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { dutiesByRole, open, owedIf } from './finding.ts';
import { seriousHarm } from './harm.ts';
import { appliesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const FADP: LegalSource = {
  title: 'Federal Act on Data Protection, Article 24',
  url: 'https://www.fedlex.admin.ch/eli/cc/2022/491/en#art_24',
  checked: 'unverified',
  note: 'From memory.',
};
const SECURITY: LegalSource = {
  title: 'Information Security Act, Articles 74a to 74h',
  url: 'https://www.fedlex.admin.ch/eli/cc/2022/232/en',
  checked: 'unverified',
  note: 'From memory. It binds operators of critical infrastructure.',
};

const switzerland: Regime = {
  id: 'switzerland',
  title: 'Federal Act on Data Protection',
  jurisdiction: 'Switzerland',
  versions: [
    { id: 'revFADP', status: 'in force', from: '2023-09-01', until: '2025-03-31', source: FADP, duties: underFadp },
    {
      id: 'with the duty to report cyberattacks',
      status: 'in force',
      from: '2025-04-01',
      source: FADP,
      duties: (context) => [...underFadp(context), ...reportedAttack(context)],
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'CH', name: 'Switzerland', law: 'the FADP' }),
};

export default switzerland;

function underFadp(context: DutyContext): readonly Duty[] {
  const base = { regime: 'switzerland', due: WITHOUT_UNDUE_DELAY, source: FADP } as const;
  return dutiesByRole(context.facts, {
    controller: () => [
      ...owedIf(seriousHarm(context), {
        ...base,
        article: '24(1)',
        recipient: 'the Federal Data Protection and Information Commissioner (FDPIC)',
        what: 'Report the breach by the portal of the FDPIC.',
        why: 'It is due as soon as possible where a high risk for personality or fundamental rights is likely.',
      }),
      ...owedIf(
        open('It is owed where they need it to protect themselves, or the FDPIC asks for it.', 'significantHarm'),
        {
          ...base,
          article: '24(4)',
          recipient: 'each person concerned',
          what: 'Tell them what happened and what they can do.',
          why: '',
        },
      ),
    ],
    processor: () => [
      {
        ...base,
        article: '24(3)',
        recipient: 'each controller whose data it is',
        what: 'Report every breach to the controller.',
        owed: 'yes',
        why: 'A processor reports to the controller as soon as possible, whatever the risk.',
      },
    ],
  });
}

function reportedAttack({ facts, instants }: DutyContext): readonly Duty[] {
  if (!(knownValue(facts.sectors)?.includes('critical-infrastructure') ?? false)) return [];
  const discovered: ClockStart = { at: instants.aware, fact: 'aware', what: 'the discovery of the cyberattack' };
  return owedIf(open('It is owed if a cyberattack endangers its working, or data was taken.', 'intent'), {
    regime: 'switzerland',
    article: 'ISA 74e',
    recipient: 'the National Cyber Security Centre (BACS)',
    what: 'Report the cyberattack; what is missing follows within 14 days.',
    due: dueInHours(discovered, 24),
    why: 'The organisation runs critical infrastructure.',
    source: SECURITY,
  });
}
