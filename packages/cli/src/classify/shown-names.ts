// Names of tables, columns and files as they are shown: they may be values themselves, or be named after somebody.
// Not from the package's own door, which loads all that it can find: a scan needs the names of people alone.
import { withoutPersons } from '@vigie/classify/names';
import { safeName } from '@vigie/probe';

/** In paths these are no numbers of people: dates and times, addresses of machines, ids and hashes that programs give to files. */
const KEPT =
  /((?<!\d)(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?:[-_.T ]?\d\d[-_.:]?\d\d(?:[-_.:]?\d\d)?)?(?!\d)|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\da-zA-Z])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-zA-Z])|(?<![\da-zA-Z])[\da-f]{32,64}(?![\da-zA-Z]))/;

/** Endings say how a file is read, and an e-mail address before them must not swallow them; none of these is a domain's. */
const ENDINGS =
  /(?:\.(?:csv|tsv|psv|tab|ndjson|jsonl|json|log|txt|gz|zst|sql|dump|db|sqlite3?|parquet|pdf|eml|mbox|bak|xml|html|ya?ml|php|tf|config|pem|key|crt|p8|p12|pfx|ppk|jks|keystore|bks|kdbx?))+$/i;

/** @example shownName('mails of ada@example.org') // 'mails of ‹e-mail›' */
export function shownName(name: string): string {
  return withoutPersons(safeName(name));
}

/** A path, or a place that a fault names, with each of its parts as it may be shown. */
export function shownPath(path: string): string {
  return path.split('/').map(shownPart).join('/');
}

function shownPart(part: string): string {
  const [ending = ''] = ENDINGS.exec(part) ?? [];
  const pieces = part.slice(0, part.length - ending.length).split(KEPT);
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : shownName(piece))).join('') + ending;
}

/** Paths as they may be shown, each of them another: what is masked alike is numbered. */
export function createPathNames(): (path: string) => string {
  const taken = new Set<string>();
  return (path) => {
    const shown = shownPath(path);
    let unique = shown;
    for (let count = 2; taken.has(unique); count += 1) unique = shown.replace('›', ` ${count}›`);
    taken.add(unique);
    return unique;
  };
}
