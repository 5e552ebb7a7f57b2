// Sign-in, audit and risk logs of Microsoft Entra ID, once Azure Active Directory
// (learn.microsoft.com/entra/identity/monitoring-health/concept-sign-ins, …/reference-audit-activities).
import { besideRaw } from '../events/beside-raw.ts';
import type { Fields } from '../events/event.ts';
import { isRecord, recordAt, recordsAt, textAt, valueAt } from '../events/json-fields.ts';
import { type ApiActivity, apiEvent, authenticationEvent, type Outcome } from '../events/ocsf.ts';
import { type AzureRecord, azureEndpoint, azureRecordsIn, azureTime } from './azure-record.ts';
import type { Source } from './source.ts';

export const azureEntra: Source = {
  name: 'azure-entra',
  title: 'Microsoft Entra ID, sign-in, audit and risk logs',
  reference: 'https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-ins',
  tells: 'sign-ins and refused ones by code, changes of users, roles and policies, risks',
  jsonKeys: ['operationName', 'OperationNameValue', 'records'],
  open: () => ({
    fromJson: (raw) => {
      const records = azureRecordsIn(raw);
      const events = records.map(entraEvent).filter((event) => event !== undefined);
      // A batch with others in it is for the reader that takes them all.
      return events.length === 0 || events.length < records.length ? undefined : events;
    },
  }),
};

export function entraEvent(azure: AzureRecord): Fields | undefined {
  const { category } = azure;
  if (/signinlogs$/.test(category)) return signIn(azure);
  if (category === 'auditlogs') return change(azure);
  return /^(?:userriskevents|riskyusers|serviceprincipalriskevents)$/.test(category) ? risk(azure) : undefined;
}

/** Codes that ask for one more step of the same sign-in: neither a success nor somebody who was refused. */
const INTERRUPTED = new Set(
  '50055 50058 50072 50074 50076 50079 50097 50125 50127 50129 50140 50143 16000 16003 65001'.split(' '),
);

function signIn(azure: AzureRecord): Fields {
  const { record, properties } = azure;
  const code =
    textAt(record, 'resultType', 'ResultType') ?? textAt(properties, 'status.errorCode', 'errorCode', 'ResultType');
  const outcome = signInOutcome(code);
  const event = authenticationEvent({
    time: azureTime(azure),
    product: 'azure',
    service: 'signinlogs',
    uid: textAt(properties, 'id', 'Id'),
    outcome,
    errorCode: code === '0' ? undefined : code,
    user: textAt(properties, 'userPrincipalName', 'UserPrincipalName', 'servicePrincipalName', 'ServicePrincipalName'),
    userId: textAt(properties, 'userId', 'UserId', 'servicePrincipalId'),
    ...azureEndpoint(azure),
    client: textAt(properties, 'clientAppUsed', 'appDisplayName'),
    activity: 'logon',
    protocol: textAt(properties, 'authenticationProtocol'),
    also: signInNames(azure, code, outcome),
  });
  return besideRaw(record, event);
}

function signInOutcome(code: string | undefined): Outcome {
  if (code === undefined || INTERRUPTED.has(code)) return 'unknown';
  return code === '0' ? 'success' : 'failure';
}

/** The columns of Log Analytics' SigninLogs, which most rules are written for. */
function signInNames({ record, properties }: AzureRecord, code: string | undefined, outcome: Outcome): Fields {
  const at = (...names: readonly string[]) => textAt(properties, ...names) ?? textAt(record, ...names);
  const device = recordAt(properties, 'deviceDetail') ?? recordAt(record, 'DeviceDetail');
  const networks = valueAt(properties, 'networkLocationDetails');
  const protocol = at('authenticationProtocol');
  const more = textAt(properties, 'status.additionalDetails');
  return known({
    ResultType: code === undefined ? undefined : /^\d{1,9}$/.test(code) ? Number(code) : code,
    ResultDescription: at('resultDescription', 'ResultDescription', 'status.failureReason'),
    Status: [
      ...(outcome === 'unknown' ? [] : [outcome === 'success' ? 'Success' : 'Failure']),
      ...(more === undefined ? [] : [more]),
    ],
    AuthenticationRequirement: at('authenticationRequirement', 'AuthenticationRequirement'),
    ResourceDisplayName: at('resourceDisplayName', 'ResourceDisplayName'),
    conditionalAccessStatus: at('conditionalAccessStatus', 'ConditionalAccessStatus'),
    RiskState: at('riskState', 'RiskState'),
    userAgent: at('userAgent', 'UserAgent'),
    ClientApp: at('clientAppUsed', 'ClientAppUsed'),
    Username: at('userPrincipalName', 'UserPrincipalName'),
    ActivityDetails: 'Sign-ins',
    NetworkLocationDetails:
      typeof networks === 'string' ? networks : networks === undefined ? undefined : JSON.stringify(networks),
    DeviceDetail: device === undefined ? undefined : { ...device, trusttype: textAt(device, 'trustType') ?? null },
    'properties.message': protocol === undefined ? undefined : (MESSAGES.get(protocol) ?? protocol),
  });
}

