// False certain findings in texts that hold no personal data: a machine's own texts, and generated logs of well-known formats.
import type { Classifier } from '../packages/classify/src/classifier.ts';
import { createDefaultClassifier } from '../packages/classify/src/default-classifier.ts';
import type { RuleSet } from '../packages/classify/src/secrets/rule.ts';
import { createChance } from './chance.ts';
import { LOG_FORMATS, logOf } from './generated-logs.ts';
import { isReadAndTrue, MACHINE_TEXTS } from './machine-texts.ts';
import type { CorpusReport, Miss } from './report.ts';

const LINES_OF_A_FORMAT = 20_000;

interface Source {
  readonly name: string;
  readonly texts: () => Iterable<string>;
  readonly without: string;
}

interface Counted {
  readonly source: Source;
  readonly lines: number;
  readonly certain: number;
  readonly possible: number;
  readonly right: number;
}

export function measureNegatives(rules: RuleSet | undefined): CorpusReport {
  const classifier = createDefaultClassifier(rules ? { rules } : {});
  const misses = new Map<string, Miss>();
  const counted = [...MACHINE_TEXTS, ...generated()].map((source) => count(source, classifier, misses));
  const rows = counted
    .filter(({ lines }) => lines > 0)
    .map(({ source, lines, certain, possible, right }) => [
      source.name,
      lines.toLocaleString('en'),
      `${certain}`,
      ((10_000 * certain) / lines).toFixed(2),
      `${possible}`,
      ((10_000 * possible) / lines).toFixed(2),
      `${right}`,
      source.without,
    ]);
  const sum = (of: (one: Counted) => number) => counted.reduce((all, one) => all + of(one), 0);
  const [lines, certain, possible] = [sum((one) => one.lines), sum((one) => one.certain), sum((one) => one.possible)];
  rows.unshift([
    '**all**',
    lines.toLocaleString('en'),
    `${certain}`,
    ((10_000 * certain) / lines).toFixed(2),
    `${possible}`,
    ((10_000 * possible) / lines).toFixed(2),
    `${sum((one) => one.right)}`,
    '',
  ]);
  const absent = counted.filter((one) => one.lines === 0).map(({ source }) => source.name);
  return {
    corpus: 'negatives',
    title: 'Texts without personal data',
    how: [
      'Every certain finding counts as false, whatever its kind. Texts that name people were left out (changelogs, lists of contributors), and lines that credit an author were taken out of the others, as the last column says. A few names and addresses of the internet are left; those that were read and are what they are said to be are counted apart. Which texts a machine has differs from machine to machine, and so do these numbers; generated logs are the same everywhere.',
      ...(absent.length > 0 ? [`Not on this machine: ${absent.join(', ')}.`] : []),
    ],
    tables: [],
    facts: [
      {
        title: 'False findings in 10,000 lines',
        head: [
          'text',
          'lines',
          'certain',
          'in 10,000 lines',
          'possible',
          'in 10,000 lines',
          'certain and true',
          'left out',
        ],
        rows,
      },
    ],
    misses: [...misses.values()],
  };
}

function generated(): Source[] {
  return Object.keys(LOG_FORMATS).map((format, place) => ({
    name: `generated: ${format}`,
    texts: () => [logOf(format, LINES_OF_A_FORMAT, createChance(place + 1))],
    without: 'nothing',
  }));
}

function count(source: Source, classifier: Classifier, misses: Map<string, Miss>): Counted {
  let [lines, certain, possible, right] = [0, 0, 0, 0];
  for (const text of source.texts()) {
    lines += text.split('\n').length;
    const bytes = Buffer.from(text);
    for (const { kind, rule, level, masked, reasons, start, end } of classifier.classify(bytes)) {
      if (level === 'possible') {
        possible += 1;
        continue;
      }
      if (isReadAndTrue(bytes.subarray(start, end))) {
        right += 1;
        continue;
      }
      certain += 1;
      const what = `${source.name}: ${kind} (${rule})`;
      const before = misses.get(what);
      const why = before?.why ?? `for example \`${masked.slice(0, 60)}\`: ${reasons.join(', ')}`;
      misses.set(what, { what, times: (before?.times ?? 0) + 1, why });
    }
  }
  return { source, lines, certain, possible, right };
}
