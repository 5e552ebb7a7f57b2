// Which data it is, and how passwords were kept.
import { knownValue } from '../../../facts/fact.ts';
import type { Block } from '../../notice.ts';
import { heading, list, paragraph } from '../blocks.ts';
import { ask, CONSEQUENCES, type LetterCase, NATURE, stated } from '../case.ts';
import { consequenceMark, measureMark } from '../marks.ts';

export function dataSection(letter: LetterCase): Block[] {
  return [heading(2, letter.words.headings.data), ...listed(letter), ...open(letter), ...howKept(letter)];
}

function listed(letter: LetterCase): Block[] {
  const { words, advice, topics, facts } = letter;
  const others = (knownValue(facts.otherData) ?? []).map(({ what }) => what);
  if (topics.data.length + others.length === 0) return [];
  const names = topics.data.map((topic) => advice[topic].name);
  return [
    paragraph(words.dataIntro),
    ...(names.length === 0 ? [] : [list(names, ['data'])]),
    ...(others.length === 0 ? [] : stated(letter, 'other-data', others, ['data'])),
    ...(topics.data.length + others.length > 1 ? [paragraph(words.dataOutro)] : []),
  ];
}

/** What nobody can say yet, or what a person has to look at. */
function open(letter: LetterCase): Block[] {
  const { facts, topics } = letter;
  const data = knownValue(facts.data) ?? [];
  const others = knownValue(facts.otherData) ?? [];
  const isListed = topics.data.length + topics.unnamed.length + others.length > 0;
  const isOpen = facts.data.state === 'unknown' || data.includes('not-yet-known') || !isListed;
  const isPossible = (knownValue(facts.possibleData) ?? []).some((category) => !data.includes(category));
  const unnamedMarks = topics.unnamed.flatMap(
    (exposure) => [consequenceMark(exposure), measureMark(exposure)] as const,
  );
  return [
    ...(isOpen ? [ask(letter, 'data', NATURE, ['data'])] : []),
    ...(isPossible ? [ask(letter, 'possibleData', NATURE)] : []),
    ...(topics.unnamed.length === 0 ? [] : [ask(letter, 'otherData', CONSEQUENCES, ['data', ...unnamedMarks])]),
  ];
}

function howKept(letter: LetterCase): Block[] {
  const { facts, words, topics } = letter;
  if (!topics.data.includes('logins') && !topics.data.includes('access-keys')) return [];
  switch (knownValue(facts.credentials)) {
    case undefined:
      return [ask(letter, 'credentials', NATURE)];
    case 'plain':
      return [paragraph(words.kept.plain)];
    case 'weak-hash':
      return [paragraph(words.kept.weakHash)];
    case 'strong-hash':
      return [paragraph(words.kept.strongHash)];
    case 'encrypted':
      return [paragraph(words.kept.encrypted)];
    case 'none':
      return [];
  }
}
