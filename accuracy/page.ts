// docs/accuracy.md: a part for each corpus. A corpus that was not measured keeps the part that it has.
import { type CorpusReport, markdownOf } from './report.ts';

const HEAD = `<!-- Written by npm run accuracy. Do not edit. -->

# How well it classifies

Measured by \`npm run accuracy\` on test data that others published and on rows of known content. TP and TN are right, FP was found
and is not there, FN is there and was not found. Precision is the share of what was found that is right, recall the share of what
is there that was found; F1 weighs them alike, F2 weighs recall twice as much. Numbers are rounded down.`;

/** @param before the page as it is; empty where there is none. @param order names of all corpora */
export function writePage(before: string, report: CorpusReport, order: readonly string[]): string {
  const parts = new Map<string, string>();
  for (const [, name = '', text = ''] of before.matchAll(/<!-- corpus: (\S+) -->\n([\s\S]*?)(?=\n<!-- corpus: |$)/g)) {
    parts.set(name, text.trim());
  }
  if (report.skipped === undefined || !parts.has(report.corpus)) parts.set(report.corpus, markdownOf(report, false));
  const known = order.flatMap((name) => {
    const text = parts.get(name);
    return text === undefined ? [] : [`<!-- corpus: ${name} -->\n${text}`];
  });
  return `${[HEAD, ...known].join('\n\n')}\n`;
}
