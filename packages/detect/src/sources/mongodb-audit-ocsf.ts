// The audit log of MongoDB in the schema of OCSF. Its events are put into the classes that ours have for the same: what it calls Entity
// Management and Account Change are accesses to the store here, with the action's name as the command.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { authenticationEvent, type Outcome, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { countOf, placeOf, portOf, textOf } from './foreign.ts';
import { mongodbEvent } from './mongodb-command.ts';
import type { Source } from './source.ts';

const AUTHENTICATION = 3002;
const LOGOFF = 2;
const OUTCOMES: readonly Outcome[] = ['unknown', 'success', 'failure'];

export const mongodbAuditOcsf: Source = {
  name: 'mongodb-audit-ocsf',
  title: 'MongoDB, audit log in the schema of OCSF',
  reference: 'https://www.mongodb.com/docs/manual/reference/audit-message/ocsf/',
  tells: 'the same as in its own schema',
  jsonKeys: ['class_uid'],
  open: () => ({
    fromJson: (record) => {
      const { class_uid: classUid, metadata } = record;
      const product = isRecord(metadata) ? metadata.product : undefined;
      const name = isRecord(product) ? product.name : product;
      if (typeof classUid !== 'number' || typeof name !== 'string' || !name.startsWith('MongoDB')) return undefined;
      const event = eventOf(record, classUid);
      return event === undefined ? [] : [event];
    },
  }),
};

function eventOf(record: Fields, classUid: number): Fields | undefined {
  const api = part(record, 'api');
  const code = countOf(part(api, 'response').code);
  const told = toldOf(record, code);
  if (classUid === AUTHENTICATION) {
    const activity = record.activity_id === LOGOFF ? 'logoff' : 'logon';
    const user = nameOf(part(record, 'user').name) ?? told.user;
    return authenticationEvent({ ...told, user, protocol: textOf(record.auth_protocol), activity });
  }
  const request = part(api, 'request');
  return mongodbEvent({
    ...told,
    command: textOf(api.operation) ?? textOf(part(record, 'unmapped').atype),
    namespace: textOf(request.uid),
    query: isRecord(request.data) ? JSON.stringify(request.data) : undefined,
  });
}

function toldOf(record: Fields, code: number | undefined): Told {
  const [from, to, metadata] = [part(record, 'src_endpoint'), part(record, 'dst_endpoint'), part(record, 'metadata')];
  const said = OUTCOMES[countOf(record.status_id) ?? 0] ?? 'unknown';
  return {
    time: instantOf(record.time),
    product: 'mongodb',
    service: 'audit',
    category: 'database',
    outcome: code === undefined ? said : code === 0 ? 'success' : 'failure',
    errorCode: code === 0 ? undefined : (code ?? textOf(record.status_code)),
    user: nameOf(part(part(record, 'actor'), 'user').name),
    session: textOf(metadata.correlation_uid),
    ...placeOf(from.ip),
    port: portOf(from.port),
    store: textOf(to.ip),
  };
}

function part(record: Fields, name: string): Fields {
  const value = record[name];
  return isRecord(value) ? value : {};
}

/** `admin.ada`: the database of the account, which has no dot, then its name. */
function nameOf(value: unknown): string | undefined {
  const written = textOf(value);
  return written?.includes('.') === true ? textOf(written.slice(written.indexOf('.') + 1)) : written;
}
