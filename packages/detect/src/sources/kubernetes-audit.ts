// Kubernetes' audit log, version 1, one event a line or as an EventList (kubernetes.io/docs/reference/config-api/apiserver-audit.v1); AKS,
// EKS and others write the same, some in an envelope of their own.
import { besideRaw, missingFrom } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { isRecord, numberAt, parsedRecord, recordAt, recordsAt, textAt, valueAt } from '../events/json-fields.ts';
import { type ApiActivity, apiEvent } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { outcomeOf } from '../events/web-request.ts';
import type { Source } from './source.ts';

export const kubernetesAudit: Source = {
  name: 'kubernetes-audit',
  title: 'Kubernetes, audit log',
  reference: 'https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/',
  tells: 'calls with who, from where and whether they were refused',
  jsonKeys: ['kind', 'category'],
  open: () => ({ fromJson: readKubernetesAudit }),
};

function readKubernetesAudit(record: Fields): readonly Fields[] | undefined {
  if (isAudit(record)) return [eventOf(record)];
  if (record.kind === 'EventList' && Array.isArray(record.items)) {
    const items = (record.items as unknown[]).filter(isRecord).filter(isAudit);
    return items.length === 0 ? undefined : items.map(eventOf);
  }
  // Azure's diagnostic logs have the event as text.
  const log = /^kube-audit/.test(textAt(record, 'category') ?? '') ? textAt(record, 'properties.log') : undefined;
  const inner = log === undefined ? undefined : parsedRecord(log);
  return inner !== undefined && isAudit(inner) ? [eventOf(inner)] : undefined;
}

function isAudit(record: Fields): boolean {
  if (textAt(record, 'kind') !== 'Event') return false;
  // Plain events of Kubernetes are of this kind as well, but have no verb.
  const version = textAt(record, 'apiVersion') ?? '';
  return (
    version.startsWith('audit.k8s.io/') ||
    (textAt(record, 'verb') !== undefined && recordAt(record, 'objectRef') !== undefined)
  );
}

const ACTIVITIES: ReadonlyMap<string, ApiActivity> = new Map(
  Object.entries<ApiActivity>({
    get: 'read',
    list: 'read',
    watch: 'read',
    head: 'read',
    create: 'create',
    post: 'create',
    update: 'update',
    patch: 'update',
    put: 'update',
    delete: 'delete',
    deletecollection: 'delete',
  }),
);
const ANONYMOUS = 'system:anonymous';

function eventOf(record: Fields): Fields {
  const verb = textAt(record, 'verb') ?? '';
  const user = textAt(record, 'user.username');
  const [first] = addresses(record);
  const code = numberAt(record, 'responseStatus.code');
  const event = apiEvent({
    // The stage's time is that of its answer; the request's own is nearer to what was done.
    time: instantOf(valueAt(record, 'requestReceivedTimestamp')) ?? instantOf(valueAt(record, 'stageTimestamp')),
    product: 'kubernetes',
    service: 'audit',
    category: 'application',
    uid: textAt(record, 'auditID'),
    outcome: outcomeOf(code),
    errorCode: code !== undefined && code >= 400 ? code : undefined,
    user,
    userId: textAt(record, 'user.uid'),
    ...endpointOf(first),
    agent: textAt(record, 'userAgent'),
    activity: ACTIVITIES.get(verb) ?? 'other',
    operation: [verb, resourceOf(record)].filter(Boolean).join(' '),
    apiService: textAt(record, 'objectRef.apiGroup') ?? 'core',
    resources: nameOf(record),
    also: missingFrom(record, { ...rulesNames(record), unauthenticated: user === ANONYMOUS }),
  });
  return besideRaw(record, event);
}

/** Behind proxies, the client stands first. */
function addresses(record: Fields): readonly string[] {
  const ips = valueAt(record, 'sourceIPs');
  return Array.isArray(ips) ? (ips as unknown[]).filter((ip) => typeof ip === 'string') : [];
}

function resourceOf(record: Fields): string | undefined {
  const resource = textAt(record, 'objectRef.resource');
  const part = textAt(record, 'objectRef.subresource');
  if (resource === undefined) return textAt(record, 'requestURI')?.split('?')[0];
  return part === undefined ? resource : `${resource}/${part}`;
}

function nameOf(record: Fields): readonly string[] {
  const parts = ['namespace', 'resource', 'name'].map((part) => textAt(record, `objectRef.${part}`));
  const name = parts.filter((part) => part !== undefined).join('/');
  return name === '' ? [] : [name];
}

/** Names of SigmaHQ's rules for which a record has another place. */
function rulesNames(record: Fields): Fields {
  const pod = recordAt(record, 'requestObject.spec') ?? recordAt(record, 'requestObject.spec.template.spec') ?? {};
  const paths = recordsAt(pod, 'volumes').flatMap((volume) => textAt(volume, 'hostPath.path') ?? []);
  const added = recordsAt(pod, 'containers').flatMap((container) => {
    const names = valueAt(container, 'securityContext.capabilities.add');
    return Array.isArray(names) ? (names as unknown[]).filter((name) => typeof name === 'string') : [];
  });
  return {
    apiGroup: textAt(record, 'objectRef.apiGroup'),
    hostPath: paths.length === 0 ? undefined : paths,
    capabilities: added.length === 0 ? undefined : added,
  };
}
