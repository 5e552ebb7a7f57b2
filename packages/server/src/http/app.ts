// The HTTP app: every operation gets the same steps around it, in the order in which `answerTo` names them.
import { Hono } from 'hono';
import { actorMay } from '../access/actor.ts';
import { isKeptFrom, thingOf } from '../access/need-to-know.ts';
import { PERMISSIONS, type Permission } from '../access/roles.ts';
import { keptAnswersOf } from '../live/kept-answers.ts';
import { SIGN_IN_PATH } from '../people/sign-in.ts';
import type { Room } from '../room.ts';
import { originOf } from '../settings.ts';
import { BodyTooLarge, boundedStream, readJson } from './body.ts';
import { type ClientAddress, isForeignSite, type Origins, originsOf } from './client.ts';
import { conditional, tagged } from './etag.ts';
import { securityHeaders } from './headers.ts';
import { type Attempt, beginAttempt, endAttempt } from './idempotency.ts';
import { liveStream } from './live.ts';
import { documentOf } from './openapi.ts';
import { type AnyOperation, Attachment, Encoded } from './operation.ts';
import { Problem, problem } from './problem.ts';
import { createRateLimit, type RateLimit } from './rate.ts';
import { answerSignIn, createSignInLimits } from './sign-in-route.ts';
import { validate } from './validate.ts';
import { createWho, type Who } from './who.ts';

export interface AppOptions {
  readonly room: Room;
  readonly operations: readonly AnyOperation[];
  /** The address of whoever sent a request, by the socket or a trusted proxy. */
  readonly addressOf: ClientAddress;
  /** Serves the browser's side: files of the built app, and its page for every address of it. */
  readonly page: (request: Request) => Promise<Response | undefined>;
  /** Ends the streams that are open. */
  readonly closing: AbortSignal;
}

interface Desk extends AppOptions {
  readonly who: Who;
  readonly origins: Origins;
  readonly limit: RateLimit;
}

const DEFAULT_LIMIT_BYTES = 1024 * 1024;
/** A page asks for a dozen things at once; a script that reads lists as fast as it can is let through too. */
const REQUESTS_AT_ONCE = 2000;
const REQUESTS_PER_SECOND = 2000;

export function createApp(options: AppOptions): Hono {
  const { room, operations } = options;
  const headers = securityHeaders(originOf(room.settings).startsWith('https:'));
  const desk: Desk = {
    ...options,
    who: createWho(room),
    origins: originsOf(room.settings),
    limit: createRateLimit(REQUESTS_AT_ONCE, REQUESTS_PER_SECOND),
  };
  const signInLimits = createSignInLimits();
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });
  app.use('/api/*', async (context, next) => {
    const refused = guard(desk, context.req.raw);
    if (refused !== undefined) return respond(refused, room.newId());
    await next();
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
    return undefined;
  });
  app.all(`${SIGN_IN_PATH}/*`, async ({ req }) => {
    const answer = await answerSignIn(room, req.raw, options.addressOf(req.raw), signInLimits);
    desk.who.forget();
    return answer instanceof Problem ? respond(answer, room.newId()) : answer;
  });
  const description = documentOf(operations);
  app.get('/api/openapi.json', ({ req }) => conditional(req.raw, JSON.stringify(description), undefined));
  app.get('/api/live', async ({ req }) => {
    const actor = await desk.who.of(req.raw.headers);
    if (actor === undefined) return respond(problem('not-signed-in'), room.newId());
    return liveStream(room, actor, req.raw, options.closing);
  });
  for (const one of operations) {
    app.on(one.method, one.path, async ({ req }) => {
      const id = room.newId();
      try {
        return await answerTo(desk, one, req.raw, req.param(), req.query());
      } catch (error) {
        if (error instanceof BodyTooLarge) {
          return respond(problem('body-too-large', { detail: `it takes ${error.limitBytes} bytes` }), id);
        }
        room.log.mistake(error, { operation: one.id, request: id });
        return respond(problem('internal-error'), id);
      }
    });
  }
  app.all('/api/*', ({ req }) => respond(noSuchOperation(operations, req.path), room.newId()));
  app.get('*', async ({ req }) => (await options.page(req.raw)) ?? respond(problem('not-found'), room.newId()));
  return app;
}

/** What every request to the API has to pass, whatever it asks for. */
function guard({ room, limit, origins, addressOf }: Desk, request: Request): Problem | undefined {
  const seconds = limit.take(addressOf(request), room.clock.now().getTime());
  if (seconds > 0) return problem('too-many-requests', { headers: { 'retry-after': String(seconds) } });
  if (!origins.isOurHost(request))
    return problem('cross-site', { detail: 'the Host header names another site than this one' });
  return isForeignSite(request, origins) ? problem('cross-site') : undefined;
}

