// Canada: PIPEDA sections 10.1 to 10.3 with the Breach of Security Safeguards Regulations; Québec (Law 25) and Alberta beside it.
import { type ClockStart, dueInMonths, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, dutiesByRole, owedIf } from './finding.ts';
import { seriousHarm } from './harm.ts';
import { appliesIn, livesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';

const PIPEDA: LegalSource = {
  title: 'Personal Information Protection and Electronic Documents Act, section 10.1',
  url: 'https://laws-lois.justice.gc.ca/eng/acts/P-8.6/section-10.1.html',
  checked: 'verified',
};
const OTHERS: LegalSource = {
  title: 'Personal Information Protection and Electronic Documents Act, section 10.2',
  url: 'https://laws-lois.justice.gc.ca/eng/acts/P-8.6/section-10.2.html',
  checked: 'unverified',
  note: 'From texts that report the section.',
};
const RECORDS: LegalSource = {
  title: 'Breach of Security Safeguards Regulations, SOR/2018-64, section 6',
  url: 'https://laws-lois.justice.gc.ca/eng/regulations/SOR-2018-64/page-1.html',
  checked: 'unverified',
  note: 'The 24 months are from texts that quote the regulations.',
};
const QUEBEC: LegalSource = {
  title: 'Act respecting the protection of personal information in the private sector, sections 3.5 to 3.8',
  url: 'https://www.legisquebec.gouv.qc.ca/en/document/cs/P-39.1',
  checked: 'unverified',
  note: 'Section 3.7 was read; 3.5, 3.8 and the five years of the register are from texts that report them.',
};
const ALBERTA: LegalSource = {
  title: 'Personal Information Protection Act (Alberta), section 34.1',
  url: 'https://kings-printer.alberta.ca/1266.cfm?page=P06P5.cfm',
  checked: 'verified',
};

const canada: Regime = {
  id: 'canada',
  title: 'PIPEDA, and the acts of Québec and Alberta',
  jurisdiction: 'Canada',
  versions: [
    {
      id: 'SOR/2018-64',
      status: 'in force',
      from: '2018-11-01',
      until: '2022-09-21',
      source: PIPEDA,
      duties: (context) => dutiesUnder(context, federal(context), alberta(context)),
    },
    {
      id: 'with Law 25 of Québec',
      status: 'in force',
      from: '2022-09-22',
      source: PIPEDA,
      duties: (context) => dutiesUnder(context, federal(context), quebec(context), alberta(context)),
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'CA', name: 'Canada', law: 'PIPEDA' }),
};

export default canada;

function dutiesUnder({ facts }: DutyContext, ...duties: readonly (readonly Duty[])[]): readonly Duty[] {
  return dutiesByRole(facts, {
    controller: () => duties.flat(),
    processor: () => [
      {
        regime: 'canada',
        article: '10.1',
        recipient: 'each organisation that has control of the data',
        what: 'Tell them of the breach, as the contract says.',
        owed: 'yes',
        due: WITHOUT_UNDUE_DELAY,
        why: 'The organisation with control of the data reports and notifies; it has to learn of the breach for that.',
        source: PIPEDA,
      },
    ],
  });
}

function federal(context: DutyContext): readonly Duty[] {
  const harm = seriousHarm(context);
  const base = { regime: 'canada', due: WITHOUT_UNDUE_DELAY, source: PIPEDA } as const;
  return [
    recorded(context),
    ...owedIf(harm, {
      ...base,
      article: '10.1(1)',
      recipient: 'the Privacy Commissioner of Canada',
      what: 'Report the breach by the form of the Commissioner; what is not known yet may follow.',
      why: 'It is due as soon as feasible after it is determined that there was a breach with a real risk of significant harm.',
    }),
    ...owedIf(harm, {
      ...base,
      article: '10.1(3)',
      recipient: 'each person concerned',
      what: 'Tell them directly and conspicuously what happened, which data it was, what was done, what they can do, whom to ask.',
      why: 'It is due as soon as feasible after it is determined that there was a breach with a real risk of significant harm.',
    }),
    ...owedIf(harm, {
      ...base,
      article: '10.2',
      recipient: 'organisations and government institutions that can lessen the harm',
      what: 'Tell those who can lessen the harm, such as banks, credit bureaus or the police.',
      why: 'Whoever tells the persons tells also who can reduce the risk for them.',
      source: OTHERS,
    }),
  ];
}

/** Every breach, also one without a risk. */
function recorded({ instants, calendar }: DutyContext): Duty {
  const determined: ClockStart = {
    at: instants.aware,
    fact: 'aware',
    what: 'the determination that there was a breach',
  };
  return {
    regime: 'canada',
    article: '10.3',
    recipient: 'own records',
    what: 'Record the breach, and why its risk was judged so.',
    owed: 'yes',
    due: WITHOUT_UNDUE_DELAY,
    phases: [
      {
        article: 'SOR/2018-64, section 6',
        what: 'Keep the record; it may be deleted only after this day.',
        due: dueInMonths(determined, 24, { code: 'CA', calendar }),
      },
    ],
    why: 'Every breach of security safeguards is recorded, whatever its risk, and the record is kept for 24 months.',
    source: RECORDS,
  };
}

function quebec(context: DutyContext): readonly Duty[] {
  const isThere = livesIn(context.facts, 'CA-QC', 'Québec');
  const base = { regime: 'canada', due: WITHOUT_UNDUE_DELAY, source: QUEBEC } as const;
  const why = 'A confidentiality incident with a risk of serious injury is told promptly.';
  return [
    ...owedIf(allOf(isThere, seriousHarm(context)), {
      ...base,
      article: 'P-39.1, 3.5',
      recipient: 'the Commission d’accès à l’information of Québec',
      what: 'Notify the incident by the form of the Commission.',
      why,
    }),
    ...owedIf(allOf(isThere, seriousHarm(context)), {
      ...base,
      article: 'P-39.1, 3.5 (persons)',
      recipient: 'each person concerned in Québec',
      what: 'Tell them of the incident, unless that would hinder an investigation by the police.',
      why,
    }),
    ...owedIf(isThere, {
      ...base,
      article: 'P-39.1, 3.8',
      recipient: 'own register',
      what: 'Enter the incident in the register, and keep the entry for five years.',
      why: 'Every confidentiality incident is registered.',
    }),
  ];
}

function alberta(context: DutyContext): readonly Duty[] {
  return owedIf(allOf(livesIn(context.facts, 'CA-AB', 'Alberta'), seriousHarm(context)), {
    regime: 'canada',
    article: 'PIPA (Alberta), 34.1',
    recipient: 'the Information and Privacy Commissioner of Alberta',
    what: 'Notify the incident; the Commissioner may have the persons told.',
    due: WITHOUT_UNDUE_DELAY,
    why: 'It is due without unreasonable delay where a reasonable person would see a real risk of significant harm.',
    source: ALBERTA,
  });
}
