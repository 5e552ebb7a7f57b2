// Whom people can ask, and to whom they can complain.
import type { FactValue } from '../../../facts/definitions.ts';
import { authoritiesToNotify } from '../../../regimes/gdpr-authorities.ts';
import type { Block } from '../../notice.ts';
import { heading, list, paragraph, question, table } from '../blocks.ts';
import { ask, CONTACT, type LetterCase } from '../case.ts';
import { countryIn } from '../formats.ts';
import type { LetterWords } from '../letter-words.ts';

export function contactSection(letter: LetterCase): Block[] {
  const { words, facts } = letter;
  return [heading(2, words.headings.contact), ...whomToAsk(letter, facts), paragraph(words.noPassword)];
}

function whomToAsk(letter: LetterCase, { dpo, contact }: LetterCase['facts']): Block[] {
  const { words } = letter;
  if (dpo.state === 'known') {
    return [paragraph(words.askDpo), table(waysToReach(words.ways, dpo.value), ['contact'])];
  }
  if (contact.state === 'known') {
    return [paragraph(words.askContact), table(waysToReach(words.ways, contact.value), ['contact'])];
  }
  return [ask(letter, 'dpo', CONTACT, ['contact'])];
}

/** The ways to reach somebody, those that there are. */
export function waysToReach(labels: LetterWords['ways'], contact: FactValue<'contact'>): (readonly [string, string])[] {
  const order = ['name', 'email', 'phone', 'page', 'post'] as const;
  return order.flatMap((way) => {
    const value = contact[way];
    return value === undefined ? [] : [[labels[way], value] as const];
  });
}

export function complaintSection(letter: LetterCase): Block[] {
  const { words } = letter;
  const authorities = authoritiesOf(letter);
  return [
    heading(2, words.headings.complaint),
    ...(authorities.length === 0
      ? [askAuthority(letter)]
      : [paragraph(words.complain), list(authorities, ['complaint']), paragraph(words.complainElsewhere)]),
  ];
}

function askAuthority({ facts, words }: LetterCase): Block {
  const [fact = 'establishments'] = authoritiesToNotify(facts).decidedBy;
  return question({ id: 'authority', text: words.askAuthority, fact, demandedBy: 'Article 77(1)' }, ['complaint']);
}

/** The authorities by name and country; none where nobody can say yet which they are. */
function authoritiesOf({ facts, words, language }: LetterCase): readonly string[] {
  const { authorities } = authoritiesToNotify(facts);
  return authorities.flatMap(({ name, country }) => {
    if (country === undefined) return [];
    if (country === 'DE') return [words.germanAuthority];
    return [words.inCountry({ name: nameAlone(name), country: countryIn(language, country) })];
  });
}

/** Two authorities have the same name, which the list of them tells apart by an English name of the country. */
function nameAlone(name: string): string {
  return name.replace(/ \((?:Denmark|Norway)\)$/, '');
}
