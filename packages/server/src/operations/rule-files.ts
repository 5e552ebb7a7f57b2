// Operations on files of rules that people add: each document is compiled first, and what does not compile is refused with its reason.
import { hash } from 'node:crypto';
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import type { RuleTables } from '../records/tables/rules.ts';
import type { Room } from '../room.ts';
import { ruleBookOf } from '../watching/rules/rule-book.ts';
import type { Checked, SiteFile } from '../watching/rules/rule-orders.ts';
import { fileOf, RULE_TEXT } from '../watching/rules/rule-records.ts';
import { IdParams, lineOfText } from './fields.ts';
import { CheckedRuleFileSchema, RuleFileSchema, WholeRuleFileSchema } from './rule-schemas.ts';

const MOST_FILES = 500;
const LARGEST = 4 << 20;

type Row = Selectable<RuleTables['rule_file']> & { readonly by_name: string | null };

function fileRows({ records }: Room) {
  return records
    .selectFrom('rule_file')
    .leftJoin('auth_user', 'auth_user.id', 'rule_file.added_by')
    .selectAll('rule_file')
    .select('auth_user.name as by_name');
}

function viewOf(row: Row): v.InferInput<typeof RuleFileSchema> {
  return {
    id: row.id,
    name: row.name,
    ...(row.licence !== null && { licence: row.licence }),
    ...(row.link !== null && { link: row.link }),
    enabled: row.enabled,
    addedBy: { id: row.added_by, name: row.by_name ?? '' },
    addedAt: row.added_at,
    changedAt: row.changed_at,
    version: row.version,
  };
}

export const listRuleFiles = operation({
  id: 'listRuleFiles',
  method: 'GET',
  path: '/api/rule-files',
  summary: 'Files of rules that were added here',
  may: 'read-watch',
  answer: v.object({ items: v.array(RuleFileSchema) }),
  async run({ room }) {
    const rows = await fileRows(room).orderBy('rule_file.name').orderBy('rule_file.id').execute();
    return { items: rows.map(viewOf) };
  },
});

async function readFile(room: Room, id: string): Promise<v.InferInput<typeof WholeRuleFileSchema> | Problem> {
  const row = await fileRows(room).where('rule_file.id', '=', id).executeTakeFirst();
  if (row === undefined) return problem('not-found');
  return { ...viewOf(row), text: fileOf(room, row)?.text ?? '' };
}

export const getRuleFile = operation({
  id: 'getRuleFile',
  method: 'GET',
  path: '/api/rule-files/:id',
  summary: 'A file of rules with its text',
  may: 'manage-rules',
  params: IdParams,
  answer: WholeRuleFileSchema,
  run: ({ room, params }) => readFile(room, params.id),
});

