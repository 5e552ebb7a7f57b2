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
  ];
}

/** What happens at a moment, as a letter that goes astray, cannot be stopped. The day of the end stands beside that of the beginning. */
function stopped(letter: LetterCase): Block[] {
  const { facts, words, language } = letter;
  if (isMomentary(happeningsOf(facts))) return [];
  const until = knownValue(facts.until);
  const isOngoing = until === undefined ? knownValue(facts.ongoing) : false;
  if (isOngoing === undefined) return [ask(letter, 'ongoing', MEASURES, ['measures'])];
  if (isOngoing) return [paragraph(words.done.ongoing, ['measures'])];
  const isDayTold = until === undefined || facts.since.state === 'known';
  const closed = isDayTold ? words.done.closed : words.done.closedOn({ day: dayIn(language, until, facts) });
  return [paragraph(closed, ['measures'])];
}

export function taken(letter: LetterCase): Block[] {
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
