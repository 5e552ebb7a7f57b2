// The gate before a letter is sent: whether it holds all that Article 34(2) asks for, for each type of data exposed, in words that people
// understand. It judges the text as a person left it; the marks on its blocks tell what each is about. Why: CNIL SAN-2026-001 and its twin
// of 8 January 2026, on letters from which people could not tell what it meant for them or what to do.

import { settleFacts } from '../../facts/contradictions.ts';
import type { DataCategory } from '../../facts/data-category.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Block, Language } from '../notice.ts';
import { ADVICE_EN } from './advice/en.ts';
import { CONSEQUENCES, CONTACT, MEASURES, NATURE } from './case.ts';
import { type Exposure, exposuresOf, type Harm } from './exposures.ts';
import { consequenceMark, type Mark, measureMark } from './marks.ts';
import { countWords, obstaclesIn, runningText } from './readability.ts';
import { topicsOf } from './topics.ts';

/** A letter as it would be sent: as drafted, or as a person changed it. */
export interface EditedLetter {
  readonly language: Language;
  readonly blocks: readonly Block[];
}

/** Why a letter is not fit to be sent. */
export interface Shortcoming {
  readonly code:
    | 'question-open'
    | 'data-unknown'
    | 'marks-lost'
    | 'part-missing'
    | 'part-empty'
    | 'contact-unreachable'
    | 'gap-unfilled'
    | 'sentences-long'
    | 'sentence-too-long'
    | 'jargon';
  /** The mark of the part, the id of the question, or the words at which it is. */
  readonly at: string;
  /** What is missing and what to do, for the person who writes the letter. */
  readonly says: string;
  /** The rule that asks for it. */
  readonly demandedBy: string;
}

/**
 * What a letter lacks; it may be sent when nothing is.
 *
 * @param letter the blocks, each still with its marks
 * @param stated facts of the breach, which say what was exposed
 */
export function shortcomingsOf(letter: EditedLetter, stated: BreachFacts): readonly Shortcoming[] {
  const { facts } = settleFacts(stated);
  const exposures = exposuresOf(facts);
  return [
    ...openQuestions(letter),
    ...unknownData(exposures),
    ...missingParts(letter, facts),
    ...unreachableContact(letter),
    ...unfilledGaps(letter),
    ...obstaclesIn(letter.blocks, letter.language).map((obstacle) => ({
      ...obstacle,
      demandedBy: 'Article 34(2), clear and plain language',
    })),
  ];
}

function openQuestions({ blocks }: EditedLetter): readonly Shortcoming[] {
  return blocks.flatMap((block): Shortcoming[] => {
    if (block.kind !== 'question') return [];
    const { id, text, demandedBy } = block.question;
    return [{ code: 'question-open', at: id, says: `This is still to be answered: ${text}`, demandedBy }];
  });
}

function unknownData(exposures: readonly Exposure[]): readonly Shortcoming[] {
  if (exposures.length > 0) return [];
  const says =
    'Nobody has said which data it is, so nobody can tell whether the letter speaks of all of it. State the fact `data`.';
  return [{ code: 'data-unknown', at: 'data', says, demandedBy: NATURE }];
}

/** What a letter must hold, and how many words it takes at the least to say it. */
interface Requirement {
  readonly mark: Mark;
  readonly what: string;
  readonly words: number;
  readonly demandedBy: string;
}

const PARTS: readonly Requirement[] = [
  { mark: 'sender', what: 'who writes the letter', words: 1, demandedBy: NATURE },
  { mark: 'nature', what: 'what happened, and when', words: 5, demandedBy: NATURE },
  { mark: 'data', what: 'which data it is', words: 1, demandedBy: NATURE },
  { mark: 'measures', what: 'what was done about it or will be', words: 3, demandedBy: MEASURES },
  { mark: 'mitigation', what: 'what is done to spare people harm', words: 3, demandedBy: MEASURES },
  { mark: 'contact', what: 'whom people can ask, and how', words: 1, demandedBy: CONTACT },
];

function missingParts(letter: EditedLetter, facts: BreachFacts): readonly Shortcoming[] {
  if (letter.blocks.every(({ marks }) => marks === undefined || marks.length === 0)) return [lostMarks()];
  return [...PARTS, ...adviceRequired(facts)].flatMap((requirement) => lacks(letter, requirement));
}

function lostMarks(): Shortcoming {
  return {
    code: 'marks-lost',
    at: 'the whole letter',
    says: 'The marks that tell what each block is about are gone. Make your changes in the marked draft, and leave the marks where they are.',
    demandedBy: NATURE,
  };
}

