// Words that stand beside a value and name it, in running text and in the names of columns and keys.

/** Words of so many letters or fewer count only where no letter stands on either side. */
const SHORT_WORD = 3;
/** Words of so many letters may go on: plurals, compounds (`Kreditkartennummer`). */
const LONG_WORD = 6;

/** How a word with spaces is also written: `card number`, `card_number`, `card-number`, `cardNumber`. */
export function spellings(word: string): string[] {
  return word.includes(' ') ? [' ', '_', '-', ''].map((sign) => word.replaceAll(' ', sign)) : [word];
}

const isUpper = (byte: number) => byte >= 0x41 && byte <= 0x5a;
const isLower = (byte: number) => byte >= 0x61 && byte <= 0x7a;

/** Whether a word may begin here: behind no letter, as the hump of `userEmail`, or behind an escape (`\nname`). */
export function beginsWord(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start] ?? 0;
  // Scripts without spaces between words have no boundaries to look for.
  if (first >= 0x80) return true;
  const before = bytes[start - 1] ?? 0;
  if (!isLower(before) && !isUpper(before)) return true;
  return isHump(bytes, start) || isEscapeLetter(bytes, start - 1);
}

function isHump(bytes: Uint8Array, start: number): boolean {
  return isUpper(bytes[start] ?? 0) && isLower(bytes[start - 1] ?? 0);
}

/** Whether the bytes `start…end`, which spell a word, stand for themselves and are not the middle of another word. */
export function isWholeWord(bytes: Uint8Array, start: number, end: number): boolean {
  if (!beginsWord(bytes, start)) return false;
  // Nor do they end where a space would tell it.
  if ((bytes[start] ?? 0) >= 0x80) return true;
  const behind = bytes[end] ?? 0;
  const length = end - start;
  // `podUID` is another word than `uid`, as `userEmail` is none but `email`.
  if (length <= SHORT_WORD && isHump(bytes, start)) return false;
  if (length >= LONG_WORD) return true;
  const humpBehind = isUpper(behind) && isLower(bytes[end - 1] ?? 0);
  if ((isLower(behind) || isUpper(behind)) && !humpBehind) {
    if (length <= SHORT_WORD) return false;
    const isPlural = (behind | 0x20) === 0x73 && !isLower(bytes[end + 1] ?? 0);
    if (!isPlural) return false;
  }
  return true;
}

function isEscapeLetter(bytes: Uint8Array, at: number): boolean {
  return bytes[at - 1] === 0x5c && [0x6e, 0x72, 0x74].includes(bytes[at] ?? 0);
}

/** Whether the name of a column or key holds a word: `userEmail`, `EMAIL_ADDRESS`, `客户电子邮件`. */
export function fieldHasWord(field: string, word: string): boolean {
  const spaced = ` ${field
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim()} `;
  const wanted = word.toLowerCase();
  // Scripts beyond Latin write without spaces or with endings; there, a part of the name is enough.
  if (/[^\p{Script=Latin}\p{Script=Common}]/u.test(wanted)) return spaced.includes(wanted);
  if (spaced.includes(` ${wanted} `) || spaced.includes(` ${wanted}s `)) return true;
  const compact = wanted.replaceAll(' ', '');
  return compact.length >= LONG_WORD && spaced.replaceAll(' ', '').includes(compact);
}
