// Orders → rules that can be evaluated, in a thread: thousands take seconds.
import { loadRules, type RuleSet, readSite } from '@vigie/detect';
import type { RuleOrders } from './rule-orders.ts';
import { type RuleTexts, ruleTexts } from './rule-texts.ts';

export interface CompiledRules extends RuleTexts {
  readonly set: RuleSet;
}

/** Compiles texts with the words of the site. */
export function ruleSetOf({ lists, fields, off }: RuleOrders, texts: RuleTexts['texts']): RuleSet {
  // It was read when somebody set it.
  const site = fields === '' ? undefined : readSite(fields);
  const said = site === undefined || 'fault' in site ? { placeholders: {}, mappings: [] } : site;
  const isOff = new Set(off);
  return loadRules(texts, {
    placeholders: { ...said.placeholders, ...lists },
    mappings: said.mappings,
    isOff: (rule) => isOff.has(rule),
  });
}

let kept: { readonly key: string; readonly compiled: Promise<CompiledRules> } | undefined;

/** The rules of these orders; compiled again only where the orders are others than before. */
export function compiledFor(orders: RuleOrders): Promise<CompiledRules> {
  const key = JSON.stringify(orders);
  if (kept?.key !== key) kept = { key, compiled: compileRules(orders) };
  return kept.compiled;
}

async function compileRules(orders: RuleOrders): Promise<CompiledRules> {
  const read = await ruleTexts(orders);
  return { ...read, set: ruleSetOf(orders, read.texts) };
}
