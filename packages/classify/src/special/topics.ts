// Topics: what a short query is about, by vocabulary alone, so that a search history can be summed up. A query is no statement of
// a person about themself.
import { SPECIAL_CATEGORIES, type SpecialCategory } from './category.ts';
import { scriptLanguages } from './language.ts';
import { createLexicon, type Lexicon, listTerms } from './lexicon.ts';
import { plain, wordsOf } from './plain.ts';
import { VOCABULARIES } from './vocabularies.ts';
import type { Language, Tongue } from './vocabulary.ts';

const lexicons = new Map<Tongue, Lexicon<SpecialCategory>>();
const unspaced = new Map<Tongue, readonly { readonly text: string; readonly category: SpecialCategory }[]>();

/**
 * The special categories that a short text touches, in the order of SPECIAL_CATEGORIES.
 *
 * @param text a query or a title; its first 400 characters are read
 */
export function topicsOf(text: string): readonly SpecialCategory[] {
  const plainText = plain(text.slice(0, 400));
  const words = wordsOf(plainText);
  const met = new Set<SpecialCategory>();
  for (const language of scriptLanguages(plainText)) {
    if (language === 'zh' || language === 'ja') {
      for (const { text: term, category } of unspacedOf(language)) if (plainText.includes(term)) met.add(category);
    } else {
      for (const tongue of tonguesOf(language)) for (const { sense } of lexiconOf(tongue).find(words)) met.add(sense);
    }
  }
  return SPECIAL_CATEGORIES.filter((category) => met.has(category));
}

function tonguesOf(language: Language): readonly Tongue[] {
  return language === 'ru' || language === 'ar' || language === 'ko' ? [language] : [language, 'latin'];
}

function lexiconOf(tongue: Tongue): Lexicon<SpecialCategory> {
  const known = lexicons.get(tongue);
  if (known !== undefined) return known;
  const made = createLexicon(
    VOCABULARIES.flatMap(({ category, tongues }) =>
      Object.values(tongues[tongue] ?? {}).map((terms) => ({ terms, sense: category })),
    ),
  );
  lexicons.set(tongue, made);
  return made;
}

function unspacedOf(tongue: Tongue): readonly { readonly text: string; readonly category: SpecialCategory }[] {
  const known = unspaced.get(tongue);
  if (known !== undefined) return known;
  const made = VOCABULARIES.flatMap(({ category, tongues }) =>
    Object.values(tongues[tongue] ?? {}).flatMap((terms) =>
      listTerms(terms).map((term) => ({ text: plain(term), category })),
    ),
  );
  unspaced.set(tongue, made);
  return made;
}
