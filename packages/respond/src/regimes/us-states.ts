// The breach laws of the states and territories of the United States but California, for the states in which people concerned live.
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, type Due, dueInDays, dueInHours, dueInWorkingDays, WITHOUT_UNDUE_DELAY } from './due.ts';
import { allOf, dutiesByRole, type Finding, met, open, owedIf, unmet } from './finding.ts';
import { appliesIn, isWithin, livesIn } from './places.ts';
import type { Duty, DutyContext, LegalSource, Regime } from './regime.ts';
import { usBreach } from './us-breach.ts';
import type { AuthorityRule, StateLaw, StateVersion } from './us-state-law.ts';
import { STATE_NAMES } from './us-state-names.ts';
import { STATE_LAWS, stateVersionAt } from './us-states-data.ts';
import { isInTrade } from './us-trades.ts';

const ALL_STATES: LegalSource = {
  title: 'Breach laws of the states and territories of the United States',
  url: 'https://www.ncsl.org/technology-and-communication/security-breach-notification-laws',
  checked: 'unverified',
  note: 'Each state has its own list of data, exceptions and thresholds. Which numbers were read in the statute, each duty says.',
};

const usStates: Regime = {
  id: 'us-states',
  title: 'Breach laws of the states',
  jurisdiction: 'United States',
  versions: [
    {
      id: 'as of November 2026',
      status: 'in force',
      // The first breach law of a state was that of California. Each state’s own versions are in its data.
      from: '2003-07-01',
      source: ALL_STATES,
      duties: dutiesOfStates,
    },
  ],
  applies: (facts) => appliesIn(facts, { place: 'US', name: 'the United States', law: 'the breach law of a state' }),
};

export default usStates;

function dutiesOfStates(context: DutyContext): readonly Duty[] {
  const states = statesOfResidents(context.facts);
  return dutiesByRole(context.facts, {
    controller: () => [...states.flatMap((state) => dutiesIn(state, context)), ...toldInOtherStates(context)],
    processor: () => [...states.flatMap((state) => toldOwner(state, context)), ...toldOwnersElsewhere(context)],
  });
}

/** The states that the facts name, but California. */
function statesOfResidents(facts: BreachFacts): readonly string[] {
  const named = (knownValue(facts.personsByCountry) ?? []).filter(({ persons }) => persons.upper > 0);
  return Object.keys(STATE_NAMES).filter((state) => named.some(({ country }) => isWithin(country, state)));
}

function dutiesIn(state: string, context: DutyContext): readonly Duty[] {
  const law = STATE_LAWS[state];
  if (law === undefined) return toldWithoutNumber(state, context);
  const version = versionFor(law, context);
  const told = toldPersons(state, law, version, context);
  return [
    ...told.duties,
    ...toldAuthorities(state, law, version, told.due, context),
    ...toldAgencies(state, law, version, context),
  ];
}

function versionFor(law: StateLaw, { instants }: DutyContext): StateVersion {
  return stateVersionAt(law, (instants.aware ?? instants.now)?.toPlainDate().toString());
}

function startOf({ start }: StateLaw, { instants }: DutyContext): ClockStart {
  return { at: instants.aware, fact: 'aware', what: start };
}

function toldPersons(state: string, law: StateLaw, version: StateVersion, context: DutyContext) {
  const { facts } = context;
  const isAgency = knownValue(facts.sectors)?.includes('public-administration') ?? false;
  const rule = (isAgency ? version.agencyPersons : undefined) ?? version.persons;
  const due = rule.days === undefined ? WITHOUT_UNDUE_DELAY : dueInDays(startOf(law, context), rule.days);
  const duties = owedIf(allOf(usBreach(facts), livesIn(facts, state, law.name)), {
    regime: 'us-states',
    article: `${state} ${rule.article}`,
    recipient: `each resident of ${law.name} concerned`,
    what: 'Tell them in writing what happened, which data it was, what they can do, and whom to ask.',
    due,
    whenLate:
      'Say what made the delay necessary: law enforcement, or what was needed to tell the scope and restore the system.',
    why: because(
      `The law of ${law.name} has ${rule.days === undefined ? 'no number of days for persons' : `${rule.days} days`}.`,
      version,
    ),
    source: sourceOf(law, rule),
  });
  return { duties, due };
}

