// For each type of data exposed: what may happen through it, and how to protect oneself.
import { knownValue } from '../../../facts/fact.ts';
import type { BreachFacts } from '../../../facts/facts.ts';
import type { Block } from '../../notice.ts';
import { heading, list, paragraph } from '../blocks.ts';
import { type LetterCase, stated } from '../case.ts';
import { exposuresOf } from '../exposures.ts';
import type { LetterGroup } from '../groups.ts';
import type { AdviceWords } from '../letter-words.ts';
import { consequenceMark, type Mark, measureMark } from '../marks.ts';

export function adviceSection(letter: LetterCase, group: LetterGroup): Block[] {
  const { words, topics, advice } = letter;
  const forGroup = words.groupAdvice[group];
  return [
    heading(2, words.headings.advice),
    ...(isUnlikely(letter.facts) ? [paragraph(words.unlikely)] : []),
    ...(forGroup === undefined ? [] : [paragraph(forGroup)]),
    ...(group === 'parents' && isDisclosed(letter.facts) ? onTopic(words.children, [], []) : []),
    ...topics.advice.flatMap(({ topic, covers }) =>
      onTopic(
        advice[topic],
        [`may-happen:${topic}`, ...covers.map(consequenceMark)],
        [`what-to-do:${topic}`, ...covers.map(measureMark)],
      ),
    ),
    ...otherData(letter),
  ];
}

function isDisclosed(facts: BreachFacts): boolean {
  return exposuresOf(facts).some(({ harm }) => harm === 'disclosed');
}

/** Disclosed, but to nobody, or to people who can be trusted and gave it back (EDPB Guidelines 01/2021, cases 9 and 13). */
function isUnlikely(facts: BreachFacts): boolean {
  const isBack = knownValue(facts.recipientsTrusted) === true && knownValue(facts.deletionConfirmed) === true;
  const isAccessRuledOut = knownValue(facts.exfiltration) === 'ruled-out';
  const isOnlyDisclosed = exposuresOf(facts).every(({ harm }) => harm === 'disclosed');
  return isOnlyDisclosed && isDisclosed(facts) && (isBack || isAccessRuledOut);
}

function onTopic(words: AdviceWords, consequences: readonly Mark[], measures: readonly Mark[]): Block[] {
  return [heading(3, words.name), paragraph(words.mayHappen, consequences), list(words.whatToDo, measures)];
}

/** Data for which Vigie has no words, in those of a person. */
function otherData(letter: LetterCase): Block[] {
  const exposures = exposuresOf(letter.facts).filter(({ category }) => category === 'other');
  return (knownValue(letter.facts.otherData) ?? []).flatMap(({ what, mayHappen, whatToDo }, index) => [
    ...stated(letter, `other-${index + 1}-name`, [what], []),
    ...stated(letter, `other-${index + 1}-consequence`, [mayHappen], exposures.map(consequenceMark)),
    ...stated(letter, `other-${index + 1}-advice`, [whatToDo], exposures.map(measureMark)),
  ]);
}
