// Folds words for look-up: lower case, no accents, no apostrophes, so that "O'Brien", "OBRIEN" and "Müller", "MULLER" meet.

const ASCII = /^[a-z0-9' -]*$/;
const MARKS = /[\u0300-\u036f'’‘ʼ`´]/g;
/** Letters that Unicode does not decompose, as they are written where the letter is missing. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};
const SPECIAL = /[ßøłđðþæœı]/g;

/** A word in the form in which the vocabulary holds it. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower.includes("'") ? lower.replaceAll("'", '') : lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}
