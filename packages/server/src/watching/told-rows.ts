// What a batch told, as rows that are kept: accounts and addresses become keyed hashes, and what a correlation groups by is masked.
import { hash } from 'node:crypto';
import { accessOf, type Detection, type Fact, type Fields, type Access as Seen } from '@vigie/detect';
import type { Told } from '@vigie/follow';
import type { Access } from '../events/accesses.ts';
import type { KeptFact } from '../records/tables/detections.ts';
import { scannerProgram } from './known-scanners.ts';
import type { ToldDetection } from './orders.ts';
import { createAccessRows } from './told-again.ts';

export interface RowMaking {
  /** The input's id. */
  readonly input: string;
  /** The store that accesses are written down for. */
  readonly place: string;
  readonly source: string;
  readonly pseudonym: (name: string) => string;
  /** Whether accesses of a time are kept: milliseconds since 1970. */
  readonly isKept: (time: number) => boolean;
  /** The name of a thing as it may be kept, see `createNames`. */
  readonly nameOf: (name: string) => string;
}

export interface ToldRows {
  readonly input: string;
  readonly detections: readonly ToldDetection[];
  readonly accesses: readonly Access[];
  /** Accesses of other times than are kept. */
  readonly outOfTime: number;
}

export function rowsOf({ detections, events }: Told, making: RowMaking): ToldRows {
  const seenByRef = new Map<string, Seen>();
  const accesses = createAccessRows();
  const met = new Map<string, number>();
  let outOfTime = 0;
  for (const { fields, ref } of events) {
    const seen = accessOf(fields);
    if (seen === undefined) continue;
    seenByRef.set(ref, seen);
    if (!making.isKept(seen.time)) {
      outOfTime += 1;
      continue;
    }
    // Several events may come from one line.
    const ordinal = met.get(ref) ?? 0;
    met.set(ref, ordinal + 1);
    accesses.add(accessRow(fields, seen, `${ref}/${ordinal}`, making), seen.accesses === 0);
  }
  return {
    input: making.input,
    detections: detections.map((one) => detectionRow(one, seenByRef.get(String(one.ref)), making)),
    accesses: accesses.rows,
    outOfTime,
  };
}

const STATUSES = [0, 1, 2, 99] as const;
const SEVERITIES = [0, 1, 2, 3, 4, 5, 6, 99] as const;
const CLASSES = [3002, 4002, 6003, 6005] as const;
const OTHER = 99;

function accessRow(fields: Fields, seen: Seen, ref: string, making: RowMaking): Access {
  const { pseudonym, place, source, nameOf } = making;
  const told = isObject(fields.unmapped) ? fields.unmapped : {};
  const row = {
    at: new Date(seen.time),
    source,
    store: place,
    class_uid: CLASSES.find((one) => one === fields.class_uid) ?? 6005,
    activity_id: activityOf(fields.activity_id),
    status_id: STATUSES.find((one) => one === fields.status_id) ?? OTHER,
    severity_id: SEVERITIES.find((one) => one === fields.severity_id) ?? OTHER,
    user_hash: hashed(seen.user, pseudonym),
    client: scannerIn(fields) ?? nameOf(seen.client),
    address_hash: hashed(seen.address, pseudonym),
    network: seen.network,
    country: /^[A-Z]{2}$/.test(seen.country) ? seen.country : '',
    container: nameOf(seen.container),
    collection: nameOf(collectionOf(fields.class_uid, seen.tables[0] ?? '')),
    operation: nameOf(seen.operation),
    fingerprint: /^[0-9a-f]{32,64}$/.test(seen.fingerprint) ? seen.fingerprint : '',
    rows_read: countOf(told.rows_read),
    rows_returned: countOf(told.rows_returned),
    bytes_returned: countOf(seen.bytes > 0 ? seen.bytes : told.bytes_returned),
    duration_ms: durationOf(fields.duration),
    error_code: nameOf(typeof fields.status_code === 'string' ? fields.status_code : ''),
  };
  // A file that was begun anew has the same bytes at the same places.
  return { ...row, uid: uuidOf(`${ref}\n${seen.time}\n${row.user_hash}\n${row.address_hash}\n${row.fingerprint}`) };
}

const HTTP = 4002;
/** Parts of a path behind which the first name follows: /api, /v1, /rest. */
const PREFIX = /^\/(?:api|rest|v\d{1,3})(?=\/)/;

