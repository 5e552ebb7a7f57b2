// Rules of the watch, their files and lists, as the API answers.
import type { AnswerOf } from '@vigie/server/api';

export type RuleSummary = AnswerOf<'listRules'>['items'][number];
export type Rule = AnswerOf<'getRule'>;
export type RuleFile = AnswerOf<'listRuleFiles'>['items'][number];
export type RuleVerdict = AnswerOf<'addRuleFile'>['verdicts'][number];
export type ValueList = AnswerOf<'listValueLists'>['items'][number];
export type Tried = AnswerOf<'tryRule'>;

/** The order in which pages show them; the types hold them to the API's words. */
export const RULE_STATES = ['on', 'off', 'waiting', 'broken'] as const satisfies readonly RuleSummary['state'][];
export const RULE_ORIGINS = ['own', 'folder', 'site'] as const satisfies readonly RuleSummary['origin'][];
