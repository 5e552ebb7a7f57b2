// What has to be saved of an open store before anything is changed, by product: its data as it stands, and what tells who connected.
// Sources: the vendors' pages named beside each.

export interface StoreEvidence {
  readonly title: string;
  /** How to keep its state as it is now. */
  readonly snapshot: readonly string[];
  /** What tells who connected and what they asked for, and how to keep it. */
  readonly logs: readonly string[];
  /** When that is lost, and what is not recorded in the first place. */
  readonly lost: string;
  readonly reference: string;
}

const STORES = new Map<string, StoreEvidence>(
  Object.entries({
    clickhouse: {
      title: 'ClickHouse',
      snapshot: [
        'ALTER TABLE … FREEZE for each table (hard links under shadow/), then copy that folder off the host; or BACKUP DATABASE … TO Disk(…).',
      ],
      logs: [
        'SYSTEM FLUSH LOGS, then export system.query_log (initial_address, user, query, read_rows, result_bytes, http_user_agent), system.session_log and their older tables (query_log_0, …) to files.',
        'Copy /var/log/clickhouse-server/ as it stands.',
      ],
      lost: 'The system tables keep rows for as long as their TTL says: ALTER TABLE system.query_log REMOVE TTL first. The text log is rotated by size.',
      reference: 'https://clickhouse.com/docs/operations/system-tables/query_log',
    },
    postgresql: {
      title: 'PostgreSQL',
      snapshot: [
        'pg_basebackup to another host, or a snapshot of its volume; keep pg_hba.conf and postgresql.conf with it.',
      ],
      logs: [
        'Copy the folder of log_directory, and what the system journal has of the service.',
        'SELECT * FROM pg_stat_activity and pg_stat_statements, written to a file: they live in memory.',
      ],
      lost: 'Connections are in the log only where log_connections was on. What is in memory goes with a restart.',
      reference: 'https://www.postgresql.org/docs/current/runtime-config-logging.html',
    },
    mysql: {
      title: 'MySQL or MariaDB',
      snapshot: ['mysqldump --single-transaction --all-databases, or a snapshot of its volume; keep my.cnf with it.'],
      logs: [
        'Copy the error log, the general log where it is on, and the binary logs.',
        'SELECT * FROM performance_schema.accounts and performance_schema.hosts, written to a file: they live in memory.',
      ],
      lost: 'Binary logs end after binlog_expire_logs_seconds. The general log is off unless somebody turned it on. What is in memory goes with a restart.',
      reference: 'https://dev.mysql.com/doc/refman/8.4/en/server-logs.html',
    },
    redis: {
      title: 'Redis',
      snapshot: [
        'redis-cli --rdb FILE from another host, or BGSAVE and a copy of dump.rdb and the append-only file; keep redis.conf with it.',
      ],
      logs: ['CLIENT LIST, SLOWLOG GET -1, ACL LOG and INFO ALL, each written to a file.', 'Copy its log file.'],
      lost: 'There is no log of who read what. The lists are short, live in memory, and go with a restart: read them first.',
      reference: 'https://redis.io/docs/latest/commands/client-list/',
    },
    mongodb: {
      title: 'MongoDB',
      snapshot: ['mongodump to another host, or a snapshot of its volume; keep mongod.conf with it.'],
      logs: [
        'Copy mongod.log and its rotated files: accepted connections stand in it with their addresses.',
        "db.adminCommand({ getLog: 'global' }) and db.currentOp(true), written to a file: they live in memory.",
      ],
      lost: 'The log does not say what was read unless the profiler or auditing was on. Rotated files go as logrotate is set.',
      reference: 'https://www.mongodb.com/docs/manual/reference/log-messages/',
    },
    elasticsearch: {
      title: 'Elasticsearch or OpenSearch',
      snapshot: [
        'Register a repository and take a snapshot of all indices with the global state (PUT _snapshot/…); keep elasticsearch.yml with it.',
      ],
      logs: [
        'Copy the server log, the audit log and the slow logs where they are on, and the access log of any proxy before it.',
        'GET _nodes/stats/http and _tasks?detailed, written to a file: clients that are connected are in them.',
      ],
      lost: 'Requests are logged only where auditing is on, which it is not by itself. Else a proxy or the flow log of the network is what there is.',
      reference: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/enable-audit-logging.html',
    },
    s3: {
      title: 'S3 or an object store like it',
      snapshot: [
        'Save the policy, the access list, the public access block and the settings of versioning before you change them; turn versioning on, so that nothing is overwritten.',
      ],
      logs: [
        'Copy the server access logs and the data events of CloudTrail (or the audit log of the product) to a bucket with a lock.',
        'Export the history of management events: it tells who made the bucket public, and when.',
      ],
      lost: 'Reads are recorded only where access logging or data events were on. The event history of CloudTrail goes back 90 days.',
      reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/logging-with-S3.html',
    },
  }),
);

const ANY: StoreEvidence = {
  title: 'the store',
  snapshot: ['Take a snapshot of its volume or a full backup to another host, and keep its configuration with it.'],
  logs: [
    'Copy its logs, those of any proxy before it, and the flow logs of its network to a place that cannot be written to again.',
  ],
  lost: 'Look up for how long each log is kept, and save the shortest first. What is in memory goes with a restart.',
  reference: 'https://csrc.nist.gov/pubs/sp/800/61/r3/final',
};

/** Products that another one's entry holds for. */
const SAME_AS = new Map([
  ['opensearch', 'elasticsearch'],
  ['mariadb', 'mysql'],
  ['minio', 's3'],
  ['valkey', 'redis'],
]);

/** What is known of a product, else what holds for any store. */
export function evidenceOf(product: string): StoreEvidence {
  return STORES.get(SAME_AS.get(product) ?? product) ?? ANY;
}
