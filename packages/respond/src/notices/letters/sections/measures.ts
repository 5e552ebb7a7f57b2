// What was done, what is done for the people, and what will be done.
import { knownValue } from '../../../facts/fact.ts';
import type { Block } from '../../notice.ts';
import { heading, paragraph } from '../blocks.ts';
import { ask, type LetterCase, MEASURES, stated } from '../case.ts';
import { dayIn } from '../formats.ts';
import { happeningsOf, isMomentary } from '../happenings.ts';

export function measuresSection(letter: LetterCase): Block[] {
  const { headings } = letter.words;
  const planned = knownValue(letter.facts.measuresPlanned) ?? [];
  return [
    heading(2, headings.done),
    ...stopped(letter),
    ...taken(letter),
    ...authorityTold(letter),
    heading(2, headings.forYou),
    ...forPeople(letter),
    ...(planned.length === 0
      ? []
      : [heading(2, headings.planned), ...stated(letter, 'planned', planned, ['measures'])]),
    ...languageOfStatements(letter),
  ];
}

/** What happens at a moment, as a letter that goes astray, cannot be stopped. */
function stopped(letter: LetterCase): Block[] {
  const { facts, words, language } = letter;
  if (isMomentary(happeningsOf(facts))) return [];
  const until = knownValue(facts.until);
  if (until !== undefined)
    return [paragraph(words.done.closedOn({ day: dayIn(language, until, facts) }), ['measures'])];
  const isOngoing = knownValue(facts.ongoing);
  if (isOngoing === undefined) return [ask(letter, 'ongoing', MEASURES, ['measures'])];
  return [paragraph(isOngoing ? words.done.ongoing : words.done.closed, ['measures'])];
}

function taken(letter: LetterCase): Block[] {
  const { facts, words, language } = letter;
  const measures = knownValue(facts.measuresTaken) ?? [];
  if (measures.length === 0) return [ask(letter, 'measuresTaken', MEASURES, ['measures'])];
  const sentences = measures.map(({ what, at }) =>
    at === undefined ? what : words.done.takenOn({ what, day: dayIn(language, at, facts) }),
  );
  return stated(letter, 'measure', sentences, ['measures']);
}

function authorityTold({ facts, words, language }: LetterCase): Block[] {
  const at = knownValue(facts.authorityNotified);
  return at === undefined ? [] : [paragraph(words.done.authorityTold({ day: dayIn(language, at, facts) }))];
}

function forPeople(letter: LetterCase): Block[] {
  const measures = knownValue(letter.facts.measuresForPersons) ?? [];
  if (measures.length === 0) return [ask(letter, 'measuresForPersons', MEASURES, ['mitigation'])];
  return stated(letter, 'for-persons', measures, ['mitigation']);
}

/** Sentences of a person stand in the letter as they are, so somebody has to say that they are in its language. */
function languageOfStatements(letter: LetterCase): Block[] {
  const { measuresTaken, measuresForPersons, measuresPlanned, otherData, writtenIn } = letter.facts;
  const isStated = [measuresTaken, measuresForPersons, measuresPlanned, otherData].some(
    (fact) => fact.state === 'known' && fact.value.length > 0,
  );
  return isStated && writtenIn.state === 'unknown' ? [ask(letter, 'writtenIn', MEASURES)] : [];
}
