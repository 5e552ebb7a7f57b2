// The formats of logs that are read, in the order in which they are tried on a stream that does not say what it is.
import { accessLog } from './access-log.ts';
import { azureActivity } from './azure-activity.ts';
import { azureData } from './azure-data.ts';
import { azureEntra } from './azure-entra.ts';
import { caddy } from './caddy.ts';
import { clickhouseQueryLog, clickhouseQueryLogWithStarts } from './clickhouse-query-log.ts';
import { clickhouseSessionLog } from './clickhouse-session-log.ts';
import { cloudtrail } from './cloudtrail.ts';
import { cloudwatchOf } from './cloudwatch.ts';
import { containerLogOf } from './container-log.ts';
import { elasticsearchAudit } from './elasticsearch-audit.ts';
import { elasticsearchSlowlog } from './elasticsearch-slowlog.ts';
import { gcpAudit } from './gcp-audit.ts';
import { haproxy } from './haproxy.ts';
import { journaldOf } from './journald.ts';
import { jsonAccessLog } from './json-access-log.ts';
import { kubernetesAudit } from './kubernetes-audit.ts';
import { mariadbServerAudit } from './mariadb-server-audit.ts';
import { mongodbAudit } from './mongodb-audit.ts';
import { mongodbAuditOcsf } from './mongodb-audit-ocsf.ts';
import { mongodbLog } from './mongodb-log.ts';
import { mongodbProfiler } from './mongodb-profiler.ts';
import { mysqlAuditJson } from './mysql-audit-json.ts';
import { mysqlAuditXml } from './mysql-audit-xml.ts';
import { mysqlGeneral } from './mysql-general.ts';
import { mysqlLogTables } from './mysql-log-tables.ts';
import { mysqlSlow } from './mysql-slow.ts';
import { okta } from './okta.ts';
import { opensearchAudit } from './opensearch-audit.ts';
import { otlpLogsOf } from './otlp-logs.ts';
import { postgresqlCsvlog } from './postgresql-csvlog.ts';
import { postgresqlJsonlog } from './postgresql-jsonlog.ts';
import { postgresqlStatements } from './postgresql-statements.ts';
import { postgresqlStderr } from './postgresql-stderr.ts';
import { redisAclLog } from './redis-acl-log.ts';
import { redisMonitor } from './redis-monitor.ts';
import { redisSlowlog } from './redis-slowlog.ts';
import { s3AccessLog } from './s3-access-log.ts';
import type { Source } from './source.ts';
import { syslogOf } from './syslog.ts';
import { vigieDecoy } from './vigie-decoy.ts';
import { windowsEvents } from './windows-events.ts';

/** Formats of what programs write. */
const RECORDS: readonly Source[] = [
  vigieDecoy,
  clickhouseQueryLog,
  clickhouseQueryLogWithStarts,
  clickhouseSessionLog,
  postgresqlCsvlog,
  postgresqlJsonlog,
  postgresqlStderr,
  postgresqlStatements,
  mysqlGeneral,
  mysqlSlow,
  mysqlLogTables,
  mysqlAuditJson,
  mysqlAuditXml,
  mariadbServerAudit,
  mongodbAudit,
  mongodbAuditOcsf,
  mongodbProfiler,
  mongodbLog,
  redisMonitor,
  redisAclLog,
  redisSlowlog,
  s3AccessLog,
  haproxy,
  accessLog,
  cloudtrail,
  gcpAudit,
  kubernetesAudit,
  azureEntra,
  azureData,
  azureActivity,
  okta,
  elasticsearchAudit,
  opensearchAudit,
  elasticsearchSlowlog,
  caddy,
  jsonAccessLog,
  windowsEvents,
];

/** What carries records of others goes first, since its lines may look like theirs. */
export const SOURCES: readonly Source[] = [
  syslogOf(RECORDS),
  journaldOf(RECORDS),
  containerLogOf(RECORDS),
  otlpLogsOf([syslogOf(RECORDS), ...RECORDS]),
  cloudwatchOf([syslogOf(RECORDS), ...RECORDS]),
  ...RECORDS,
];
