// What the tests of single regimes share: facts from a document, the duties of a version, and dues as text.
import assert from 'node:assert/strict';
import { type InstantText, instantText } from '../src/clocks/instant.ts';
import { createHolidayCalendar } from '../src/clocks/public-holidays.ts';
import type { RiskRange } from '../src/decision/risk.ts';
import { parseFacts } from '../src/facts/document.ts';
import type { BreachFacts } from '../src/facts/facts.ts';
import { instantsOf } from '../src/instants.ts';
import type { Due } from '../src/regimes/due.ts';
import type { Duty, Regime } from '../src/regimes/regime.ts';

const calendar = createHolidayCalendar();

/** A document of facts; each word in it has to be understood. */
export function factsOf(document: Readonly<Record<string, unknown>>): BreachFacts {
  const read = parseFacts({ facts: document });
  assert.ok('facts' in read, JSON.stringify(read));
  assert.deepEqual(read.notUnderstood, []);
  return read.facts;
}

/** The duties of the version of a regime that holds on a day, `YYYY-MM-DD`. */
export function dutiesOn(
  regime: Regime,
  day: string,
  document: Readonly<Record<string, unknown>>,
  risk: RiskRange = { from: 'high', to: 'high' },
): readonly Duty[] {
  const version = regime.versions.findLast(
    ({ status, from, until }) => status === 'in force' && (from ?? '') <= day && day <= (until ?? '9999'),
  );
  const facts = factsOf(document);
  return version?.duties({ facts, instants: instantsOf(facts), risk, calendar }) ?? [];
}

/** The duties of a version that is only proposed. */
export function proposedDuties(
  regime: Regime,
  document: Readonly<Record<string, unknown>>,
  risk: RiskRange = { from: 'high', to: 'high' },
): readonly Duty[] {
  const facts = factsOf(document);
  return regime.versions
    .filter(({ status }) => status === 'proposed')
    .flatMap((version) => version.duties({ facts, instants: instantsOf(facts), risk, calendar }));
}

/** A due as text: an instant, the last day, or what it is instead. */
export function dueOf(due: Due | undefined): InstantText {
  switch (due?.kind) {
    case 'instant':
      return instantText(due.at);
    case 'day':
      return due.day.toString();
    case 'without undue delay':
    case 'unknown':
      return due.kind;
    case undefined:
      return 'nothing';
  }
}
