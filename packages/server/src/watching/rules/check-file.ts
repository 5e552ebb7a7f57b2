// A file of rules that somebody adds: each document is compiled together with all other rules, and is taken, waits for a list, or is refused
// with its reason and the line where it begins.
import type { RuleSet, RuleText } from '@vigie/detect';
import { ruleSetOf } from './compile-rules.ts';
import type { Checked, DocumentVerdict, RuleKind, RuleOrders, SiteFile } from './rule-orders.ts';
import { ruleTexts, siteTexts } from './rule-texts.ts';
import { splitDocuments } from './split-documents.ts';

interface Found {
  readonly rule: string;
  readonly title: string;
  readonly kind: RuleKind;
  readonly path: string;
}

export async function checkFile(orders: RuleOrders, file: SiteFile): Promise<Checked> {
  // A file that is changed is judged without what it was.
  const others = await ruleTexts({ ...orders, files: orders.files.filter(({ id }) => id !== file.id) });
  const parts = siteTexts(file);
  const verdicts = new Map<string, DocumentVerdict[]>();
  const add = (path: string, verdict: DocumentVerdict) => verdicts.set(path, [...(verdicts.get(path) ?? []), verdict]);
  const lineOf = new Map(parts.map(({ text, place }) => [text.origin.path, place.line ?? 1]));
  const compile = (texts: readonly RuleText[]) => ruleSetOf({ ...orders, off: [] }, [...others.texts, ...texts]);

  const doubled = doublesIn(compile(parts.map(({ text }) => text)), lineOf);
  for (const { path, rule, title, reason } of doubled)
    add(path, { line: lineOf.get(path) ?? 1, verdict: 'refused', rule, title, reason });
  const left = parts.filter(({ text }) => !doubled.some(({ path }) => path === text.origin.path));
  const set = compile(left.map(({ text }) => text));
  for (const { path, rule, title, kind } of foundIn(set))
    if (lineOf.has(path)) add(path, { line: lineOf.get(path) ?? 1, verdict: 'taken', rule, title, kind });
  for (const { path, rule, title, code, message } of set.faults) {
    if (!lineOf.has(path)) continue;
    add(path, {
      line: lineOf.get(path) ?? 1,
      verdict: code === 'placeholder' ? 'waits' : 'refused',
      ...(rule !== undefined && { rule }),
      ...(title !== undefined && { title }),
      reason: message,
    });
  }
  const isKept = (path: string) => verdicts.get(path)?.some(({ verdict }) => verdict !== 'refused') === true;
  const kept = splitDocuments(file.text).filter(({ line }) => isKept(`site/${file.id}#${line}`));
  return {
    verdicts: [...verdicts.values()].flat().sort((one, other) => one.line - other.line),
    kept: kept.map(({ text }) => `${text.trim()}\n`).join('---\n'),
  };
}

function foundIn({ rules, correlations, filters }: RuleSet): readonly Found[] {
  const of = (kind: RuleKind) => (about: RuleSet['filters'][number]) => {
    const { rule, title, path } = about;
    return { rule, title, path, kind };
  };
  return [
    ...rules.map(({ about }) => of('rule')(about)),
    ...correlations.map(({ about }) => of('correlation')(about)),
    ...filters.map(of('filter')),
  ];
}

/** Documents of the file with the name of a rule that is there already, or stands before it in the file. */
function doublesIn(
  set: RuleSet,
  lineOf: ReadonlyMap<string, number>,
): readonly (Found & { readonly reason: string })[] {
  const found = [...foundIn(set)].sort((one, other) => (lineOf.get(one.path) ?? 0) - (lineOf.get(other.path) ?? 0));
  const first = new Map<string, Found>();
  return found.flatMap((one) => {
    const before = first.get(one.rule);
    if (before === undefined || before.path === one.path || !lineOf.has(one.path)) {
      first.set(one.rule, before ?? one);
      return [];
    }
    const line = lineOf.get(before.path);
    const where = line === undefined ? 'there already' : `in line ${line} already`;
    return [{ ...one, reason: `a rule of this id or name is ${where}: "${before.title}"` }];
  });
}
