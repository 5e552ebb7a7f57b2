// Events as they are pushed: lines of any format that is known, and OpenTelemetry's logs (opentelemetry.io/docs/specs/otlp). What is
// answered with success is durable; where too much waits the sender is told to come again, as OTLP wants it.
import { timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { readBytes } from '../http/body.ts';
import { type AnyOperation, Attachment, operation } from '../http/operation.ts';
import { type Problem, problem } from '../http/problem.ts';
import { hashOf } from '../people/api-token.ts';
import type { Room } from '../room.ts';
import type { PushForm } from '../watching/orders.ts';
import { inputWatchOf } from '../watching/start-watching.ts';
import { IdParams } from './fields.ts';

const MAX_BODY = 15 << 20;
const RETRY_SECONDS = '5';

const Nothing = v.strictObject({});

const LINES = ['application/x-ndjson', 'application/json', 'text/plain'] as const;
const OTLP = ['application/x-protobuf', 'application/json'] as const;

export const pushEvents = operation({
  id: 'pushEvents',
  method: 'POST',
  path: '/api/inputs/:id/events',
  summary: 'Hand over lines of a log, with the token of the input as Authorization: Bearer …',
  may: 'nobody',
  params: IdParams,
  takes: LINES,
  limitBytes: MAX_BODY,
  isRead: false,
  answer: Nothing,
  run: async (asked) => (await push(asked, 'lines')) ?? {},
});

export const pushOtlpLogs = operation({
  id: 'pushOtlpLogs',
  method: 'POST',
  path: '/api/inputs/:id/v1/logs',
  summary: 'Hand over logs of OpenTelemetry (OTLP over HTTP), with the token of the input as Authorization: Bearer …',
  may: 'nobody',
  params: IdParams,
  takes: OTLP,
  limitBytes: MAX_BODY,
  isRead: false,
  answer: Nothing,
  async run(asked) {
    const isJson = asked.request.headers.get('content-type')?.startsWith('application/json') === true;
    const failed = await push(asked, isJson ? 'otlp-json' : 'otlp-protobuf');
    if (failed !== undefined) return failed;
    // An ExportLogsServiceResponse without a field is empty.
    return isJson ? {} : new Attachment('', 'application/x-protobuf', 'response');
  },
});

interface Pushed {
  readonly room: Room;
  readonly params: { readonly id: string };
  readonly request: Request;
  readonly stream: ReadableStream<Uint8Array> | undefined;
}

async function push({ room, params: { id }, request, stream }: Pushed, form: PushForm): Promise<Problem | undefined> {
  const allowed = await allowedAt(room, id, request.headers.get('authorization'));
  if (allowed === undefined) {
    return problem('not-signed-in', {
      detail: 'the token is missing or wrong: send that of the input as Authorization: Bearer …',
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  const packing = request.headers.get('content-encoding') ?? 'identity';
  if (packing !== 'identity' && packing !== 'gzip')
    return problem('wrong-media-type', { detail: 'of content encodings gzip is understood' });
  if (allowed.paused) return waiting('the input is paused; send it again later');
  const watch = inputWatchOf(room);
  if (watch === undefined) return waiting('nothing watches at the moment');
  const bytes = await readBytes(stream);
  const outcome = await watch.push({ input: id, form, isPacked: packing === 'gzip', bytes });
  switch (outcome) {
    case 'kept':
      return undefined;
    case 'refused':
      return waiting('too much waits to be read; send it again');
    case 'no-such-input':
      return waiting('the input is being started; send it again');
    case 'too-large':
      return problem('body-too-large', { detail: `unpacked it takes ${MAX_BODY} bytes; send it in parts` });
    case 'unreadable':
      return problem('invalid-request', {
        errors: [
          {
            pointer: '/body',
            detail: form === 'lines' ? 'it is not packed by gzip' : 'it is no ExportLogsServiceRequest',
          },
        ],
      });
    default:
      return outcome satisfies never;
  }
}

function waiting(detail: string): Problem {
  return problem('unavailable', { detail, headers: { 'retry-after': RETRY_SECONDS } });
}

/** @returns undefined where the token is missing or wrong */
async function allowedAt(
  room: Room,
  id: string,
  header: string | null,
): Promise<{ readonly paused: boolean } | undefined> {
  const token = /^Bearer +(\S{1,200})$/i.exec(header ?? '')?.[1];
  if (token === undefined) return undefined;
  const row = await room.records
    .selectFrom('input')
    .select(['token_hash', 'paused_at'])
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (row?.token_hash == null) return undefined;
  const isSame = timingSafeEqual(Buffer.from(row.token_hash), Buffer.from(hashOf(token)));
  return isSame ? { paused: row.paused_at !== null } : undefined;
}

export const inputPushOperations: readonly AnyOperation[] = [pushEvents, pushOtlpLogs];
