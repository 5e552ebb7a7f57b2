// Real texts that a Debian machine has and that tell of no person, or from which the lines that credit somebody are taken out.
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

export interface MachineText {
  readonly name: string;
  /** Of which file or files; several texts of one source are read one by one. */
  readonly texts: () => Iterable<string>;
  /** What was taken out, and why. */
  readonly without: string;
}

/**
 * First 12 digits of the SHA-256 of values that stand in these texts all the same and were read in their context: a person who
 * is named, an address of the internet. What is found there is true; a value that is not in the list counts as false.
 */
const READ_AND_TRUE: ReadonlySet<string> = new Set([
  '559e8c3a8c79',
  'b1ce3485befc',
  '8bc8a2c60003',
  '4e710cf2c60c',
  'a265084efd70',
  '9f3da95a5322',
  '6694f83c9f47',
  'f8a95dde4371',
  'faacd194d762',
  '4d0dbc47178b',
  '2d609bfea354',
  '7461dca873c1',
  '3417e3fce0b2',
  '8c1cdeb7c777',
  '6952691a9ccc',
  '3cda2f2748bd',
  'e586b5d1f70e',
  '1faf378f951e',
  'ea60b7623dc0',
  '486da39fcd22',
  'a2c5576efda6',
  'fb9d128946a4',
  '3faf829784ac',
  'cd9960ae2936',
  '9de5b9c8a8d8',
]);

export function isReadAndTrue(value: Uint8Array): boolean {
  return READ_AND_TRUE.has(hash('sha256', value).slice(0, 12));
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Enough pages and files that every kind of prose and code is met, and few enough for a run of a minute. */
const MOST_PAGES = 700;
const MOST_FILES = 900;
const MOST_WORDS = 60_000;

export const MACHINE_TEXTS: readonly MachineText[] = [
  {
    name: 'licences',
    texts: () => filesIn('/usr/share/common-licenses').map((path) => uncredited(readFileSync(path, 'latin1'))),
    without: 'lines of copyright and postal addresses of foundations',
  },
  { name: 'manual pages', texts: manualPages, without: 'sections and lines that name authors, and macros of roff' },
  { name: 'package descriptions', texts: packageDescriptions, without: 'the fields Maintainer and Homepage' },
  {
    name: 'logs of dpkg, apt and alternatives',
    texts: () =>
      ['/var/log/dpkg.log', '/var/log/alternatives.log', '/var/log/apt/history.log', '/var/log/fontconfig.log']
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path, 'utf8')),
    without: 'nothing',
  },
  {
    name: 'source code of npm packages',
    texts: sourceCode,
    without: 'tests, package.json, holidays named after people, lines that credit authors',
  },
  { name: 'word lists in seven languages', texts: wordLists, without: 'words with a capital, which may be names' },
];

/** Lines that credit somebody, or give the address of a foundation. */
const CREDIT =
  /copyright|\(c\)|©|author|written by|maintain|contribut|thanks|credit|reported by|\bby [A-Z]\w+ [A-Z]|Franklin St|Temple Place|Boston, MA|Creative Commons|[\w.+-]+@[\w-]+\.\w+/i;

function uncredited(text: string): string {
  return text
    .split('\n')
    .filter((line) => !CREDIT.test(line))
    .join('\n');
}

function filesIn(folder: string, recursive = false): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Every n-th, so that all letters of the alphabet are met. */
function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, place) => place % step === 0);
}

const CREDIT_SECTION =
  /^\.\s*S[Hh]\s+"?(?:AUTHORS?|COPYRIGHT|REPORTING|CONTRIBUT|THANKS|CREDITS|ACKNOWLEDG|HISTORY|MAINTAINER|BUGS|SEE ALSO)/i;

function* manualPages(): Generator<string> {
  const pages = ['man1', 'man5', 'man8'].flatMap((section) => filesIn(`/usr/share/man/${section}`));
  for (const page of spread(
    pages.filter((path) => path.endsWith('.gz')),
    MOST_PAGES,
  )) {
    let isCredit = false;
    const lines: string[] = [];
    for (const line of gunzipSync(readFileSync(page)).toString('utf8').split('\n')) {
      if (/^\.\s*S[Hh]\b/.test(line)) isCredit = CREDIT_SECTION.test(line);
      if (!isCredit && !/^[.'](?!B |I |BR |BI |IP )/.test(line)) lines.push(plainOf(line));
    }
    yield uncredited(lines.join('\n'));
  }
}

/** A line of roff as it reads. */
function plainOf(line: string): string {
  return line
    .replace(/^\.(?:BR|BI|IP|B|I) /, '')
    .replace(/\\f(?:\[\w*\]|\(..|.)/g, '')
    .replace(/\\\((?:aq|oq|cq)/g, "'")
    .replace(/\\[-&e:.]/g, (mark) => (mark === '\\-' ? '-' : ''));
}

function* packageDescriptions(): Generator<string> {
  let all = '';
  try {
    all = execFileSync('apt-cache', ['dumpavail'], { encoding: 'utf8', maxBuffer: 1 << 30 });
  } catch {
    // No apt on this machine: the source has no lines, and the report says so.
    return;
  }
  const packages = all.split('\n\n').filter(Boolean);
  yield spread(packages, 6000)
    .map((one) => one.replace(/^(?:Maintainer|Homepage|Original-Maintainer):.*\n/gm, ''))
    .join('\n\n');
}

function* sourceCode(): Generator<string> {
  const files = filesIn(join(ROOT, 'node_modules'), true).filter(
    (path) =>
      /\.(?:[cm]?js|d\.ts|json)$/.test(path) &&
      !/@vigie|@faker-js|libphonenumber|date-holidays|[/.-]tests?[/.]|package\.json$/.test(path),
  );
  for (const file of spread(files, MOST_FILES)) yield uncredited(readFileSync(file, 'utf8'));
}

function* wordLists(): Generator<string> {
  for (const list of ['dutch', 'french', 'italian', 'ngerman', 'polish', 'portuguese', 'spanish']) {
    const path = `/usr/share/dict/${list}`;
    if (!existsSync(path)) continue;
    const words = readFileSync(path, 'utf8')
      .split('\n')
      .filter((word) => !/\p{Lu}/u.test(word));
    yield spread(words, MOST_WORDS).join('\n');
  }
}
