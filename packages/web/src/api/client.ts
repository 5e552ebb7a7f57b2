// The API as a function: one operation, its arguments, its answer. Same origin, cookies, JSON.
import { AWAY, ProblemError, problemOf } from './problem.ts';
import type { Operations } from './shapes/operations.ts';
import { WAYS } from './ways.ts';

/** The operations that the pages ask. */
export type OperationId = keyof typeof WAYS;

/** A word of the query that is undefined is not sent. */
type Loosened<Q> = { readonly [N in keyof Q]?: Q[N] | undefined };

type Need<Name extends string, Value> = [Value] extends [undefined] ? unknown : { readonly [P in Name]: Value };

/** The arguments of an operation; `version` where it changes something that others may have changed; `raw` for a body that is a file. */
export type Arguments<K extends OperationId> = Need<'params', Operations[K]['params']> &
  ([Operations[K]['query']] extends [undefined] ? unknown : { readonly query?: Loosened<Operations[K]['query']> }) &
  Need<'body', Operations[K]['body']> & {
    readonly version?: number;
    readonly raw?: { readonly type: string; readonly content: Blob };
  };

export type AnswerOf<K extends OperationId> = Operations[K]['answer'];

interface Loose {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly raw?: { readonly type: string; readonly content: Blob };
  readonly version?: number;
}

/**
 * Asks the server.
 *
 * @throws {ProblemError} when the answer is a problem, or none came
 */
export async function ask<K extends OperationId>(
  id: K,
  given: Arguments<K>,
  signal?: AbortSignal,
): Promise<AnswerOf<K>> {
  const loose = given as Loose;
  const [method = 'GET', path = ''] = WAYS[id].split(' ');
  const response = await send(addressOf(path, loose), {
    method,
    credentials: 'same-origin',
    headers: headersOf(method, loose),
    ...(signal ? { signal } : {}),
    ...(loose.raw ? { body: loose.raw.content } : {}),
    ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return (isJson ? await response.json() : undefined) as AnswerOf<K>;
}

/** fetch, but for an answer that never came it throws the same kind of error as for one that is a problem. */
export async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (failure) {
    if (request.signal?.aborted) throw failure;
    throw new ProblemError(AWAY);
  }
}

function addressOf(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const words = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

function headersOf(method: string, { body, raw, version }: Loose): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(raw === undefined ? {} : { 'content-type': raw.type }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    // A request that is sent again after a broken connection must not act twice.
    ...(method === 'POST' ? { 'idempotency-key': newKey() } : {}),
  };
}

/** randomUUID is missing where the page came by plain HTTP from another machine. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
