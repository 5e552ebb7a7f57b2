// What a mapping says: which fields of somebody's own JSON are which of an event's, and which class the events are of.
import type { ApiActivity, DatastoreActivity } from '../../events/ocsf.ts';
import type { Dialect } from '../../sql/statement.ts';

export const CLASSES = ['datastore', 'http', 'api', 'authentication'] as const;
export type MappedClass = (typeof CLASSES)[number];
export const DIALECTS: readonly Dialect[] = ['clickhouse', 'postgresql', 'mysql', 'generic'];

const COMMON = 'time uid user user-id session client ip port hostname store duration-ms error-code'.split(' ');
/** What can be mapped, by the class of the events. */
export const FIELDS: Readonly<Record<MappedClass, readonly string[]>> = {
  datastore: [
    ...COMMON,
    ...'database table bucket object query command rows-read rows-returned rows-written bytes-read bytes-returned'.split(
      ' ',
    ),
  ],
  http: [...COMMON, ...'method target host agent referrer status length version'.split(' ')],
  api: [...COMMON, ...'operation api-service resource agent region account bytes-returned'.split(' ')],
  authentication: [...COMMON, ...'target protocol'.split(' ')],
};
/** Without these there is no event. */
export const NEEDED: Readonly<Partial<Record<MappedClass, string>>> = { http: 'target', api: 'operation' };

const DATASTORE: readonly DatastoreActivity[] = [
  'read',
  'update',
  'connect',
  'query',
  'write',
  'create',
  'delete',
  'list',
  'encrypt',
  'decrypt',
  'other',
];
const API: readonly ApiActivity[] = ['create', 'read', 'update', 'delete', 'other'];
/** What `activity` may say. The activity of HTTP is its method. */
export const ACTIVITIES: Readonly<Record<MappedClass, readonly string[]>> = {
  datastore: DATASTORE,
  http: [],
  api: API,
  authentication: ['logon', 'logoff', 'ticket', 'other'],
};

/** Values of a field, compared as texts: `true` and `"true"` are the same. */
export interface FieldValues {
  readonly field: string;
  readonly values: ReadonlySet<string>;
}

export interface Mapping {
  readonly kind: MappedClass;
  readonly product: string | undefined;
  readonly service: string | undefined;
  readonly category: string | undefined;
  /** Records that it is for; all must hold. */
  readonly when: readonly FieldValues[];
  /** Name of ours → path in the record. */
  readonly fields: ReadonlyMap<string, string>;
  readonly dialect: Dialect;
  readonly success: FieldValues | undefined;
  readonly failure: FieldValues | undefined;
  readonly activity: {
    readonly field: string | undefined;
    /** By value, in small letters. */
    readonly values: ReadonlyMap<string, string>;
    readonly otherwise: string | undefined;
  };
}