function toldAuthorities(
  state: string,
  law: StateLaw,
  version: StateVersion,
  persons: Due,
  context: DutyContext,
): readonly Duty[] {
  const { facts } = context;
  return version.authorities.flatMap((rule) => {
    const isBound = rule.only === undefined ? met('') : isInTrade(facts, rule.only);
    return owedIf(allOf(usBreach(facts), livesIn(facts, state, law.name, rule.atLeast), isBound), {
      regime: 'us-states',
      article: `${state} ${rule.article}`,
      recipient: rule.name,
      what: 'Tell the authority of the breach, by its form where it has one.',
      ...authorityDue(state, law, rule, persons, context),
      why: because(
        `${rule.atLeast === 1 ? 'Any number' : `${rule.atLeast.toLocaleString('en')} or more`} of residents is enough.`,
        version,
      ),
      source: sourceOf(law, rule),
    });
  });
}

function authorityDue(
  state: string,
  law: StateLaw,
  { period }: AuthorityRule,
  persons: Due,
  context: DutyContext,
): Pick<Duty, 'due' | 'assumed' | 'decidedBy'> {
  const place = { code: state, calendar: context.calendar };
  switch (period.kind) {
    case 'days':
      return { due: dueInDays(startOf(law, context), period.count) };
    case 'working days':
      return { due: dueInWorkingDays(startOf(law, context), period.count, place) };
    case 'with persons':
      return { due: persons };
    case 'no number':
      return { due: WITHOUT_UNDUE_DELAY };
    case 'days after persons':
    case 'working days after persons': {
      const { start, assumed, decidedBy } = whenPersonsAreTold(persons, context);
      const isWorking = period.kind === 'working days after persons';
      const due = isWorking ? dueInWorkingDays(start, period.count, place) : dueInDays(start, period.count);
      return { due, assumed, decidedBy };
    }
  }
}

/** When the persons were told; until that is known, the last day on which they may be, where there is one. */
function whenPersonsAreTold(persons: Due, { instants }: DutyContext) {
  const start: ClockStart = {
    at: instants.personsInformed,
    fact: 'personsInformed',
    what: 'the notice to the persons',
  };
  const none: readonly never[] = [];
  if (start.at !== undefined || persons.kind !== 'day') return { start, assumed: none, decidedBy: none };
  const decidedBy: readonly FactName[] = ['personsInformed'];
  return {
    start: { ...start, at: persons.day.toZonedDateTime(persons.at.timeZoneId) },
    assumed: ['the persons are told on the last day of their period; told earlier, this is due earlier'],
    decidedBy,
  };
}

function toldAgencies(state: string, law: StateLaw, version: StateVersion, context: DutyContext): readonly Duty[] {
  const { facts } = context;
  const rule = version.agencies;
  if (rule === undefined) return [];
  const start = startOf(law, context);
  const due =
    rule.hours !== undefined
      ? dueInHours(start, rule.hours)
      : rule.days !== undefined
        ? dueInDays(start, rule.days)
        : WITHOUT_UNDUE_DELAY;
  return owedIf(allOf(usBreach(facts), livesIn(facts, state, law.name, rule.atLeast)), {
    regime: 'us-states',
    article: `${state} ${rule.article}`,
    recipient: `the nationwide consumer reporting agencies, for ${law.name}`,
    what: 'Tell them when, to how many and with which content the notices go out; no names.',
    due,
    why: `In ${law.name} they are told of notices to ${rule.atLeast.toLocaleString('en')} or more residents.`,
    source: sourceOf(law, rule),
  });
}

