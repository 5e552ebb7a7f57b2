// An Elasticsearch with its security turned off. https://www.elastic.co/guide/en/elasticsearch/reference/7.17/rest-apis.html
import { datastoreEvent } from '@vigie/detect';
import type { Decoy, Setting } from '../decoy.ts';
import { changed, hasScript, missing, scripted, type Told } from '../elasticsearch/changes.ts';
import { cat, greeting, health, nodes, stats, XPACK } from '../elasticsearch/cluster.ts';
import { chosen, type Index, mappingOf, settingsOf } from '../elasticsearch/indices.ts';
import { idOf } from '../elasticsearch/query.ts';
import { count, type Found, scroll, search } from '../elasticsearch/search.ts';
import { indicesFor } from '../elasticsearch/state.ts';
import { staticAnswer } from '../elasticsearch/statics.ts';
import { createHttpConversation, type HttpReply } from '../http/conversation.ts';
import type { HttpRequest } from '../http/request.ts';

export default {
  kind: 'elasticsearch',
  title: 'Elasticsearch',
  product: 'elasticsearch',
  usualPort: 9200,
  converse: (setting) =>
    createHttpConversation({
      product: 'elasticsearch',
      answer: (request) => answer(setting, request),
      headers: () => ({ 'X-elastic-product': 'Elasticsearch' }),
      isTerse: true,
      broken: () => JSON.stringify({ error: { type: 'bad_request', reason: 'bad request' }, status: 400 }),
    }),
} satisfies Decoy;

function answer(setting: Setting, request: HttpRequest): HttpReply {
  const indices = indicesFor(setting);
  const parts = request.path.split('/', 8).slice(1);
  const told = isQuestion(request, parts) ? asked(setting, indices, request, parts) : changed(setting, request, parts);
  const text = typeof told.body === 'string' ? told.body : jsonText(told.body, isPretty(request));
  const isTable = typeof told.body === 'string' && request.query.get('format') !== 'json';
  return {
    status: told.status,
    headers: { 'Content-Type': isTable ? 'text/plain; charset=UTF-8' : 'application/json; charset=UTF-8' },
    body: text,
    intent: told.intent,
    words: told.words,
    event: (asker) =>
      datastoreEvent({
        ...asker,
        activity: ACTIVITIES[told.intent],
        product: 'elasticsearch',
        service: 'decoy',
        kind: 'nosql',
        table: told.index,
        command: `${request.method} ${parts.filter((part) => part.startsWith('_')).join('/')}`.trim(),
        query: `${request.method} ${request.target}\n${request.body.toString('utf8')}`,
        client: request.headers.get('user-agent'),
        outcome: told.status < 400 ? 'success' : 'failure',
        errorCode: told.status < 400 ? undefined : told.status,
        rowsReturned: told.rows,
        bytesReturned: Buffer.byteLength(text),
      }),
  };
}

/** The greeting is for people, unless they say otherwise. */
function isPretty({ path, query }: HttpRequest): boolean {
  return query.get('pretty') === 'false' ? false : path === '/' || query.has('pretty');
}

/** With a space before the colon, as Jackson writes it for people. */
function jsonText(body: unknown, isForPeople: boolean): string {
  if (!isForPeople) return JSON.stringify(body);
  return `${JSON.stringify(body, null, 2).replace(/^(\s*"(?:[^"\\]|\\.)*"):/gm, '$1 :')}\n`;
}

const ACTIVITIES = {
  connect: 'connect',
  look: 'list',
  read: 'read',
  write: 'write',
  destroy: 'delete',
  reach: 'other',
} as const;

const QUESTIONS = /^_(?:search|count|msearch|mget|field_caps|validate|analyze|sql|cat|xpack)$/;

function isQuestion({ method }: HttpRequest, parts: readonly string[]): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
  return method === 'POST' && parts.some((part) => QUESTIONS.test(part));
}

const look = (body: unknown, words: string): Told => ({ status: 200, body, intent: 'look', words });

