// The letter to the people whose data a breach exposed (GDPR Article 34): what happened, what it may mean for them, what to do, whom to ask.
// What a good letter holds: EDPB Guidelines 9/2022 v2.0, chapter III, and CNIL SAN-2026-001 on a letter that did not.
import { settleFacts } from '../facts/contradictions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { draftOf, heading, paragraph } from './letters/blocks.ts';
import { ask, type LetterCase, NATURE } from './letters/case.ts';
import { groupsOf, type LetterGroup } from './letters/groups.ts';
import { LETTER_LANGUAGES } from './letters/languages.ts';
import { adviceSection } from './letters/sections/advice.ts';
import { complaintSection, contactSection } from './letters/sections/contact.ts';
import { dataSection } from './letters/sections/data.ts';
import { happenedSection } from './letters/sections/happened.ts';
import { measuresSection } from './letters/sections/measures.ts';
import { topicsOf } from './letters/topics.ts';
import { type Block, LANGUAGES, type Language, type Notice, type NoticeDraft } from './notice.ts';

/**
 * Drafts the letter to one group of people.
 *
 * @param stated facts of the breach; what contradicts itself is asked for, as what is unknown is
 * @example groupsOf(facts).map((group) => draftLetter(facts, 'fr', group))
 */
export function draftLetter(stated: BreachFacts, language: Language, group: LetterGroup): NoticeDraft {
  const { facts } = settleFacts(stated);
  const letter: LetterCase = { facts, language, topics: topicsOf(facts), ...LETTER_LANGUAGES[language] };
  return draftOf({
    notice: 'article-34',
    language,
    title: letter.words.title,
    blocks: [
      heading(1, letter.words.title),
      ...openingSection(letter, group),
      ...happenedSection(letter),
      ...dataSection(letter),
      ...measuresSection(letter),
      ...adviceSection(letter, group),
      ...contactSection(letter),
      ...complaintSection(letter),
    ],
  });
}

function openingSection(letter: LetterCase, group: LetterGroup): Block[] {
  const { words, facts } = letter;
  const organisation = knownValue(facts.organisationName);
  return [
    organisation === undefined
      ? ask(letter, 'organisationName', NATURE, ['sender'])
      : paragraph(words.from({ organisation }), ['sender']),
    paragraph(words.opening[group]),
    paragraph(words.sorry),
  ];
}

/** The letter as a notice: to the first of the groups. */
export const ARTICLE_34: Notice = {
  id: 'article-34',
  title: 'Letter to the people concerned',
  demandedBy: 'gdpr 34(1)',
  languages: LANGUAGES,
  draft: (facts, language) => draftLetter(facts, language, groupsOf(facts)[0]),
};