/** A consequence and a measure for each subject on which there is advice, and for each type of data on which there is none. */
function adviceRequired(facts: BreachFacts): readonly Requirement[] {
  const { advice } = topicsOf(facts);
  const isCovered = ({ category, harm }: Exposure) =>
    advice.some(({ covers }) => covers.some((one) => one.category === category && one.harm === harm));
  const others = exposuresOf(facts).filter((exposure) => !isCovered(exposure));
  return [
    ...advice.flatMap(({ topic }) => adviceOn(ADVICE_EN[topic].name, `may-happen:${topic}`, `what-to-do:${topic}`)),
    ...others.flatMap((exposure) =>
      adviceOn(exposureInWords(exposure), consequenceMark(exposure), measureMark(exposure)),
    ),
  ];
}

function adviceOn(about: string, consequence: Mark, measure: Mark): readonly Requirement[] {
  return [
    { mark: consequence, what: `what may happen to people (${about})`, words: 5, demandedBy: CONSEQUENCES },
    { mark: measure, what: `what people can do to protect themselves (${about})`, words: 5, demandedBy: MEASURES },
  ];
}

function lacks(
  { blocks, language }: EditedLetter,
  { mark, what, words, demandedBy }: Requirement,
): readonly Shortcoming[] {
  const marked = blocks.filter(({ marks }) => marks?.includes(mark));
  if (marked.some(({ kind }) => kind === 'question')) return [];
  if (marked.length === 0) {
    const says = `The letter does not say ${what}. Put the block with the mark \`${mark}\` back and write it.`;
    return [{ code: 'part-missing', at: mark, says, demandedBy }];
  }
  const count = marked.reduce((sum, block) => sum + countWords(textOf(block), language), 0);
  if (count >= words) return [];
  return [
    { code: 'part-empty', at: mark, says: `The block with the mark \`${mark}\` has to say ${what}.`, demandedBy },
  ];
}

function textOf(block: Block): string {
  if (block.kind === 'table') return block.rows.map(([, value]) => value).join('\n');
  return block.kind === 'heading' ? '' : runningText(block).join('\n');
}

/** An e-mail address, a web address, or four digits in a row or near each other: a telephone number or a postal code. */
const WAY_TO_REACH = /\S+@\S+\.\S+|https?:\/\/\S+|\bwww\.\S+|(?:\d[\s()./-]?){4,}/u;

function unreachableContact({ blocks }: EditedLetter): readonly Shortcoming[] {
  const marked = blocks.filter(({ kind, marks }) => kind !== 'question' && marks?.includes('contact'));
  if (marked.length === 0 || marked.some(tellsHowToReach)) return [];
  const says =
    'The contact has no e-mail address, telephone number, web page or postal address. Say how people reach it.';
  return [{ code: 'contact-unreachable', at: 'contact', says, demandedBy: CONTACT }];
}

/** A table of a contact has the name first, and then the ways to reach it, each with its label. */
function tellsHowToReach(block: Block): boolean {
  const isTableOfWays = block.kind === 'table' && block.rows.slice(1).some(([, value]) => value.trim() !== '');
  return isTableOfWays || WAY_TO_REACH.test(textOf(block));
}

/** What people leave where something has to be filled in: `{name}`, `[…]`, `[name]`, `XXX`, `___`. */
const GAP = /\{[^}\n]*\}|\[[^\]\n]*\]|\bX{3,}\b|_{3,}/u;

function unfilledGaps({ blocks }: EditedLetter): readonly Shortcoming[] {
  return blocks.flatMap((block): Shortcoming[] => {
    const gap = GAP.exec(block.kind === 'heading' ? block.text : textOf(block))?.[0];
    if (gap === undefined) return [];
    return [{ code: 'gap-unfilled', at: gap, says: `“${gap}” is still to be filled in.`, demandedBy: NATURE }];
  });
}

const HARM_IN_WORDS: Readonly<Record<Harm, string>> = {
  disclosed: 'that others may have seen',
  altered: 'that may have been changed',
  'out-of-reach': 'that could not be used',
};

const CATEGORY_IN_WORDS: Readonly<Record<DataCategory, string>> = {
  basic: 'names and basic data',
  contact: 'contact data',
  biometric: 'fingerprints, faces or voices',
  criminal: 'data on offences',
  political: 'data on political opinions',
  ethnic: 'data on origin',
  religious: 'data on religion or belief',
  'sex-life': 'data on sex life',
  'trade-union': 'data on trade union membership',
  genetic: 'genetic data',
  health: 'data on health',
  financial: 'data on money',
  'employment-health': 'data on health at work',
  'identification-numbers': 'numbers that name a person',
  location: 'data on where people were',
  'official-documents': 'identity documents',
  'payment-methods': 'cards or accounts',
  profile: 'data on habits, interests or conversations',
  credentials: 'passwords or keys',
  'not-yet-known': 'data that is not known yet',
  other: 'other data',
};

function exposureInWords({ category, harm }: Exposure): string {
  return `${CATEGORY_IN_WORDS[category]} ${HARM_IN_WORDS[harm]}`;
}
