// Fields 44 to 53: the timeline, as far as facts tell it.
import { instantOf } from '../../../clocks/instant.ts';
import { knownValue } from '../../../facts/fact.ts';
import type { BreachFacts } from '../../../facts/facts.ts';
import { type Answer, type AnswersByField, letters, momentOf, text } from '../answer.ts';
import { momentText } from '../value-text.ts';

export const TIMELINE_ANSWERS: AnswersByField = {
  44: ({ facts }) => when(facts),
  45: ({ facts }) =>
    facts.since.state === 'known'
      ? { value: { kind: 'flag', ticked: isBeginningEstimated(facts) }, from: ['since'] }
      : undefined,
  46: ({ facts }) => moment(facts, 'since'),
  47: ({ facts }) => moment(facts, 'until'),
  48: ({ facts }) => moment(facts, 'aware'),
  53: ({ facts }) => howEstimated(facts),
};

/** A period needs its beginning; without an end it has to be known that it still goes on. */
function when(facts: BreachFacts): Answer | undefined {
  const [since, until] = [momentOf(facts, 'since'), momentOf(facts, 'until')];
  if (since === undefined) return undefined;
  if (until === undefined) return knownValue(facts.ongoing) === true ? letters(['c'], 'since', 'ongoing') : undefined;
  const isOneDay = since.toPlainDate().equals(until.withTimeZone(since.timeZoneId).toPlainDate());
  return letters([isOneDay ? 'a' : 'b'], 'since', 'until');
}

function moment(facts: BreachFacts, name: 'since' | 'until' | 'aware'): Answer | undefined {
  const at = momentOf(facts, name);
  return at === undefined ? undefined : { value: { kind: 'moment', at }, from: [name] };
}

/** What was measured is when it was seen first, and not when it began. */
function isBeginningEstimated({ since }: BreachFacts): boolean {
  return since.state === 'known' && (since.source !== 'stated' || ['likely', 'possible'].includes(since.certainty));
}

function howEstimated(facts: BreachFacts): Answer | undefined {
  const { since } = facts;
  if (since.state === 'unknown' || since.source !== 'measured') return undefined;
  const at = instantOf(since.value, knownValue(facts.timeZone));
  const sentence = {
    en: `It was seen on ${momentText(at, 'en')} for the first time. When it began before that is not known.`,
    fr: `La violation a été constatée pour la première fois le ${momentText(at, 'fr')}. Son début, antérieur, n'est pas connu.`,
  };
  return text([sentence], 'since');
}
