// Plain writing: the form in which sentences and vocabulary are compared, so that "Séropositive", "seropositive" and
// "SÉROPOSITIVE" are one word. Decomposition and composition: Unicode Standard Annex 15.

/** Letters that Unicode does not decompose, as people without their keyboard write them. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  '\u2019': "'",
  '\u2018': "'",
  '\u0640': '',
};

/** Marks of the Latin, Greek, Cyrillic and Arabic scripts; those of Japanese are kept, since they make another letter. */
const MARKS = /[\u0300-\u036f\u064b-\u0655\u0670]/g;

/** Whether any character is beyond ASCII. */
export function isBeyondAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return true;
  return false;
}

/** In lower case, without accents, in composed form. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (!isBeyondAscii(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFKC')
    .replace(/[łßıøđæœ\u2019\u2018\u0640]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** The words of a text in plain writing: runs of letters, digits and low lines. */
export function wordsOf(plainText: string): string[] {
  return plainText.match(isBeyondAscii(plainText) ? /[\p{L}\p{N}\p{M}_]+/gu : /[a-z0-9_]+/g) ?? [];
}
