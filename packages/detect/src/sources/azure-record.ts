// What the logs of Azure have in common: the schema of resource logs (learn.microsoft.com/azure/azure-monitor/platform/resource-logs-schema),
// in batches as event hubs and storage accounts get them, or as rows of Log Analytics, whose columns begin with capitals.
import { endpointOf, type WrittenEndpoint } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { isRecord, parsedRecord, recordAt, textAt, valueAt } from '../events/json-fields.ts';
import { instantOf } from '../events/times.ts';

/** A record, with its properties as an object where they are written as text. */
export interface AzureRecord {
  readonly record: Fields;
  readonly properties: Fields;
  readonly operation: string;
  /** `Administrative`, `SignInLogs`, `StorageRead`, … in small letters; empty where it is not said. */
  readonly category: string;
  readonly resourceId: string | undefined;
}

/** The records of a batch, or the one that this is; none where it is not of Azure. */
export function azureRecordsIn(raw: Fields): readonly AzureRecord[] {
  const all = Array.isArray(raw.records) ? (raw.records as unknown[]).filter(isRecord) : [raw];
  return all.flatMap((record) => azureRecord(record) ?? []);
}

function azureRecord(record: Fields): AzureRecord | undefined {
  const operation = textAt(record, 'operationName', 'operationName.value', 'OperationNameValue', 'OperationName');
  const resourceId = textAt(record, 'resourceId', 'ResourceId', '_ResourceId');
  const category = textAt(record, 'category', 'category.value', 'CategoryValue', 'Category') ?? tableOf(record) ?? '';
  if (operation === undefined) return undefined;
  const isPlaced = resourceId !== undefined && /^\/(?:subscriptions|tenants|providers)\//i.test(resourceId);
  const isOfTenant = textAt(record, 'tenantId', 'TenantId') !== undefined && category !== '';
  const written = valueAt(record, 'properties');
  const properties = isRecord(written) ? written : typeof written === 'string' ? parsedRecord(written) : undefined;
  if (!isPlaced && !isOfTenant && !isKnownCategory(category)) return undefined;
  return { record, properties: properties ?? record, operation, category: category.toLowerCase(), resourceId };
}

function isKnownCategory(category: string): boolean {
  return /^(?:administrative|servicehealth|recommendation|autoscale|auditlogs|\w*signinlogs|storage(?:read|write|delete)|userriskevents|sqlsecurityauditevents)$/i.test(
    category,
  );
}

/** Rows of Log Analytics say of which table they are. */
function tableOf(record: Fields): string | undefined {
  const table = textAt(record, 'Type');
  return table === undefined ? undefined : TABLES.get(table);
}

const TABLES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    AzureActivity: 'Administrative',
    SigninLogs: 'SignInLogs',
    AADNonInteractiveUserSignInLogs: 'NonInteractiveUserSignInLogs',
    AADServicePrincipalSignInLogs: 'ServicePrincipalSignInLogs',
    AuditLogs: 'AuditLogs',
    AADUserRiskEvents: 'UserRiskEvents',
    StorageBlobLogs: 'StorageRead',
  }),
);

export function azureTime({ record, properties }: AzureRecord): number | undefined {
  const paths = ['time', 'eventTimestamp', 'TimeGenerated', 'submissionTimestamp', 'timestamp', 'p_event_time'];
  const written = paths.map((path) => instantOf(valueAt(record, path))).find((time) => time !== undefined);
  return (
    written ?? instantOf(valueAt(properties, 'createdDateTime')) ?? instantOf(valueAt(properties, 'activityDateTime'))
  );
}

/** Storage writes the port behind the address. */
export function azureEndpoint({ record, properties }: AzureRecord): WrittenEndpoint {
  const written =
    textAt(record, 'callerIpAddress', 'CallerIpAddress', 'httpRequest.clientIpAddress', 'IPAddress') ??
    textAt(properties, 'ipAddress', 'clientIp', 'client_ip_s', 'client_ip');
  return endpointOf(written);
}

/** The claims of who called: an address where there is one, else the application. */
export function azureUser({ record }: AzureRecord): { user?: string | undefined; userId?: string | undefined } {
  const claims = recordAt(record, 'identity.claims') ?? recordAt(record, 'claims') ?? {};
  const claim = (name: string) => textAt(claims, name);
  const schemas = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
  return {
    user:
      claim(`${schemas}/upn`) ??
      claim(`${schemas}/emailaddress`) ??
      claim(`${schemas}/name`) ??
      claim('upn') ??
      claim('name') ??
      textAt(record, 'caller', 'Caller') ??
      claim('appid'),
    userId: claim('http://schemas.microsoft.com/identity/claims/objectidentifier') ?? claim('oid'),
  };
}
