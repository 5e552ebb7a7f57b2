// Resource logs of Azure's stores: blobs, files, tables and queues of storage accounts, and the audit of Azure SQL
// (learn.microsoft.com/azure/storage/blobs/monitor-blob-storage-reference, learn.microsoft.com/azure/azure-sql/database/audit-log-format).
import { besideRaw } from '../events/beside-raw.ts';
import type { Fields } from '../events/event.ts';
import { countAt, textAt } from '../events/json-fields.ts';
import { authenticationEvent, type DatastoreActivity, datastoreEvent } from '../events/ocsf.ts';
import { outcomeOf } from '../events/web-request.ts';
import { azureActivityEvent } from './azure-activity.ts';
import { entraEvent } from './azure-entra.ts';
import { type AzureRecord, azureEndpoint, azureRecordsIn, azureTime } from './azure-record.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

export const azureData: Source = {
  name: 'azure-data',
  title: 'Azure, storage and SQL resource logs',
  reference: 'https://learn.microsoft.com/azure/storage/blobs/monitor-blob-storage-reference',
  tells: 'blobs, files and entities read and written with bytes, statements of SQL with rows, whether nobody signed in',
  jsonKeys: ['operationName', 'OperationNameValue', 'records'],
  open: () => ({
    fromJson: (raw) => {
      const records = azureRecordsIn(raw);
      const events = records.map((azure) => storageEvent(azure) ?? sqlAuditEvent(azure));
      if (events.every((event) => event === undefined)) return undefined;
      // A batch of one storage account may have its settings' changes beside.
      return records.map((azure, at) => events[at] ?? entraEvent(azure) ?? azureActivityEvent(azure));
    },
  }),
};

const STORAGE = /\/storageaccounts\/([^/]+)\/(?:blob|file|table|queue)services\//i;

function storageEvent(azure: AzureRecord): Fields | undefined {
  const { record, properties, operation, category, resourceId = '' } = azure;
  const [, account] = STORAGE.exec(`${resourceId}/`) ?? [];
  if (account === undefined && !/^storage(?:read|write|delete)$/.test(category)) return undefined;
  const status = Number(textAt(record, 'statusCode', 'StatusCode') ?? Number.NaN);
  const identity = textAt(record, 'identity.type', 'AuthenticationType');
  const isAnonymous = identity !== undefined && /^anonymous$/i.test(identity);
  const response = textAt(properties, 'metricResponseType', 'MetricResponseType');
  const [bucket, object] = placeOf(azure);
  const failed = response === undefined || /^success/i.test(response) ? undefined : ('failure' as const);
  return besideRaw(
    record,
    datastoreEvent({
      time: azureTime(azure),
      product: 'azure',
      service: 'storage',
      uid: textAt(record, 'correlationId', 'CorrelationId'),
      outcome:
        outcomeOf(status >= 0 ? status : undefined) ?? failed ?? (response === undefined ? undefined : 'success'),
      errorCode: status >= 400 ? (textAt(record, 'statusText', 'StatusText') ?? status) : undefined,
      user: isAnonymous ? undefined : requesterOf(record, identity),
      userId: textAt(record, 'identity.requester.objectId', 'RequesterObjectId'),
      ...azureEndpoint(azure),
      client: textAt(properties, 'userAgentHeader', 'UserAgentHeader'),
      activity: activityOf(operation, category),
      store: account ?? textAt(properties, 'accountName', 'AccountName'),
      bucket,
      object,
      command: operation,
      bytesReturned:
        /^storageread$/.test(category) || /^Get/.test(operation)
          ? countAt(properties, 'responseBodySize', 'ResponseBodySize')
          : undefined,
      durationMs: countAt(record, 'durationMs', 'DurationMs'),
      also: { ...(identity !== undefined && { authenticationType: identity }), unauthenticated: isAnonymous },
    }),
  );
}

/** Keys and signatures have no name: their kind stands for whoever holds them. */
function requesterOf(record: Fields, identity: string | undefined): string | undefined {
  const named = ['identity.requester.upn', 'RequesterUpn', 'identity.requester.appId', 'RequesterAppId'];
  return textAt(record, ...named) ?? identity;
}

/** `/account/container/path/to/blob` in the key, else the same in the address. */
function placeOf({ record, properties }: AzureRecord): readonly [string | undefined, string | undefined] {
  const key = textAt(properties, 'objectKey', 'ObjectKey')?.replaceAll('"', '');
  const path =
    key?.split('/').slice(2) ??
    /^https?:\/\/[^/]+\/([^?#]*)/.exec(textAt(record, 'uri', 'Uri') ?? '')?.[1]?.split('/') ??
    [];
  const [bucket, ...rest] = path;
  return [bucket || undefined, rest.join('/') || undefined];
}

/** `GetBlob`, `ListBlobs`, `PutBlob`, `CopyBlob`, `SetContainerACL`, `QueryEntities`, … */
function activityOf(operation: string, category: string): DatastoreActivity {
  const name = operation.toLowerCase();
  if (/^list/.test(name)) return 'list';
  if (/^(?:get|peek|read|preflight|filefetch)/.test(name)) return 'read';
  if (/^query/.test(name)) return 'query';
  if (/^(?:delete|clear|expire|purge)/.test(name)) return 'delete';
  if (/^create(?:container|table|queue|share|filesystem)/.test(name)) return 'create';
  if (/^(?:put|copy|append|create|insert|rename|flush|blobpreflight)/.test(name)) return 'write';
  if (/^(?:set|update|merge|lease|undelete|change)/.test(name)) return 'update';
  return category === 'storagedelete' ? 'delete' : category === 'storagewrite' ? 'write' : 'other';
}

function sqlAuditEvent(azure: AzureRecord): Fields | undefined {
  const { record, properties, category } = azure;
  if (category !== 'sqlsecurityauditevents') return undefined;
  const query = textAt(properties, 'statement', 'statement_s');
  const succeeded = String(properties.succeeded ?? properties.succeeded_s ?? '').toLowerCase();
  const action = textAt(properties, 'action_name', 'action_id') ?? '';
  const told = {
    time: azureTime(azure),
    product: 'azure',
    service: 'sqlaudit',
    category: 'database',
    uid: textAt(properties, 'event_id'),
    outcome: succeeded === 'true' ? ('success' as const) : succeeded === 'false' ? ('failure' as const) : undefined,
    user: textAt(properties, 'server_principal_name', 'database_principal_name'),
    ...azureEndpoint(azure),
    client: textAt(properties, 'application_name'),
    store: textAt(properties, 'server_instance_name') ?? textAt(record, 'LogicalServerName'),
  };
  // `DATABASE AUTHENTICATION SUCCEEDED`, `… FAILED`.
  if (/LOGIN|AUTHENTICATION/.test(action)) {
    const outcome = told.outcome ?? (/FAILED/.test(action) ? 'failure' : 'success');
    return besideRaw(record, authenticationEvent({ ...told, outcome, activity: 'logon' }));
  }
  const access = {
    ...told,
    database: textAt(properties, 'database_name'),
    command: action,
    rowsReturned: countAt(properties, 'response_rows'),
    rowsWritten: countAt(properties, 'affected_rows'),
  };
  if (query !== undefined) return besideRaw(record, sqlEvent({ ...access, query }, 'generic'));
  return besideRaw(record, datastoreEvent({ ...access, kind: 'relational', activity: 'query' }));
}
