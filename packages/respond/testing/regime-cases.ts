// Facts of a case through one regime, as tests ask: does it apply, what is owed, on which day is it due.
import { instantText } from '../src/clocks/instant.ts';
import { createHolidayCalendar } from '../src/clocks/public-holidays.ts';
import { decide } from '../src/decision/decide.ts';
import { parseFacts } from '../src/facts/document.ts';
import type { BreachFacts } from '../src/facts/facts.ts';
import { instantsOf } from '../src/instants.ts';
import type { Applicability, Duty, Regime } from '../src/regimes/regime.ts';

const calendar = createHolidayCalendar();

/** What a regime says of whether it applies. */
export function applicability(regime: Regime, document: Record<string, unknown>): Applicability {
  return regime.applies(factsOf(document));
}

/** The duties under the version that is in force on the day of awareness, else under the newest. */
export function dutiesOf({ versions }: Regime, document: Record<string, unknown>): readonly Duty[] {
  const facts = factsOf(document);
  const instants = instantsOf(facts);
  const day = instants.aware?.toPlainDate().toString();
  const version = versions
    .filter(({ status }) => status === 'in force')
    .filter(({ from = '', until = '9999' }) => day === undefined || (from <= day && day <= until))
    .at(-1);
  return version?.duties({ facts, instants, risk: decide(facts).risk, calendar }) ?? [];
}

/** Article → the last day, or the instant, or why there is none. */
export function daysOf(duties: readonly Duty[]): Readonly<Record<string, string>> {
  return Object.fromEntries(duties.map(({ article, due }) => [article, dueText(due)]));
}

/** Article → whether it is owed. */
export function owedOf(duties: readonly Duty[]): Readonly<Record<string, Duty['owed']>> {
  return Object.fromEntries(duties.map(({ article, owed }) => [article, owed]));
}

function dueText(due: Duty['due']): string {
  if (due.kind === 'day') return due.day.toString();
  return due.kind === 'instant' ? instantText(due.at) : due.kind;
}

function factsOf(document: Record<string, unknown>): BreachFacts {
  const read = parseFacts({ facts: document });
  if ('code' in read) throw new Error(read.message);
  if (read.notUnderstood.length > 0) throw new Error(JSON.stringify(read.notUnderstood));
  return read.facts;
}
