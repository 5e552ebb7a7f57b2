// Audit logs of Google Cloud: a LogEntry of Cloud Logging with an AuditLog as its payload; admin activity, data access, and the logs that
// Google Workspace sends there (cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog).
import { besideRaw, missingFrom } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { countAt, numberAt, recordAt, recordsAt, textAt, valueAt } from '../events/json-fields.ts';
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
import type { Dialect } from '../sql/statement.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

export const gcpAudit: Source = {
  name: 'gcp-audit',
  title: 'Google Cloud, audit logs',
  reference: 'https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog',
  tells:
    'calls with who, from where and whether they were refused; objects, tables and statements where data access is on',
  jsonKeys: ['protoPayload'],
  open: () => ({ fromJson: readGcpAudit }),
};

function readGcpAudit(record: Fields): readonly Fields[] | undefined {
  const payload = recordAt(record, 'protoPayload');
  if (payload === undefined || !isAudit(payload)) return undefined;
  return [besideRaw(record, eventOf(record, payload))];
}

function isAudit(payload: Fields): boolean {
  const type = textAt(payload, '@type', 'at_sign_type');
  if (type !== undefined) return type.endsWith('google.cloud.audit.AuditLog');
  return ['methodName', 'serviceName', 'authenticationInfo', 'authorizationInfo', 'resourceName'].some(
    (name) => valueAt(payload, name) !== undefined,
  );
}

function eventOf(record: Fields, payload: Fields): Fields {
  const operation = textAt(payload, 'methodName') ?? '';
  const service = textAt(payload, 'serviceName');
  const code = numberAt(payload, 'status.code');
  const told: Told = {
    time: instantOf(valueAt(record, 'timestamp')) ?? instantOf(valueAt(record, 'receiveTimestamp')),
    product: 'gcp',
    service: servicesOf(service),
    uid: textAt(record, 'insertId'),
    // A status that is not there, or without a code, is that all went well (google.rpc.Status).
    outcome: code === undefined || code === 0 ? 'success' : 'failure',
    errorCode: code === 0 ? undefined : code,
    user: textAt(payload, 'authenticationInfo.principalEmail', 'authenticationInfo.principalSubject'),
    ...endpointOf(textAt(payload, 'requestMetadata.callerIp', 'requestMetadata.callerIP')),
    also: missingFrom(record, rulesNames(record, payload)),
  };
  const agent = textAt(payload, 'requestMetadata.callerSuppliedUserAgent');
  if (service === 'login.googleapis.com') return signIn(told, operation);
  const access = { ...told, client: agent, command: operation };
  const statement = bigQueryOf(operation, payload) ?? cloudSqlOf(operation, payload);
  if (statement !== undefined) {
    const { query, dialect, ...rest } = statement;
    if (query !== undefined) return sqlEvent({ ...access, ...rest, query }, dialect);
    return datastoreEvent({ ...access, ...rest, kind: 'relational', activity: 'query' });
  }
  const data = storageOf(operation, payload) ?? tableReadOf(payload);
  if (data !== undefined) return datastoreEvent({ ...access, ...data });
  const name = textAt(payload, 'resourceName');
  return apiEvent({
    ...told,
    activity: activityOf(operation),
    operation,
    apiService: service,
    agent,
    account: textAt(record, 'resource.labels.project_id'),
    region: textAt(record, 'resource.labels.location', 'resource.labels.zone'),
    resources: name === undefined ? [] : [name],
  });
}

const SERVICES = ['gcp.audit'] as const;
const ADMIN_SERVICES = ['gcp.audit', 'google_workspace.admin'] as const;
const LOGIN_SERVICES = ['gcp.audit', 'google_workspace.login'] as const;

function servicesOf(service: string | undefined): readonly string[] {
  if (service === 'admin.googleapis.com') return ADMIN_SERVICES;
  return service === 'login.googleapis.com' ? LOGIN_SERVICES : SERVICES;
}

/** SigmaHQ's rules call these fields by the names of several collectors. */
function rulesNames(record: Fields, payload: Fields): Fields {
  const events = recordsAt(payload, 'metadata.event');
  const parameters = events.flatMap((event) => recordsAt(event, 'parameter'));
  const parameter = (name: string) => {
    const found = parameters.find((one) => textAt(one, 'name')?.toLowerCase() === name);
    return found && textAt(found, 'value', 'stringValue');
  };
  return {
    'gcp.audit.method_name': textAt(payload, 'methodName'),
    // Pub/Sub's envelope, in which the log's name and resource stand in the payload's place for some rules.
    data: { ...record, protoPayload: { resource: record.resource, logName: record.logName, ...payload } },
    protoPayload: payload,
    ...(events.length > 0 && {
      eventService: textAt(payload, 'serviceName'),
      eventName: events.flatMap((event) => textAt(event, 'eventName') ?? []),
      setting_name: parameter('setting_name'),
      new_value: parameter('new_value'),
    }),
  };
}

