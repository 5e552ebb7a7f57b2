// Safety, as the servers themselves see it: a scan of every real server with its logging on. No password was tried,
// nothing was written, no row was read; and none of the values that the servers hold stands in anything that was printed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lacks } from '@vigie/probe/testing';
import { startClickhouse } from '@vigie/probe/testing/clickhouse';
import { startEtcd } from '@vigie/probe/testing/etcd';
import { startInfluxdb } from '@vigie/probe/testing/influxdb';
import { startJupyter } from '@vigie/probe/testing/jupyter';
import { settledLog } from '@vigie/probe/testing/log-reading';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startMariadb } from '@vigie/probe/testing/mariadb';
import { startMemcached } from '@vigie/probe/testing/memcached';
import { startMosquitto } from '@vigie/probe/testing/mosquitto';
import { startNats } from '@vigie/probe/testing/nats';
import { startOpenldap } from '@vigie/probe/testing/openldap';
import { lacksPostgresql, startPostgresql } from '@vigie/probe/testing/postgresql';
import { startPrometheus } from '@vigie/probe/testing/prometheus';
import { startRabbitmq } from '@vigie/probe/testing/rabbitmq';
import { redisCommands, startRedis } from '@vigie/probe/testing/redis';
import { startRsync } from '@vigie/probe/testing/rsync';
import { startVsftpd } from '@vigie/probe/testing/vsftpd';
import { startZookeeper } from '@vigie/probe/testing/zookeeper';

interface Case {
  readonly start: () => Promise<LoggedServer>;
  readonly lacks: false | string;
  /** What the log shows of any visit: proof that it would show a forbidden one. */
  readonly shows: RegExp;
  /** What may not be in the log of a scan. */
  readonly forbidden: RegExp;
  readonly log?: (server: LoggedServer) => Promise<string>;
}

const CASES: Record<string, Case> = {
  clickhouse: {
    start: () => startClickhouse('open', { queryLog: true }),
    lacks: lacks('clickhouse-server'),
    shows: /executeQuery.*system\./,
    forbidden: /executeQuery: \(from [^)]*\) .*(?:INSERT|CREATE|ALTER|DROP|FROM (?:shop|public)\.)/,
  },
  postgresql: {
    start: () => startPostgresql('open'),
    lacks: lacksPostgresql(),
    shows: /statement: |execute /,
    forbidden:
      /(?:statement|execute [^:]*): \s*(?:INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|GRANT|COPY|SET ROLE)\b|FROM (?:public\.)?(?:customers|products)\b/,
  },
  mariadb: {
    start: () => startMariadb('open'),
    lacks: lacks('mariadbd', 'mariadb-server'),
    shows: /Query\s+\S/,
    forbidden: /using password: YES|Query\s+.*(?:\b(?:INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)\b|FROM `?shop)/,
  },
  redis: {
    start: () => startRedis('open'),
    lacks: lacks('redis-server'),
    shows: /DBSIZE/i,
    forbidden:
      /^(?!(?:PING|DBSIZE|INFO|SCAN 0 MATCH vigie:no-such-key|STRLEN vigie:no-such-key|CONFIG GET|ACL GETUSER|SLOWLOG|COMMAND)\b)/im,
    log: async (server) => (await redisCommands(server)).map((command) => [command].flat().join(' ')).join('\n'),
  },
  memcached: {
    start: () => startMemcached('open'),
    lacks: lacks('memcached'),
    shows: /<\d+ (?:stats|STATS)/,
    forbidden: /<\d+ (?:gets?|gat|set|add|replace|append|delete|incr|decr|touch|flush_all|lru_crawler)\b/,
  },
  etcd: {
    start: () => startEtcd('open'),
    lacks: lacks('etcd', 'etcd-server'),
    shows: /KV\/Range|request stats/,
    forbidden: /KV\/(?:Put|DeleteRange|Txn|Compact)|Auth\/Authenticate/,
  },
  nats: {
    start: () => startNats('open'),
    lacks: lacks('nats-server'),
    shows: /\[(?:PING|CONNECT)/,
    // Whether a stranger may listen is asked with a subject that nobody uses.
    forbidden: /<<- \[(?:H?PUB\b|SUB (?!vigie\.))/,
  },
  influxdb: {
    start: () => startInfluxdb('open'),
    lacks: lacks('influxd', 'influxdb'),
    shows: /SHOW DATABASES/,
    forbidden: /\b(?:INSERT|DROP|CREATE|DELETE|ALTER|SELECT \*|POST \/write)\b/,
  },
  prometheus: {
    start: () => startPrometheus('open'),
    lacks: lacks('prometheus'),
    shows: /"path":"\/api\/v1\/query"/,
    // Series are counted by name; no label's value and no sample comes back.
    forbidden: /"query":"(?!label_replace\(count by \(__name__\)|count)/,
  },
  zookeeper: {
    start: () => startZookeeper('open'),
    lacks: lacks('java', 'default-jre-headless'),
    shows: /getChildren|srvr/,
    forbidden: /type:(?:create|delete|setData|getData|setACL|auth)\b/,
  },
  rabbitmq: {
    start: () => startRabbitmq('closed'),
    lacks: lacks('rabbitmq-server'),
    shows: /accepting AMQP connection|AMQP/,
    forbidden: /user '|PLAIN login refused|authentication_failure/,
  },
  mosquitto: {
    start: () => startMosquitto('open'),
    lacks: lacks('mosquitto'),
    shows: /New client connected/,
    forbidden: /Received PUBLISH|\t#\s|\thome/,
  },
  openldap: {
    start: () => startOpenldap('open'),
    lacks: lacks('slapd'),
    shows: /SRCH base=/,
    forbidden: /\b(?:ADD|MOD|DEL|MODRDN) dn=|BIND dn="[^"]/,
  },
  vsftpd: {
    start: () => startVsftpd('open'),
    lacks: lacks('vsftpd'),
    shows: /USER anonymous/,
    forbidden: /\b(?:STOR|STOU|APPE|RETR|DELE|MKD|RMD|RNFR)\b|FTP command: .*"USER (?!anonymous)/,
  },
  rsync: {
    start: () => startRsync('open'),
    lacks: lacks('rsync'),
    shows: /connect|module/,
    forbidden: /\bsend \S|\brecv \S|auth failed/,
  },
  jupyter: {
    start: () => startJupyter('open'),
    lacks: lacks('jupyter-notebook'),
    shows: /GET \//,
    forbidden: /\b(?:POST|PUT|PATCH|DELETE) \//,
  },
};

/** Values, keys and names of persons that the launchers put into their servers. */
const CANARIES =
  /ada@|bo@example|cy@example|Ada A|Bo B|session:(?:ada|bo)|customer:1|home\/ada|heart-rate|a-session-of-the-test-bench|uid=ada/i;

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const servers = new Map<string, LoggedServer>();
const marks = new Map<string, number>();
let dir = '';
const printed: string[] = [];

function scan(format: string, ports: string): Promise<void> {
  const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` };
  const words = [
    'scan',
    '127.0.0.1',
    '--ports',
    ports,
    '-f',
    format,
    '--transcript',
    join(dir, `sent-${format}`),
    '--resume',
    join(dir, 'state'),
  ];
  return new Promise((resolve) => {
    execFile(BIN, words, { env, cwd: dir, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      printed.push(stdout, stderr);
      resolve();
    });
  });
}

