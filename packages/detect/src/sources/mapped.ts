// Somebody's own JSON as events, by a mapping (mapping/read-mappings.ts): the record's own fields stay at the top, for rules.
import { besideRaw } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { countAt, textAt, valueAt } from '../events/json-fields.ts';
import {
  type ApiActivity,
  apiEvent,
  authenticationEvent,
  type DatastoreActivity,
  datastoreEvent,
  type Outcome,
  type Told,
} from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { outcomeOf as outcomeOfStatus, webEvent } from '../events/web-request.ts';
import type { FieldValues, Mapping } from './mapping/mapping.ts';
import { type MappingFault, readMappings } from './mapping/read-mappings.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

/**
 * The source that a mapping file describes.
 *
 * @param text YAML
 * @returns the source, or what is wrong with the file, line by line
 */
export function mappedSource(text: string): { readonly source: Source } | { readonly faults: readonly MappingFault[] } {
  const { mappings, faults } = readMappings(text);
  if (faults.length > 0) return { faults };
  return {
    source: {
      name: 'mapping',
      title: 'JSON, by a mapping of its fields',
      reference: 'https://schema.ocsf.io/1.3.0/',
      open: () => ({
        fromJson: (record) => {
          for (const mapping of mappings) {
            const event = isMeant(mapping, record) ? eventOf(mapping, record) : undefined;
            if (event !== undefined) return [besideRaw(record, event)];
          }
          return undefined;
        },
      }),
    },
  };
}

/** Where a mapping does not say which records it is for, one that has any of its fields is. */
function isMeant({ when, fields }: Mapping, record: Fields): boolean {
  if (when.length > 0) return when.every((one) => holds(one, record) === true);
  return [...fields.values()].some((path) => valueAt(record, path) !== undefined);
}

function holds(expected: FieldValues | undefined, record: Fields): boolean | undefined {
  const value = expected && valueAt(record, expected.field);
  if (expected === undefined || value === undefined || value === null || typeof value === 'object') return undefined;
  return expected.values.has(String(value));
}

function eventOf(mapping: Mapping, record: Fields): Fields | undefined {
  const path = (name: string) => mapping.fields.get(name);
  const text = (name: string): string | undefined => {
    const at = path(name);
    return at === undefined ? undefined : textAt(record, at);
  };
  const count = (name: string): number | undefined => {
    const at = path(name);
    return at === undefined ? undefined : countAt(record, at);
  };
  const timePath = path('time');
  const told: Told = {
    time: timePath === undefined ? undefined : instantOf(valueAt(record, timePath)),
    product: mapping.product ?? 'mapping',
    isAnyProduct: mapping.product === undefined,
    service: mapping.service,
    category: mapping.category,
    uid: text('uid'),
    outcome: outcomeOf(mapping, record),
    errorCode: text('error-code'),
    user: text('user'),
    userId: text('user-id'),
    session: text('session'),
    client: text('client'),
    ...endpointOf(text('ip')),
    ...known({ port: count('port'), hostname: text('hostname') }),
    store: text('store'),
    durationMs: count('duration-ms'),
  };
  const activity = activityOf(mapping, record);
  switch (mapping.kind) {
    case 'datastore':
      return datastoreOf(mapping, told, activity as DatastoreActivity | undefined, text, count);
    case 'http':
      return httpOf(told, text, count);
    case 'api':
      return apiOf(told, (activity ?? 'other') as ApiActivity, text, count);
    case 'authentication':
      return authenticationEvent({
        ...told,
        category: told.category ?? 'authentication',
        activity: (activity ?? 'logon') as 'logon',
        target: text('target'),
        protocol: text('protocol'),
      });
  }
}

type Get<T> = (name: string) => T | undefined;

function datastoreOf(
  { dialect }: Mapping,
  told: Told,
  activity: DatastoreActivity | undefined,
  text: Get<string>,
  count: Get<number>,
): Fields {
  const query = text('query');
  const access = {
    ...told,
    category: told.category ?? 'database',
    database: text('database'),
    table: text('table'),
    bucket: text('bucket'),
    object: text('object'),
    command: text('command'),
    rowsRead: count('rows-read'),
    rowsReturned: count('rows-returned'),
    rowsWritten: count('rows-written'),
    bytesRead: count('bytes-read'),
    bytesReturned: count('bytes-returned'),
  };
  if (query !== undefined) return sqlEvent({ ...access, query }, dialect, activity);
  return datastoreEvent({ ...access, activity: activity ?? 'query' });
}

function httpOf(told: Told, text: Get<string>, count: Get<number>): Fields | undefined {
  const target = text('target');
  if (target === undefined) return undefined;
  const status = count('status');
  return webEvent({
    ...told,
    outcome: told.outcome ?? outcomeOfStatus(status),
    target,
    method: text('method')?.toUpperCase(),
    host: text('host'),
    agent: text('agent'),
    referrer: text('referrer'),
    version: text('version')?.replace(/^HTTP\//i, ''),
    status,
    length: count('length'),
  });
}

function apiOf(told: Told, activity: ApiActivity, text: Get<string>, count: Get<number>): Fields | undefined {
  const operation = text('operation');
  if (operation === undefined) return undefined;
  const resource = text('resource');
  return apiEvent({
    ...told,
    activity,
    operation,
    apiService: text('api-service'),
    resources: resource === undefined ? [] : [resource],
    agent: text('agent'),
    region: text('region'),
    account: text('account'),
    bytesReturned: count('bytes-returned'),
  });
}

/** What one list does not have is the other's, where there is one list alone. */
function outcomeOf({ success, failure }: Mapping, record: Fields): Outcome | undefined {
  const succeeded = holds(success, record);
  const failed = holds(failure, record);
  if (succeeded === true) return 'success';
  if (failed === true) return 'failure';
  if (failure === undefined && succeeded === false) return 'failure';
  return success === undefined && failed === false ? 'success' : undefined;
}

function activityOf({ activity }: Mapping, record: Fields): string | undefined {
  const value = activity.field === undefined ? undefined : textAt(record, activity.field);
  return (value === undefined ? undefined : activity.values.get(value.toLowerCase())) ?? activity.otherwise;
}

function known(values: { port: number | undefined; hostname: string | undefined }): {
  port?: number;
  hostname?: string;
} {
  const { port, hostname } = values;
  return { ...(port !== undefined && { port }), ...(hostname !== undefined && { hostname }) };
}
