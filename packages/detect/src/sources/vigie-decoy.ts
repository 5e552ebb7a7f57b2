// Touches of our decoys, as `vigie decoy … --format ndjson` prints them: an event each, for rules to tell of. What a line says is built anew, since
// whoever can push to an input can write one.

import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import {
  authenticationEvent,
  type DatastoreActivity,
  datastoreEvent,
  httpEvent,
  type Outcome,
  type Told,
} from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { countOf, placeOf, portOf, textOf, textsOf } from './foreign.ts';
import type { Source } from './source.ts';

/** What was tried, from the least to the worst, and the activity that an access with this aim has. */
const ACTIVITIES: Readonly<Record<string, DatastoreActivity>> = {
  connect: 'connect',
  look: 'query',
  read: 'read',
  write: 'write',
  destroy: 'delete',
  reach: 'other',
};
const RULE = /^vigie\/decoy\/([a-z]{1,16})$/;
const AUTHENTICATION = 3002;
const HTTP = 4002;
const OUTCOMES: readonly Outcome[] = ['unknown', 'success', 'failure'];
const MAX_NAME = 128;

export const vigieDecoy: Source = {
  name: 'vigie-decoy',
  title: 'Vigie, touches of a decoy',
  reference: 'https://github.com/vigie/vigie/blob/main/docs/decoys.md',
  tells:
    'every touch: who, from where, what was tried, rows and bytes that were given out; nothing of what was sent word by word',
  jsonKeys: ['decoy'],
  open: () => ({
    fromJson: (record) => {
      const { rule, decoy, event } = record;
      const [, intent = ''] = RULE.exec(typeof rule === 'string' ? rule : '') ?? [];
      if (!Object.hasOwn(ACTIVITIES, intent) || typeof decoy !== 'string' || !isRecord(event)) return undefined;
      return [eventOf(record, event, intent)];
    },
  }),
};

function eventOf(record: Fields, event: Fields, intent: string): Fields {
  const told = toldOf(record, event);
  const built = builtOf(event, told, ACTIVITIES[intent] ?? 'other');
  const { traits, verb } = part(event, 'unmapped');
  const unmapped = isRecord(built.unmapped) ? built.unmapped : {};
  const known = {
    ...(textsOf(traits) && { traits: textsOf(traits)?.slice(0, 32) }),
    ...(textOf(verb) && { verb: short(verb) }),
  };
  return { ...built, unmapped: { ...unmapped, ...known, decoy: intent } };
}

function toldOf(record: Fields, event: Fields): Told {
  const actor = part(event, 'actor');
  const user = short(part(actor, 'user').name) ?? short(part(event, 'user').name);
  const client = short(actor.app_name);
  return {
    time: instantOf(event.time ?? record.time),
    product: short(part(part(event, 'metadata'), 'product').name) ?? 'decoy',
    service: 'decoy',
    category: 'database',
    uid: short(record.id),
    outcome: OUTCOMES[countOf(event.status_id) ?? 0] ?? 'unknown',
    errorCode: countOf(event.status_code) ?? short(event.status_code),
    user,
    session: short(record.session),
    client,
    ...placeOf(record.address),
    port: portOf(record.port),
    store: `decoy ${short(record.decoy) ?? ''}`.trim(),
  };
}

function builtOf(event: Fields, told: Told, activity: DatastoreActivity): Fields {
  if (event.class_uid === AUTHENTICATION) return authenticationEvent({ ...told, activity: 'logon' });
  if (event.class_uid === HTTP) {
    const request = part(event, 'http_request');
    const path = short(part(request, 'url').path) ?? '';
    return httpEvent({
      ...told,
      method: short(request.http_method),
      target: path,
      path,
      agent: short(request.user_agent),
    });
  }
  const counts = part(event, 'unmapped');
  return datastoreEvent({
    ...told,
    activity,
    database: short(part(event, 'database').name),
    table: short(part(event, 'table').name),
    command: short(counts.command),
    rowsReturned: countOf(counts.rows_returned),
    bytesReturned: countOf(counts.bytes_returned),
  });
}

function part(record: Fields, name: string): Fields {
  const value = record[name];
  return isRecord(value) ? value : {};
}

function short(value: unknown): string | undefined {
  return textOf(value)?.slice(0, MAX_NAME);
}
