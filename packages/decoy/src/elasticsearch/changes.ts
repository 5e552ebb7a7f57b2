// Requests that change something: answered as Elasticsearch does, and so for the address that sent them. Nothing is run, and no other host is asked.
import { createHash } from 'node:crypto';
import type { Intent, Setting } from '../decoy.ts';
import type { HttpRequest } from '../http/request.ts';
import { chosen, type Index } from './indices.ts';
import { idOf, recordOf, type Source, testOf } from './query.ts';
import { bodyOf, fault } from './search.ts';
import {
  createIndex,
  dropDocuments,
  dropIndices,
  indicesFor,
  isIndexName,
  shareDocuments,
  storeDocuments,
} from './state.ts';

/** What is to be answered, before it is written. */
export interface Told {
  readonly status: number;
  readonly body: unknown;
  readonly intent: Intent;
  readonly words: string;
  readonly index?: string;
  readonly rows?: number;
}

/** How notes of extortion are called that attackers leave in place of the data. */
const NOTE = /read.?me|warning|recover|how.?to|your.?data|bitcoin|btc|ransom|meow/i;
const MAX_LINES = 2_000;
const MAX_ID = 512;

export function missing(index: string): Told {
  const name = index.slice(0, 256);
  const cause = {
    type: 'index_not_found_exception',
    reason: `no such index [${name}]`,
    'resource.type': 'index_or_alias',
    'resource.id': name,
    index_uuid: '_na_',
    index: name,
  };
  return {
    status: 404,
    body: { error: { root_cause: [cause], ...cause }, status: 404 },
    intent: 'look',
    words: 'asked for what is not there',
  };
}

/** Scripts in searches ran programs in old versions (CVE-2014-3120, CVE-2015-1427); this one knows painless alone, and compiles none. */
export function scripted({ body }: HttpRequest): Told {
  const [, language = 'painless'] = /"lang"\s*:\s*"(\w{1,32})"/.exec(body.toString('latin1')) ?? [];
  const told =
    language === 'painless'
      ? fault(400, 'script_exception', 'compile error')
      : fault(400, 'illegal_argument_exception', `script_lang not supported [${language}]`);
  return { status: 400, body: told.body, intent: 'reach', words: 'tried to have a script run' };
}

export function hasScript({ body }: HttpRequest): boolean {
  return body.length > 0 && /"(?:script|script_fields|scripted_metric|lang)"\s*:/.test(body.toString('latin1'));
}

export function changed(setting: Setting, request: HttpRequest, parts: readonly string[]): Told {
  const [first = '', second = ''] = parts;
  const about = first !== '' && !first.startsWith('_') ? { index: first.slice(0, 256) } : {};
  if (parts.includes('scroll') && request.method === 'DELETE')
    return { status: 200, body: { succeeded: true, num_freed: 1 }, intent: 'look', words: 'gave a scroll back' };
  if (request.method === 'DELETE' || second === '_delete_by_query')
    return { ...destroyed(setting, request, parts), ...about };
  if (first === '_snapshot') return snapshot(request, parts);
  if (first === '_reindex') return reindexed(setting, request);
  if (first === '_scripts' || hasScript(request)) return scripted(request);
  const told = stored(setting, request, parts);
  const isNote = NOTE.test(first) || (second !== '' && NOTE.test(request.body.toString('latin1', 0, 4096)));
  return { ...(isNote ? { ...told, intent: 'destroy', words: 'left a note as extortionists do' } : told), ...about };
}

// ---- what goes

function destroyed(setting: Setting, request: HttpRequest, parts: readonly string[]): Told {
  const [index = '', what = '', id] = parts;
  const told = (body: unknown, words: string): Told => ({ status: 200, body, intent: 'destroy', words });
  const found = chosen(indicesFor(setting), index);
  if (found.length === 0 && !/[*,]|^_all$/.test(index) && !index.startsWith('_')) return missing(index);
  if (what === '_delete_by_query') {
    const fits = testOf(bodyOf(request)?.query) ?? (() => false);
    const deleted = dropDocuments(setting, found, fits);
    return told(
      { took: 41, timed_out: false, total: deleted, deleted, batches: 1, version_conflicts: 0, noops: 0, failures: [] },
      'deleted documents',
    );
  }
  if (id !== undefined && what !== '') {
    const count = dropDocuments(setting, found, (source) => idOf(source) === id);
    const body = { ...written(index, id, 2), result: count > 0 ? 'deleted' : 'not_found' };
    return { ...told(body, 'deleted a document'), status: count > 0 ? 200 : 404 };
  }
  if (what === '' && !(index.startsWith('_') && index !== '_all')) dropIndices(setting, found);
  return told({ acknowledged: true }, 'deleted an index or documents');
}

// ---- what would go elsewhere

