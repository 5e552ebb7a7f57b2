// The fields of a MongoDB collection as all of its documents have them: names and types, grouped by the server.
// https://www.mongodb.com/docs/manual/reference/operator/aggregation/objectToArray/ and …/type/
import type { Dataset, SourceFault } from '../source.ts';

/** Runs a pipeline over the collection; each document of the answer as it was parsed. A fault is the last item. */
export type AskGroups = (pipeline: readonly object[]) => AsyncIterable<unknown>;

type Column = Dataset['columns'][number];

/** More fields than these under one path are data rather than names. */
const MOST_FIELDS = 200;
/** Documents in documents deeper than this are read. */
const DEEPEST = 3;
/** Types whose values hold nothing, and those that say nothing of a field beside another type. */
const EMPTY = new Set(['null', 'undefined', 'missing', 'minKey', 'maxKey', 'bool']);
/** Types that a text may be written in; of the others only numbers and times are left, which are told before them. */
const TEXTS = ['string', 'symbol', 'javascript', 'regex', 'binData', 'dbPointer'];
/** Names that an expression can name, and that are no values themselves: see `shownKey` of row-fields.ts. */
const NAME = /^(?!\$)[\p{L}\p{N}_$ :/#@-]{1,64}$/u;
const VALUE_IN_NAME = /\d{4}|\S@\S|[^\s_.:/-]{33}/;

/**
 * The fields of all documents, those of documents inside by their path.
 *
 * @returns undefined where they cannot be counted one by one: a list, a document beside a text, or names without end
 */
export async function fieldsOfCollection(ask: AskGroups): Promise<readonly Column[] | undefined | SourceFault> {
  return fieldsUnder(ask, '', 0);
}

async function fieldsUnder(
  ask: AskGroups,
  path: string,
  depth: number,
): Promise<readonly Column[] | undefined | SourceFault> {
  const types = new Map<string, Set<string>>();
  for await (const item of ask(pipelineFor(path))) {
    if (isFaultItem(item)) return item;
    const [name, type] = nameAndType(item) ?? [];
    if (name === undefined || type === undefined || !NAME.test(name) || VALUE_IN_NAME.test(name)) return undefined;
    if (!EMPTY.has(type)) types.set(name, (types.get(name) ?? new Set()).add(type));
    if (types.size > MOST_FIELDS) return undefined;
  }
  const columns: Column[] = [];
  for (const [name, found] of types) {
    const full = path === '' ? name : `${path}.${name}`;
    if (found.has('array') || (found.has('object') && (found.size > 1 || depth >= DEEPEST))) return undefined;
    if (!found.has('object')) {
      columns.push({ name: full, type: typeOf(found) });
      continue;
    }
    const inner = await fieldsUnder(ask, full, depth + 1);
    if (inner === undefined || 'code' in inner) return inner;
    columns.push(...inner);
  }
  return columns;
}

/** Of a field of several types the one that could hold the most. */
function typeOf(types: ReadonlySet<string>): string {
  return TEXTS.find((type) => types.has(type)) ?? [...types].sort()[0] ?? 'null';
}

function pipelineFor(path: string): readonly object[] {
  const held = path === '' ? '$$ROOT' : `$${path}`;
  const fields = { $cond: [{ $eq: [{ $type: held }, 'object'] }, { $objectToArray: held }, []] };
  return [
    { $project: { _id: 0, f: fields } },
    { $unwind: '$f' },
    { $group: { _id: ['$f.k', { $type: '$f.v' }], n: { $sum: 1 } } },
  ];
}

function nameAndType(item: unknown): readonly [string, string] | undefined {
  if (!Array.isArray(item)) return undefined;
  const [name, type]: readonly unknown[] = item;
  return typeof name === 'string' && typeof type === 'string' ? [name, type] : undefined;
}

function isFaultItem(item: unknown): item is SourceFault {
  return typeof item === 'object' && item !== null && 'code' in item;
}
