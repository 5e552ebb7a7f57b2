// No server of MongoDB is at hand here: records are those of its documentation, with clients of our own in them. Audit:
// https://www.mongodb.com/docs/manual/reference/audit-message/; log: https://www.mongodb.com/docs/manual/reference/log-messages/;
// profiler: https://www.mongodb.com/docs/manual/reference/database-profiler/.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSilent, assertUnbreakable, eventsIn, partOf, stateAfter } from '../../testing/log-samples.ts';
import type { Fields } from '../events/event.ts';

const ENDS = { local: { ip: '10.0.0.5', port: 27017 }, remote: { ip: '10.1.2.3', port: 56692 } };
const audited = (atype: string, param: object, result = 0) => ({
  atype,
  ts: { $date: '2026-11-29T22:03:42.912+00:00' },
  uuid: { $binary: 'IOxHaZhNRFyup9oEKduRIg==', $type: '04' },
  ...ENDS,
  users: [{ user: 'ada', db: 'admin' }],
  roles: [{ role: 'root', db: 'admin' }],
  param,
  result,
});
const AUDIT = [
  audited('clientMetadata', { clientMetadata: { driver: { name: 'nodejs' }, application: { name: 'shop-web' } } }),
  audited('authenticate', { user: 'ada', db: 'admin', mechanism: 'SCRAM-SHA-256' }),
  audited('authenticate', { user: 'eve', db: 'admin', mechanism: 'SCRAM-SHA-256' }, 18),
  audited('authCheck', { command: 'find', ns: 'shop.people', args: { find: 'people', filter: { name: 'Grace' } } }),
  audited('authCheck', { command: 'listCollections', ns: 'shop', args: { listCollections: 1 } }, 13),
  audited('authCheck', { command: 'hello', ns: 'admin.$cmd', args: { hello: 1 } }),
  audited('dropCollection', { ns: 'shop.people' }),
  audited('grantRolesToUser', { user: 'ada', db: 'admin', roles: [{ role: 'root', db: 'admin' }] }),
  audited('auditConfigure', { previous: {}, config: {} }),
  audited('logout', { reason: 'Client has disconnected', initialUsers: [], updatedUsers: [] }),
];
const OCSF = [
  {
    activity_id: 1,
    category_uid: 3,
    class_uid: 3002,
    time: 1710715316123,
    severity_id: 1,
    type_uid: 300201,
    metadata: { correlation_uid: '20ec4769-984d-445c-aea7-da0429da9122', product: 'MongoDB Server', version: '1.0.0' },
    actor: { user: { type_id: 1, name: 'admin.ada', groups: [{ name: 'admin.root' }] } },
    src_endpoint: { ip: '127.0.0.1', port: 56692 },
    dst_endpoint: { ip: '127.0.0.1', port: 20040 },
    user: { type_id: 1, name: 'admin.ada' },
    auth_protocol: 'SCRAM-SHA-256',
    unmapped: { atype: 'authenticate' },
  },
  {
    activity_id: 0,
    category_uid: 6,
    class_uid: 6003,
    time: 1710715315002,
    severity_id: 1,
    type_uid: 600300,
    metadata: { correlation_uid: 'af4510fb-0a9f-49aa-b988-06259a7a861d', product: 'MongoDB Server', version: '1.0.0' },
    actor: {},
    src_endpoint: { ip: '127.0.0.1', port: 45836 },
    dst_endpoint: { ip: '127.0.0.1', port: 20040 },
    api: { operation: 'getParameter', request: { uid: 'admin' }, response: { code: 13, error: 'Unauthorized' } },
  },
];
const PROFILE = {
  op: 'query',
  ns: 'shop.people',
  command: { find: 'people', filter: { name: 'Grace' }, $db: 'shop' },
  keysExamined: 2,
  docsExamined: { $numberLong: '20878' },
  nreturned: 2,
  responseLength: 314,
  protocol: 'op_msg',
  millis: 7,
  planSummary: 'COLLSCAN',
  ts: { $date: '2026-11-29T22:03:42.912Z' },
  client: '10.1.2.3',
  appName: 'MongoDB Shell',
  allUsers: [{ user: 'ada', db: 'admin' }],
  user: 'ada@admin',
};
const logged = (c: string, id: number, ctx: string, msg: string, attr: object) => ({
  t: { $date: '2026-11-29T22:03:42.912+00:00' },
  s: 'I',
  c,
  id,
  ctx,
  msg,
  attr,
});
const REMOTE = { remote: '10.1.2.3:38762' };
const AUTH = {
  mechanism: 'SCRAM-SHA-256',
  speculative: true,
  principalName: 'ada',
  authenticationDatabase: 'admin',
  ...REMOTE,
};
const SLOW = {
  type: 'command',
  ns: 'shop.people',
  command: { aggregate: 'people', pipeline: [{ $match: { name: 'Grace' } }], cursor: {}, $db: 'shop' },
  planSummary: 'IXSCAN { name: 1 }',
  keysExamined: 218,
  docsExamined: 217,
  nreturned: 53,
  reslen: 6117,
  ...REMOTE,
  durationMillis: 530,
};
const LOG = [
  { ...logged('CONTROL', 20698, 'main', '***** SERVER RESTARTED *****', {}), attr: undefined },
  logged('NETWORK', 22943, 'listener', 'Connection accepted', { ...REMOTE, connectionId: 4104, connectionCount: 3 }),
  logged('NETWORK', 51800, 'conn4104', 'client metadata', {
    ...REMOTE,
    client: 'conn4104',
    doc: { application: { name: 'shop-web' }, driver: { name: 'nodejs', version: '6.0' } },
  }),
  logged('ACCESS', 20249, 'conn4104', 'Authentication failed', {
    ...AUTH,
    principalName: 'eve',
    error: 'UserNotFound: Could not find user "eve" for db "admin"',
  }),
  logged('ACCESS', 20250, 'conn4104', 'Authentication succeeded', AUTH),
  logged('COMMAND', 51803, 'conn4104', 'Slow query', SLOW),
  logged('WRITE', 51803, 'conn4104', 'Slow query', {
    type: 'remove',
    ns: 'shop.people',
    command: { q: { name: 'Grace' }, limit: 0 },
    ndeleted: 12,
    durationMillis: 130,
  }),
  logged('COMMAND', 51803, 'LogicalSessionCacheRefresh', 'Slow query', SLOW),
  logged('NETWORK', 22944, 'conn4104', 'Connection ended', { ...REMOTE, connectionId: 4104, connectionCount: 2 }),
];

