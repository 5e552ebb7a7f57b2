// What MongoDB's replies look like, as far as they are read here. Every field may be missing or of another type.
// https://www.mongodb.com/docs/manual/reference/command/
import * as v from 'valibot';
import { type Column, column } from '../inventory.ts';
import type { Answer } from '../posture.ts';

/** Error code 13: https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const UNAUTHORIZED = 13;

const flag = v.fallback(v.optional(v.boolean()), undefined);
const text = v.fallback(v.optional(v.string()), undefined);
const count = v.fallback(
  v.optional(
    v.pipe(
      v.union([v.number(), v.bigint()]),
      v.transform(Number),
      v.check((value) => Number.isSafeInteger(value) && value >= 0),
    ),
  ),
  undefined,
);

const Success = v.looseObject({ ok: v.literal(1) });
const Failure = v.looseObject({ ok: v.literal(0), code: v.optional(v.number()), errmsg: v.optional(v.string(), '') });

const Greeting = v.union([
  v.looseObject({ ok: v.number(), maxWireVersion: v.number() }),
  v.looseObject({ ok: v.literal(0), errmsg: v.string() }),
]);

/** An answer to `hello`, or the refusal of a server from before it was there. */
export function isGreeting(reply: unknown): boolean {
  return v.is(Greeting, reply);
}

/** Servers that only speak the protocol word their refusals as MongoDB does, whatever the code. */
export function answerOf(reply: unknown): Answer {
  if (v.is(Success, reply)) return 'yes';
  const [failure] = parsedOf(Failure, reply);
  if (!failure) return 'unknown';
  const isRefusal = failure.code === UNAUTHORIZED || /requires authentication|not authorized/i.test(failure.errmsg);
  return isRefusal ? 'no' : 'unknown';
}

/** What a server is in its replica set or cluster. */
export interface Role {
  /** Keeps no data, and only votes. */
  readonly isArbiter: boolean;
  /** Members that are not primary answer only to those who say that they do not mind. */
  readonly isPrimary: boolean;
  /** A router of a sharded cluster; its counts include documents that are on the move. */
  readonly isRouter: boolean;
  readonly isReadOnly: boolean;
}

const Hello = v.looseObject({
  ok: v.literal(1),
  arbiterOnly: flag,
  readOnly: flag,
  isWritablePrimary: flag,
  ismaster: flag,
  msg: text,
});

/** From the answer to `hello`, or to `isMaster`, which says the same in older words. */
export function roleOf(reply: unknown): Role | undefined {
  const [hello] = parsedOf(Hello, reply);
  return (
    hello && {
      isArbiter: hello.arbiterOnly === true,
      isPrimary: (hello.isWritablePrimary ?? hello.ismaster) === true,
      isRouter: hello.msg === 'isdbgrid',
      isReadOnly: hello.readOnly === true,
    }
  );
}

export interface Program {
  readonly product: string;
  readonly version?: string;
}

const BuildInfo = v.looseObject({
  version: text,
  ferretdbVersion: text,
  ferretdb: v.fallback(v.optional(v.looseObject({ version: text })), undefined),
});

/** FerretDB says in `version` what it is compatible with; its own version stands beside, in 1.x and in 2.x. */
export function programOf(reply: unknown): Program {
  const [info] = parsedOf(BuildInfo, reply);
  const ferretdb = info?.ferretdbVersion ?? info?.ferretdb?.version;
  const version = ferretdb ?? info?.version;
  return { product: ferretdb === undefined ? 'mongodb' : 'ferretdb', ...(version !== undefined && { version }) };
}

const Databases = v.looseObject({ ok: v.literal(1), databases: v.array(v.unknown()) });
const Database = v.looseObject({ name: v.string(), sizeOnDisk: count });
export type Database = v.InferOutput<typeof Database>;

/** The databases, or undefined where the answer is no list. */
export function databasesOf(reply: unknown): Database[] | undefined {
  const [listing] = parsedOf(Databases, reply);
  return listing?.databases.flatMap((entry) => parsedOf(Database, entry));
}

const Collections = v.looseObject({
  ok: v.literal(1),
  cursor: v.looseObject({ id: v.unknown(), firstBatch: v.array(v.unknown()) }),
});
const CollectionInfo = v.looseObject({
  name: v.string(),
  type: text,
  options: v.fallback(v.optional(v.looseObject({ validator: v.optional(v.unknown()) })), undefined),
});
export type CollectionInfo = v.InferOutput<typeof CollectionInfo>;

/** The collections of one batch, and the cursor that the server keeps where there are more. */
export function collectionsOf(reply: unknown) {
  const [listing] = parsedOf(Collections, reply);
  if (!listing) return undefined;
  const { id, firstBatch } = listing.cursor;
  return {
    cursor: typeof id === 'bigint' && id !== 0n ? id : undefined,
    collections: firstBatch.flatMap((entry) => parsedOf(CollectionInfo, entry)),
  };
}

const Stats = v.looseObject({
  ok: v.literal(1),
  count,
  storageSize: count,
  indexSizes: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined),
});
type Stats = v.InferOutput<typeof Stats>;

export function statsOf(reply: unknown): Stats | undefined {
  return parsedOf(Stats, reply)[0];
}

/** The fields that a collection's validator and the names of its indexes tell; documents have more. */
export function fieldsOf(info: CollectionInfo, stats: Stats | undefined): Column[] {
  const validated = validatedFields(info.options?.validator);
  const known = new Set(validated.map((field) => field.name));
  const indexed = new Set(Object.keys(stats?.indexSizes ?? {}).flatMap(indexedFields));
  return [...validated, ...[...indexed].filter((name) => !known.has(name)).map((name) => column(name, 'indexed'))];
}

const Validator = v.looseObject({ $jsonSchema: v.looseObject({ properties: v.record(v.string(), v.unknown()) }) });
const types = v.fallback(v.optional(v.union([v.string(), v.array(v.string())])), undefined);
const Property = v.looseObject({ bsonType: types, type: types });

function validatedFields(validator: unknown): Column[] {
  const [parsed] = parsedOf(Validator, validator);
  return Object.entries(parsed?.$jsonSchema.properties ?? {}).map(([name, property]) => {
    const [rule] = parsedOf(Property, property);
    return column(name, [rule?.bsonType ?? rule?.type ?? 'any'].flat().join(' or '));
  });
}

/** Indexes are named after their fields and directions unless somebody named them: `email_1`, `owner_1_created_-1`. */
function indexedFields(index: string): string[] {
  const parts = index.split(/_(?:-?1|text|2d|2dsphere|hashed)(?:_|$)/);
  const isByDefault = parts.length > 1 && parts.at(-1) === '';
  return isByDefault ? parts.filter((name) => name !== '' && !name.startsWith('_')) : [];
}

/** The value in an array, or an empty array where it has another shape: one odd entry does not spoil a listing. */
function parsedOf<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S>[] {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? [parsed.output] : [];
}
