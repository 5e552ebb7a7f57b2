// Presidio's cases (microsoft/presidio, presidio-analyzer/tests, MIT): for each entity the kind of ours, asked for by its name.
import { type Classifier, createClassifier } from '../packages/classify/src/classifier.ts';
import { createDefaultClassifier } from '../packages/classify/src/default-classifier.ts';
import type { Finder } from '../packages/classify/src/finder.ts';
import { createIdentifierFinder } from '../packages/classify/src/identifiers.ts';
import { DEVICE_IDENTIFIERS } from '../packages/classify/src/kinds/device/index.ts';
import { EUROPE } from '../packages/classify/src/kinds/europe/europe.ts';
import { PAYMENT } from '../packages/classify/src/kinds/payment/index.ts';
import { WORLD } from '../packages/classify/src/kinds/world/index.ts';
import { absent, jsonLines, sharedPath } from './corpora.ts';
import { CLAIMED, type Claim, NOT_CLAIMED, RIGHT_TO_MISS } from './presidio-entities.ts';
import { type CorpusReport, type CountedKind, type Miss, skippedReport, totalOf } from './report.ts';

interface Case {
  readonly file: string;
  readonly test: string;
  readonly entities: readonly string[] | null;
  readonly text: string;
  readonly expected_len?: number;
  /** In code points. */
  readonly expected_positions?: readonly (readonly [number, number])[];
  /** Which of the entities is expected. */
  readonly entity_num?: number;
  /** What Presidio's clean-up makes of the value: a test of its inside. */
  readonly expected?: string;
}

const CASES = 'corpora/classify/presidio-cases.ndjson';

interface EntityCount {
  cases: number;
  met: number;
  explained: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

export function measurePresidio(): CorpusReport {
  const title = "Presidio's cases";
  const path = sharedPath(CASES);
  if (path === undefined) return skippedReport('presidio', title, absent(CASES));
  const classifiers = new Map<string, Classifier>();
  const identifiers = createIdentifierFinder([...PAYMENT, ...EUROPE, ...WORLD, ...DEVICE_IDENTIFIERS]);
  const counts = new Map<string, EntityCount>();
  const passedOver = new Map<string, number>();
  const misses = new Map<string, Miss>();
  for (const one of jsonLines<Case>(path)) {
    const entity = entityOf(one);
    const claim = CLAIMED[entity];
    const reason = claim ? inside(one) : (NOT_CLAIMED[entity] ?? 'a test of how patterns are registered, of no entity');
    if (!claim || reason !== undefined) {
      const key = `${entity}: ${reason}`;
      passedOver.set(key, (passedOver.get(key) ?? 0) + 1);
      continue;
    }
    const key = `${claim.kind} ${claim.rules ?? ''}`;
    const classifier = classifiers.get(key) ?? classifierOf(claim, identifiers);
    classifiers.set(key, classifier);
    const found = classifier
      .classify(Buffer.from(one.text))
      .filter(({ kind }) => kind === claim.kind)
      .map(({ start, end }) => `${start}-${end}`);
    judge(one, entity, found, counts, misses);
  }
  const kinds = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, count]): CountedKind => ({ name: `${name} (${CLAIMED[name]?.kind ?? ''})`, ...count }));
  const sum = (of: (count: EntityCount) => number) => [...counts.values()].reduce((all, count) => all + of(count), 0);
  const [cases, met, explained] = [sum((one) => one.cases), sum((one) => one.met), sum((one) => one.explained)];
  return {
    corpus: 'presidio',
    title,
    how: [
      'The classifier is asked for one kind by its full name, with all rules that are built in. Where a kind holds documents of many countries, only what the rules of the entity’s country find counts, before overlaps between countries are settled.',
      'A case is met where the number of spans is the expected one and, where the case gives positions, these are the same (code points turned into bytes). A text that has to give nothing counts as a negative.',
      'Positives are spans, not cases: a case that wants two and gets one at the right place counts one true positive and one false negative.',
    ],
    tables: [{ title: 'By entity', kinds: [totalOf('all claimed entities', kinds), ...kinds] }],
    facts: [
      {
        title: 'Cases of the claimed entities',
        head: ['cases', 'met', 'share', 'not met, for a reason given below', 'not met, unexplained'],
        rows: [
          [`${cases}`, `${met}`, `${((100 * met) / cases).toFixed(2)} %`, `${explained}`, `${cases - met - explained}`],
        ],
      },
      {
        title: 'Not claimed, or no case of recognition',
        head: ['entity and reason', 'cases'],
        rows: [...passedOver].map(([what, count]) => [what, `${count}`]),
      },
    ],
    misses: [...misses.values()],
  };
}

/** For a country, its rules' findings are taken before overlaps are settled: a passport of one is a licence of another. */
function classifierOf({ kind, rules }: Claim, identifiers: Finder): Classifier {
  if (identifiers.kinds.every(({ id }) => id !== kind)) {
    return createDefaultClassifier({ kinds: [kind], rules: { title: 'none', rules: [], allowlists: [] } });
  }
  const restricted: Finder = {
    ...identifiers,
    find(text, hits, report) {
      identifiers.find(text, hits, {
        explains: report.explains,
        asked: report.asked,
        dropped: report.dropped,
        found: (match) => {
          if (match.rule.startsWith(rules ?? '')) report.found(match);
        },
      });
    },
  };
  return createClassifier({ finders: [restricted], kinds: [kind] });
}

function entityOf({ entities, entity_num }: Case): string {
  return entities?.[entity_num ?? 0] ?? 'none';
}

/** Why a case is no case of what is found in a text. */
function inside(one: Case): string | undefined {
  return one.expected !== undefined && one.expected_len === undefined
    ? 'a test of how the value is cleaned up inside'
    : undefined;
}

function judge(
  one: Case,
  entity: string,
  found: readonly string[],
  counts: Map<string, EntityCount>,
  misses: Map<string, Miss>,
): void {
  const expected = one.expected_len ?? one.expected_positions?.length ?? (one.test.includes('invalid') ? 0 : 1);
  const wanted = (one.expected_positions ?? []).map((place) => bytesOf(one.text, place).join('-'));
  const count = counts.get(entity) ?? newCount();
  counts.set(entity, count);
  const right =
    wanted.length > 0 ? found.filter((place) => wanted.includes(place)).length : Math.min(found.length, expected);
  const isMet = found.length === expected && (wanted.length === 0 || right === expected);
  count.cases += 1;
  count.truePositives += right;
  count.falseNegatives += expected - right;
  count.falsePositives += found.length - right;
  if (expected === 0 && found.length === 0) count.trueNegatives += 1;
  if (isMet) {
    count.met += 1;
    return;
  }
  const reason = RIGHT_TO_MISS[one.text];
  if (reason !== undefined) count.explained += 1;
  const what = `${entity}: ${one.text} (${expected} expected${wanted.length > 0 ? ` at ${wanted.join(', ')}` : ''}; found ${found.length === 0 ? 'nothing' : found.join(', ')})`;
  misses.set(what, { what, times: (misses.get(what)?.times ?? 0) + 1, why: reason ?? 'unexplained' });
}

function newCount(): EntityCount {
  return { cases: 0, met: 0, explained: 0, truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
}

function bytesOf(text: string, [start, end]: readonly [number, number]): [number, number] {
  const points = [...text];
  const bytes = (count: number) => Buffer.byteLength(points.slice(0, count).join(''));
  return [bytes(start), bytes(end)];
}
