// Questions to Elasticsearch and OpenSearch over HTTP: https://www.elastic.co/docs/api/doc/elasticsearch/ and
// https://docs.opensearch.org/latest/api-reference/. One server is asked; its nodes are not looked for.
import type { SourceFault } from '../source.ts';
import type { NetHost } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import { basicLogin, createHttpSession } from './http-session.ts';
import { parsedSlice, rootSlice, type Slice, valueAt } from './json-slices.ts';
import type { StoreLocation } from './location.ts';

export interface ElasticsearchSession {
  readonly where: string;
  /** What it says of itself. */
  about(signal: AbortSignal): Promise<About | SourceFault>;
  /** An answer with status 200 whose body is JSON. */
  ask(question: ElasticsearchQuestion): Promise<JsonAnswer | SourceFault>;
  close(): void;
}

export interface ElasticsearchQuestion {
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: object | string;
  readonly place?: string;
  readonly signal: AbortSignal;
  readonly headMs?: number;
}

interface About {
  readonly cluster: string;
  /** The release whose interface it speaks: of OpenSearch that of Elasticsearch 7.10, which it grew from. */
  readonly level: number;
}

/** An answer as bytes, and a way to the values in it. */
export interface JsonAnswer {
  readonly bytes: Buffer;
  slice(keys: readonly string[]): Slice | undefined;
  /** For small values. */
  value(keys: readonly string[]): unknown;
}

/** A page of documents, or a listing, that is longer is asked for in smaller parts or not at all. */
const MAX_ANSWER_BYTES = 64 << 20;

export function createElasticsearchSession(location: StoreLocation, host: NetHost): ElasticsearchSession {
  const http = createHttpSession(location, host, { Accept: 'application/json', ...basicLogin(location) });
  let known: About | undefined;

  async function ask(question: ElasticsearchQuestion): Promise<JsonAnswer | SourceFault> {
    const { path, body, signal, headMs } = question;
    const place = question.place ?? http.where;
    const text = typeof body === 'object' ? JSON.stringify(body) : body;
    const asked = {
      method: question.method ?? (body === undefined ? 'GET' : 'POST'),
      path,
      place,
      signal,
      ...(text !== undefined && { body: text }),
      ...(headMs !== undefined && { headMs }),
    } as const;
    const answer = await http.askWhole(asked, MAX_ANSWER_BYTES);
    if (isFaultValue(answer)) return answer;
    if (answer.status !== 200) return faultOfStatus(answer.status, place);
    const root = rootSlice(answer.body);
    if (!root) return faultOf('broken', place, 'its answer is no JSON: check that the port is the one for HTTP');
    return {
      bytes: answer.body,
      slice: (keys) => valueAt(answer.body, root, keys),
      value: (keys) => parsedSlice(answer.body, valueAt(answer.body, root, keys)),
    };
  }

  return {
    where: http.where,
    ask,
    async about(signal) {
      if (known) return known;
      const root = await ask({ path: '/', signal, headMs: 15_000 });
      if ('code' in root) return root;
      const number = root.value(['version', 'number']);
      const cluster = root.value(['cluster_name']);
      const [, major, minor] = String(number).match(/^(\d{1,3})\.(\d{1,3})\./) ?? [];
      if (major === undefined || typeof cluster !== 'string') {
        return faultOf('broken', http.where, 'what answers there is not Elasticsearch or OpenSearch: check the port');
      }
      const isOpenSearch = root.value(['version', 'distribution']) === 'opensearch';
      known = { cluster, level: isOpenSearch ? 7010 : Number(major) * 1000 + Number(minor) };
      return known;
    },
    close: http.close,
  };
}

/** In words of our own: what the server says may quote the query or a value. */
function faultOfStatus(status: number, place: string): SourceFault {
  if (status === 401) return faultOf('refused', place, 'user or password is missing or wrong: put them into the URL');
  if (status === 403) return faultOf('refused', place, 'the user has no right to read this');
  if (status === 404)
    return faultOf('broken', place, 'there is no such index, or what answers there is something else');
  if (status === 408 || status === 504) return faultOf('timeout', place, `it took too long (HTTP ${status})`);
  if (status === 413 || status === 429 || status === 503) {
    return faultOf('refused', place, `it is too busy or not ready (HTTP ${status}): try again later`);
  }
  if (status >= 300 && status < 400) {
    return faultOf('broken', place, `it points to another place (HTTP ${status}), which was not followed`);
  }
  return status < 500
    ? faultOf('unsupported', place, `it does not take the question (HTTP ${status})`)
    : faultOf('broken', place, `it failed at the question (HTTP ${status})`);
}
