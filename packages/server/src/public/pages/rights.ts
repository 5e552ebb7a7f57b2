// The pages on rights: the countries, and for each what one can do, with letters to fill in.
import { html } from '../html.ts';
import { countryName, RIGHTS_COUNTRIES, type RightsCountry } from '../rights/countries.ts';
import type { PublicLanguage } from '../words.ts';
import { wordsIn } from '../words-in.ts';
import { document } from './layout.ts';

export function rightsList(language: PublicLanguage): string {
  const words = wordsIn(language);
  const named = RIGHTS_COUNTRIES.map((country) => ({ country, name: countryName(country, language) }));
  const items = named
    .sort((a, b) => a.name.localeCompare(b.name, language))
    .map(({ country, name }) => html`<li><a href="/rights/${country.code}?lang=${language}">${name}</a></li>`);
  return document({
    language,
    title: words.rightsTitle,
    path: '/rights',
    body: html`<p>${words.rightsIntro}</p><ul class="countries">${items}</ul>`,
  });
}

export function rightsPage(country: RightsCountry, language: PublicLanguage): string {
  const words = wordsIn(language);
  const rights = words.rights[country.law];
  const said = [
    rights.complaint,
    rights.court,
    rights.compensation,
    rights.access,
    rights.erasure,
    rights.together,
    rights.crime,
  ];
  const letter = (name: LetterName, title: string) =>
    html`<h2>${title}</h2><p>${words.fillIn} <a href="/rights/${country.code}/${name}.txt?lang=${language}" download>${words.download}</a></p><pre>${letterFor(country, language, name)}</pre>`;
  return document({
    language,
    title: words.rightsIn({ country: countryName(country, language) }),
    path: `/rights/${country.code}`,
    body: html`<p>${rights.law}</p>
<h2>${words.authority}</h2>
<p><a href="${country.site}" rel="noreferrer">${country.authority}</a></p>
<ul>${said.map((one) => html`<li>${one}</li>`)}</ul>
${letter('complaint', words.complaintTemplate)}
${letter('access', words.accessTemplate)}`,
  });
}

export const LETTER_NAMES = ['complaint', 'access'] as const;
export type LetterName = (typeof LETTER_NAMES)[number];

export function letterFor(country: RightsCountry, language: PublicLanguage, name: LetterName): string {
  const rights = wordsIn(language).rights[country.law];
  return name === 'complaint' ? rights.complaintLetter(country) : rights.accessLetter;
}
