// The fonts of a PDF: Noto Sans, and Noto Sans Hans for what it has no signs for. Only the signs in use are embedded.
import { fileURLToPath } from 'node:url';
import type { Language } from '@vigie/respond';
import type PDFDocument from 'pdfkit';

export type Weight = 'regular' | 'bold';

/** A stretch of text in one font. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/** Chinese, its punctuation and forms, and the arrows, operators and boxes that Noto Sans lacks. */
const EAST_ASIAN =
  /[\u2190-\u23ff\u2500-\u27bf\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** Quotation marks, dashes and dots have the width of a sign in Chinese, and of a letter elsewhere. */
const SHARED_PUNCTUATION = /[\u00b7\u2014\u2018-\u201f\u2026]/u;

const LATIN = import.meta.resolve('@expo-google-fonts/noto-sans/package.json');
const CHINESE = import.meta.resolve('@embedpdf/fonts-sc');

const FILES = {
  'latin-regular': new URL('400Regular/NotoSans_400Regular.ttf', LATIN),
  'latin-bold': new URL('700Bold/NotoSans_700Bold.ttf', LATIN),
  'chinese-regular': new URL('../fonts/NotoSansHans-Regular.otf', CHINESE),
  'chinese-bold': new URL('../fonts/NotoSansHans-Bold.otf', CHINESE),
};

/** Makes the fonts known to a document; a file is read when its font is first used. */
export function registerFonts(pdf: typeof PDFDocument.prototype): void {
  for (const [name, file] of Object.entries(FILES)) pdf.registerFont(name, fileURLToPath(file));
}

/** The text in stretches of one font each. */
export function runsOf(text: string, weight: Weight, language: Language): Run[] {
  const runs: { font: string; text: string }[] = [];
  for (const sign of text) {
    const isChinese = EAST_ASIAN.test(sign) || (language === 'zh' && SHARED_PUNCTUATION.test(sign));
    const font = `${isChinese ? 'chinese' : 'latin'}-${weight}`;
    const last = runs.at(-1);
    if (last?.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}
