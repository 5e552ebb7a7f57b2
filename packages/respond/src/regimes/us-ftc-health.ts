// FTC Health Breach Notification Rule, 16 CFR part 318: vendors of personal health records, which are not under HIPAA.
import { type ClockStart, type Due, dueInDays, dueInWorkingDays } from './due.ts';
import { allOf, dutiesByRole, not, owedIf } from './finding.ts';
import { concerns } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { dueAfterYear, healthBreach, liveInOneState } from './us-health-breach.ts';
import { appliesToTrades } from './us-trades.ts';

const ECFR = 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-C/part-318';

/** From so many people on the FTC is told at once, and media of the state. */
const MANY = 500;
const DAYS = 60;

interface FtcRule {
  /** Until when the FTC is told of a breach that concerns many. */
  readonly ftc: (discovered: ClockStart, context: DutyContext) => Due;
  readonly source: LegalSource;
}

const UNTIL_2024: FtcRule = {
  ftc: (discovered, { calendar }) => dueInWorkingDays(discovered, 10, { code: 'US', calendar }),
  source: {
    title: '16 CFR part 318, as of 2009',
    url: 'https://www.federalregister.gov/documents/2009/08/25/E9-20142/health-breach-notification-rule',
    checked: 'unverified',
    note: 'The ten business days are from memory.',
  },
};

const SINCE_2024: FtcRule = {
  ftc: (discovered) => dueInDays(discovered, DAYS),
  source: {
    title: '16 CFR 318.3 to 318.6, as amended in 2024',
    url: ECFR,
    checked: 'unverified',
    note: 'Scope and the presumption of acquisition were read in 318.1 and 318.2; the periods and the threshold are from texts that quote 318.4 and 318.5.',
  },
};

const usFtcHealth: Regime = {
  id: 'us-ftc-health',
  title: 'FTC Health Breach Notification Rule',
  jurisdiction: 'United States',
  versions: [
    {
      id: '2009',
      status: 'in force',
      from: '2009-09-24',
      until: '2024-07-28',
      source: UNTIL_2024.source,
      duties: (context) => dutiesUnder(UNTIL_2024, context),
    },
    {
      id: '2024',
      status: 'in force',
      from: '2024-07-29',
      source: SINCE_2024.source,
      duties: (context) => dutiesUnder(SINCE_2024, context),
    },
  ],
  applies: (facts) => appliesToTrades(facts, ['personal-health-records']),
};

export default usFtcHealth;

function dutiesUnder(rule: FtcRule, context: DutyContext): readonly Duty[] {
  const discovered: ClockStart = { at: context.instants.aware, fact: 'aware', what: 'the discovery of the breach' };
  return dutiesByRole(context.facts, {
    controller: () => ofVendor(rule, context, discovered),
    processor: () => ofServiceProvider(rule, context, discovered),
  });
}

function ofVendor(rule: FtcRule, context: DutyContext, discovered: ClockStart): readonly Duty[] {
  const { facts } = context;
  const isBreach = healthBreach(facts);
  const areMany = concerns(facts, MANY);
  const base = {
    regime: 'us-ftc-health',
    due: dueInDays(discovered, DAYS),
    why: 'Health information in a personal health record was breached.',
    source: rule.source,
  } as const;
  return [
    ...owedIf(isBreach, {
      ...base,
      article: '318.3(a)(1)',
      recipient: 'each citizen or resident of the United States concerned',
      what: 'Tell them what happened, who has the data, which data it was, what they can do, what is done, whom to ask.',
    }),
    ...owedIf(allOf(isBreach, areMany), {
      ...base,
      article: '318.4(b)',
      recipient: 'the Federal Trade Commission',
      what: 'Notify by the form of the FTC, at the same time as the persons.',
      due: rule.ftc(discovered, context),
    }),
    ...owedIf(allOf(isBreach, not(areMany)), {
      ...base,
      article: '318.5(c)',
      recipient: 'the Federal Trade Commission',
      what: 'Keep it in the log of the year, and send the log after the end of the year.',
      due: dueAfterYear(discovered, DAYS),
    }),
    ...owedIf(allOf(isBreach, liveInOneState(facts, MANY)), {
      ...base,
      article: '318.5(b)',
      recipient: 'prominent media of each state with 500 or more people concerned',
      what: 'Tell prominent media that serve the state.',
    }),
  ];
}

function ofServiceProvider({ source }: FtcRule, { facts }: DutyContext, discovered: ClockStart): readonly Duty[] {
  return owedIf(healthBreach(facts), {
    regime: 'us-ftc-health',
    article: '318.3(b)',
    recipient: 'the vendor whose data it is',
    what: 'Tell the official whom the contract names, and who is concerned; have it acknowledged.',
    due: dueInDays(discovered, DAYS),
    why: 'A service provider tells the vendor.',
    source,
  });
}
