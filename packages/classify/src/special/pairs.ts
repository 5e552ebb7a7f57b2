// The pairs of words of all languages that have some.
import { PAIRS_DE } from './pairs/de.ts';
import { PAIRS_EN } from './pairs/en.ts';
import { PAIRS_ES } from './pairs/es.ts';
import { PAIRS_FR } from './pairs/fr.ts';
import { PAIRS_IT } from './pairs/it.ts';
import { PAIRS_JA } from './pairs/ja.ts';
import { PAIRS_NL } from './pairs/nl.ts';
import { PAIRS_PL } from './pairs/pl.ts';
import { PAIRS_PT } from './pairs/pt.ts';
import { PAIRS_ZH } from './pairs/zh.ts';
import type { Language, Pair } from './vocabulary.ts';

export const PAIRS: Readonly<Partial<Record<Language, readonly Pair[]>>> = {
  en: PAIRS_EN,
  fr: PAIRS_FR,
  de: PAIRS_DE,
  es: PAIRS_ES,
  it: PAIRS_IT,
  pt: PAIRS_PT,
  nl: PAIRS_NL,
  pl: PAIRS_PL,
  zh: PAIRS_ZH,
  ja: PAIRS_JA,
};
