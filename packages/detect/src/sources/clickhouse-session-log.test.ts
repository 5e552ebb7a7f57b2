// Rows after the example of the documentation (https://clickhouse.com/docs/operations/system-tables/session_log), as JSONEachRow.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSilent, assertUnbreakable, eventsIn } from '../../testing/log-samples.ts';

const SUCCESS = {
  hostname: 'clickhouse.eu-central1.internal',
  type: 'LoginSuccess',
  auth_id: '45e6bd83-b4aa-4a23-85e6-bd83b4aa1a23',
  session_id: '',
  event_date: '2021-10-14',
  event_time: '2021-10-14 20:33:52',
  event_time_microseconds: '2021-10-14 20:33:52.104247',
  user: 'default',
  auth_type: 'PLAINTEXT_PASSWORD',
  profiles: ['default'],
  roles: [],
  settings: [['load_balancing', 'random']],
  client_address: '::ffff:10.1.2.3',
  client_port: 38490,
  interface: 'TCP',
  client_hostname: '',
  client_name: 'ClickHouse client',
  failure_reason: '',
};
const FAILURE = {
  ...SUCCESS,
  type: 'LoginFailure',
  failure_reason: 'mallory: Authentication failed: password is incorrect',
};
const LOGOUT = { ...SUCCESS, type: 'Logout' };
const LINES = [SUCCESS, FAILURE, LOGOUT].map((row) => JSON.stringify(row));

describe("ClickHouse's session log", () => {
  it('tells who signed in, who was refused and who signed off', () => {
    const events = eventsIn(LINES);
    assert.deepEqual(
      events.map(({ type_uid: type, status_id: status }) => `${type}/${status}`),
      ['300201/1', '300201/2', '300202/0'],
    );
    const [event] = events;
    assert.deepEqual(event?.user, { name: 'default' });
    assert.deepEqual(event?.src_endpoint, { ip: '10.1.2.3', port: 38_490 });
    assert.equal(event?.auth_protocol, 'PLAINTEXT_PASSWORD');
    assert.equal(event?.time, Date.UTC(2021, 9, 14, 20, 33, 52, 104));
    assertSilent(events, 'mallory');
  });

  it('survives whatever becomes of its rows', () => {
    assertUnbreakable(LINES, 'clickhouse-session-log');
  });
});
