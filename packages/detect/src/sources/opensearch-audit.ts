// The audit log of OpenSearch's security plugin, and of Open Distro before it (docs.opensearch.org/latest/security/audit-logs/field-reference).
import { besideRaw } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { isRecord, textAt } from '../events/json-fields.ts';
import { authenticationEvent, datastoreEvent, type Outcome, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { elasticsearchActivity, isPartOfSearch } from './elasticsearch-action.ts';
import type { Source } from './source.ts';

export const opensearchAudit: Source = {
  name: 'opensearch-audit',
  title: 'OpenSearch, security audit log',
  reference: 'https://docs.opensearch.org/latest/security/audit-logs/field-reference/',
  tells: 'sign-ins and refused ones, requests with user, index and action; no rows',
  jsonKeys: ['audit_category'],
  open: () => ({ fromJson: readOpensearchAudit }),
};

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['FAILED_LOGIN', 'failure'],
  ['MISSING_PRIVILEGES', 'failure'],
  ['BAD_HEADERS', 'failure'],
  ['SSL_EXCEPTION', 'failure'],
  ['OPENSEARCH_SECURITY_INDEX_ATTEMPT', 'failure'],
  ['OPENDISTRO_SECURITY_INDEX_ATTEMPT', 'failure'],
  ['AUTHENTICATED', 'success'],
  ['GRANTED_PRIVILEGES', 'success'],
  ['COMPLIANCE_DOC_READ', 'success'],
  ['COMPLIANCE_DOC_WRITE', 'success'],
  ['COMPLIANCE_INTERNAL_CONFIG_READ', 'success'],
  ['COMPLIANCE_INTERNAL_CONFIG_WRITE', 'success'],
]);

function readOpensearchAudit(record: Fields): readonly Fields[] | undefined {
  const category = textAt(record, 'audit_category');
  if (category === undefined) return undefined;
  const action = textAt(record, 'audit_request_privilege') ?? '';
  if (isPartOfSearch(action)) return [];
  const told: Told = {
    time: instantOf(record['@timestamp']) ?? instantOf(record.audit_utc_timestamp),
    product: 'opensearch',
    service: 'audit',
    category: 'database',
    outcome: OUTCOMES.get(category) ?? 'unknown',
    user: textAt(record, 'audit_request_initiating_user', 'audit_request_effective_user'),
    ...endpointOf(textAt(record, 'audit_request_remote_address')),
    store: textAt(record, 'audit_cluster_name', 'audit_node_name'),
    client: agentOf(record.audit_rest_request_headers),
  };
  if (category === 'FAILED_LOGIN' || category === 'AUTHENTICATED') {
    return [besideRaw(record, authenticationEvent({ ...told, activity: 'logon' }))];
  }
  const event = datastoreEvent({
    ...told,
    kind: 'nosql',
    activity: /_READ$/.test(category) ? 'read' : /_WRITE$/.test(category) ? 'write' : elasticsearchActivity(action),
    command: action || textAt(record, 'audit_rest_request_path') || category,
    table: firstText(record.audit_trace_resolved_indices) ?? firstText(record.audit_trace_indices),
    query: textAt(record, 'audit_request_body'),
  });
  return [besideRaw(record, event)];
}

function firstText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}

function agentOf(headers: unknown): string | undefined {
  return isRecord(headers) ? firstText(headers['User-Agent'] ?? headers['user-agent']) : undefined;
}
