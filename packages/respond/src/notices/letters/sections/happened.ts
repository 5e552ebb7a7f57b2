// What happened and when, and who has the data now.
import type { InstantText } from '../../../clocks/instant.ts';
import { knownValue } from '../../../facts/fact.ts';
import type { Block } from '../../notice.ts';
import { heading, paragraph } from '../blocks.ts';
import { ask, type LetterCase, NATURE } from '../case.ts';
import { dayIn, hoursIn } from '../formats.ts';
import { happeningsOf, isMomentary } from '../happenings.ts';

export function happenedSection(letter: LetterCase): Block[] {
  return [
    heading(2, letter.words.headings.happened),
    ...incident(letter),
    ...when(letter),
    ...harm(letter),
    ...(isDisclosed(letter) ? whoHasIt(letter) : []),
  ];
}

function incident(letter: LetterCase): Block[] {
  const happenings = happeningsOf(letter.facts);
  if (happenings.length === 0) return [ask(letter, 'incident', NATURE, ['nature'])];
  return happenings.map((happening) => paragraph(letter.words.happened[happening], ['nature']));
}

function when(letter: LetterCase): Block[] {
  const { facts, words, language } = letter;
  const since = knownValue(facts.since);
  if (since === undefined) return [ask(letter, 'since', NATURE, ['nature'])];
  const aware = knownValue(facts.aware) ?? knownValue(facts.detected);
  const learned =
    aware === undefined ? [] : [paragraph(words.when.learned({ day: dayIn(language, aware, facts) }), ['nature'])];
  return [paragraph(period(letter, since), ['nature']), ...learned];
}

/** What happens at a moment has a day; what lasts began on a day at the latest. */
function period({ facts, words, language }: LetterCase, since: InstantText): string {
  const until = knownValue(facts.until);
  const day = dayIn(language, since, facts);
  if (isMomentary(happeningsOf(facts))) return words.when.on({ day });
  if (until === undefined) return words.when.since({ since: day });
  const lastDay = dayIn(language, until, facts);
  return lastDay === day ? words.when.on({ day }) : words.when.between({ since: day, until: lastDay });
}

function harm(letter: LetterCase): Block[] {
  const { facts, words, language } = letter;
  const natures = knownValue(facts.nature);
  if (natures === undefined || natures.length === 0) return [ask(letter, 'nature', NATURE, ['nature'])];
  const blocks: Block[] = [];
  if (natures.includes('integrity')) blocks.push(paragraph(words.harmed.altered, ['nature']));
  if (natures.includes('availability')) {
    const hours = knownValue(facts.restoreHours);
    const isTold = happeningsOf(facts).includes('ransomware');
    blocks.push(
      ...(isTold ? [] : [paragraph(words.harmed.outOfReach, ['nature'])]),
      hours === undefined
        ? ask(letter, 'restoreHours', NATURE, ['nature'])
        : paragraph(words.when.backAfter({ time: hoursIn(language, hours) }), ['nature']),
    );
  }
  return blocks;
}

function isDisclosed({ facts }: LetterCase): boolean {
  const natures = knownValue(facts.nature) ?? [];
  return natures.length === 0 || natures.includes('confidentiality');
}

function whoHasIt(letter: LetterCase): Block[] {
  const { facts, words } = letter;
  const encrypted = knownValue(facts.unintelligible) === true ? [paragraph(words.seen.encrypted, ['nature'])] : [];
  return [...(knownValue(facts.recipients) === 'known' ? knownRecipients(letter) : strangers(letter)), ...encrypted];
}

function knownRecipients(letter: LetterCase): Block[] {
  const { seen } = letter.words;
  const isReturned = knownValue(letter.facts.deletionConfirmed);
  if (isReturned === undefined) return [ask(letter, 'deletionConfirmed', NATURE, ['nature'])];
  return [paragraph(isReturned ? seen.returned : seen.notReturned, ['nature'])];
}

function strangers(letter: LetterCase): Block[] {
  const { facts, words } = letter;
  if (knownValue(facts.readByOthers) === true) return [paragraph(words.seen.proved, ['nature'])];
  const exfiltration = knownValue(facts.exfiltration);
  if (exfiltration === undefined) return [ask(letter, 'exfiltration', NATURE, ['nature'])];
  const said = exfiltration === 'ruled-out' ? words.seen.ruledOut : words.seen[exfiltration];
  return [paragraph(said, ['nature'])];
}
