// Title, id, author, level and the like, which rules, correlations and filters share.
import type { Foreign } from './documents.ts';
import { quoted, Rejection } from './rejection.ts';
import { type About, LEVELS, type LogSource, type Origin } from './rule.ts';

const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'];
const MAX_TITLE = 1024;

export function readAbout(document: Foreign, origin: Origin): About {
  const title = text(document, 'title');
  if (title === undefined || title === '') throw new Rejection('shape', 'it has no title');
  if (title.length > MAX_TITLE) throw new Rejection('shape', 'its title is longer than 1,024 signs');
  const id = text(document, 'id');
  const name = text(document, 'name');
  const level = oneOf(document, 'level', LEVELS);
  const status = oneOf(document, 'status', STATUSES);
  const taxonomy = text(document, 'taxonomy');
  if (taxonomy !== undefined && taxonomy !== 'sigma') {
    throw new Rejection('mapping', `the taxonomy ${quoted(taxonomy)} is not known; only that of Sigma is`);
  }
  const description = text(document, 'description');
  const author = text(document, 'author');
  const licence = text(document, 'license') ?? origin.licence;
  return {
    rule: id ?? name ?? title,
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    title,
    ...(status !== undefined && { status }),
    ...(description !== undefined && { description }),
    ...(level !== undefined && { level }),
    ...(author !== undefined && { author }),
    references: texts(document, 'references'),
    tags: texts(document, 'tags'),
    falsePositives: texts(document, 'falsepositives'),
    ...(licence !== undefined && { licence }),
    ...(origin.link !== undefined && { link: origin.link }),
    path: origin.path,
  };
}

export function readLogSource(document: Foreign): LogSource {
  const { logsource } = document;
  if (typeof logsource !== 'object' || logsource === null || Array.isArray(logsource)) {
    throw new Rejection('log-source', 'it has no log source');
  }
  const { category, product, service } = logsource as Foreign;
  for (const [key, value] of Object.entries({ category, product, service })) {
    if (value !== undefined && value !== null && typeof value !== 'string') {
      throw new Rejection('log-source', `the ${key} of its log source is not a string: ${quoted(value)}`);
    }
  }
  const known = Object.entries({ category, product, service }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  if (known.length === 0) throw new Rejection('log-source', 'its log source names no category, product or service');
  return Object.fromEntries(known);
}

/** A text; numbers are taken as what they write, since ids and titles of digits are written without quotes. */
function text(document: Foreign, key: string): string | undefined {
  const value = document[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Rejection('shape', `${key} is not a text: ${quoted(value)}`);
}

/** A list of texts; one text is a list of one. */
export function texts(document: Foreign, key: string): string[] {
  const value = document[key];
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((one) => (one === null || typeof one === 'object' ? [] : [String(one)]));
}

function oneOf<T extends string>(document: Foreign, key: string, known: readonly T[]): T | undefined {
  const value = text(document, key)?.toLowerCase();
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined)
    throw new Rejection('shape', `the ${key} ${quoted(value)} is not one of ${known.join(', ')}`);
  return found;
}
