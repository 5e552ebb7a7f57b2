// Who accessed what: one row an access, in OCSF's terms (https://schema.ocsf.io, class 6005 Datastore Activity and its neighbours).
// Rows are checked before they are written, since this is where a person's data could slip in: a value that is no hash, prefix or
// fingerprint is a mistake of the program that parsed the log.
import * as v from 'valibot';
import type { Events } from './events.ts';
import type { EventsFault } from './fault.ts';

const Hash = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{32,64})?$/));
const Count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** A prefix that holds many: up to 24 bits of an IPv4 address, up to 48 of an IPv6 one. */
const Network = v.pipe(
  v.string(),
  v.regex(/^(?:\d{1,3}(?:\.\d{1,3}){3}\/(?:\d|1\d|2[0-4])|[0-9a-f:]*::\/(?:\d|[1-3]\d|4[0-8]))?$/),
);

/** A name of a thing, not of a person: a table, a driver, a command. */
const Name = v.pipe(v.string(), v.maxLength(200), v.regex(/^[^@\n]*$/));

const AccessRow = v.strictObject({
  at: v.date(),
  uid: v.pipe(v.string(), v.uuid()),
  /** Which log told of it. */
  source: Name,
  store: v.pipe(v.string(), v.uuid()),
  class_uid: v.picklist([3002, 4002, 6003, 6005]),
  /** Of 6005: 1 read, 2 update, 3 connect, 4 query, 5 write, 6 create, 7 delete, 8 list. */
  activity_id: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
  /** 1 success, 2 failure. */
  status_id: v.picklist([0, 1, 2, 99]),
  severity_id: v.picklist([0, 1, 2, 3, 4, 5, 6, 99]),
  user_hash: Hash,
  client: Name,
  address_hash: Hash,
  network: Network,
  country: v.pipe(v.string(), v.regex(/^(?:[A-Z]{2})?$/)),
  container: Name,
  collection: Name,
  operation: Name,
  /** Of the statement without its values. */
  fingerprint: Hash,
  rows_read: Count,
  rows_returned: Count,
  bytes_returned: Count,
  duration_ms: Count,
  error_code: Name,
});

/** Texts that are not known are empty, counts null. */
export type Access = Readonly<v.InferOutput<typeof AccessRow>>;

/** Records accesses; resolves once they are durable. @throws where a field could hold a person's data */
export function recordAccesses(events: Events, accesses: readonly Access[]): Promise<EventsFault | undefined> {
  for (const access of accesses) {
    const checked = v.safeParse(AccessRow, access);
    if (!checked.success)
      throw new Error(
        `an access has an unfit ${v.getDotPath(checked.issues[0]) ?? 'form'}; its value is not repeated here`,
      );
  }
  return events.insert('accesses', accesses);
}
