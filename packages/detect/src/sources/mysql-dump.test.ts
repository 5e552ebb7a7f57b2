// Sessions of mysqldump and mariadb-dump are known by how they begin, in each log that tells statements with their connection.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLogReader } from '../log-reader.ts';

const ASKED = 'SHOW CREATE TABLE `customers`';
const audit = (id: number, operation: string, rest: string) =>
  `20261026 01:29:00,vm,backup,10.0.1.40,${id},8,${operation},${rest}`;
const general = (id: number, command: string, rest: string) =>
  `2026-10-26T01:29:00.000000Z\t   ${id} ${command}\t${rest}`;
const json = (id: number, query: string) =>
  JSON.stringify({
    timestamp: '2026-10-26 01:29:00',
    id: 11,
    class: 'general',
    event: 'status',
    connection_id: id,
    account: { user: 'backup', host: 'localhost' },
    login: { user: 'backup', os: '', ip: '10.0.1.40', proxy: '' },
    general_data: { command: 'Query', sql_command: 'select', query, status: 0 },
  });

const LOGS: Readonly<Record<string, readonly string[]>> = {
  server_audit: [
    audit(10, 'QUERY', String.raw`,'/*!40100 SET @@SQL_MODE=\'\' */',0`),
    audit(10, 'QUERY', `shop,'${ASKED}',0`),
    audit(11, 'QUERY', `shop,'${ASKED}',0`),
    audit(10, 'DISCONNECT', 'shop,,0'),
    audit(10, 'CONNECT', 'shop,,0'),
    audit(10, 'QUERY', `shop,'${ASKED}',0`),
  ],
  general: [
    general(10, 'Connect', 'backup@10.0.1.40 on  using TCP/IP'),
    general(10, 'Query', "/*!40100 SET @@SQL_MODE='' */"),
    general(10, 'Query', ASKED),
    general(11, 'Connect', 'backup@10.0.1.40 on shop using TCP/IP'),
    general(11, 'Query', ASKED),
    general(10, 'Quit', ''),
    general(10, 'Connect', 'backup@10.0.1.40 on shop using TCP/IP'),
    general(10, 'Query', ASKED),
  ],
  'audit in JSON': [json(10, "/*!40100 SET @@SQL_MODE='' */"), json(10, ASKED), json(11, ASKED)],
};

describe('a dump of MySQL or MariaDB', () => {
  for (const [log, lines] of Object.entries(LOGS)) {
    it(`is known for its session, after a restart too (${log})`, () => {
      let reader = createLogReader({});
      const told = lines.flatMap((line, at) => {
        const records = reader.add(line, at + 1);
        const flushed = [...records, ...reader.flush()];
        reader = createLogReader({ state: reader.state() });
        return flushed;
      });
      const asked = told.flatMap(({ event, fault }) => {
        assert.ok(event, fault);
        return event.query === ASKED ? [event.is_dump === true] : [];
      });
      assert.deepEqual(asked, log === 'audit in JSON' ? [true, false] : [true, false, false]);
    });
  }
});