async function answerTo(
  desk: Desk,
  operation: AnyOperation,
  request: Request,
  path: Record<string, string>,
  search: Record<string, string>,
): Promise<Response> {
  const { room } = desk;
  const fail = (failed: Problem) => respond(failed, room.newId());
  const actor = await desk.who.of(request.headers);
  const refused = refusal(operation.may, actor);
  if (refused !== undefined) return fail(refused);
  const params = operation.params === undefined ? NOTHING : validate(operation.params, path, 'params');
  if (params instanceof Problem) return fail(params);
  const thing = thingOf(operation.path);
  if (thing !== undefined && actor !== undefined && (await isKeptFrom(room.records, actor, thing, path.id ?? '')))
    return fail(problem('not-found'));
  const query = operation.query === undefined ? NOTHING : validate(operation.query, search, 'query');
  if (query instanceof Problem) return fail(query);
  const sent = await bodyOf(operation, request);
  if (sent instanceof Problem) return fail(sent);
  const version = operation.versioned ? versionOf(request) : 0;
  if (version instanceof Problem) return fail(version);
  const attempt = await attemptOf(desk, operation, request, actor?.accountId ?? 'nobody', sent.text);
  if (attempt instanceof Problem) return fail(attempt);
  if (attempt?.before !== undefined)
    return json(attempt.before.status, attempt.before.body, { 'idempotent-replay': 'true' });
  const result = await operation.run({
    room,
    actor,
    params: params.value,
    query: query.value,
    body: sent.value,
    version,
    address: desk.addressOf(request),
    stream: sent.stream,
    request,
  });
  if (operation.method !== 'GET' && operation.isRead !== false) {
    // Whoever changed something reads it, before the change is heard of.
    desk.who.forget();
    keptAnswersOf(room).forget();
  }
  return finish(room, operation, request, result, attempt);
}

const NOTHING = { value: undefined } as const;

function refusal(
  needed: Permission | 'nobody',
  actor: Parameters<typeof actorMay>[0] | undefined,
): Problem | undefined {
  if (needed === 'nobody') return undefined;
  if (actor === undefined) return problem('not-signed-in');
  if (actorMay(actor, needed)) return undefined;
  const roles = PERMISSIONS[needed].join(', ');
  const detail = `it takes the permission ${needed}, which these roles have: ${roles}`;
  return problem('not-allowed', { detail });
}

interface Sent {
  readonly value: unknown;
  /** For the idempotency key. */
  readonly text: string;
  readonly stream: ReadableStream<Uint8Array> | undefined;
}

async function bodyOf(operation: AnyOperation, request: Request): Promise<Sent | Problem> {
  const { limitBytes = DEFAULT_LIMIT_BYTES, takes, body } = operation;
  if (takes !== undefined) {
    const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!takes.includes(type)) return problem('wrong-media-type', { detail: `it takes ${takes.join(', ')}` });
    return { value: undefined, text: '', stream: boundedStream(request, limitBytes) };
  }
  if (body === undefined) return { value: undefined, text: '', stream: undefined };
  const read = await readJson(request, limitBytes);
  if (read instanceof Problem) return read;
  const valid = validate(body, read.json, 'body');
  return valid instanceof Problem ? valid : { value: valid.value, text: read.text, stream: undefined };
}

/** RFC 9110, section 13.1.1, with the strong entity tags that answers carry. */
function versionOf(request: Request): number | Problem {
  const header = request.headers.get('if-match');
  if (header === null) return problem('version-missing');
  const digits = /^"(\d{1,15})"$/.exec(header)?.[1];
  return digits === undefined ? problem('version-old') : Number(digits);
}

async function attemptOf(
  { room }: Desk,
  operation: AnyOperation,
  request: Request,
  who: string,
  body: string,
): Promise<Attempt | Problem | undefined> {
  const key = request.headers.get('idempotency-key');
  if (key === null || operation.method !== 'POST' || operation.takes !== undefined) return undefined;
  if (key.length > 200) {
    return problem('invalid-request', {
      errors: [{ pointer: '/headers/idempotency-key', detail: 'at most 200 letters' }],
    });
  }
  return beginAttempt(room, who, `${operation.id} ${new URL(request.url).pathname}`, key, body, room.clock.now());
}

async function finish(
  room: Room,
  operation: AnyOperation,
  request: Request,
  result: unknown,
  attempt: Attempt | undefined,
): Promise<Response> {
  if (result instanceof Problem) {
    if (attempt !== undefined) await endAttempt(room, attempt.keyHash, { status: result.status, body: '' });
    return respond(result, room.newId());
  }
  if (result instanceof Attachment) return attachment(result);
  if (result instanceof Encoded) return tagged(request, result.body, result.etag, true);
  const status = operation.status ?? (operation.answer === undefined ? 204 : 200);
  const body = operation.answer === undefined ? '' : JSON.stringify(result);
  if (attempt !== undefined) await endAttempt(room, attempt.keyHash, { status, body });
  if (operation.method === 'GET') return conditional(request, body, versionIn(result));
  return json(status, body, tagOf(versionIn(result)));
}

function versionIn(result: unknown): number | undefined {
  const version = typeof result === 'object' && result !== null && 'version' in result ? result.version : undefined;
  return typeof version === 'number' ? version : undefined;
}

function tagOf(version: number | undefined): Record<string, string> {
  return version === undefined ? {} : { etag: `"${version}"` };
}

function json(status: number, body: string, headers: Record<string, string>): Response {
  if (status === 204) return new Response(null, { status, headers });
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}

function attachment({ content, mediaType, name }: Attachment): Response {
  const safe = name.replace(/[^\w.-]+/g, '-');
  return new Response(content as ConstructorParameters<typeof Response>[0], {
    headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${safe}"` },
  });
}

function respond(failed: Problem, requestId: string): Response {
  return new Response(JSON.stringify(failed.toDocument(requestId)), {
    status: failed.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...failed.headers },
  });
}

function noSuchOperation(operations: readonly AnyOperation[], path: string): Problem {
  const methods = operations.filter((one) => patternOf(one.path).test(path)).map((one) => one.method);
  if (methods.length === 0) return problem('no-such-operation');
  return problem('wrong-method', { headers: { allow: [...new Set(methods)].join(', ') } });
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:[a-zA-Z]+/g, '[^/]+')}$`);
}
