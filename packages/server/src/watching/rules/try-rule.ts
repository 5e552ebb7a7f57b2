// A rule tried on lines of a log that somebody pasted: which records it matches, and why it does not match the others. Nothing of the lines
// is kept, and no value of theirs is in the answer.
import { createDetector, createLogReader, createTrial, type LogRecord, type RuleSet } from '@vigie/detect';
import { compiledFor, ruleSetOf } from './compile-rules.ts';
import type { DeskFault, RuleOrders, SiteFile, TrialOrder, Tried, TriedRecord } from './rule-orders.ts';
import { siteTexts } from './rule-texts.ts';

const MOST_RECORDS = 200;
const TRIED = 'trial';

export async function tryRule(orders: RuleOrders, order: TrialOrder): Promise<Tried | DeskFault> {
  const { set, rule, fault } = await setOf(orders, order);
  if (rule === undefined) return { fault: fault ?? 'there is no such rule, or it does not compile' };
  const correlation = set.correlations.find(({ about }) => about.rule === rule);
  const title = [...set.rules, ...set.correlations].find(({ about }) => about.rule === rule)?.about.title ?? rule;
  const all = recordsOf(order);
  const records = all.slice(0, MOST_RECORDS);
  const left = all.length - records.length;
  if (correlation === undefined) {
    const trial = createTrial(set, rule);
    if (trial === undefined) return { fault: 'it is a filter: try a rule that it is for' };
    return { rule, title, left, records: records.map((one) => tried(one, (event) => trial(event))) };
  }
  // What a correlation counts decides: each record is tried on those rules.
  const counted = correlation.members.flatMap(({ kind, index }) => {
    const name = kind === 'rule' ? set.rules[index]?.about : undefined;
    const trial = name && createTrial(set, name.rule);
    return name && trial ? [{ title: name.title, trial }] : [];
  });
  const detector = createDetector(set, { now: Date.now });
  const fired = records.flatMap(({ event, line }) => (event === undefined ? [] : detector.observe(event, line)));
  const told = [...fired, ...detector.end()].filter(({ about }) => about.rule === rule);
  return {
    rule,
    title,
    left,
    fired: told.slice(0, MOST_RECORDS).map(({ why }) => why()),
    records: records.map((one) =>
      tried(one, (event) => {
        const trials = counted.map(({ title: of, trial }) => ({ of, ...trial(event) }));
        const hit = trials.filter(({ verdict }) => verdict === 'matches');
        if (hit.length > 0) return { verdict: 'matches', why: hit.map(({ of, why }) => `${of}: ${why.join('; ')}`) };
        return { verdict: 'misses', why: trials.map(({ of, why }) => `${of}: ${why.join('; ')}`) };
      }),
    ),
  };
}

interface TrialSet {
  readonly set: RuleSet;
  readonly rule: string | undefined;
  readonly fault?: string | undefined;
}

async function setOf(orders: RuleOrders, { rule, text }: TrialOrder): Promise<TrialSet> {
  const on = { ...orders, off: rule === undefined ? orders.off : orders.off.filter((one) => one !== rule) };
  const others = await compiledFor(on);
  if (text === undefined) return { set: others.set, rule };
  const file: SiteFile = { id: TRIED, name: TRIED, text };
  const own = siteTexts(file).map((one) => one.text);
  const paths = new Set(own.map(({ origin }) => origin.path));
  // With other rules only where it counts them: what has the same id there is this one, being changed.
  const alone = ruleSetOf(on, own);
  const set = alone.faults.some(({ code }) => code === 'reference') ? ruleSetOf(on, [...others.texts, ...own]) : alone;
  const found = [...set.correlations, ...set.rules].filter(({ about }) => paths.has(about.path));
  const fault = set.faults.find(({ path }) => paths.has(path))?.message;
  return { set, rule: found[0]?.about.rule, fault: fault && `it does not compile: ${fault}` };
}

function recordsOf({ lines, format }: TrialOrder): readonly LogRecord[] {
  const reader = createLogReader({ now: Date.now, ...(format !== undefined && { source: format }) });
  const records = lines.split(/\r?\n/).flatMap((text, index) => (text === '' ? [] : reader.add(text, index + 1)));
  return [...records, ...reader.end()];
}

function tried(
  { line, event, fault }: LogRecord,
  trial: (event: NonNullable<LogRecord['event']>) => Omit<TriedRecord, 'line'>,
): TriedRecord {
  return event === undefined ? { line, verdict: 'broken', why: [fault ?? ''] } : { line, ...trial(event) };
}