/** Of a path only the first name: what follows may be somebody's. */
function collectionOf(classUid: unknown, name: string): string {
  if (classUid !== HTTP) return name;
  const prefix = PREFIX.exec(name)?.[0] ?? '';
  return `${prefix}/${name.slice(prefix.length).split('/')[1] ?? ''}`;
}

/** Scanners name themselves anywhere in what a browser says of itself. */
function scannerIn(fields: Fields): string | undefined {
  const request = isObject(fields.http_request) ? fields.http_request.user_agent : undefined;
  const app = isObject(fields.actor) ? fields.actor.app_name : undefined;
  const said = [request, app].filter((one) => typeof one === 'string');
  return said.length === 0 ? undefined : scannerProgram(said.join(' ').slice(0, MAX_AGENT));
}

const MAX_AGENT = 1000;

function activityOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= OTHER ? value : OTHER;
}

function hashed(name: string, pseudonym: RowMaking['pseudonym']): string {
  return name === '' ? '' : pseudonym(name);
}

const MAX_NAME = 200;

/**
 * Names as they may be kept; remembered, since the same ones come again and again.
 *
 * @param masked a name without what may be a person's
 */
export function createNames(masked: (name: string) => string): (name: string) => string {
  return remembered((name) => {
    if (name === '') return '';
    const plain = storable(masked(name.slice(0, MAX_NAME)).slice(0, MAX_NAME));
    // Names with an at sign are of people.
    return plain.includes('@') ? '(masked)' : plain;
  });
}

const MOST_REMEMBERED = 50_000;
/** Longer texts are as good as never the same twice. */
const LONGEST_REMEMBERED = 256;

/** The same function, with its answers remembered: of texts, and few enough to stay in memory. */
export function remembered(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = of(text);
    if (text.length > LONGEST_REMEMBERED) return made;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, made);
    return made;
  };
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value)
    ? Math.min(Math.round(value), Number.MAX_SAFE_INTEGER)
    : null;
}

const MAX_DURATION = 2 ** 32 - 1;

function durationOf(value: unknown): number | null {
  const count = countOf(value);
  return count === null ? null : Math.min(count, MAX_DURATION);
}

function detectionRow(detection: Detection, seen: Seen | undefined, making: RowMaking): ToldDetection {
  const { about, kind, group, time } = detection;
  const engineId = detection.id();
  const accountHash = hashed(seen?.user ?? '', making.pseudonym);
  const addressHash = hashed(seen?.address ?? '', making.pseudonym);
  const shared = group.map(([field, value]) => `${field}\n${making.pseudonym(value)}`);
  const who = kind === 'correlation' ? shared : [accountHash, addressHash];
  return {
    engineId,
    firing: uuidOf(`${making.input}\n${engineId}\n${time}`),
    kind,
    rule: about.rule,
    title: about.title,
    level: about.level ?? 'informational',
    author: about.author,
    link: about.link ?? about.references.find((one) => /^https:/.test(one)),
    licence: about.licence,
    why: storable(detection.why()),
    facts: (detection.facts ?? []).map(factRow),
    about: {
      group: group.map(([field, value]) => ({ field: storable(field), value: storable(hidden(value)) })),
      tags: about.tags,
      references: about.references,
      falsePositives: about.falsePositives,
    },
    accountHash,
    addressHash,
    subject: hash('sha256', [making.input, kind, about.rule, ...who].join('\n')),
    time: time !== undefined && time >= 0 && time <= MAX_TIME ? time : undefined,
  };
}

/** A clock of the year 2200 tells nothing. */
const MAX_TIME = Date.UTC(2200);

function factRow(fact: Fact): KeptFact {
  return Object.fromEntries(
    Object.entries(fact).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? storable(value)
        : typeof value === 'number' && !Number.isFinite(value)
          ? Number.MAX_SAFE_INTEGER
          : value,
    ]),
  );
}

/** Databases take no NUL and no half of a character, and a log may hold any. */
function storable(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, '\ufffd');
}

/** Enough to tell values apart beside the event, and not the value. */
function hidden(value: string): string {
  const signs = [...value];
  return signs.length < 4 ? '…' : `${signs[0]}…${signs.at(-1)}`;
}

function uuidOf(text: string): string {
  const hex = hash('sha256', text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