function reindexed(setting: Setting, request: HttpRequest): Told {
  const { source, dest } = bodyOf(request) ?? {};
  const { remote, index, query } = recordOf(source);
  const to = recordOf(dest).index;
  const words = 'tried to have data copied to another place';
  if (remote !== undefined) {
    const { host } = recordOf(remote);
    const address = typeof host === 'string' ? host.replace(/^\w+:\/\//, '').slice(0, 256) : '';
    const { body } = fault(
      400,
      'illegal_argument_exception',
      `[${address}] not whitelisted in reindex.remote.whitelist`,
    );
    return { status: 400, body, intent: 'reach', words };
  }
  const test = testOf(query);
  const found: readonly Index[] = typeof index === 'string' ? chosen(indicesFor(setting), index) : [];
  const documents = test ? found.flatMap((one) => one.documents.filter(test)) : [];
  if (typeof to === 'string') shareDocuments(setting, to, documents);
  const total = documents.length;
  return {
    status: 200,
    body: { took: 212, timed_out: false, total, updated: 0, created: total, deleted: 0, batches: 1, failures: [] },
    intent: 'reach',
    words,
  };
}

/** Nobody told this server where backups may go. */
function snapshot(request: HttpRequest, [, name = '']: readonly string[]): Told {
  const { type, settings } = bodyOf(request) ?? {};
  const { location, url } = recordOf(settings);
  const place = typeof location === 'string' ? location : typeof url === 'string' ? url : '';
  const reason =
    type === 'fs'
      ? `[${name.slice(0, 128)}] location [${place.slice(0, 128)}] doesn't match any of the locations specified by path.repo because this setting is empty`
      : type === 'url'
        ? `[${name.slice(0, 128)}] file url [${place.slice(0, 128)}] doesn't match any of the locations specified by path.repo or repositories.url.allowed_urls`
        : `[${name.slice(0, 128)}] repository type [${String(typeof type === 'string' ? type : '').slice(0, 64)}] does not exist`;
  const { body } = fault(500, 'repository_exception', reason);
  return { status: 500, body, intent: 'reach', words: 'tried to have data copied to another place' };
}

// ---- what comes

function stored(setting: Setting, request: HttpRequest, parts: readonly string[]): Told {
  const [first = '', second = '', third] = parts;
  if (first === '_bulk' || second === '_bulk') return bulk(setting, request, first.startsWith('_') ? undefined : first);
  const body = bodyOf(request);
  if (body === undefined) {
    const parse = fault(400, 'mapper_parsing_exception', 'failed to parse');
    return { status: 400, body: parse.body, intent: 'write', words: 'tried to store what is no JSON' };
  }
  const wrote = (status: number, told: unknown): Told => ({
    status,
    body: told,
    intent: 'write',
    words: 'stored something',
  });
  if (
    first.startsWith('_') ||
    /^_(?:settings|mapping|mappings|aliases?|close|open|refresh|flush|forcemerge|cache)$/.test(second)
  )
    return wrote(200, /^_(?:refresh|flush|forcemerge|cache)$/.test(second || first) ? SHARDS : { acknowledged: true });
  if (second === '') {
    const name = first.slice(0, 256);
    if (indicesFor(setting).some((one) => one.name === first)) {
      const { body: already } = fault(400, 'resource_already_exists_exception', `index [${name}] already exists`);
      return wrote(400, already);
    }
    if (!isIndexName(first))
      return wrote(400, fault(400, 'invalid_index_name_exception', `Invalid index name [${name}]`).body);
    createIndex(setting, first);
    return wrote(200, { acknowledged: true, shards_acknowledged: true, index: name });
  }
  const id = (third ?? idFor(request.body)).slice(0, MAX_ID);
  storeDocuments(setting, first, [{ id, source: { ...body } }]);
  return wrote(201, written(first, id, 1));
}

const SHARDS = { _shards: { total: 6, successful: 3, failed: 0 } };

/** As servers make them: twenty signs. */
function idFor(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 20);
}

/** Pairs of lines: what is to be done, and with what. https://www.elastic.co/guide/en/elasticsearch/reference/7.17/docs-bulk.html */
function bulk(setting: Setting, { body }: HttpRequest, usual: string | undefined): Told {
  const lines = body.toString('utf8').split('\n', MAX_LINES * 2);
  const items: unknown[] = [];
  const added = new Map<string, { id: string; source: Source }[]>();
  for (let at = 0; at < lines.length; at += 1) {
    const [[action, about] = []] = Object.entries(parsed(lines[at] ?? ''));
    if (action === undefined) continue;
    const { _index, _id } = recordOf(about);
    const index = typeof _index === 'string' ? _index : (usual ?? '');
    if (action === 'delete') {
      const found = indicesFor(setting).filter(({ name }) => name === index);
      const count = dropDocuments(setting, found, (source) => idOf(source) === String(_id));
      items.push({
        delete: {
          ...written(index, String(_id), 2),
          result: count > 0 ? 'deleted' : 'not_found',
          status: count > 0 ? 200 : 404,
        },
      });
      continue;
    }
    at += 1;
    const source = parsed(lines[at] ?? '');
    const id = (
      typeof _id === 'string' || typeof _id === 'number' ? String(_id) : idFor(Buffer.from(`${at}${lines[at]}`))
    ).slice(0, MAX_ID);
    const list = added.get(index) ?? [];
    list.push({ id, source });
    added.set(index, list);
    items.push({ [action]: { ...written(index, id, 1), status: 201 } });
  }
  for (const [index, list] of added) storeDocuments(setting, index, list);
  const isNote = NOTE.test(body.toString('latin1', 0, 4096));
  return {
    status: 200,
    body: { took: 3 + items.length, errors: false, items },
    intent: isNote ? 'destroy' : 'write',
    words: isNote ? 'left a note as extortionists do' : 'stored documents',
  };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(line));
  } catch {
    // A line that is no JSON is passed over.
    return {};
  }
}

function written(index: string, id: string, version: number): Readonly<Record<string, unknown>> {
  return {
    _index: index.slice(0, 256),
    _type: '_doc',
    _id: id.slice(0, MAX_ID),
    _version: version,
    result: 'created',
    _shards: { total: 2, successful: 1, failed: 0 },
    _seq_no: 0,
    _primary_term: 1,
  };
}
