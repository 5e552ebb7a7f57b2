// Telling the public, where telling each person would take a disproportionate effort (GDPR Article 34(3)(c)): a press release and a web
// page. People have to be informed as well as by a letter, so both hold all that a letter does and pass the same gate.
import { type InstantText, instantOf } from '../clocks/instant.ts';
import { settleFacts } from '../facts/contradictions.ts';
import { type Interval, knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { draftOf, heading, list, paragraph, question, table } from './letters/blocks.ts';
import { ask, type LetterCase, NATURE, stated } from './letters/case.ts';
import { dayIn, numberIn } from './letters/formats.ts';
import { LETTER_LANGUAGES } from './letters/languages.ts';
import { PUBLIC_WORDS, type PublicWords } from './letters/public-words.ts';
import { adviceSection } from './letters/sections/advice.ts';
import { complaintSection, contactSection, waysToReach } from './letters/sections/contact.ts';
import { dataSection } from './letters/sections/data.ts';
import { happenedSection } from './letters/sections/happened.ts';
import { measuresSection } from './letters/sections/measures.ts';
import { topicsOf } from './letters/topics.ts';
import { type Block, LANGUAGES, type Language, type Notice, type NoticeDraft } from './notice.ts';

const EQUALLY_EFFECTIVE = 'Article 34(3)(c)';

/** A letter's case with the words for the public. */
interface PublicCase extends LetterCase {
  readonly publicly: PublicWords;
}

export const PRESS: Notice = {
  id: 'press',
  title: 'Press release',
  demandedBy: 'gdpr 34(3)(c)',
  languages: LANGUAGES,
  draft: draftPressRelease,
};

export const WEB_PAGE: Notice = {
  id: 'web-page',
  title: 'Web page',
  demandedBy: 'gdpr 34(3)(c)',
  languages: LANGUAGES,
  draft: draftWebPage,
};

function draftPressRelease(facts: BreachFacts, language: Language): NoticeDraft {
  const text = publicCase(facts, language);
  const organisation = knownValue(text.facts.organisationName);
  const { pressTitle, pressTitleAlone } = text.publicly;
  const title = organisation === undefined ? pressTitleAlone : pressTitle({ organisation });
  return draftOf({
    notice: PRESS.id,
    language,
    title,
    blocks: [heading(1, title), ...lead(text), ...body(text), ...pageSection(text), ...pressSection(text)],
  });
}

function draftWebPage(facts: BreachFacts, language: Language): NoticeDraft {
  const text = publicCase(facts, language);
  const title = text.publicly.pageTitle;
  return draftOf({
    notice: WEB_PAGE.id,
    language,
    title,
    blocks: [heading(1, title), ...lead(text), ...updatesSection(text), ...body(text)],
  });
}

function publicCase(stated: BreachFacts, language: Language): PublicCase {
  const { facts } = settleFacts(stated);
  return { facts, language, topics: topicsOf(facts), ...LETTER_LANGUAGES[language], publicly: PUBLIC_WORDS[language] };
}

function lead(text: PublicCase): Block[] {
  const organisation = knownValue(text.facts.organisationName);
  return [
    organisation === undefined
      ? ask(text, 'organisationName', NATURE, ['sender'])
      : paragraph(text.publicly.from({ organisation }), ['sender']),
    ...whyHere(text),
    paragraph(text.publicly.forWhom),
    paragraph(text.words.sorry),
    howMany(text),
  ];
}

/** Only a person can say that it would take too much to tell each of them. */
function whyHere({ facts, publicly }: PublicCase): Block[] {
  const isTooMuch = knownValue(facts.disproportionateEffort);
  if (isTooMuch === true) return [paragraph(publicly.cannotWrite)];
  if (isTooMuch === false) return [];
  const asked = {
    id: 'disproportionateEffort',
    text: publicly.ask.disproportionateEffort,
    fact: 'disproportionateEffort',
    demandedBy: EQUALLY_EFFECTIVE,
  } as const;
  return [question(asked)];
}

function howMany(text: PublicCase): Block {
  const { facts, publicly, language } = text;
  const persons = knownValue(facts.persons);
  if (persons === undefined) {
    return question({ id: 'persons', text: publicly.ask.persons, fact: 'persons', demandedBy: NATURE }, ['nature']);
  }
  return paragraph(countInWords(persons, publicly, language), ['nature']);
}

function countInWords({ lower, upper }: Interval, { people }: PublicWords, language: Language): string {
  const least = numberIn(language, lower);
  if (upper === Number.POSITIVE_INFINITY) return people.atLeast({ count: least });
  return lower === upper
    ? people.exactly({ count: least })
    : people.between({ least, most: numberIn(language, upper) });
}

function body(text: PublicCase): Block[] {
  return [
    ...happenedSection(text),
    ...dataSection(text),
    ...measuresSection(text),
    ...adviceSection(text, 'anyone'),
    ...contactSection(text),
    ...complaintSection(text),
  ];
}

/** The newest first, each with its day. */
function updatesSection(text: PublicCase): Block[] {
  const { facts, publicly, language } = text;
  const updates = (knownValue(facts.updates) ?? []).toSorted((a, b) => millisecondsOf(b.at) - millisecondsOf(a.at));
  const sentences = updates.map(({ at, says }) => publicly.updateOn({ day: dayIn(language, at, facts), says }));
  return [
    heading(2, publicly.updates),
    ...(sentences.length === 0 ? [paragraph(publicly.noUpdates)] : stated(text, 'update', sentences, [])),
  ];
}

function millisecondsOf(at: InstantText): number {
  return instantOf(at).epochMilliseconds;
}

function pageSection(text: PublicCase): Block[] {
  const { facts, publicly } = text;
  const page = knownValue(facts.incidentPage);
  const asked = {
    id: 'incidentPage',
    text: publicly.ask.incidentPage,
    fact: 'incidentPage',
    demandedBy: EQUALLY_EFFECTIVE,
  } as const;
  return [
    heading(2, publicly.updates),
    ...(page === undefined ? [question(asked)] : [paragraph(publicly.morePage), list([page])]),
  ];
}

function pressSection(text: PublicCase): Block[] {
  const { facts, publicly, words } = text;
  const contact = knownValue(facts.pressContact);
  const asked = {
    id: 'pressContact',
    text: publicly.ask.pressContact,
    fact: 'pressContact',
    demandedBy: EQUALLY_EFFECTIVE,
  } as const;
  return [
    heading(2, publicly.press),
    contact === undefined ? question(asked) : table(waysToReach(words.ways, contact)),
  ];
}
