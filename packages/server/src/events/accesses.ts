// Who accessed what: one row an access, in OCSF's terms (https://schema.ocsf.io, class 6005 Datastore Activity and its neighbours).
// A row is checked as it becomes a line of JSON, since this is where a person's data could slip in: a value that is no hash, prefix or
// fingerprint is a mistake of the program that parsed the log. Ten thousand a second are written here, so both are done in one pass by
// hand, and names that were fit once are remembered.
import type { Events } from './events.ts';
import type { EventsFault } from './fault.ts';

/** Texts that are not known are empty, counts null. */
export interface Access {
  readonly at: Date;
  readonly uid: string;
  /** Which log told of it. */
  readonly source: string;
  readonly store: string;
  readonly class_uid: (typeof CLASSES)[number];
  /** Of 6005: 1 read, 2 update, 3 connect, 4 query, 5 write, 6 create, 7 delete, 8 list. */
  readonly activity_id: number;
  /** 1 success, 2 failure. */
  readonly status_id: (typeof STATUSES)[number];
  readonly severity_id: (typeof SEVERITIES)[number];
  readonly user_hash: string;
  readonly client: string;
  readonly address_hash: string;
  /** A prefix that holds many: up to 24 bits of an IPv4 address, up to 48 of an IPv6 one. */
  readonly network: string;
  readonly country: string;
  readonly container: string;
  readonly collection: string;
  readonly operation: string;
  /** Of the statement without its values. */
  readonly fingerprint: string;
  readonly rows_read: number | null;
  readonly rows_returned: number | null;
  readonly bytes_returned: number | null;
  readonly duration_ms: number | null;
  readonly error_code: string;
}

const CLASSES = [3002, 4002, 6003, 6005] as const;
const STATUSES = [0, 1, 2, 99] as const;
const SEVERITIES = [0, 1, 2, 3, 4, 5, 6, 99] as const;
const MOST_ACTIVITY = 99;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const HASH = /^(?:[0-9a-f]{32,64})?$/;
const NETWORK = /^(?:\d{1,3}(?:\.\d{1,3}){3}\/(?:\d|1\d|2[0-4])|[0-9a-f:]*::\/(?:\d|[1-3]\d|4[0-8]))?$/;
const COUNTRY = /^(?:[A-Z]{2})?$/;
const MAX_NAME = 200;

/** A mistake of the program that made the access. */
export class UnfitAccess extends Error {
  constructor(field: keyof Access) {
    super(`an access has an unfit ${field}; its value is not repeated here`);
  }
}

/** @returns the access as a line of JSON, without a line break @throws where a field could hold a person's data, or is no such value */
export function accessLine(access: Access): string {
  return (
    `{"at":"${instant(access.at)}","uid":"${plain('uid', access.uid, UUID)}","source":${name('source', access.source)}` +
    `,"store":"${plain('store', access.store, UUID)}","class_uid":${oneOf('class_uid', access.class_uid, CLASSES)}` +
    `,"activity_id":${activity(access.activity_id)},"status_id":${oneOf('status_id', access.status_id, STATUSES)}` +
    `,"severity_id":${oneOf('severity_id', access.severity_id, SEVERITIES)},"user_hash":"${plain('user_hash', access.user_hash, HASH)}"` +
    `,"client":${name('client', access.client)},"address_hash":"${plain('address_hash', access.address_hash, HASH)}"` +
    `,"network":"${plain('network', access.network, NETWORK)}","country":"${plain('country', access.country, COUNTRY)}"` +
    `,"container":${name('container', access.container)},"collection":${name('collection', access.collection)}` +
    `,"operation":${name('operation', access.operation)},"fingerprint":"${plain('fingerprint', access.fingerprint, HASH)}"` +
    `,"rows_read":${count('rows_read', access.rows_read)},"rows_returned":${count('rows_returned', access.rows_returned)}` +
    `,"bytes_returned":${count('bytes_returned', access.bytes_returned)},"duration_ms":${count('duration_ms', access.duration_ms)}` +
    `,"error_code":${name('error_code', access.error_code)}}`
  );
}

function instant(at: Date): string {
  if (!Number.isFinite(at.getTime())) throw new UnfitAccess('at');
  return at.toISOString();
}

/** A text that a pattern leaves nothing in that JSON would write otherwise. */
function plain(field: keyof Access, value: unknown, pattern: RegExp): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new UnfitAccess(field);
  return value;
}

function oneOf(field: keyof Access, value: unknown, values: readonly unknown[]): number {
  if (typeof value !== 'number' || !values.includes(value)) throw new UnfitAccess(field);
  return value;
}

function activity(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > MOST_ACTIVITY) throw new UnfitAccess('activity_id');
  return value;
}

function count(field: keyof Access, value: unknown): number | null {
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new UnfitAccess(field);
  return value;
}

/** Fit names, as JSON has them: the same ones come again and again. */
const names = new Map<string, string>();
const MOST_NAMES = 50_000;

/** A name of a thing, not of a person: a table, a driver, a command. */
function name(field: keyof Access, value: unknown): string {
  const known = typeof value === 'string' ? names.get(value) : undefined;
  if (known !== undefined) return known;
  if (typeof value !== 'string' || value.length > MAX_NAME || /[@\n]/.test(value)) throw new UnfitAccess(field);
  if (names.size >= MOST_NAMES) names.clear();
  const quoted = JSON.stringify(value);
  names.set(value, quoted);
  return quoted;
}

/** Records accesses; resolves once they are durable. @throws where a field could hold a person's data */
export function recordAccesses(events: Events, accesses: readonly Access[]): Promise<EventsFault | undefined> {
  return events.insertLines('accesses', linesOfAccesses(accesses.map(accessLine)));
}

/** Lines as a store of events takes them. @param lines of `accessLine` */
export function linesOfAccesses(lines: readonly string[]): AccessLines {
  return { rows: lines.length, bytes: new TextEncoder().encode(lines.length === 0 ? '' : `${lines.join('\n')}\n`) };
}

/** Rows in the form that they are written in, which may be handed from thread to thread. */
export interface AccessLines {
  readonly rows: number;
  /** One JSON object a line. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}
