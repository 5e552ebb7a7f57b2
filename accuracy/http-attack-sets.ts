// Sets of requests and values that others have labelled: HttpParams of the corpora, and, where VIGIE_WEB_CORPORA names a folder with
// checkouts of them in it, the regression tests of the OWASP Core Rule Set (coreruleset), the strings of libinjection (libinjection)
// and the requests of CSIC TORPEDA 2012 (cnn_waf).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Where } from '../packages/detect/src/attacks/attack.ts';
import { readDocuments } from '../packages/detect/src/sigma/documents.ts';

export interface LabelledValue {
  readonly value: string;
  /** `norm`, `sqli`, `xss`, `path-traversal`, `cmdi`. */
  readonly label: string;
}

/** A row of values that came together. */
export interface LabelledRequest {
  readonly set: string;
  readonly isAttack: boolean;
  readonly values: readonly { readonly value: string; readonly where: Where }[];
}

/** The rows of HttpParams (Morzeux/HttpParamsDataset, MIT): quoted fields, the first line names them. */
export function httpParams(path: string): readonly LabelledValue[] {
  const [, ...rows] = csvRows(readFileSync(path, 'utf8'));
  return rows.flatMap(([value, , label]) => (value === undefined || label === undefined ? [] : [{ value, label }]));
}

/** RFC 4180; quotes are doubled, and lines may break inside of them. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}

/** All further sets that are in the folder. */
export function furtherSets(folder: string): readonly LabelledRequest[] {
  return [...coreRuleSet(folder), ...libinjection(folder), ...torpeda(folder)];
}

const LIBINJECTION_SQL = 'libinjection: SQL injection';

function libinjection(folder: string): LabelledRequest[] {
  const data = join(folder, 'libinjection/data');
  if (!existsSync(data)) return [];
  const lines = (name: string) =>
    readFileSync(join(data, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return readdirSync(data).flatMap((name) => {
    const set = setOfFile(name);
    if (set === undefined) return [];
    const isAttack = set !== 'libinjection: false positives of others';
    return lines(name).map((value) => ({ set, isAttack, values: [{ value, where: 'query' as const }] }));
  });
}

function setOfFile(name: string): string | undefined {
  if (name === 'false_positives.txt') return 'libinjection: false positives of others';
  if (name.startsWith('sqli-')) return LIBINJECTION_SQL;
  return name.startsWith('xss-') ? 'libinjection: cross-site scripting' : undefined;
}

const TORPEDA: Readonly<Record<string, string>> = {
  allNormals: 'TORPEDA: normal requests',
  allAnomalies: 'TORPEDA: odd requests without an attack',
  allAttacks: 'TORPEDA: requests with SQL injection',
};

function torpeda(folder: string): LabelledRequest[] {
  const data = join(folder, 'cnn_waf/data/torpeda_csv');
  if (!existsSync(data)) return [];
  const files = readdirSync(data, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.csv'));
  return files.flatMap((name) => {
    const set = TORPEDA[/(all[A-Za-z]+)\d*\.csv$/.exec(name)?.[1] ?? ''];
    if (set === undefined) return [];
    const [, ...rows] = csvRows(readFileSync(join(data, name), 'utf8'));
    return rows.map(([, , method, path = '', query = '']) => {
      const where = method === 'POST' ? 'body' : 'query';
      return { set, isAttack: set.includes('SQL'), values: [{ value: path, where: 'path' }, ...pairs(query, where)] };
    });
  });
}

function pairs(query: string, where: Where): LabelledRequest['values'] {
  return query
    .split('&')
    .flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)];
    })
    .map((value) => ({ value, where }));
}

interface RuleTest {
  readonly input?: {
    readonly uri?: string;
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly data?: unknown;
  };
  readonly output?: {
    readonly log?: { readonly expect_ids?: readonly number[]; readonly no_expect_ids?: readonly number[] };
  };
}

interface RuleTests {
  readonly tests?: readonly { readonly stages: readonly RuleTest[] }[];
}

/** The groups of rules for attacks that are read here; the others are about the protocol, methods and answers. */
const GROUPS: Readonly<Record<string, string>> = {
  '921': 'request splitting',
  '930': 'files',
  '931': 'remote files',
  '932': 'commands',
  '933': 'PHP',
  '934': 'interpreters',
  '941': 'cross-site scripting',
  '942': 'SQL injection',
  '944': 'Java',
};

function coreRuleSet(folder: string): LabelledRequest[] {
  const tests = join(folder, 'coreruleset/tests/regression/tests');
  if (!existsSync(tests)) return [];
  const files = readdirSync(tests, { recursive: true }).map(String);
  return files.flatMap((name) => {
    const group = GROUPS[/(\d{3})\d{3}\.yaml$/.exec(name)?.[1] ?? ''];
    if (group === undefined) return [];
    const [document] = readDocuments(readFileSync(join(tests, name), 'utf8')) as readonly RuleTests[];
    return (document?.tests ?? []).flatMap(({ stages }) => stages.flatMap((stage) => ofStage(group, stage)));
  });
}

function ofStage(group: string, { input, output }: RuleTest): LabelledRequest[] {
  if (input === undefined) return [];
  const isAttack = output?.log?.expect_ids !== undefined;
  if (!isAttack && output?.log?.no_expect_ids === undefined) return [];
  const set = `Core Rule Set, ${group}: ${isAttack ? 'has to fire a rule' : 'may not fire the rule'}`;
  const at = (input.uri ?? '').indexOf('?');
  const [path, query] = at < 0 ? [input.uri ?? ''] : [(input.uri ?? '').slice(0, at), (input.uri ?? '').slice(at + 1)];
  const headers = Object.entries(input.headers ?? {}).filter(
    ([name]) => !/^(?:host|accept.*|content-.*|connection)$/i.test(name),
  );
  const values = [
    { value: path ?? '', where: 'path' as const },
    ...(query === undefined ? [] : pairs(query, 'query')),
    ...(typeof input.data !== 'string' ? [] : bodyValues(input.data)),
    ...headers.flatMap(([name, value]) =>
      name.toLowerCase() === 'cookie'
        ? pairs(String(value).replaceAll(/;\s*/g, '&'), 'cookie')
        : [{ value: String(value), where: 'header' as const }],
    ),
  ];
  return [{ set, isAttack, values }];
}

function bodyValues(data: string): LabelledRequest['values'] {
  return /^[^<{\s]*=/.test(data) ? pairs(data, 'body') : [{ value: data, where: 'body' }];
}
