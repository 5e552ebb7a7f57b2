// The country that a postal address tells: by its last line, by the form of its postal code, or by the words of its parts.

/** Languages in which the names of countries are known. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'zh', 'ja'];

/** Codes with a name that is no country's: unions, test locales, the unknown (CLDR, and user-assigned codes of ISO 3166 but Kosovo's). */
const NO_COUNTRY = /^(?:EU|EZ|UN|QO|ZZ|X(?!K)[A-Z])$/;

/** How people and other languages' tables write some countries beside their names in CLDR. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['holland', 'NL'],
  ['the netherlands', 'NL'],
  ['czech republic', 'CZ'],
  ['中华人民共和国', 'CN'],
  ['日本国', 'JP'],
];

/** Letters before a postal code across borders, as vehicles carry them (UNECE distinguishing signs), and their countries. */
const POST_PREFIXES: Readonly<Record<string, string>> = {
  A: 'AT',
  B: 'BE',
  CH: 'CH',
  CZ: 'CZ',
  D: 'DE',
  DK: 'DK',
  E: 'ES',
  F: 'FR',
  FIN: 'FI',
  GR: 'GR',
  H: 'HU',
  HR: 'HR',
  I: 'IT',
  L: 'LU',
  N: 'NO',
  P: 'PT',
  PL: 'PL',
  S: 'SE',
  SK: 'SK',
  SLO: 'SI',
};

const STATES_OF_AMERICA =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';

/** Forms that one country has alone (Universal Postal Union, addressing sheets). The first that is met tells. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`\b(?:${STATES_OF_AMERICA})[ ,]{1,2}\d{5}(?:-\d{4})?\b`), 'US'],
  [/\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)[ ,]{1,2}\d{4}\b/, 'AU'],
  [/\b(?:GIR ?0AA|[A-PR-UWYZ][A-Z]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b/, 'GB'],
  [/\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d\b/, 'CA'],
  [/\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b(?! ?\d)/, 'NL'],
  [/\b[ACDEFHKNPRTVWXY]\d[\dW] ?[\dACDEFHKNPRTVWXY]{4}\b/, 'IE'],
  [/\bSingapore \d{6}\b/i, 'SG'],
  [/(?:東京都|北海道|(?:大阪|京都)府|\p{Script=Han}{2,3}県).*[市区町村]|〒 ?\d{3}-\d{4}/u, 'JP'],
  [/(?:臺|台)(?:北|中|南|灣|湾)|[縣鄉鎮].*[路街段]/u, 'TW'],
  [/\p{Script=Han}{2,8}(?:省|自治区|市).*(?:区|县|路|街|号)/u, 'CN'],
  [/\p{Script=Hangul}(?:특별시|광역시|시|도) .*(?:구|동|로|길)/u, 'KR'],
  [/\b\d{5}-\d{3}\b/, 'BR'],
  [/\b\d{4}-\d{3}\b/, 'PT'],
  [/\b\d{2}-\d{3}\b/, 'PL'],
];

const PREFIXED = new RegExp(String.raw`\b(${Object.keys(POST_PREFIXES).join('|')})-\d{3} ?\d{1,2}\b`);

/**
 * The country of an address as ISO 3166 code, where its own text tells it; undefined otherwise.
 *
 * @param address as it is written, in one line or several
 */
export function countryOfAddress(address: string): string | undefined {
  return countryInLastParts(address) ?? countryByPrefix(address) ?? FORMS.find(([form]) => form.test(address))?.[1];
}

/** The last parts of an address: the country's name, perhaps with a full stop, or with the postal code behind it. */
function countryInLastParts(address: string): string | undefined {
  const parts = address.split(/[,;\n\r\u3001\uff0c]+/).map(plain);
  const last = parts.filter((part) => part !== '').slice(-2);
  return last.map((part) => countryNames().get(part)).find((country) => country !== undefined);
}

function countryByPrefix(address: string): string | undefined {
  const prefix = PREFIXED.exec(address)?.[1];
  return prefix === undefined ? undefined : POST_PREFIXES[prefix];
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\.$/, '');
}

let names: ReadonlyMap<string, string> | undefined;

/** Names of countries in lower case and their codes, from CLDR as the runtime carries it. */
function countryNames(): ReadonlyMap<string, string> {
  names ??= new Map([...namesOfCldr(), ...OTHER_NAMES]);
  return names;
}

function* namesOfCldr(): Generator<readonly [string, string]> {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0x41 + i));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = NO_COUNTRY.test(code) ? undefined : display.of(code);
      if (name === undefined) continue;
      // Codes of countries that are no more are led to those that followed them.
      const current = new Intl.Locale(`und-${code}`).region ?? code;
      yield [plain(name), current];
    }
  }
}
