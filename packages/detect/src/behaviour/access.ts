// What behaviour is learned of: who did what to which data, from where and with what, and how much came back. Read from events in OCSF's
// terms, so that every source is learned alike.
import ipaddr from 'ipaddr.js';
import type { Fields } from '../events/event.ts';
import { ABSENT, fieldOf } from '../events/field-value.ts';
import { instantOf } from '../events/times.ts';

export interface Access {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The account; empty where nobody signed in. */
  readonly user: string;
  /** The client's program without its version; empty where it does not say. */
  readonly client: string;
  readonly address: string;
  /** /24 of an IPv4 address, /48 of an IPv6 one; empty where there is no address. */
  readonly network: string;
  /** ISO 3166, where the event tells it; else empty. */
  readonly country: string;
  readonly store: string;
  /** Database, bucket, index or site. */
  readonly container: string;
  readonly tables: readonly string[];
  /** `read`, `write`, `sign-in`, …, or the command of a store without SQL. */
  readonly operation: string;
  /** Of the statement without its values; empty where there is none. */
  readonly fingerprint: string;
  readonly isFailure: boolean;
  readonly rows: number;
  readonly bytes: number;
}

const DATASTORE = 6005;
const HTTP = 4002;
const API = 6003;
const AUTHENTICATION = 3002;
const FAILURE = 2;

const ACTIVITIES: Readonly<Record<number, string>> = {
  1: 'read',
  2: 'update',
  3: 'connect',
  4: 'query',
  5: 'write',
  6: 'create',
  7: 'delete',
  8: 'list',
  9: 'encrypt',
  10: 'decrypt',
};
const API_ACTIVITIES: Readonly<Record<number, string>> = { 1: 'create', 2: 'read', 3: 'update', 4: 'delete' };

/** Names of programs behind which a version or a platform follows. */
const PROGRAM = /^[^\s/(\d]*(?:[ -](?![vV]?\d|\()[^\s/(\d]+)*/;
/** Parts of a path that name one thing of many: numbers, ids. */
const ID_SEGMENT = /^(?:\d+|[0-9a-f]{8,}(?:-[0-9a-f]+)*|.{40,})$/i;
const KEPT_SEGMENTS = 2;
const MAX_NAME = 200;

/** @returns undefined where the event is no access to data, or does not tell when it was */
export function accessOf(fields: Fields): Access | undefined {
  const kind = fields.class_uid;
  const time = instantOf(fields.time);
  if (time === undefined || (kind !== DATASTORE && kind !== HTTP && kind !== API && kind !== AUTHENTICATION))
    return undefined;
  const address = text(fields, 'src_endpoint.ip');
  return {
    time,
    user: text(fields, 'actor.user.name') || text(fields, 'actor.user.uid'),
    client: programOf(text(fields, 'actor.app_name') || text(fields, 'http_request.user_agent')),
    address,
    network: networkOf(address),
    country: text(fields, 'src_endpoint.location.country'),
    store: text(fields, 'dst_endpoint.hostname') || text(fields, 'metadata.product.name'),
    container: text(fields, 'database.name') || text(fields, 'databucket.name') || text(fields, 'api.service.name'),
    tables: tablesOf(fields, kind),
    operation: operationOf(fields, kind),
    fingerprint: text(fields, 'query_info.uid'),
    isFailure: fields.status_id === FAILURE || number(fields, 'http_response.code') >= 400,
    rows: Math.max(number(fields, 'unmapped.rows_returned'), number(fields, 'unmapped.rows_written')),
    bytes: Math.max(number(fields, 'unmapped.bytes_returned'), number(fields, 'http_response.length')),
  };
}

function text(fields: Fields, name: string): string {
  const value = fieldOf(fields, name);
  return typeof value === 'string' ? value.slice(0, MAX_NAME) : '';
}

function number(fields: Fields, name: string): number {
  const value = fieldOf(fields, name);
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : 0;
}

function tablesOf(fields: Fields, kind: unknown): readonly string[] {
  if (kind === HTTP) return [pathOf(text(fields, 'http_request.url.path'))];
  const told = fieldOf(fields, 'unmapped.tables');
  if (Array.isArray(told)) return (told as unknown[]).filter((one) => typeof one === 'string').slice(0, 16);
  const one = text(fields, 'table.name');
  return one === '' ? [] : [one];
}

/** The first parts of a path, ids in it being one name. */
function pathOf(path: string): string {
  const segments = path.split('/', KEPT_SEGMENTS + 1).slice(1);
  return `/${segments.map((one) => (ID_SEGMENT.test(one) ? '*' : one)).join('/')}`;
}

function operationOf(fields: Fields, kind: unknown): string {
  if (kind === AUTHENTICATION) return 'sign-in';
  if (kind === HTTP) return text(fields, 'http_request.http_method') || 'other';
  if (kind === API) return text(fields, 'api.operation') || (API_ACTIVITIES[Number(fields.activity_id)] ?? 'other');
  const verb = fieldOf(fields, 'unmapped.verb');
  if (typeof verb === 'string' && verb !== '') return verb.toLowerCase().slice(0, MAX_NAME);
  const command = fieldOf(fields, 'unmapped.command');
  if (command !== ABSENT && typeof command === 'string') return command.toLowerCase().slice(0, MAX_NAME);
  return ACTIVITIES[Number(fields.activity_id)] ?? 'other';
}

/** A program without its version, in lower case. */
function programOf(name: string): string {
  return (PROGRAM.exec(name)?.[0] ?? '').toLowerCase().slice(0, 64) || (name === '' ? '' : 'unnamed');
}

function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return '';
  const parsed = ipaddr.process(address);
  const bits = parsed.kind() === 'ipv4' ? 24 : 48;
  const bytes = parsed.toByteArray().map((byte, at) => (at * 8 < bits ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${bits}`;
}
