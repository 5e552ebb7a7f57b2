// The example of open-telemetry/opentelemetry-proto (examples/logs.json), and records with the semantic conventions for databases and HTTP
// (opentelemetry.io/docs/specs/semconv), in their present and former names; a batch of CloudWatch is of its documentation.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { accessLog } from './access-log.ts';
import { cloudtrail } from './cloudtrail.ts';
import { cloudwatchOf } from './cloudwatch.ts';
import { otlpLogsOf } from './otlp-logs.ts';
import { syslogOf } from './syslog.ts';

const EXAMPLE: Fields = JSON.parse(
  '{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"my.service"}}]},"scopeLogs":[{"scope":{"name":"my.library","version":"1.0.0","attributes":[{"key":"my.scope.attribute","value":{"stringValue":"some scope attribute"}}]},"logRecords":[{"timeUnixNano":"1544712660300000000","observedTimeUnixNano":"1544712660300000000","severityNumber":10,"severityText":"Information","traceId":"5B8EFFF798038103D269B633813FC60C","spanId":"EEE19B7EC3C1B174","body":{"stringValue":"Example log record"},"attributes":[{"key":"string.attribute","value":{"stringValue":"some string"}},{"key":"boolean.attribute","value":{"boolValue":true}},{"key":"int.attribute","value":{"intValue":"10"}},{"key":"double.attribute","value":{"doubleValue":637.704}},{"key":"array.attribute","value":{"arrayValue":{"values":[{"stringValue":"many"},{"stringValue":"values"}]}}},{"key":"map.attribute","value":{"kvlistValue":{"values":[{"key":"some.map.key","value":{"stringValue":"some value"}}]}}}]}]}]}]}',
);
const batch = (attributes: Readonly<Record<string, string | number>>, body?: Fields): Fields => ({
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: '1795989910300000000',
              ...(body && { body }),
              attributes: Object.entries(attributes).map(([key, value]) => ({
                key,
                value: typeof value === 'string' ? { stringValue: value } : { intValue: String(value) },
              })),
            },
          ],
        },
      ],
    },
  ],
});
const QUERY = "SELECT * FROM people WHERE mail = 'eve@example.org'";
const SAMPLES = {
  database: batch({
    'db.system.name': 'postgresql',
    'db.namespace': 'crm',
    'db.query.text': QUERY,
    'db.response.returned_rows': 7,
    'client.address': '203.0.113.9',
    'user.name': 'ada',
  }),
  formerDatabase: batch({ 'db.system': 'mysql', 'db.name': 'crm', 'db.statement': QUERY, 'db.user': 'app' }),
  noSql: batch({
    'db.system.name': 'mongodb',
    'db.collection.name': 'people',
    'db.operation.name': 'find',
    'error.type': '13',
  }),
  http: batch({
    'http.request.method': 'GET',
    'url.path': '/item',
    'url.query': 'id=1%20UNION%20ALL%20SELECT',
    'http.response.status_code': 404,
    'client.address': '203.0.113.9',
    'user_agent.original': 'sqlmap/1.7',
  }),
  formerHttp: batch({ 'http.method': 'POST', 'http.url': 'https://shop.example/login?a=1', 'http.status_code': 401 }),
  line: batch(
    { 'log.file.name': 'access.log' },
    { stringValue: '127.0.0.1 - ada [29/Nov/2026:20:37:03 +0000] "GET / HTTP/1.1" 200 2 "-" "-"' },
  ),
  syslogLine: batch(
    {},
    {
      stringValue: '2026-11-29T22:06:07+00:00 db1 sshd[27125]: Failed password for ada from 127.0.0.1 port 60468 ssh2',
    },
  ),
};
const otlp = otlpLogsOf([syslogOf([accessLog]), accessLog, cloudtrail]);
const read = (record: Fields): Fields => otlp.open().fromJson?.(record)?.[0] ?? {};

