// All languages of these examples.
import type { Examples } from '../examples.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { IT } from './it.ts';
import { JA } from './ja.ts';
import { NL } from './nl.ts';
import { PL } from './pl.ts';
import { PT } from './pt.ts';
import { ZH } from './zh.ts';

export const UNSEEN: Readonly<Record<string, Examples>> = {
  en: EN,
  fr: FR,
  de: DE,
  es: ES,
  it: IT,
  pt: PT,
  nl: NL,
  pl: PL,
  zh: ZH,
  ja: JA,
};
