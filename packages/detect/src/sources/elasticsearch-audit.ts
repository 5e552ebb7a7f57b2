// Elasticsearch's audit log (elastic.co/docs/reference/elasticsearch/elasticsearch-audit-events): flat JSON, a line each, whose names have
// dots in them.
import { besideRaw } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { textAt } from '../events/json-fields.ts';
import {
  type AccountTold,
  accountEvent,
  authenticationEvent,
  datastoreEvent,
  networkEvent,
  type Outcome,
  type Told,
} from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { elasticsearchActivity, isPartOfSearch } from './elasticsearch-action.ts';
import type { Source } from './source.ts';

export const elasticsearchAudit: Source = {
  name: 'elasticsearch-audit',
  title: 'Elasticsearch, audit log',
  reference: 'https://www.elastic.co/docs/reference/elasticsearch/elasticsearch-audit-events',
  tells: 'sign-ins and refused ones, requests with user, index and action, changes of users; no rows',
  jsonKeys: ['event.action'],
  open: () => ({ fromJson: readElasticsearchAudit }),
};

function readElasticsearchAudit(record: Fields): readonly Fields[] | undefined {
  const name = textAt(record, 'event.action');
  const isAudit = record.type === 'audit' || textAt(record, 'event.dataset') === 'elasticsearch.audit';
  if (name === undefined || !isAudit) return undefined;
  const action = textAt(record, 'action') ?? '';
  if (isPartOfSearch(action)) return [];
  // A bulk request is told again with the indices that it goes to.
  if (action === 'indices:data/write/bulk' && record.indices === undefined) return [];
  return [besideRaw(record, eventOf(record, name, action))];
}

function eventOf(record: Fields, name: string, action: string): Fields {
  const told: Told = {
    time: instantOf(record.timestamp) ?? instantOf(record['@timestamp']),
    product: 'elasticsearch',
    service: 'audit',
    category: 'database',
    outcome: outcomeOf(name),
    user: textAt(record, 'user.run_by.name', 'user.name', 'user.effective.name'),
    ...endpointOf(textAt(record, 'origin.address', 'source.ip')),
    store: textAt(record, 'cluster.name', 'node.name', 'host.name'),
    also: { unauthenticated: name.startsWith('anonymous_') || textAt(record, 'authentication.type') === 'ANONYMOUS' },
  };
  const protocol = textAt(record, 'realm', 'authentication.type');
  if (/^(?:realm_)?authentication_|^anonymous_access_denied$/.test(name)) {
    // Every realm that does not know somebody says so, and once for all of them is a try.
    const activity = name === 'realm_authentication_failed' ? 'other' : 'logon';
    return authenticationEvent({ ...told, activity, protocol });
  }
  // The filter of addresses knows no users.
  if (/^connection_/.test(name)) {
    return networkEvent({ ...told, activity: name === 'connection_denied' ? 'refuse' : 'open' });
  }
  const account = accountOf(record, name);
  if (account !== undefined) return accountEvent({ ...told, ...account });
  return datastoreEvent({
    ...told,
    kind: 'nosql',
    activity: elasticsearchActivity(action),
    command: action || name,
    table: firstIndex(record.indices),
    query: textAt(record, 'request.body'),
  });
}

function outcomeOf(name: string): Outcome {
  if (/_(?:denied|failed)$|^tampered_request$/.test(name)) return 'failure';
  return /_(?:granted|success)$|^(?:put|delete|change|create|invalidate)_/.test(name) ? 'success' : 'unknown';
}

/** Changes of users, their passwords, keys and roles, where a user is named. */
function accountOf(record: Fields, name: string): Pick<AccountTold, 'activity' | 'account'> | undefined {
  const account = textAt(
    record,
    'put.user.name',
    'change.password.user.name',
    'delete.user.name',
    'change.enable.user.name',
    'change.disable.user.name',
    'create.apikey.name',
  );
  if (account === undefined) return undefined;
  const activity = ACCOUNT_CHANGES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
  return { activity, account };
}

const ACCOUNT_CHANGES = [
  [/^change_password/, 'password'],
  [/^(?:put_user|create_)/, 'create'],
  [/^delete_/, 'delete'],
  [/^change_enable/, 'enable'],
  [/^change_disable/, 'disable'],
] as const;

function firstIndex(indices: unknown): string | undefined {
  const first: unknown = Array.isArray(indices) ? indices[0] : indices;
  return typeof first === 'string' ? first : undefined;
}