const Text = v.pipe(v.string(), v.minLength(1, 'it may not be empty'), v.maxLength(LARGEST, 'at most 4 MiB'));
const Fields = {
  name: lineOfText(200),
  text: Text,
  /** Of rules that do not name their own: an SPDX id, as in DRL-1.1. */
  licence: v.optional(lineOfText(100)),
  /** Where they are published. */
  link: v.optional(v.pipe(lineOfText(1000), v.regex(/^https?:\/\//, 'it begins with https://'))),
};

export const addRuleFile = operation({
  id: 'addRuleFile',
  method: 'POST',
  path: '/api/rule-files',
  summary:
    'Add Sigma rules, correlations and filters: what compiles is evaluated from now on, what does not is refused',
  may: 'manage-rules',
  limitBytes: 2 * LARGEST,
  body: v.strictObject(Fields),
  answer: CheckedRuleFileSchema,
  status: 201,
  async run({ room, actor, body: { name, text, licence, link } }) {
    const id = room.newId();
    const checked = await checkedFile(room, { id, name, text });
    if (checked instanceof Problem) return checked;
    const now = room.clock.now();
    const failed = await room.records.transaction().execute(async (trx) => {
      const { count } = await trx
        .selectFrom('rule_file')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      if (Number(count) >= MOST_FILES) return problem('conflict', { detail: `there are ${MOST_FILES} files already` });
      await trx
        .insertInto('rule_file')
        .values({
          id,
          name,
          text: room.vault.seal(checked.kept, RULE_TEXT),
          licence: licence ?? null,
          link: link ?? null,
          enabled: true,
          added_by: actor.accountId,
          added_at: now,
          changed_at: now,
        })
        .execute();
      await noteChange(room, actor.accountId, id, checked.kept);
      await recordChange(trx, { kind: 'rule', id, what: 'updated', at: now });
      return undefined;
    });
    return failed ?? taken(room, id, checked);
  },
});

/** @returns what is taken of it; a problem where nothing is */
async function checkedFile(room: Room, file: SiteFile): Promise<Checked | Problem> {
  const checked = await ruleBookOf(room).check(file);
  if (checked.verdicts.some(({ verdict }) => verdict !== 'refused')) return checked;
  const [first, ...more] = checked.verdicts.map(({ line, title, reason = '' }) => ({
    pointer: '/body/text',
    detail: `line ${line}${title === undefined ? '' : `, "${title}"`}: ${reason}`,
  }));
  const nothing = { pointer: '/body/text', detail: 'there is no document in it' };
  return problem('invalid-request', { errors: first === undefined ? [nothing] : [first, ...more] });
}

async function noteChange({ evidence }: Room, author: string, id: string, text: string): Promise<void> {
  const sha256 = hash('sha256', text, 'hex');
  await evidence.write({ type: 'setting-change', author, payload: { subject: `rule-file/${id}`, sha256 } });
}

async function taken(room: Room, id: string, { verdicts }: Pick<Checked, 'verdicts'>) {
  await ruleBookOf(room).changed();
  const file = await readFile(room, id);
  return file instanceof Problem ? file : { ...file, verdicts: [...verdicts] };
}

export const changeRuleFile = operation({
  id: 'changeRuleFile',
  method: 'PATCH',
  path: '/api/rule-files/:id',
  summary: 'Change the name or the text of a file of rules, or whether its rules are evaluated',
  may: 'manage-rules',
  limitBytes: 2 * LARGEST,
  params: IdParams,
  body: v.partial(v.strictObject({ ...Fields, enabled: v.boolean() })),
  versioned: true,
  answer: CheckedRuleFileSchema,
  async run({ room, actor, params: { id }, body, version }) {
    const before = await readFile(room, id);
    if (before instanceof Problem) return before;
    const { name = before.name, text, licence, link, enabled } = body;
    const checked = text === undefined ? undefined : await checkedFile(room, { id, name, text });
    if (checked instanceof Problem) return checked;
    const now = room.clock.now();
    const failed = await room.records.transaction().execute(async (trx) => {
      const changed = await trx
        .updateTable('rule_file')
        .set({
          name,
          ...(checked && { text: room.vault.seal(checked.kept, RULE_TEXT) }),
          ...(licence !== undefined && { licence }),
          ...(link !== undefined && { link }),
          ...(enabled !== undefined && { enabled }),
          changed_at: now,
          version: version + 1,
        })
        .where('id', '=', id)
        .where('version', '=', version)
        .returning('id')
        .executeTakeFirst();
      if (changed === undefined) return problem('version-old');
      await noteChange(room, actor.accountId, id, checked?.kept ?? before.text);
      if (enabled !== undefined && enabled !== before.enabled) await noteSwitch(room, actor.accountId, id, enabled);
      await recordChange(trx, { kind: 'rule', id, what: 'updated', at: now });
      return undefined;
    });
    return failed ?? taken(room, id, checked ?? { verdicts: [] });
  },
});

async function noteSwitch({ evidence }: Room, author: string, id: string, on: boolean): Promise<void> {
  const [from, to] = on ? ['off', 'on'] : ['on', 'off'];
  await evidence.write({ type: 'state-change', author, payload: { subject: `rule-file/${id}`, from, to } });
}

export const removeRuleFile = operation({
  id: 'removeRuleFile',
  method: 'DELETE',
  path: '/api/rule-files/:id',
  summary: 'Take a file of rules away; what they told stays',
  may: 'manage-rules',
  params: IdParams,
  async run({ room, actor, params: { id } }) {
    const failed = await room.records.transaction().execute(async (trx) => {
      const removed = await trx.deleteFrom('rule_file').where('id', '=', id).returning('id').executeTakeFirst();
      if (removed === undefined) return problem('not-found');
      await room.evidence.write({
        type: 'state-change',
        author: actor.accountId,
        payload: { subject: `rule-file/${id}`, from: 'on', to: 'removed' },
      });
      await recordChange(trx, { kind: 'rule', id, what: 'updated', at: room.clock.now() });
      return undefined;
    });
    if (failed !== undefined) return failed;
    await ruleBookOf(room).changed();
    return undefined;
  },
});

export const ruleFileOperations: readonly AnyOperation[] = [
  listRuleFiles,
  getRuleFile,
  addRuleFile,
  changeRuleFile,
  removeRuleFile,
];
