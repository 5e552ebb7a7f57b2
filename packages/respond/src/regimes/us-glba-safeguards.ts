// FTC Safeguards Rule under the Gramm-Leach-Bliley Act, 16 CFR 314.4(j): financial institutions that no other federal agency supervises.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, dueInDays } from './due.ts';
import { allOf, type Finding, met, owedIf, unmet } from './finding.ts';
import { concerns } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { readable } from './us-breach.ts';
import { appliesToTrades } from './us-trades.ts';

const SOURCE: LegalSource = {
  title: '16 CFR 314.4(j); 88 FR 77499',
  url: 'https://www.govinfo.gov/content/pkg/FR-2023-11-13/html/2023-24412.htm',
  checked: 'unverified',
  note: 'Threshold and first day were read in the Federal Register; the 30 days and the presumption are from texts that quote the paragraph.',
};

const usGlbaSafeguards: Regime = {
  id: 'us-glba-safeguards',
  title: 'FTC Safeguards Rule',
  jurisdiction: 'United States',
  versions: [{ id: '88 FR 77499', status: 'in force', from: '2024-05-13', source: SOURCE, duties: notifiedCommission }],
  applies: (facts) => appliesToTrades(facts, ['ftc-financial-institution']),
};

export default usGlbaSafeguards;

function notifiedCommission({ facts, instants }: DutyContext): readonly Duty[] {
  const discovered: ClockStart = { at: instants.aware, fact: 'aware', what: 'the discovery of the event' };
  return owedIf(allOf(readable(facts), presumedAcquired(facts), concerns(facts, 500)), {
    regime: 'us-glba-safeguards',
    article: '314.4(j)',
    recipient: 'the Federal Trade Commission',
    what: 'Notify by the form of the FTC: which information, when, how many consumers, what happened, and whether law enforcement asks that it is not made public.',
    due: dueInDays(discovered, 30),
    why: 'Unencrypted information of at least 500 consumers was acquired without authorisation.',
    source: SOURCE,
  });
}

/** Access is presumed to be acquisition, unless there is reliable evidence that it was not. */
function presumedAcquired({ exfiltration }: BreachFacts): Finding {
  return knownValue(exfiltration) === 'ruled-out'
    ? unmet('There is evidence that nothing was acquired.')
    : met('Access without authorisation is presumed to be acquisition.');
}
