// The shapes of rules, their files and lists of values, in the API.
import * as v from 'valibot';
import { RULE_KINDS, RULE_ORIGINS, RULE_STATES } from '../watching/rules/rule-orders.ts';
import { Id, Instant, lineOfText } from './fields.ts';
import { LEVELS } from './watching-schemas.ts';

const Person = v.object({ id: v.string(), name: v.string() });

export const RuleSummarySchema = v.object({
  /** Its id, else its name, else its title. */
  rule: v.string(),
  kind: v.picklist(RULE_KINDS),
  title: v.string(),
  level: v.optional(v.picklist(LEVELS)),
  status: v.optional(v.string()),
  author: v.optional(v.string()),
  licence: v.optional(v.string()),
  /** Where it, or its collection, is published. */
  link: v.optional(v.string()),
  /** As in `windows process_creation`. */
  logSource: v.optional(v.string()),
  /** `own`: it comes with Vigie. `folder`: of a folder that the operator named. `site`: somebody added it here. */
  origin: v.picklist(RULE_ORIGINS),
  file: v.string(),
  fileId: v.optional(Id),
  /** At which its document begins, where that is known. */
  line: v.optional(v.number()),
  /** `waiting`: nobody gave values for a list that it asks. `broken`: it does not compile. */
  state: v.picklist(RULE_STATES),
  /** Why it waits or does not compile. */
  reason: v.optional(v.string()),
  /** It tells nothing by itself and counts in correlations. */
  countsOnly: v.boolean(),
  /** How often it told something in the last 30 days. */
  told: v.number(),
});

export const RuleSchema = v.object({
  ...RuleSummarySchema.entries,
  description: v.optional(v.string()),
  references: v.array(v.string()),
  tags: v.array(v.string()),
  falsePositives: v.array(v.string()),
  /** As it is written, in YAML. */
  text: v.optional(v.string()),
  /** Of one that is off. */
  off: v.optional(v.object({ reason: v.string(), by: Person, at: Instant })),
});

export const RuleFileSchema = v.object({
  id: Id,
  name: v.string(),
  licence: v.optional(v.string()),
  link: v.optional(v.string()),
  /** Its rules are evaluated, unless one is off by itself. */
  enabled: v.boolean(),
  addedBy: Person,
  addedAt: Instant,
  changedAt: Instant,
  version: v.number(),
});

export const VerdictSchema = v.object({
  /** At which its document begins. */
  line: v.number(),
  /** `waits`: it is taken, and tells nothing until somebody gives values for a list that it asks. */
  verdict: v.picklist(['taken', 'waits', 'refused']),
  rule: v.optional(v.string()),
  title: v.optional(v.string()),
  kind: v.optional(v.picklist(RULE_KINDS)),
  reason: v.optional(v.string()),
});

/** A file with its text, and with what became of each of its documents where it was sent just now. */
export const WholeRuleFileSchema = v.object({ ...RuleFileSchema.entries, text: v.string() });
export const CheckedRuleFileSchema = v.object({ ...WholeRuleFileSchema.entries, verdicts: v.array(VerdictSchema) });

export const ValueListSchema = v.object({
  id: Id,
  /** As rules ask for it: `%name%`. */
  name: v.string(),
  count: v.number(),
  changedBy: Person,
  changedAt: Instant,
  version: v.number(),
});
export const WholeValueListSchema = v.object({ ...ValueListSchema.entries, values: v.array(v.string()) });

export const RuleName = lineOfText(1024);
export const RuleParams = v.object({ rule: RuleName });