const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record));
const types = (events: readonly Fields[]) => events.map(({ type_uid: type, status_id: status }) => `${type}/${status}`);
const userOf = (event: Fields | undefined) => partOf(partOf(event, 'actor'), 'user').name;

describe("MongoDB's audit log", () => {
  it('tells sign-ins, commands, changes of rights and of the audit itself', () => {
    const events = eventsIn(lines(AUDIT));
    assert.deepEqual(types(events), [
      '600599/1',
      '300201/1',
      '300201/2',
      '600501/1',
      '600508/2',
      '600507/1',
      '600502/1',
      '600599/1',
      '300202/1',
    ]);
    const [client, logon, refused, find, list, drop, grant] = events;
    assert.equal(partOf(client, 'actor').app_name, 'shop-web');
    assert.equal(logon?.auth_protocol, 'SCRAM-SHA-256');
    assert.deepEqual(refused?.user, { name: 'eve' });
    assert.equal(refused?.status_code, '18');
    assert.deepEqual(find?.src_endpoint, { ip: '10.1.2.3', port: 56_692 });
    assert.deepEqual(find.table, { name: 'people' });
    assert.deepEqual(find.database, { name: 'shop', type_id: 6 });
    assert.equal(find.query, '{"find":"people","filter":{"name":"Grace"}}');
    assert.equal(find.time, Date.UTC(2026, 10, 29, 22, 3, 42, 912));
    assert.equal(userOf(find), 'ada');
    assert.deepEqual(list?.database, { name: 'shop', type_id: 6 });
    assert.deepEqual(drop?.table, { name: 'people' });
    assert.equal(partOf(grant, 'unmapped').command, 'grantRolesToUser');
    assertSilent(events, 'Grace');
  });

  it("tells the same of OCSF's schema, in the classes of our own", () => {
    const [logon, refused] = eventsIn(lines(OCSF));
    assert.equal(logon?.type_uid, 300201);
    assert.equal(userOf(logon), 'ada');
    assert.deepEqual(logon?.user, { name: 'ada' });
    assert.equal(logon?.auth_protocol, 'SCRAM-SHA-256');
    assert.equal(refused?.type_uid, 600508);
    assert.equal(refused?.status_id, 2);
    assert.equal(refused?.status_code, '13');
    assert.deepEqual(refused?.src_endpoint, { ip: '127.0.0.1', port: 45_836 });
  });

  it('survives whatever becomes of its records', () => {
    assertUnbreakable(lines(AUDIT), 'mongodb-audit');
    assertUnbreakable(lines(OCSF), 'mongodb-audit-ocsf');
  });
});