/** Every state has a law; those that are not in the data have no number of days, as far as is known here. */
function toldWithoutNumber(state: string, { facts }: DutyContext): readonly Duty[] {
  const name = STATE_NAMES[state] ?? state;
  return owedIf(allOf(usBreach(facts), livesIn(facts, state, name)), {
    regime: 'us-states',
    article: `${state} breach law`,
    recipient: `each resident of ${name} concerned`,
    what: `Tell them as soon as it can be done; look up whether the law of ${name} wants its attorney general told, before or with them.`,
    due: WITHOUT_UNDUE_DELAY,
    why: `No number of days is known for ${name}.`,
    source: ALL_STATES,
  });
}

/** Where people live of whom only the country is known, or nothing: the shortest period of all is shown. */
function toldInOtherStates(context: DutyContext): readonly Duty[] {
  const elsewhere = livesInUnnamedState(context.facts);
  if (elsewhere.answer === 'no') return [];
  const start: ClockStart = { at: context.instants.aware, fact: 'aware', what: 'the discovery of the breach' };
  const shortest = shortestForPersons(context);
  return owedIf(allOf(usBreach(context.facts), elsewhere), {
    regime: 'us-states',
    article: 'the law of each state',
    recipient: 'the residents of each other state, and its attorney general',
    what: 'Find out how many people live in which state: each state has its own period and threshold.',
    due: dueInDays(start, shortest),
    why: `The shortest period for persons is ${shortest} days; Puerto Rico wants its authority told within 10.`,
    assumed: ['the shortest period of all states holds'],
    decidedBy: ['personsByCountry'],
    source: ALL_STATES,
  });
}

function shortestForPersons(context: DutyContext): number {
  const periods = Object.values(STATE_LAWS).flatMap((law) => versionFor(law, context).persons.days ?? []);
  return Math.min(...periods);
}

function livesInUnnamedState({ personsByCountry }: BreachFacts): Finding {
  const isWhole = personsByCountry.state === 'known' && personsByCountry.certainty !== 'possible';
  const unnamed = (knownValue(personsByCountry) ?? []).filter(
    ({ country, persons }) => country === 'US' && persons.upper > 0,
  );
  if (unnamed.some(({ persons }) => persons.lower > 0)) return met('Of some people only the country is known.');
  if (isWhole && unnamed.length === 0) return unmet('The state of each person is known.');
  return open('In which states people live is not known.', 'personsByCountry');
}

function toldOwner(state: string, context: DutyContext): readonly Duty[] {
  const law = STATE_LAWS[state];
  if (law === undefined) return [];
  const { ownerDays, persons } = versionFor(law, context);
  if (ownerDays === undefined) return [];
  return owedIf(allOf(usBreach(context.facts), livesIn(context.facts, state, law.name)), {
    regime: 'us-states',
    article: `${state} owner`,
    recipient: `each owner of data of residents of ${law.name}`,
    what: 'Tell the owner of the data of the breach.',
    due: dueInDays(startOf(law, context), ownerDays),
    why: `In ${law.name} who keeps data for others has at most ${ownerDays} days.`,
    source: { ...sourceOf(law, { article: persons.article }), title: law.code },
  });
}

function toldOwnersElsewhere({ facts }: DutyContext): readonly Duty[] {
  return owedIf(allOf(usBreach(facts), livesIn(facts, 'US', 'the United States')), {
    regime: 'us-states',
    article: 'the law of each state: owner',
    recipient: 'each owner of the data',
    what: 'Tell the owner of the data of the breach.',
    due: WITHOUT_UNDUE_DELAY,
    why: 'In nearly all states who keeps data for others tells the owner immediately after discovery.',
    source: ALL_STATES,
  });
}

function because(why: string, { note }: StateVersion): string {
  return note === undefined ? why : `${why} ${note}`;
}

function sourceOf(law: StateLaw, rule: { readonly article: string; readonly checked?: 'verified' }): LegalSource {
  const source = { title: `${law.code}, ${rule.article}`, url: law.url } as const;
  if (rule.checked === 'verified') return { ...source, checked: 'verified' };
  return { ...source, checked: 'unverified', note: 'The statute was not read: from texts that quote or report it.' };
}
