// Text that a store chose: names of tables, versions, banners. It may be hostile, and it may hold a person's data.

/** Names longer than this are cut: no honest schema needs more. */
const MAX_NAME = 200;

/** Wider than the e-mail syntax of RFC 5321, since what is masked too much does no harm. */
const E_MAIL = /[^\s@]{1,64}@[^\s@]{1,255}\.[\p{L}\p{N}-]{2,}/gu;
/** Nine digits or more, with the separators people write in phone, card and identity numbers. */
const LONG_NUMBER = /\+?\d(?:[ .\-()]?\d){8,}/g;
/** A long run that mixes letters and digits: tokens and keys look like this, words do not. */
const TOKEN = /(?=[A-Za-z0-9_\-+/=]*\d)(?=[A-Za-z0-9_\-+/=]*[A-Za-z])[A-Za-z0-9_\-+/=]{32,}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A store's own name for something, made safe to print and to keep: control and direction characters are taken out,
 * e-mail addresses, long numbers and tokens are masked by shape, and it is cut to 200 characters.
 *
 * @example safeName('mails of ada@example.org') // 'mails of ‹e-mail›'
 */
export function safeName(foreign: string): string {
  const clean = foreign
    .slice(0, MAX_NAME * 4)
    .replace(CONTROL, '')
    .replace(E_MAIL, '‹e-mail›')
    .replace(TOKEN, '‹token›')
    .replace(LONG_NUMBER, '‹number›');
  return clean.length > MAX_NAME ? `${clean.slice(0, MAX_NAME)}…` : clean;
}

/** A version as a store tells it: the first run of version characters, or undefined where there is none. */
export function safeVersion(foreign: string | undefined): string | undefined {
  const match = foreign?.match(/\d[0-9A-Za-z.+~_:-]{0,60}/);
  return match?.[0];
}
