// Okta's System Log (developer.okta.com/docs/reference/api/system-log).
import { besideRaw, missingFrom } from '../events/beside-raw.ts';
import { endpointOf } from '../events/endpoints.ts';
import type { Fields } from '../events/event.ts';
import { isRecord, recordAt, recordsAt, textAt, valueAt } from '../events/json-fields.ts';
import { type ApiActivity, apiEvent, authenticationEvent, type Outcome } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import type { Source } from './source.ts';

export const okta: Source = {
  name: 'okta',
  title: 'Okta, System Log',
  reference: 'https://developer.okta.com/docs/reference/api/system-log/',
  tells: 'sign-ins and refused ones by code, changes of users, tokens and policies',
  jsonKeys: ['eventType', 'data'],
  open: () => ({
    fromJson: (record) => {
      // Event hooks carry several.
      const hooked = recordAt(record, 'data');
      const events = hooked === undefined ? [] : recordsAt(hooked, 'events').filter(isOkta);
      if (events.length > 0) return events.map(eventOf);
      return isOkta(record) ? [eventOf(record)] : undefined;
    },
  }),
};

function isOkta(record: Fields): boolean {
  const type = textAt(record, 'eventType');
  if (type === undefined || !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/i.test(type)) return false;
  const isTold = textAt(record, 'displayMessage', 'legacyEventType') !== undefined;
  return [isRecord(record.actor), isRecord(record.outcome), isTold].filter(Boolean).length >= 2;
}

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map(
  Object.entries<Outcome>({
    SUCCESS: 'success',
    ALLOW: 'success',
    FAILURE: 'failure',
    DENY: 'failure',
    ABANDONED: 'failure',
  }),
);
const LOGON = /^user\.(?:session\.start|authentication\.(?:auth|sso|verify|slo))|^user\.mfa\.okta_verify/;
const LOGOFF = /^user\.session\.(?:end|clear)|^user\.authentication\.slo/;

function eventOf(record: Fields): Fields {
  const operation = textAt(record, 'eventType') ?? '';
  const agent = textAt(record, 'client.userAgent.rawUserAgent');
  const result = textAt(record, 'outcome.result') ?? '';
  const outcome = OUTCOMES.get(result) ?? 'unknown';
  const told = {
    time: instantOf(valueAt(record, 'published')),
    product: 'okta',
    service: 'okta',
    uid: textAt(record, 'uuid'),
    outcome,
    errorCode: outcome === 'failure' ? codeOf(textAt(record, 'outcome.reason')) : undefined,
    user: textAt(record, 'actor.alternateId', 'actor.displayName'),
    userId: textAt(record, 'actor.id'),
    session: textAt(record, 'authenticationContext.externalSessionId'),
    ...endpointOf(textAt(record, 'client.ipAddress')),
    also: missingFrom(record, { eventType: operation }),
  };
  if (LOGOFF.test(operation))
    return besideRaw(record, authenticationEvent({ ...told, activity: 'logoff', client: agent }));
  if (LOGON.test(operation))
    return besideRaw(record, authenticationEvent({ ...told, activity: 'logon', client: agent }));
  const targets = recordsAt(record, 'target').flatMap((one) => textAt(one, 'alternateId', 'displayName', 'id') ?? []);
  return besideRaw(
    record,
    apiEvent({
      ...told,
      activity: activityOf(operation),
      operation,
      apiService: 'okta',
      agent,
      resources: targets.slice(0, 20),
    }),
  );
}

function activityOf(operation: string): ApiActivity {
  const verb = operation.slice(operation.lastIndexOf('.') + 1);
  if (/^(?:create|add|issue|grant|register|activate|import)/.test(verb)) return 'create';
  if (/^(?:delete|remove|revoke|deactivate|purge|clear|end)/.test(verb)) return 'delete';
  if (/^(?:view|read|list|get|access|export|download)/.test(verb)) return 'read';
  return /^(?:update|change|reset|unlock|lock|suspend|unsuspend|rename|set|edit|enable|disable|modify)/.test(verb)
    ? 'update'
    : 'other';
}

/** Reasons are words in capitals (`INVALID_CREDENTIALS`); others are sentences, which may name somebody. */
function codeOf(reason: string | undefined): string | undefined {
  return reason !== undefined && /^[A-Z0-9_]{1,80}$/.test(reason) ? reason : undefined;
}