describe('a scan of every real server', () => {
  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'vigie-safety-'));
    // Side by side: most of them are waited for, and none of them heavy.
    const present = Object.entries(CASES).filter(([, { lacks: missing }]) => missing === false);
    const started = await Promise.allSettled(
      present.map(async ([name, { start }]) => servers.set(name, await start())),
    );
    for (const one of started) if (one.status === 'rejected') throw one.reason;
    const settled = async ([name, server]: [string, LoggedServer]) =>
      marks.set(name, (await settledLog(server)).length);
    await Promise.all([...servers].map(settled));
    const ports = [...servers.values()].flatMap((server) => Object.values(server.ports)).join(',');
    for (const format of ['text', 'json', 'ndjson', 'sarif', 'html', 'csv']) await scan(format, ports);
  });

  after(async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    rmSync(dir, { recursive: true, force: true });
  });

  for (const [name, one] of Object.entries(CASES)) {
    it(`leaves no password, no write and no read of a row in the log of ${name}`, { skip: one.lacks }, async () => {
      const server = servers.get(name);
      assert.ok(server);
      const log = one.log ? await one.log(server) : (await settledLog(server)).slice(marks.get(name));
      assert.match(log, one.shows, 'the log shows the visit');
      const line = log.split('\n').find((text) => text !== '' && one.forbidden.test(text));
      assert.equal(line, undefined);
    });
  }

  it('prints and keeps none of the values that the servers hold', () => {
    const kept = readdirSync(dir).map((file) => readFileSync(join(dir, file), 'utf8'));
    assert.ok(
      printed.some((text) => text.includes('customers')),
      'names of tables are told',
    );
    for (const text of [...printed, ...kept]) assert.equal(text.match(CANARIES)?.[0], undefined);
    const sent = kept.flatMap((text) =>
      [...text.matchAll(/"sent":"([^"]*)"/g)].map((match) => Buffer.from(match[1] ?? '', 'base64').toString()),
    );
    assert.ok(sent.length > 100);
    for (const text of sent) assert.equal(text.match(CANARIES)?.[0], undefined);
  });
});
