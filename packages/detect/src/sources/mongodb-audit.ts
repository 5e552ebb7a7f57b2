// The audit log of MongoDB (Enterprise, Atlas, Percona Server for MongoDB) in its own schema. Commands are in it where they are refused, or
// all of them with `auditAuthorizationSuccess`.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { authenticationEvent, type Told } from '../events/ocsf.ts';
import { countOf, placeOf, portOf, textOf } from './foreign.ts';
import { mongodbEvent, mongodbInstant } from './mongodb-command.ts';
import type { Source } from './source.ts';

/** Actions that have a namespace in other fields than `ns`. */
const RENAMED = 'renameCollection';

export const mongodbAudit: Source = {
  name: 'mongodb-audit',
  title: 'MongoDB, audit log in its own schema',
  reference: 'https://www.mongodb.com/docs/manual/reference/audit-message/mongo/',
  tells:
    'clients, sign-ins and refused ones, refused commands (all with auditAuthorizationSuccess), changes of rights, collections and the audit; no rows',
  jsonKeys: ['atype'],
  open: () => ({
    fromJson: (record) => {
      const { atype, param } = record;
      if (typeof atype !== 'string' || !('ts' in record)) return undefined;
      const event = eventOf(record, atype, isRecord(param) ? param : {});
      return event === undefined ? [] : [event];
    },
  }),
};

function eventOf(record: Fields, atype: string, param: Fields): Fields | undefined {
  const told = toldOf(record);
  if (atype === 'authenticate' || atype === 'logout') {
    const user = textOf(param.user) ?? told.user;
    const protocol = textOf(param.mechanism);
    return authenticationEvent({ ...told, user, protocol, activity: atype === 'logout' ? 'logoff' : 'logon' });
  }
  if (atype === 'clientMetadata') return mongodbEvent({ ...told, client: clientIn(param), command: atype });
  const command = atype === 'authCheck' ? textOf(param.command) : atype;
  return mongodbEvent({
    ...told,
    command,
    namespace: textOf(param.ns) ?? (atype === RENAMED ? textOf(param.old) : textOf(param.db)),
    query: isRecord(param.args) ? JSON.stringify(param.args) : undefined,
  });
}

function toldOf({ ts, uuid, local, remote, users, result }: Fields): Told {
  const [first] = Array.isArray(users) ? (users as unknown[]) : [];
  const code = countOf(result);
  const from = isRecord(remote) ? remote : {};
  return {
    time: mongodbInstant(ts),
    product: 'mongodb',
    service: 'audit',
    category: 'database',
    outcome: code === undefined ? 'unknown' : code === 0 ? 'success' : 'failure',
    errorCode: code === 0 ? undefined : code,
    user: isRecord(first) ? textOf(first.user) : undefined,
    session: isRecord(uuid) ? (textOf(uuid.$binary) ?? textOf(uuid.$uuid)) : undefined,
    ...placeOf(from.ip),
    port: portOf(from.port),
    store: isRecord(local) ? textOf(local.ip) : undefined,
  };
}

function clientIn(param: Fields): string | undefined {
  const metadata = isRecord(param.clientMetadata) ? param.clientMetadata : {};
  const { application, driver } = metadata;
  return (
    (isRecord(application) ? textOf(application.name) : undefined) ??
    (isRecord(driver) ? textOf(driver.name) : undefined)
  );
}
