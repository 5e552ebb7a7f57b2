// What behaviour is learned of: who did what to which data, from where and with what, and how much came back. Read from events in OCSF's
// terms, so that every source is learned alike.
import ipaddr from 'ipaddr.js';
import type { Fields } from '../events/event.ts';
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
  /** How many accesses it stands for: 0 where another record has told of it, and this one adds what it took. */
  readonly accesses: number;
  readonly rows: number;
  readonly bytes: number;
}

const DATASTORE = 6005;
const HTTP = 4002;
const API = 6003;
const AUTHENTICATION = 3002;
const SUCCESS = 1;
const FAILURE = 2;
const LOGOFF = 2;
const CONNECT = 3;

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

/** Ways to read that are operations of their own: a program that reads a table row by row does not read all of it. */
const READINGS: readonly (readonly [operation: string, traits: readonly string[]])[] = [
  ['export', ['export']],
  ['select everything', ['all-columns', 'unbounded']],
  ['read the catalogue', ['catalogue']],
];

/** Names of programs behind which a version or a platform follows. */
const PROGRAM = /^[^\s/(\d]*(?:[ -](?![vV]?\d|\()[^\s/(\d]+)*/;
/** Parts of a path that name one thing of many: numbers, ids. */
const ID_SEGMENT = /^(?:\d+|[0-9a-f]{8,}(?:-[0-9a-f]+)*|.{40,})$/i;
const KEPT_SEGMENTS = 2;
const MAX_NAME = 200;
const MAX_TABLES = 16;

/** @returns undefined where the event is no access to data, or does not tell when it was */
export function accessOf(fields: Fields): Access | undefined {
  const kind = fields.class_uid;
  const time = instantOf(fields.time);
  if (time === undefined || (kind !== DATASTORE && kind !== HTTP && kind !== API && kind !== AUTHENTICATION))
    return undefined;
  // Who signs off does nothing, and who has only connected did not say yet who he is.
  if (kind === AUTHENTICATION && fields.activity_id === LOGOFF) return undefined;
  const source = part(fields, 'src_endpoint');
  const actor = part(fields, 'actor');
  const user = part(actor, 'user');
  const request = part(fields, 'http_request');
  const response = part(fields, 'http_response');
  const more = part(fields, 'unmapped');
  const address = text(source, 'ip');
  const name = text(user, 'name') || text(user, 'uid');
  if (name === '' && kind === DATASTORE && fields.activity_id === CONNECT && fields.status_id !== SUCCESS)
    return undefined;
  return {
    time,
    user: name,
    client: programOf(text(actor, 'app_name') || text(request, 'user_agent')),
    address,
    network: placeOf(address).network,
    country: text(part(source, 'location'), 'country'),
    store: text(part(fields, 'dst_endpoint'), 'hostname') || text(part(part(fields, 'metadata'), 'product'), 'name'),
    container:
      text(part(fields, 'database'), 'name') ||
      text(part(fields, 'databucket'), 'name') ||
      text(part(part(fields, 'api'), 'service'), 'name'),
    tables: kind === HTTP ? [pathOf(text(part(request, 'url'), 'path'))] : tablesOf(fields, more),
    operation: operationOf(fields, kind, more),
    fingerprint: text(part(fields, 'query_info'), 'uid'),
    isFailure: fields.status_id === FAILURE || number(response, 'code') >= 400,
    accesses: accessesIn(more),
    rows: countable(Math.max(number(more, 'rows_returned'), number(more, 'rows_written'))),
    bytes: countable(Math.max(number(more, 'bytes_returned'), number(response, 'length'))),
  };
}

const EMPTY: Fields = {};

/** An object inside; empty where there is none. Sources build events of objects in objects, and so does OCSF. */
function part(fields: Fields, name: string): Fields {
  const value = fields[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : EMPTY;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? (value.length > MAX_NAME ? value.slice(0, MAX_NAME) : value) : '';
}

function number(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : 0;
}

/** A log that says a number out of all proportion is not believed. */
const MAX_ACCESSES = 1e9;

function accessesIn({ accesses }: Fields): number {
  const isCount = typeof accesses === 'number' && Number.isInteger(accesses) && accesses >= 0;
  return isCount && accesses <= MAX_ACCESSES ? accesses : 1;
}

/** What is larger cannot be added up, and stands for whatever is as large. */
function countable(amount: number): number {
  return Math.min(amount, Number.MAX_SAFE_INTEGER);
}

function tablesOf(fields: Fields, { tables }: Fields): readonly string[] {
  if (Array.isArray(tables)) return (tables as unknown[]).filter((one) => typeof one === 'string').slice(0, MAX_TABLES);
  const one = text(part(fields, 'table'), 'name');
  return one === '' ? [] : [one];
}

/** The first parts of a path, ids in it being one name. */
function pathOf(path: string): string {
  const segments = path.split('/', KEPT_SEGMENTS + 1).slice(1);
  return `/${segments.map((one) => (ID_SEGMENT.test(one) ? '*' : one)).join('/')}`;
}

function operationOf(fields: Fields, kind: unknown, more: Fields): string {
  if (kind === AUTHENTICATION) return 'sign-in';
  if (kind === HTTP) return text(part(fields, 'http_request'), 'http_method') || 'other';
  if (kind === API)
    return text(part(fields, 'api'), 'operation') || (API_ACTIVITIES[Number(fields.activity_id)] ?? 'other');
  const told = text(more, 'verb') || text(more, 'command');
  const special = READINGS.find(([, needed]) => needed.every((trait) => hasTrait(more, trait)));
  if (special !== undefined) return special[0];
  return told === '' ? (ACTIVITIES[Number(fields.activity_id)] ?? 'other') : told.toLowerCase();
}

function hasTrait({ traits }: Fields, trait: string): boolean {
  return Array.isArray(traits) && (traits as unknown[]).includes(trait);
}

/** A program without its version, in lower case. */
function programOf(name: string): string {
  return (PROGRAM.exec(name)?.[0] ?? '').toLowerCase().slice(0, 64) || (name === '' ? '' : 'unnamed');
}

interface Placed {
  readonly network: string;
  readonly side: '' | 'inside' | 'outside';
}

const NOWHERE: Placed = { network: '', side: '' };
/** The same addresses come again and again, and reading one is most of the work for an access. */
const placed = new Map<string, Placed>();
const MAX_PLACED = 10_000;

function placeOf(address: string): Placed {
  if (address === '') return NOWHERE;
  const known = placed.get(address);
  if (known !== undefined) return known;
  const found = readPlace(address);
  if (placed.size >= MAX_PLACED) placed.clear();
  placed.set(address, found);
  return found;
}

function readPlace(address: string): Placed {
  if (!ipaddr.isValid(address)) return NOWHERE;
  const parsed = ipaddr.process(address);
  const bits = parsed.kind() === 'ipv4' ? 24 : 48;
  const bytes = parsed.toByteArray().map((byte, at) => (at * 8 < bits ? byte : 0));
  return {
    network: `${ipaddr.fromByteArray(bytes).toString()}/${bits}`,
    side: INSIDE.has(parsed.range()) ? 'inside' : 'outside',
  };
}

/** Whether an address is one of those that networks keep for themselves, or of the world; empty where there is none. */
export function sideOf(address: string): '' | 'inside' | 'outside' {
  return placeOf(address).side;
}

const INSIDE: ReadonlySet<string> = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']);

/** Whether it is known who did it: a name that was refused is nobody's. */
export function isSomebody({ user, operation, isFailure }: Access): boolean {
  return user !== '' && !(operation === 'sign-in' && isFailure);
}
