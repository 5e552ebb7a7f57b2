// Attacks in requests: what is found in labelled values, class by class, with 95 % intervals, and what others find in the same ones.
// Only every other row was looked at while the readers were written; the others are counted apart.
import type { AttackKind } from '../packages/detect/src/attacks/attack.ts';
import { attacksIn } from '../packages/detect/src/attacks/attacks-in.ts';
import { absent, sharedPath } from './corpora.ts';
import { type Peer, peers } from './http-attack-peers.ts';
import { furtherSets, httpParams, type LabelledRequest, type LabelledValue } from './http-attack-sets.ts';
import { shareWithInterval } from './intervals.ts';
import { type CorpusReport, type CountedKind, type Miss, skippedReport, totalOf } from './report.ts';

const PATH = 'corpora/detect/http-params.csv';
const TITLE = 'Attacks in requests';
const NORMAL = 'norm';
const CLASSES: Readonly<Record<string, AttackKind>> = {
  sqli: 'sql-injection',
  xss: 'cross-site-scripting',
  'path-traversal': 'path-traversal',
  cmdi: 'command-injection',
};

export function measureHttpAttacks(): CorpusReport {
  const path = sharedPath(PATH);
  if (path === undefined) return skippedReport('http-attacks', TITLE, absent(PATH));
  const rows = httpParams(path);
  // Lines are counted from 1, and the first has the names of the fields.
  const seen = rows.filter((_, index) => index % 2 === 0);
  const heldBack = rows.filter((_, index) => index % 2 === 1);
  const beside = peers();
  const folder = process.env.VIGIE_WEB_CORPORA;
  const further = folder === undefined ? [] : furtherSets(folder);
  return {
    corpus: 'http-attacks',
    title: TITLE,
    how: [
      'The values are those of HttpParams (Morzeux/HttpParamsDataset, payload_train.csv, MIT): normal ones, and attacks of four classes. A value counts as found where any attack is found in it, and as named where the attack is of its class. Rows on even lines of the file were read while the readers were written; those on odd lines were not. Intervals are those of Wilson, 95 %.',
      'Beside ours stand the rules for web servers of SigmaHQ in our own engine, each value as a parameter of a line of an access log, and libinjection where its binding for Python is installed (it reads SQL injection and cross-site scripting only).',
      'VIGIE_WEB_CORPORA is a folder with checkouts of coreruleset, libinjection and cnn_waf, whose requests are counted too. Tests of the Core Rule Set are of one rule each: many of those that may not fire it are attacks that another rule is for, and many that have to fire one are single words.',
    ],
    tables: [
      { title: 'Rows that were not looked at', kinds: countedOf(heldBack) },
      { title: 'Rows that were looked at', kinds: countedOf(seen) },
    ],
    facts: [
      {
        title: 'Found, with intervals',
        head: ['rows', 'class', 'rows', 'ours', 'named rightly', ...beside.map(({ name }) => name)],
        rows: [
          ...classRows('not looked at', heldBack, beside),
          ...classRows('looked at', seen, beside),
          ...classRows('all', rows, beside),
        ],
      },
      ...(further.length > 0 ? [furtherTable(further, beside)] : []),
    ],
    misses: missesOf(heldBack),
  };
}

function isFound(value: string): boolean {
  return attacksIn(value).length > 0;
}

function countedOf(rows: readonly LabelledValue[]): readonly CountedKind[] {
  const found = (label: string) => rows.filter((row) => row.label === label && isFound(row.value)).length;
  const all = (label: string) => rows.filter((row) => row.label === label).length;
  const kinds = Object.keys(CLASSES).map((label): CountedKind => {
    return { name: label, truePositives: found(label), falsePositives: 0, falseNegatives: all(label) - found(label) };
  });
  const falsePositives = found(NORMAL);
  const normal: CountedKind = {
    name: 'normal',
    truePositives: 0,
    falsePositives,
    falseNegatives: 0,
    trueNegatives: all(NORMAL) - falsePositives,
  };
  return [...kinds, normal, totalOf('all', [...kinds, normal])];
}

function classRows(
  part: string,
  rows: readonly LabelledValue[],
  beside: readonly Peer[],
): readonly (readonly string[])[] {
  const labels = [...Object.keys(CLASSES), 'attacks', NORMAL];
  return labels.map((label) => {
    const values = rows
      .filter((row) => (label === 'attacks' ? row.label !== NORMAL : row.label === label))
      .map(({ value }) => value);
    const kind = CLASSES[label];
    const named =
      kind === undefined
        ? ''
        : shareWithInterval(
            values.filter((value) => attacksIn(value).some((attack) => attack.kind === kind)).length,
            values.length,
          );
    return [
      part,
      label === NORMAL ? 'normal (false positives)' : label,
      values.length.toLocaleString('en'),
      shareWithInterval(values.filter(isFound).length, values.length),
      named,
      ...beside.map(({ finds }) => shareWithInterval(finds(values).filter(Boolean).length, values.length)),
    ];
  });
}

function furtherTable(requests: readonly LabelledRequest[], beside: readonly Peer[]) {
  const sets = [...new Set(requests.map(({ set }) => set))].sort();
  const rows = sets.map((set) => {
    const own = requests.filter((request) => request.set === set);
    const found = own.filter(({ values }) =>
      values.some(({ value, where }) => attacksIn(value, where).length > 0),
    ).length;
    return [
      set,
      own[0]?.isAttack ? 'should' : 'should not',
      own.length.toLocaleString('en'),
      shareWithInterval(found, own.length),
      ...beside.map((peer) => shareWithInterval(foundBy(peer, own), own.length)),
    ];
  });
  return {
    title: 'Further sets',
    head: ['set', 'be found', 'requests', 'ours', ...beside.map(({ name }) => name)],
    rows,
  };
}

/** Requests in which a peer finds something, each value decoded once as a server would. */
function foundBy({ finds }: Peer, requests: readonly LabelledRequest[]): number {
  const verdicts = finds(requests.flatMap(({ values }) => values.map(({ value }) => decoded(value))));
  let [at, found] = [0, 0];
  for (const { values } of requests) {
    if (verdicts.slice(at, at + values.length).some(Boolean)) found += 1;
    at += values.length;
  }
  return found;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return value;
  }
}

/** By class only: what a row holds stays out of the report. */
function missesOf(rows: readonly LabelledValue[]): readonly Miss[] {
  const counted = [...Object.keys(CLASSES), NORMAL].map((label) => {
    const own = rows.filter((row) => row.label === label);
    const isWrong = ({ value }: LabelledValue) => isFound(value) === (label === NORMAL);
    return {
      what: label,
      times: own.filter(isWrong).length,
      why: label === NORMAL ? 'is taken for an attack' : 'nothing is found',
    };
  });
  return counted.filter(({ times }) => times > 0);
}