/** google.login.LoginService.loginSuccess, .loginFailure, .logout, … */
function signIn(told: Told, operation: string): Fields {
  const outcome: Outcome = /Failure$/.test(operation) ? 'failure' : /Success$/.test(operation) ? 'success' : 'unknown';
  const activity = /logout$/i.test(operation)
    ? 'logoff'
    : /login(?:Success|Failure)$/.test(operation)
      ? 'logon'
      : 'other';
  return authenticationEvent({ ...told, outcome: activity === 'logoff' ? 'success' : outcome, activity });
}

function storageOf(operation: string, payload: Fields) {
  const [, activity] = /^storage\.objects\.(\w+)$/.exec(operation) ?? [];
  const [, bucket, object] = /buckets\/([^/]+)(?:\/objects\/(.+))?/s.exec(textAt(payload, 'resourceName') ?? '') ?? [];
  if (activity === undefined) return undefined;
  return { activity: STORAGE.get(activity) ?? ('other' as const), bucket, object, store: bucket };
}

const STORAGE: ReadonlyMap<string, DatastoreActivity> = new Map(
  Object.entries<DatastoreActivity>({
    get: 'read',
    list: 'list',
    create: 'write',
    insert: 'write',
    update: 'update',
    patch: 'update',
    compose: 'write',
    rewrite: 'write',
    delete: 'delete',
  }),
);

/** The table of BigQuery that a resource is, with its dataset. */
function tableOf(payload: Fields) {
  const name = textAt(payload, 'resourceName') ?? '';
  const [, project, dataset, table] = /projects\/([^/]+)\/datasets\/([^/]+)\/tables\/([^/]+)/.exec(name) ?? [];
  return { store: project, database: dataset, table: table === undefined ? undefined : `${dataset}.${table}` };
}

/** Reading a table without a query. */
function tableReadOf(payload: Fields) {
  if (recordAt(payload, 'metadata.tableDataRead') === undefined) return undefined;
  return { ...tableOf(payload), kind: 'relational' as const, activity: 'read' as const };
}

interface CloudStatement {
  readonly query: string | undefined;
  readonly dialect: Dialect;
  readonly user?: string;
  readonly store?: string | undefined;
  readonly database?: string | undefined;
  readonly rowsReturned?: number | undefined;
  readonly bytesRead?: number | undefined;
}

/** Jobs of BigQuery in the present and the older form. */
function bigQueryOf(operation: string, payload: Fields): CloudStatement | undefined {
  const job = recordAt(payload, 'metadata.jobChange.job') ?? recordAt(payload, 'serviceData.jobCompletedEvent.job');
  if (job === undefined || !/jobservice|google\.cloud\.bigquery/i.test(operation)) return undefined;
  const { store, database } = tableOf(payload);
  return {
    store,
    database,
    query: textAt(job, 'jobConfig.queryConfig.query', 'jobConfiguration.query.query'),
    dialect: 'generic',
    rowsReturned: countAt(job, 'jobStats.queryStats.outputRowCount'),
    bytesRead: countAt(job, 'jobStats.queryStats.totalProcessedBytes', 'jobStatistics.totalProcessedBytes'),
  };
}

/** pgaudit's entries of Cloud SQL and AlloyDB. */
function cloudSqlOf(operation: string, payload: Fields): CloudStatement | undefined {
  const query = textAt(payload, 'request.statement');
  if (query === undefined || !/^cloudsql\.instances\.query$|alloydb/.test(operation)) return undefined;
  const user = textAt(payload, 'request.user');
  return {
    ...(user !== undefined && { user }),
    database: textAt(payload, 'request.database'),
    store: textAt(payload, 'resourceName'),
    query,
    dialect: /Mysql/i.test(textAt(payload, 'request.@type') ?? '') ? 'mysql' : 'postgresql',
  };
}

/** `google.iam.admin.v1.CreateServiceAccountKey`, `v1.compute.instances.insert`, `SetIamPolicy`: the last part has the verb. */
function activityOf(operation: string): ApiActivity {
  const verb = operation.slice(operation.lastIndexOf('.') + 1);
  if (/^(?:get|list|search|query|describe|aggregated|lookup|read|watch|access|test|batchget|fetch)/i.test(verb))
    return 'read';
  if (/^(?:delete|remove|destroy|purge|undeploy|detach|revoke)/i.test(verb)) return 'delete';
  if (/^(?:create|insert|import|clone|generate|run|start|export|upload)/i.test(verb)) return 'create';
  const isChange =
    /^(?:update|patch|set|replace|add|enable|disable|move|undelete|attach|change|modify|put|reset|restore|stop|upsert|create)/i;
  return isChange.test(verb) ? 'update' : 'other';
}
