// SEC Form 8-K, Item 1.05: material cybersecurity incidents of companies that file with the SEC (17 CFR 249.308).
import { type ClockStart, dueInWorkingDays, WITHOUT_UNDUE_DELAY } from './due.ts';
import { type Finding, met, open } from './finding.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { appliesToTrades } from './us-trades.ts';

const SOURCE: LegalSource = {
  title: 'Form 8-K, Item 1.05 and General Instruction B.1; Release 33-11216',
  url: 'https://www.sec.gov/files/form8-k.pdf',
  checked: 'unverified',
  note: 'The period was read in the staff’s answers 104B.01 to 104B.03 as quoted, and in texts that quote the form; the form itself was not read. Smaller reporting companies had until 15 June 2024.',
};

/** Where the days of a filing are counted. */
const EDGAR = 'America/New_York';

const sec8k: Regime = {
  id: 'sec-8k',
  title: 'SEC Form 8-K, Item 1.05',
  jurisdiction: 'United States',
  versions: [
    { id: 'Release 33-11216', status: 'in force', from: '2023-12-18', source: SOURCE, duties: dutiesOfRegistrant },
  ],
  applies: (facts) => appliesToTrades(facts, ['sec-registrant']),
};

export default sec8k;

function dutiesOfRegistrant(context: DutyContext): readonly Duty[] {
  const isDetermined = context.instants.materialityDetermined !== undefined;
  return [...(isDetermined ? [] : [determined()]), filed(context)];
}

/** Instruction 1: the determination itself must not be put off. */
function determined(): Duty {
  return {
    regime: 'sec-8k',
    article: 'Instruction 1 to Item 1.05',
    recipient: 'own records',
    what: 'Determine whether the incident is material to investors, and write down when and why.',
    owed: 'yes',
    due: WITHOUT_UNDUE_DELAY,
    why: 'The determination is made without unreasonable delay after discovery; the four business days run from it.',
    decidedBy: ['materialityDetermined'],
    source: SOURCE,
  };
}

/** A determination on a Saturday, Sunday or holiday: the first business day after it is the first of the four (B.1). */
function filed({ instants, calendar }: DutyContext): Duty {
  const at = instants.materialityDetermined?.withTimeZone(EDGAR);
  const start: ClockStart = { at, fact: 'materialityDetermined', what: 'the determination that it is material' };
  const { answer, reasons, decidedBy } = materiality(start);
  return {
    regime: 'sec-8k',
    article: 'Item 1.05(a)',
    recipient: 'the Securities and Exchange Commission, on EDGAR',
    what: 'File Form 8-K: nature, scope and timing of the incident, and its material impact, or what it is likely to be. A filing after 17:30 in New York counts for the next business day.',
    owed: answer === 'yes' ? 'yes' : 'unknown',
    due: dueInWorkingDays(start, 4, { code: 'US', calendar }),
    phases: [
      {
        article: 'Instruction 2 to Item 1.05',
        what: 'Amend the form within four business days after what was missing is determined or available.',
        due: WITHOUT_UNDUE_DELAY,
      },
    ],
    whenLate:
      'Only a written determination of the Attorney General that disclosure endangers national security or public safety delays it (Item 1.05(c)); a request alone does not.',
    why: `${reasons.join(' ')} Foreign private issuers furnish Form 6-K instead.`,
    decidedBy,
    source: SOURCE,
  };
}

function materiality({ at }: ClockStart): Finding {
  return at === undefined
    ? open('It is owed if the incident is determined to be material.', 'materialityDetermined')
    : met('The incident was determined to be material.');
}