const MESSAGES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ deviceCode: 'Device Code', ropc: 'ROPC' }),
);

function change(azure: AzureRecord): Fields {
  const { record, properties, operation } = azure;
  const result = textAt(properties, 'result', 'Result') ?? textAt(record, 'resultType');
  const targets = recordsAt(properties, 'targetResources');
  const names = targets.flatMap((one) => textAt(one, 'userPrincipalName', 'displayName', 'id') ?? []);
  const activity = textAt(properties, 'activityDisplayName', 'ActivityDisplayName') ?? operation;
  const event = apiEvent({
    time: azureTime(azure),
    product: 'azure',
    service: 'auditlogs',
    uid: textAt(properties, 'id', 'Id'),
    outcome: result === undefined ? 'unknown' : /^success$/i.test(result) ? 'success' : 'failure',
    user: textAt(properties, 'initiatedBy.user.userPrincipalName', 'initiatedBy.app.displayName'),
    userId: textAt(properties, 'initiatedBy.user.id', 'initiatedBy.app.servicePrincipalId'),
    ...azureEndpoint(azure),
    ...endpointOfUser(azure),
    activity: activityOf(activity),
    operation: activity,
    apiService: textAt(properties, 'loggedByService', 'LoggedByService'),
    resources: names.slice(0, 20),
    also: auditNames(azure, activity, result, targets),
  });
  return besideRaw(record, event);
}

/** Who started it says from where; the record's own address is that of the service. */
function endpointOfUser({ properties }: AzureRecord): { ip?: string } {
  const ip = textAt(properties, 'initiatedBy.user.ipAddress');
  return ip === undefined ? {} : { ip };
}

function auditNames(
  azure: AzureRecord,
  activity: string,
  result: string | undefined,
  targets: readonly Fields[],
): Fields {
  const { properties, operation } = azure;
  const changed = targets.flatMap((one) => recordsAt(one, 'modifiedProperties'));
  const consent = changed.find((one) => textAt(one, 'displayName') === 'ConsentContext.IsAdminConsent');
  const details = recordsAt(properties, 'additionalDetails');
  return known({
    operationName: operation,
    OperationName: operation,
    ActivityDisplayName: activity,
    'properties.message': activity,
    ActivityType: activity,
    Category: textAt(properties, 'category', 'Category'),
    LoggedByService: textAt(properties, 'loggedByService', 'LoggedByService'),
    Status: result,
    TargetResources: targets.length === 0 ? undefined : targets,
    targetResources: targets.length === 0 ? undefined : targets,
    additionalDetails: details.length === 0 ? undefined : details,
    failure_status_reason: textAt(properties, 'resultReason'),
    'ConsentContext.IsAdminConsent': consent && textAt(consent, 'newValue')?.replaceAll('"', ''),
  });
}

function risk(azure: AzureRecord): Fields {
  const { record, properties, operation } = azure;
  const kind = textAt(properties, 'riskEventType', 'RiskEventType') ?? operation;
  const event = apiEvent({
    time: azureTime(azure),
    product: 'azure',
    service: RISK_SERVICES,
    uid: textAt(properties, 'id', 'Id'),
    user: textAt(properties, 'userPrincipalName', 'UserPrincipalName'),
    userId: textAt(properties, 'userId', 'UserId'),
    ...azureEndpoint(azure),
    activity: 'other',
    operation: kind,
    apiService: 'Identity Protection',
    also: { riskEventType: kind },
  });
  return besideRaw(record, event);
}

/** Alerts of Privileged Identity Management are told by the same field. */
const RISK_SERVICES = ['riskdetection', 'pim'] as const;

/** `Add member to role`, `Update conditional access policy`: the verb stands first. */
function activityOf(activity: string): ApiActivity {
  if (/^(?:add|create|invite|register|import|issue)/i.test(activity)) return 'create';
  if (/^(?:delete|remove|hard delete|revoke|unregister)/i.test(activity)) return 'delete';
  if (/^(?:read|get|list|view|export|download)/i.test(activity)) return 'read';
  return /^(?:update|set|change|reset|disable|enable|restore|assign|consent)/i.test(activity) ? 'update' : 'other';
}

function known(names: Fields): Fields {
  return Object.fromEntries(
    Object.entries(names).filter(
      ([, value]) => value !== undefined && !(isRecord(value) && Object.keys(value).length === 0),
    ),
  );
}