describe("OpenTelemetry's logs", () => {
  it('are their attributes and their body', () => {
    const event = read(EXAMPLE);
    assert.deepEqual([event.class_uid, event.time, event.message], [0, 1544712660300, 'Example log record']);
    assert.deepEqual(
      [event['int.attribute'], event['boolean.attribute'], event['array.attribute']],
      [10, true, ['many', 'values']],
    );
    assert.deepEqual(event['map.attribute'], { 'some.map.key': 'some value' });
    assert.equal(event['service.name'], 'my.service');
  });

  it('of databases become Datastore Activity', () => {
    const event = read(SAMPLES.database);
    assert.deepEqual(
      [event.type_uid, event.time, event.database],
      [600501, 1795989910300, { name: 'crm', type_id: 1 }],
    );
    assert.deepEqual([event.actor, event.src_endpoint], [{ user: { name: 'ada' } }, { ip: '203.0.113.9' }]);
    const { rows_returned: rows, tables } = event.unmapped as Fields;
    assert.deepEqual([rows, tables], [7, ['people']]);
    assert.doesNotMatch(JSON.stringify(event.query_info), /eve@/);
    assert.deepEqual((read(SAMPLES.formerDatabase).unmapped as Fields).tables, ['people']);
    const other = read(SAMPLES.noSql);
    assert.deepEqual(
      [other.class_uid, other.status_id, other.status_code, other.table],
      [6005, 2, '13', { name: 'people' }],
    );
  });

  it('of web servers become HTTP Activity', () => {
    const event = read(SAMPLES.http);
    assert.deepEqual([event.type_uid, event.status_id, event['cs-uri-stem']], [400203, 2, '/item']);
    assert.deepEqual(event['c-uri-query'], ['id=1%20UNION%20ALL%20SELECT', 'id=1 UNION ALL SELECT']);
    assert.deepEqual([read(SAMPLES.formerHttp)['cs-uri-stem'], read(SAMPLES.formerHttp)['sc-status']], ['/login', 401]);
  });

  it('whose body is a line of a known format are read as such', () => {
    assert.deepEqual([read(SAMPLES.line).class_uid, read(SAMPLES.line)['cs-username']], [4002, 'ada']);
    assert.deepEqual([read(SAMPLES.syslogLine).type_uid, read(SAMPLES.syslogLine).status_id], [300201, 2]);
  });

  it('throw at nothing', () => readsAnyJson(otlp, [EXAMPLE, ...Object.values(SAMPLES)]));
});

describe("CloudWatch's subscriptions", () => {
  const source = cloudwatchOf([cloudtrail, accessLog]);
  const trail = {
    eventVersion: '1.08',
    eventName: 'StopLogging',
    eventSource: 'cloudtrail.amazonaws.com',
    userIdentity: {},
  };
  const record: Fields = {
    messageType: 'DATA_MESSAGE',
    owner: '123456789012',
    logGroup: 'CloudTrail/logs',
    logStream: '123456789012_CloudTrail/logs_us-east-1',
    subscriptionFilters: ['Destination'],
    logEvents: [
      {
        id: '31953106606966983378809025079804211143289615424298221568',
        timestamp: 1795989910300,
        message: JSON.stringify(trail),
      },
      {
        id: '31953106606966983378809025079804211143289615424298221569',
        timestamp: 1795989910300,
        message: 'a plain message',
      },
    ],
  };

  it('give their messages to whoever wrote them', () => {
    const events = source.open().fromJson?.(record) ?? [];
    assert.deepEqual(
      events.map((event) => [event.class_uid, event.time]),
      [
        [6003, 1795989910300],
        [0, 1795989910300],
      ],
    );
    assert.deepEqual(source.open().fromJson?.({ messageType: 'CONTROL_MESSAGE', logEvents: [] }), []);
  });

  it('throw at nothing', () => readsAnyJson(source, [record]));
});
