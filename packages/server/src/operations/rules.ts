// Operations on rules: the list of all, one as it is written, on and off, and tried on lines of a log.
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { cursorOf, keysOf, knownTotal, PageQuery, pageOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import type { Room } from '../room.ts';
import { ruleBookOf } from '../watching/rules/rule-book.ts';
import { type ListedRule, RULE_ORIGINS, RULE_STATES } from '../watching/rules/rule-orders.ts';
import { SWITCH_REASON } from '../watching/rules/rule-records.ts';
import { Id, lineOfText } from './fields.ts';
import { RuleName, RuleParams, RuleSchema, RuleSummarySchema } from './rule-schemas.ts';
import { Format, LEVELS } from './watching-schemas.ts';
import { oneOrMore } from './words.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TOLD_MS = 30 * DAY_MS;

type Summary = v.InferInput<typeof RuleSummarySchema>;

async function toldCounts({ records, clock }: Room, rule?: string): Promise<ReadonlyMap<string, number>> {
  const since = new Date(clock.now().getTime() - TOLD_MS);
  let rows = records
    .selectFrom('detection')
    .select(['rule', sql<number>`sum(count)::int`.as('told')])
    .where('last_at', '>=', since)
    .groupBy('rule');
  if (rule !== undefined) rows = rows.where('rule', '=', rule);
  return new Map((await rows.execute()).map(({ rule: name, told }) => [name, told]));
}

function summaryOf(listed: ListedRule, told: ReadonlyMap<string, number>): Summary {
  const { description, references, tags, falsePositives, level, ...shown } = listed;
  const known = LEVELS.find((one) => one === level);
  return { ...shown, ...(known && { level: known }), told: told.get(listed.rule) ?? 0 };
}

const RuleQuery = v.object({
  ...PageQuery,
  q: v.optional(v.pipe(v.string(), v.maxLength(200))),
  level: v.optional(oneOrMore(LEVELS)),
  state: v.optional(oneOrMore(RULE_STATES)),
  origin: v.optional(v.picklist(RULE_ORIGINS)),
  file: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

export const listRules = operation({
  id: 'listRules',
  method: 'GET',
  path: '/api/rules',
  summary: 'All rules, by title: those that come with Vigie, those of folders, and those that were added',
  may: 'read-watch',
  query: RuleQuery,
  answer: pageOf(RuleSummarySchema),
  async run({ room, query }) {
    const keys = keysOf(query.cursor, ['number']);
    if (keys instanceof Problem) return keys;
    const { rules } = await ruleBookOf(room).catalogue();
    const found = rules.filter((one) => isAsked(one, query));
    const begin = keys === undefined ? query.skip : Number(keys[0]);
    const end = begin + query.limit;
    const told = await toldCounts(room);
    return {
      items: found.slice(begin, end).map((one) => summaryOf(one, told)),
      ...(end < found.length && { next: cursorOf([end]) }),
      ...knownTotal(query, found.length),
    };
  },
});

/** One without a level is told as a note. */
function isAsked(one: ListedRule, { q, level, state, origin, file }: v.InferOutput<typeof RuleQuery>): boolean {
  if (level?.every((asked) => asked !== (one.level ?? 'informational'))) return false;
  if (state?.every((asked) => asked !== one.state)) return false;
  if (origin !== undefined && one.origin !== origin) return false;
  if (file !== undefined && one.fileId !== file) return false;
  if (q === undefined) return true;
  const words = q.toLowerCase().split(/\s+/);
  const { title, rule, author = '', logSource = '', file: of, tags } = one;
  const text = [title, rule, author, logSource, of, ...tags].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

export const getRuleSummary = operation({
  id: 'getRuleSummary',
  method: 'GET',
  path: '/api/rule-summary',
  summary: 'How many rules are on, off, waiting or broken, and what is worth knowing of them',
  may: 'read-watch',
  answer: v.object({
    counts: v.object({ on: v.number(), off: v.number(), waiting: v.number(), broken: v.number() }),
    /** Of folders that cannot be read, and of rules that compile all the same. */
    notes: v.array(v.string()),
    /** Names of lists that rules ask for and nobody gave. */
    asked: v.array(v.string()),
    /** Folders of rules that the operator named. */
    folders: v.array(v.string()),
  }),
  async run({ room }) {
    const { rules, notes, asked } = await ruleBookOf(room).catalogue();
    const counts = { on: 0, off: 0, waiting: 0, broken: 0 };
    for (const { state } of rules) counts[state] += 1;
    return {
      counts,
      notes: notes.slice(0, MOST_NOTES),
      asked: [...asked],
      folders: [...room.settings.watchRules],
    };
  },
});

const MOST_NOTES = 100;

async function readRule(room: Room, rule: string): Promise<v.InferInput<typeof RuleSchema> | Problem> {
  const book = ruleBookOf(room);
  const { rules } = await book.catalogue();
  const listed = rules.find((one) => one.rule === rule);
  if (listed === undefined) return problem('not-found');
  const text = await book.textOf(rule);
  const off = await room.records
    .selectFrom('rule_switch')
    .leftJoin('auth_user', 'auth_user.id', 'rule_switch.by_id')
    .select(['reason', 'at', 'by_id', 'auth_user.name as by_name'])
    .where('rule', '=', rule)
    .executeTakeFirst();
  const reason = off && room.vault.open(off.reason, SWITCH_REASON);
  const { description, references, tags, falsePositives } = listed;
  return {
    ...summaryOf(listed, await toldCounts(room, rule)),
    ...(description !== undefined && { description }),
    references: [...references],
    tags: [...tags],
    falsePositives: [...falsePositives],
    ...(text && { text: text.text }),
    ...(off &&
      reason && {
        off: {
          reason: 'code' in reason ? '' : reason.text,
          by: { id: off.by_id, name: off.by_name ?? '' },
          at: off.at,
        },
      }),
  };
}

export const getRule = operation({
  id: 'getRule',
  method: 'GET',
  path: '/api/rules/:rule',
  summary: 'One rule: what it is, as it is written, and why it is off where it is',
  may: 'read-watch',
  params: RuleParams,
  answer: RuleSchema,
  run: ({ room, params }) => readRule(room, params.rule),
});

export const switchRule = operation({
  id: 'switchRule',
  method: 'PUT',
  path: '/api/rules/:rule/switch',
  summary: 'Switch a rule off, with a reason, or on again; one that is off still counts in correlations',
  may: 'manage-rules',
  params: RuleParams,
  body: v.strictObject({ on: v.boolean(), reason: lineOfText(2000) }),
  answer: RuleSchema,
  async run({ room, actor, params: { rule }, body: { on, reason } }) {
    const { rules } = await ruleBookOf(room).catalogue();
    if (!rules.some((one) => one.rule === rule)) return problem('not-found');
    const at = room.clock.now();
    const failed = await room.records.transaction().execute(async (trx) => {
      const changed = on
        ? await trx.deleteFrom('rule_switch').where('rule', '=', rule).returning('rule').executeTakeFirst()
        : await trx
            .insertInto('rule_switch')
            .values({ rule, reason: room.vault.seal(reason, SWITCH_REASON), by_id: actor.accountId, at })
            .onConflict((conflict) => conflict.column('rule').doNothing())
            .returning('rule')
            .executeTakeFirst();
      if (changed === undefined) return problem('conflict', { detail: on ? 'it is on already' : 'it is off already' });
      await room.evidence.write({
        type: 'state-change',
        author: actor.accountId,
        payload: {
          subject: subjectOf(rule),
          from: on ? 'off' : 'on',
          to: on ? 'on' : 'off',
          reason: room.evidence.commitment(reason),
        },
      });
      await recordChange(trx, { kind: 'rule', id: rule, what: 'updated', at });
      return undefined;
    });
    if (failed !== undefined) return failed;
    await ruleBookOf(room).changed();
    return readRule(room, rule);
  },
});

/** Most rules have a UUID; for another name, which may be a sentence, a hash stands. */
function subjectOf(rule: string): string {
  return v.is(Id, rule) ? `rule/${rule}` : `rule/sha256-${hash('sha256', rule, 'hex')}`;
}

export const readRulesAgain = operation({
  id: 'readRulesAgain',
  method: 'POST',
  path: '/api/rules/read-again',
  summary: 'Read the folders of rules again now; they are also read when they change',
  may: 'manage-rules',
  async run({ room }) {
    await ruleBookOf(room).readAgain();
    const at = room.clock.now();
    await room.records
      .transaction()
      .execute((trx) => recordChange(trx, { kind: 'rule', id: 'folders', what: 'updated', at }));
    return undefined;
  },
});

const MOST_LINES = 512 * 1024;

export const tryRule = operation({
  id: 'tryRule',
  method: 'POST',
  path: '/api/rules/try',
  summary: 'Try a rule on lines of a log: which it matches, and why it does not match the others; nothing is kept',
  may: 'manage-rules',
  limitBytes: 2 << 20,
  body: v.pipe(
    v.strictObject({
      /** One that is there. */
      rule: v.optional(RuleName),
      /** One that is not there yet, in YAML. */
      text: v.optional(v.pipe(v.string(), v.maxLength(MOST_LINES))),
      lines: v.pipe(v.string(), v.minLength(1, 'paste some lines'), v.maxLength(MOST_LINES, 'paste fewer lines')),
      format: v.optional(Format),
    }),
    v.check(({ rule, text }) => (rule === undefined) !== (text === undefined), 'name a rule, or give the text of one'),
  ),
  answer: v.object({
    rule: v.string(),
    title: v.string(),
    records: v.array(
      v.object({
        /** At which the record begins. */
        line: v.number(),
        /** `other-source`: the rule is for other logs. `broken`: the record cannot be read. */
        verdict: v.picklist(['matches', 'misses', 'other-source', 'broken']),
        /** What held, or what did not, in words of the rule: no value of the lines. */
        why: v.array(v.string()),
      }),
    ),
    /** Of a correlation: why it fired, each time; a record matches where it counts. */
    fired: v.optional(v.array(v.string())),
    /** Records beyond those that were looked at. */
    left: v.number(),
  }),
  async run({ room, body: { rule, text, lines, format } }) {
    const tried = await ruleBookOf(room).tryOut({
      lines,
      ...(rule !== undefined && { rule }),
      ...(text !== undefined && { text }),
      ...(format !== undefined && { format }),
    });
    if ('fault' in tried)
      return problem('invalid-request', {
        errors: [{ pointer: text === undefined ? '/body/rule' : '/body/text', detail: tried.fault }],
      });
    const { fired, records, ...shown } = tried;
    return {
      ...shown,
      records: records.map(({ why, ...one }) => ({ ...one, why: [...why] })),
      ...(fired && { fired: [...fired] }),
    };
  },
});

export const ruleOperations: readonly AnyOperation[] = [
  listRules,
  getRuleSummary,
  getRule,
  switchRule,
  readRulesAgain,
  tryRule,
];
