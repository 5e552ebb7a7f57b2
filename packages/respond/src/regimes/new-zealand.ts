// New Zealand: Privacy Act 2020, Part 6 subpart 1 (sections 112 to 122).
import { type ClockStart, dueInHours, WITHOUT_UNDUE_DELAY } from './due.ts';
import { dutiesByRole, owedIf } from './finding.ts';
import { seriousHarm } from './harm.ts';
import { appliesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const ACT: LegalSource = {
  title: 'Privacy Act 2020, sections 112 to 122',
  url: 'https://www.legislation.govt.nz/act/public/2020/0031/latest/LMS23223.html',
  checked: 'unverified',
  note: 'From memory. That the Commissioner expects to be told within 72 hours is guidance, not law.',
};

const newZealand: Regime = {
  id: 'new-zealand',
  title: 'Privacy Act 2020',
  jurisdiction: 'New Zealand',
  versions: [{ id: '2020', status: 'in force', from: '2020-12-01', source: ACT, duties: dutiesUnderAct }],
  applies: (facts) => appliesIn(facts, { place: 'NZ', name: 'New Zealand', law: 'the Privacy Act 2020' }),
};

export default newZealand;

function dutiesUnderAct(context: DutyContext): readonly Duty[] {
  const aware: ClockStart = { at: context.instants.aware, fact: 'aware', what: 'awareness of the breach' };
  const base = { regime: 'new-zealand', due: WITHOUT_UNDUE_DELAY, source: ACT } as const;
  return dutiesByRole(context.facts, {
    controller: () => [
      ...owedIf(seriousHarm(context), {
        ...base,
        article: '114',
        recipient: 'the Privacy Commissioner of New Zealand',
        what: 'Notify the breach by NotifyUs.',
        phases: [
          { article: 'guidance', what: 'The Commissioner expects to be told by then.', due: dueInHours(aware, 72) },
        ],
        why: 'It is due as soon as practicable after awareness of a breach that causes, or is likely to cause, serious harm.',
      }),
      ...owedIf(seriousHarm(context), {
        ...base,
        article: '115',
        recipient: 'each person concerned',
        what: 'Tell them what happened, what was done, what they can do, and that they may complain to the Commissioner; or make it public.',
        why: 'It is due as soon as practicable, unless an exception holds.',
      }),
    ],
    processor: () =>
      owedIf(seriousHarm(context), {
        ...base,
        article: '121',
        recipient: 'each agency for which the data is held',
        what: 'Tell the agency, whose breach it is.',
        why: 'What an agent knows, the agency is taken to know.',
      }),
  });
}
