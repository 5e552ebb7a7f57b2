// Azure's activity log, in the forms of diagnostic settings, of the API and of Log Analytics, and other resource logs that have no reader
// of their own (learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema).
import { besideRaw } from '../events/beside-raw.ts';
import type { Fields } from '../events/event.ts';
import { recordAt, textAt } from '../events/json-fields.ts';
import { type ApiActivity, apiEvent, type Outcome } from '../events/ocsf.ts';
import { type AzureRecord, azureEndpoint, azureRecordsIn, azureTime, azureUser } from './azure-record.ts';
import type { Source } from './source.ts';

export const azureActivity: Source = {
  name: 'azure-activity',
  title: 'Azure, activity log and resource logs',
  reference: 'https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema',
  tells: 'what was done to resources, by whom, from where, and whether it was refused',
  jsonKeys: ['operationName', 'OperationNameValue', 'records'],
  open: () => ({
    fromJson: (raw) => {
      const records = azureRecordsIn(raw);
      return records.length === 0 ? undefined : records.map(azureActivityEvent);
    },
  }),
};

export function azureActivityEvent(azure: AzureRecord): Fields {
  const { record, properties, operation, resourceId } = azure;
  const result = textAt(record, 'resultType', 'status.value', 'ActivityStatusValue', 'ResultType') ?? '';
  const code = textAt(record, 'resultSignature', 'subStatus.value');
  const outcome = OUTCOMES.get(result.toLowerCase()) ?? 'unknown';
  const event = apiEvent({
    time: azureTime(azure),
    product: 'azure',
    service: 'activitylogs',
    uid: textAt(record, 'eventDataId', 'EventDataId'),
    outcome,
    errorCode: outcome === 'failure' && code !== undefined && /^[\w.]{1,60}$/.test(code) ? code : undefined,
    ...azureUser(azure),
    ...azureEndpoint(azure),
    activity: activityOf(operation),
    operation,
    apiService: /\/providers\/([^/]+)/i.exec(resourceId ?? '')?.[1] ?? operation.split('/')[0],
    account: /^\/subscriptions\/([^/]+)/i.exec(resourceId ?? '')?.[1],
    region: textAt(record, 'location'),
    resources: resourceId === undefined ? [] : [resourceId],
    also: rulesNames(azure, properties),
  });
  return besideRaw(record, event);
}

/** The names of Log Analytics' table, and the sentences that some rules look for as message. */
function rulesNames({ record, operation, resourceId, category }: AzureRecord, properties: Fields): Fields {
  const provider = textAt(record, 'resourceProviderName.value', 'ResourceProviderValue');
  const message =
    textAt(properties, 'message', 'eventName', 'activityDisplayName') ?? textAt(record, 'operationName.localizedValue');
  return {
    operationName: operation,
    OperationNameValue: operation,
    CategoryValue: textAt(record, 'category', 'category.value', 'CategoryValue') ?? category,
    ...(resourceId !== undefined && { ResourceId: resourceId }),
    ResourceProviderValue: provider ?? operation.split('/')[0],
    ...(message !== undefined && { 'properties.message': message }),
    ...(recordAt(record, 'properties') === undefined && properties !== record && { properties }),
  };
}

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map(
  Object.entries<Outcome>({
    success: 'success',
    succeeded: 'success',
    succeed: 'success',
    accept: 'success',
    accepted: 'success',
    failure: 'failure',
    failed: 'failure',
    '0': 'success',
  }),
);

/** `Microsoft.Storage/storageAccounts/listKeys/action`: what is done stands last, and before it where it is an action. */
function activityOf(operation: string): ApiActivity {
  const parts = operation.toLowerCase().split('/');
  const last = parts.at(-1) ?? '';
  if (last === 'write') return 'update';
  if (last === 'delete') return 'delete';
  if (last === 'read') return 'read';
  const action = last === 'action' ? (parts.at(-2) ?? '') : last;
  if (/^(?:list|get|read|export|download|query|search|show)/.test(action)) return 'read';
  if (/^(?:create|generate|regenerate|start|deploy|add)/.test(action)) return 'create';
  return /^(?:delete|purge|remove|revoke)/.test(action) ? 'delete' : 'other';
}