function asked(setting: Setting, indices: readonly Index[], request: HttpRequest, parts: readonly string[]): Told {
  const [first = '', second = '', third = ''] = parts;
  if (hasScript(request)) return scripted(request);
  if (request.method === 'OPTIONS') return look('', 'asked what may be asked');
  const told = staticAnswer(request.path);
  if (told !== undefined) return look(told, 'asked about the cluster');
  switch (first) {
    case '':
      return look(greeting(setting.honey), 'asked for the version');
    case '_cat': {
      const table = cat(second, third === '' ? indices : chosen(indices, third), request);
      return table === undefined
        ? look('=^.^=\n/_cat/indices\n/_cat/health\n/_cat/nodes\n/_cat/shards\n/_cat/count\n', 'asked for lists')
        : look(table, `listed ${second}`);
    }
    case '_cluster':
      return look(
        second === 'health' ? health(indices) : second === 'stats' ? stats(indices) : { persistent: {}, transient: {} },
        'asked about the cluster',
      );
    case '_nodes':
      return look(nodes(), 'asked about the nodes');
    case '_xpack':
      return look(XPACK, 'asked whether security is on');
    case '_aliases':
    case '_alias':
      return look(
        named(indices, () => ({ aliases: {} })),
        'listed the aliases',
      );
    case '_snapshot':
      return look({}, 'asked for backups');
    case '_security':
      return { ...unhandled(request), words: 'asked for users' };
    case '_search':
      return second === 'scroll'
        ? read(scroll(indices, request), undefined)
        : read(search(indices, '', request), undefined);
    default:
      return first.startsWith('_') && first !== '_all'
        ? ofIndices(setting, indices, request, ['_all', ...parts])
        : ofIndices(setting, indices, request, parts);
  }
}

/** `/INDEX`, `/INDEX/_search` and the like. */
function ofIndices(setting: Setting, indices: readonly Index[], request: HttpRequest, parts: readonly string[]): Told {
  const [index = '', what = '', id = ''] = parts;
  const found = chosen(indices, index);
  if (found.length === 0 && !/[*,]|^_all$/.test(index)) {
    return { ...missing(index), words: 'asked for an index that is not there' };
  }
  const created = setting.since - 8e9;
  switch (what) {
    case '':
      return look(
        named(found, (one) => ({ aliases: {}, mappings: mappingOf(one), settings: settingsOf(one, created) })),
        'asked how an index is made',
      );
    case '_mapping':
    case '_mappings':
      return look(
        named(found, (one) => ({ mappings: mappingOf(one) })),
        'asked for the fields of indices',
      );
    case '_settings':
      return look(
        named(found, (one) => ({ settings: settingsOf(one, created) })),
        'asked for the settings of indices',
      );
    case '_stats':
      return look(stats(found), 'asked for the sizes of indices');
    case '_count':
      return { ...read(count(indices, index, request), index), intent: 'look', words: 'counted documents' };
    case '_search':
      return read(search(indices, index, request), index);
    case '_doc':
    case '_source':
      return document(found, id, what === '_source');
    default:
      return unhandled(request);
  }
}

/** What the server says to a path that none of its parts answers to. */
function unhandled({ target, method }: HttpRequest): Told {
  const error = `no handler found for uri [${target.slice(0, 512)}] and method [${method}]`;
  return { status: 400, body: { error }, intent: 'look', words: 'asked for what the store does not know' };
}

function document(found: readonly Index[], id: string, isPlain: boolean): Told {
  const [index] = found;
  const source = index?.documents.find((one) => idOf(one) === id);
  if (!index || !source)
    return {
      status: 404,
      body: { _index: index?.name, _type: '_doc', _id: id.slice(0, 512), found: false },
      intent: 'look',
      words: 'asked for a document that is not there',
    };
  const body = isPlain
    ? source
    : {
        _index: index.name,
        _type: '_doc',
        _id: id,
        _version: 1,
        _seq_no: 0,
        _primary_term: 1,
        found: true,
        _source: source,
      };
  return { status: 200, body, intent: 'read', words: 'read a document', index: index.name, rows: 1 };
}

function read({ status, body, count: rows }: Found, index: string | undefined): Told {
  const about = { status, body, rows, ...(index !== undefined && index !== '_all' && { index: index.slice(0, 256) }) };
  return rows > 0
    ? { ...about, intent: 'read', words: `read ${rows} documents` }
    : { ...about, intent: 'look', words: 'searched and got nothing' };
}

function named(indices: readonly Index[], told: (index: Index) => unknown): unknown {
  return Object.fromEntries(indices.map((one) => [one.name, told(one)]));
}
