// Operations on lists of values: what rules call `%name%`, such as own networks, service accounts, bad addresses, honeytokens.
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { type Problem, problem } from '../http/problem.ts';
import { recordChange } from '../live/changes.ts';
import type { RuleTables } from '../records/tables/rules.ts';
import type { Room } from '../room.ts';
import { ruleBookOf } from '../watching/rules/rule-book.ts';
import { itemsOf, LIST_ITEMS } from '../watching/rules/rule-records.ts';
import { IdParams } from './fields.ts';
import { ValueListSchema, WholeValueListSchema } from './rule-schemas.ts';

const MOST_LISTS = 200;
/** A rule takes no more values for one placeholder. */
const MOST_VALUES = 10_000;

type Row = Selectable<RuleTables['value_list']> & { readonly by_name: string | null };

function listRows({ records }: Room) {
  return records
    .selectFrom('value_list')
    .leftJoin('auth_user', 'auth_user.id', 'value_list.changed_by')
    .selectAll('value_list')
    .select('auth_user.name as by_name');
}

function viewOf(row: Row): v.InferInput<typeof ValueListSchema> {
  return {
    id: row.id,
    name: row.name,
    count: row.count,
    changedBy: { id: row.changed_by, name: row.by_name ?? '' },
    changedAt: row.changed_at,
    version: row.version,
  };
}

export const listValueLists = operation({
  id: 'listValueLists',
  method: 'GET',
  path: '/api/value-lists',
  summary: 'Lists of values that rules may ask for, without the values',
  may: 'read-watch',
  answer: v.object({ items: v.array(ValueListSchema) }),
  async run({ room }) {
    return { items: (await listRows(room).orderBy('value_list.name').execute()).map(viewOf) };
  },
});

async function readList(room: Room, id: string): Promise<v.InferInput<typeof WholeValueListSchema> | Problem> {
  const row = await listRows(room).where('value_list.id', '=', id).executeTakeFirst();
  return row === undefined ? problem('not-found') : { ...viewOf(row), values: [...itemsOf(room, row)] };
}

export const getValueList = operation({
  id: 'getValueList',
  method: 'GET',
  path: '/api/value-lists/:id',
  summary: 'A list with its values, which may be accounts and addresses',
  may: 'manage-rules',
  params: IdParams,
  answer: WholeValueListSchema,
  run: ({ room, params }) => readList(room, params.id),
});

const Values = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1, 'a value may not be empty'), v.maxLength(1000))),
  v.minLength(1, 'give one value at least'),
  v.maxLength(MOST_VALUES, `at most ${MOST_VALUES} values`),
  v.transform((values) => [...new Set(values)]),
);
const Name = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[A-Za-z0-9_.-]{1,60}$/, 'a name has letters, digits, - _ and . only, as rules write it between two %'),
);

export const addValueList = operation({
  id: 'addValueList',
  method: 'POST',
  path: '/api/value-lists',
  summary: 'Give the values of a list; rules that waited for it are evaluated from now on',
  may: 'manage-rules',
  limitBytes: 16 << 20,
  body: v.strictObject({ name: Name, values: Values }),
  answer: WholeValueListSchema,
  status: 201,
  async run({ room, actor, body: { name, values } }) {
    const id = room.newId();
    const now = room.clock.now();
    const failed = await room.records.transaction().execute(async (trx) => {
      const names = await trx.selectFrom('value_list').select('name').execute();
      if (names.length >= MOST_LISTS) return problem('conflict', { detail: `there are ${MOST_LISTS} lists already` });
      if (names.some((row) => row.name === name))
        return problem('invalid-request', {
          errors: [{ pointer: '/body/name', detail: 'there is a list of this name already' }],
        });
      await trx
        .insertInto('value_list')
        .values({
          id,
          name,
          items: room.vault.seal(JSON.stringify(values), LIST_ITEMS),
          count: values.length,
          changed_by: actor.accountId,
          changed_at: now,
        })
        .execute();
      await noteChange(room, actor.accountId, id);
      await recordChange(trx, { kind: 'rule', id, what: 'updated', at: now });
      return undefined;
    });
    return failed ?? taken(room, id);
  },
});

async function noteChange({ evidence }: Room, author: string, id: string): Promise<void> {
  await evidence.write({ type: 'setting-change', author, payload: { subject: `value-list/${id}` } });
}

async function taken(room: Room, id: string) {
  await ruleBookOf(room).changed();
  return readList(room, id);
}

export const changeValueList = operation({
  id: 'changeValueList',
  method: 'PUT',
  path: '/api/value-lists/:id',
  summary: 'Give other values for a list',
  may: 'manage-rules',
  limitBytes: 16 << 20,
  params: IdParams,
  body: v.strictObject({ values: Values }),
  versioned: true,
  answer: WholeValueListSchema,
  async run({ room, actor, params: { id }, body: { values }, version }) {
    const now = room.clock.now();
    const failed = await room.records.transaction().execute(async (trx) => {
      const row = await trx
        .selectFrom('value_list')
        .select('version')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return problem('not-found');
      if (row.version !== version) return problem('version-old');
      await trx
        .updateTable('value_list')
        .set({
          items: room.vault.seal(JSON.stringify(values), LIST_ITEMS),
          count: values.length,
          changed_by: actor.accountId,
          changed_at: now,
          version: version + 1,
        })
        .where('id', '=', id)
        .execute();
      await noteChange(room, actor.accountId, id);
      await recordChange(trx, { kind: 'rule', id, what: 'updated', at: now });
      return undefined;
    });
    return failed ?? taken(room, id);
  },
});

export const removeValueList = operation({
  id: 'removeValueList',
  method: 'DELETE',
  path: '/api/value-lists/:id',
  summary: 'Take a list away; rules that cannot do without it wait',
  may: 'manage-rules',
  params: IdParams,
  async run({ room, actor, params: { id } }) {
    const failed = await room.records.transaction().execute(async (trx) => {
      const removed = await trx.deleteFrom('value_list').where('id', '=', id).returning('id').executeTakeFirst();
      if (removed === undefined) return problem('not-found');
      await noteChange(room, actor.accountId, id);
      await recordChange(trx, { kind: 'rule', id, what: 'updated', at: room.clock.now() });
      return undefined;
    });
    if (failed !== undefined) return failed;
    await ruleBookOf(room).changed();
    return undefined;
  },
});

export const valueListOperations: readonly AnyOperation[] = [
  listValueLists,
  getValueList,
  addValueList,
  changeValueList,
  removeValueList,
];