describe("MongoDB's profiler", () => {
  it('tells rows and bytes, of plain and extended JSON', () => {
    const [event] = eventsIn(lines([PROFILE]));
    assert.equal(event?.type_uid, 600501);
    const { rows_read: read, rows_returned: rows, bytes_returned: bytes, command } = partOf(event, 'unmapped');
    assert.deepEqual({ read, rows, bytes, command }, { read: 20_878, rows: 2, bytes: 314, command: 'find' });
    assert.equal(userOf(event), 'ada');
    assert.equal(partOf(event, 'actor').app_name, 'MongoDB Shell');
    assert.equal(event.duration, 7);
    const [plain] = eventsIn(lines([{ ...PROFILE, ts: '2026-11-29T22:03:42.912Z', docsExamined: 20_878 }]));
    assert.deepEqual(plain, event);
    const printed = JSON.stringify([PROFILE, PROFILE], null, 2).split('\n');
    assert.deepEqual(eventsIn(printed), [event, event]);
    assertSilent([event], 'Grace');
  });

  it('survives whatever becomes of its documents', () => {
    assertUnbreakable(lines([PROFILE]), 'mongodb-profiler');
  });
});

describe("mongod's log", () => {
  it('tells connections, sign-ins and slow queries, with whose they are', () => {
    const events = eventsIn(lines(LOG));
    assert.deepEqual(types(events), ['600503/0', '300201/2', '300201/1', '600501/1', '600507/1']);
    const [accepted, failed, , slow, removed] = events;
    assert.deepEqual(accepted?.src_endpoint, { ip: '10.1.2.3', port: 38_762 });
    assert.deepEqual(failed?.user, { name: 'eve' });
    assert.equal(userOf(slow), 'ada');
    assert.equal(partOf(slow, 'actor').app_name, 'shop-web');
    const { rows_read: read, rows_returned: rows, bytes_returned: bytes, command } = partOf(slow, 'unmapped');
    assert.deepEqual({ read, rows, bytes, command }, { read: 217, rows: 53, bytes: 6117, command: 'aggregate' });
    assert.equal(slow?.duration, 530);
    assert.deepEqual(removed?.src_endpoint, { ip: '10.1.2.3', port: 38_762 });
    assert.equal(partOf(removed, 'unmapped').rows_written, 12);
    assertSilent(events, 'Grace', 'Could not');
  });

  it('reads the messages about sign-ins of later versions', () => {
    const attr = {
      client: '10.1.2.3:5000',
      isSpeculative: true,
      mechanism: 'SCRAM-SHA-256',
      user: 'ada',
      db: 'admin',
      result: 18,
    };
    const [event] = eventsIn(lines([logged('ACCESS', 5286307, 'conn7', 'Failed to authenticate', attr)]));
    assert.equal(event?.status_id, 2);
    assert.equal(event.status_code, '18');
    assert.deepEqual(event.src_endpoint, { ip: '10.1.2.3', port: 5000 });
  });

  it('goes on after a restart with whose the connections are', () => {
    const state = stateAfter(lines(LOG.slice(0, 5)));
    const [slow] = eventsIn(lines(LOG.slice(6, 7)), { state });
    assert.equal(userOf(slow), 'ada');
    assert.deepEqual(slow?.src_endpoint, { ip: '10.1.2.3', port: 38_762 });
  });

  it('survives whatever becomes of its lines', () => {
    assertUnbreakable(lines(LOG), 'mongodb-log');
  });
});
