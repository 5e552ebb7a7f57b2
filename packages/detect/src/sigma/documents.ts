// YAML text → documents, still foreign: several in a file, with the `action` of collections (global, reset, repeat) that pySigma reads.
import { CORE_SCHEMA, loadAll, mergeTag, YAMLException } from 'js-yaml';
import { quoted, Rejection } from './rejection.ts';

/** A rule of more is a list of indicators, and belongs into a placeholder. */
const MAX_TEXT = 4 * 1024 * 1024;
/** Aliases of YAML are references, so a small file can unfold into billions of values. */
const MAX_NODES = 500_000;
const MAX_DEPTH = 64;
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

export type Foreign = Readonly<Record<string, unknown>>;

/**
 * The documents of a file.
 *
 * @throws Rejection where it is not YAML, or grows beyond all bounds
 */
export function readDocuments(text: string): readonly Foreign[] {
  if (text.length > MAX_TEXT) throw new Rejection('yaml', 'the file is larger than 4 MiB');
  const documents = parse(text).filter((document) => document !== null && document !== undefined);
  let left = MAX_NODES;
  const count = (value: unknown, depth: number) => {
    left -= 1;
    if (left < 0) throw new Rejection('yaml', 'its aliases unfold into too many values');
    if (depth > MAX_DEPTH) throw new Rejection('yaml', 'it is nested too deep');
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) count(inner, depth + 1);
  };
  for (const document of documents) count(document, 0);
  return collected(documents.map(asMap));
}

function parse(text: string): readonly unknown[] {
  try {
    return loadAll(text.replace(/^\ufeff/, ''), { schema: SCHEMA, maxDepth: MAX_DEPTH });
  } catch (error) {
    // The parser may also fail without a name of its own; the text is foreign in any case.
    const line = error instanceof YAMLException && error.mark ? `, line ${error.mark.line + 1}` : '';
    const reason = error instanceof YAMLException ? error.reason : String(error);
    throw new Rejection('yaml', `it is not YAML: ${reason}${line}`);
  }
}

export function isMap(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asMap(value: unknown): Foreign {
  if (!isMap(value)) throw new Rejection('shape', `a document of Sigma is a map, not ${quoted(value)}`);
  return value;
}

/** What `global` documents say holds for those behind them, until `reset`; `repeat` is the document before with changes. */
function collected(documents: readonly Foreign[]): Foreign[] {
  const out: Foreign[] = [];
  let shared: Foreign = {};
  let previous: Foreign = {};
  for (const { action, ...document } of documents) {
    if (action === 'global') shared = joined(shared, document);
    else if (action === 'reset') shared = {};
    else if (action === 'repeat' || action === undefined) {
      previous = action === 'repeat' ? joined(previous, document) : joined(shared, document);
      out.push(previous);
    } else throw new Rejection('shape', `the action ${quoted(action)} is not global, reset or repeat`);
  }
  return out;
}

function joined(base: Foreign, over: Foreign): Foreign {
  const out: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = out[key];
    out[key] = isMap(before) && isMap(value) ? joined(before, value) : value;
  }
  return out;
}
