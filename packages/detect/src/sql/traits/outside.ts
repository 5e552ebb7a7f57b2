// Whether a statement reaches out of its store: to another place, to files of its server, to programs.
import type { Dialect } from '../statement.ts';
import { has, hasSequence, isSequence, saidBy, type Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';

const OUTBOUND: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  clickhouse: new Set(
    'url urlcluster s3 s3cluster gcs oss cosn azureblobstorage azureblobstoragecluster hdfs hdfscluster remote remotesecure mysql postgresql mongodb redis jdbc odbc sqlite iceberg icebergs3 icebergazure iceberghdfs deltalake deltalakeazure hudi arrowflight ytsaurus'.split(
      ' ',
    ),
  ),
  postgresql: new Set(
    'dblink dblink_connect dblink_connect_u dblink_exec dblink_send_query dblink_open http http_get http_post http_put http_delete http_patch http_head net.http_get net.http_post net.http_delete lo_export aws_s3.query_export_to_s3 query_export_to_s3 aws_s3.table_import_from_s3 table_import_from_s3 aws_lambda.invoke azure_storage.blob_put azure_storage.blob_get'.split(
      ' ',
    ),
  ),
  mysql: new Set(['sys_exec', 'sys_eval', 'http_get', 'http_post', 'http_put', 'http_delete']),
  generic: new Set(
    'url s3 remote dblink http_get http_post openrowset opendatasource openquery utl_http.request utl_inaddr.get_host_address httpuritype dbms_ldap.init xp_dirtree xp_fileexist xp_subdirs'.split(
      ' ',
    ),
  ),
};
const OUTBOUND_ENGINES =
  /^(?:URL|S3|S3QUEUE|AZUREQUEUE|AZUREBLOBSTORAGE|GCS|OSS|COSN|HDFS|MYSQL|POSTGRESQL|MATERIALIZEDMYSQL|MATERIALIZEDPOSTGRESQL|EXTERNALDISTRIBUTED|MONGODB|REDIS|KAFKA|RABBITMQ|NATS|JDBC|ODBC|ICEBERG\w*|DELTALAKE\w*|HUDI|ARROWFLIGHT|FEDERATEDX?|CONNECT|SPIDER)$/;
/** What a dictionary is filled from (clickhouse.com/docs/sql-reference/dictionaries#dictionary-sources). */
const OUTBOUND_SOURCES = new Set('HTTP MYSQL POSTGRESQL MONGODB REDIS CASSANDRA ODBC JDBC S3'.split(' '));

export function goesOut(told: Told): boolean {
  const { tokens, functions, dialect, verb } = told;
  if (functions.some((name) => OUTBOUND[dialect].has(name))) return true;
  if (verb === 'BACKUP' && functions.some((name) => name === 's3' || name === 'azureblobstorage')) return true;
  if (verb === 'COPY' && has(tokens, 'PROGRAM')) return true;
  if (verb === 'CREATE' || verb === 'ALTER' || verb === 'IMPORT') return linksTo(told) || followsAnother(told);
  if (verb === 'CHANGE') return hasSequence(tokens, 'CHANGE', 'MASTER') || hasSequence(tokens, 'REPLICATION', 'SOURCE');
  return verb === 'CLONE' && has(tokens.slice(1, 2), 'INSTANCE');
}

/** Servers, subscriptions, engines and sources of dictionaries, which go on when the statement has ended. */
function linksTo({ tokens, verb, dialect }: Told): boolean {
  const kinds = tokens.slice(1, 4);
  if (has(kinds, 'SUBSCRIPTION')) return verb === 'CREATE' || has(tokens, 'CONNECTION');
  if (has(kinds, 'SERVER')) return true;
  if (verb === 'IMPORT') return has(kinds, 'FOREIGN');
  return tokens.some(({ word }, at) => {
    if (word === 'ENGINE') return OUTBOUND_ENGINES.test(wordBehindEquals(tokens, at));
    if (word !== 'SOURCE' || dialect !== 'clickhouse' || tokens[at + 1]?.text !== '(') return false;
    const source = tokens[at + 2]?.word ?? '';
    return OUTBOUND_SOURCES.has(source) || (source === 'CLICKHOUSE' && isElsewhere(tokens.slice(at)));
  });
}

/** PostgreSQL as the copy of a server that the setting names. */
function followsAnother({ tokens, verb }: Told): boolean {
  const at = tokens.findIndex(({ text }) => text.toLowerCase() === 'primary_conninfo');
  const value = tokens[at + 2];
  return verb === 'ALTER' && at > 0 && value?.kind === 'text' && saidBy(value) !== '';
}

/** A host that is not the server itself. */
function isElsewhere(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex(({ word }) => word === 'HOST');
  const host = at < 0 ? undefined : tokens[at + 1];
  return host !== undefined && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1|)$/.test(saidBy(host));
}

function wordBehindEquals(tokens: readonly Token[], at: number): string {
  return tokens[at + 1]?.text === '=' ? (tokens[at + 2]?.word ?? '') : (tokens[at + 1]?.word ?? '');
}

const FILE_FUNCTIONS = new Set(
  'file load_file pg_read_file pg_read_binary_file pg_ls_dir pg_ls_logdir pg_ls_waldir pg_ls_tmpdir pg_ls_archive_statusdir pg_stat_file lo_import lo_export filecluster pg_file_write pg_file_unlink pg_file_rename utl_file.fopen'.split(
    ' ',
  ),
);
const FILE_EXTENSIONS = new Set(['adminpack', 'file_fdw']);

export function touchesFiles({ tokens, functions, verb, dialect }: Told): boolean {
  if (functions.some((name) => FILE_FUNCTIONS.has(name))) return true;
  if (hasSequence(tokens, 'INTO', 'OUTFILE') || hasSequence(tokens, 'INTO', 'DUMPFILE')) return true;
  if (verb === 'LOAD' && has(tokens, 'INFILE')) return true;
  if (verb === 'CREATE' && hasSequence(tokens, 'FOREIGN', 'TABLE') && has(tokens, 'FILENAME')) return true;
  if (isExtension(tokens, verb, FILE_EXTENSIONS)) return true;
  if (
    dialect === 'clickhouse' &&
    tokens.some(({ word }, at) => word === 'ENGINE' && wordBehindEquals(tokens, at) === 'FILE')
  )
    return true;
  return (
    verb === 'COPY' &&
    tokens.some(({ word }, at) => (word === 'TO' || word === 'FROM') && tokens[at + 1]?.kind === 'text')
  );
}

function isExtension(tokens: readonly Token[], verb: string, names: ReadonlySet<string>): boolean {
  if (verb !== 'CREATE' || !has(tokens.slice(1, 2), 'EXTENSION')) return false;
  return tokens.slice(2, 7).some(({ text }) => names.has(text.toLowerCase()));
}

const PROGRAM_FUNCTIONS = new Set(
  'executable sys_exec sys_eval sys_bineval xp_cmdshell sp_oacreate dbms_java.runjava'.split(' '),
);
/** Languages in which a function may do whatever the server's own account may. */
const UNSAFE_LANGUAGE = /^(?:C|PLPYTHON\d?U|PLPERLU|PLTCLU|PLSH|PLR|PLRUBYU?|PLJAVAU|JAVAU)$/i;
/** Settings of PostgreSQL that are commands of a shell. */
const COMMAND_SETTINGS = new Set(
  'archive_command restore_command archive_cleanup_command recovery_end_command ssl_passphrase_command'.split(' '),
);
const LIBRARY_SETTINGS =
  /^(?:shared|session|local)_preload_libraries$|^(?:dynamic_library_path|archive_library|jit_provider)$/;
/** Rows of these are libraries that the server loads. */
const LIBRARY_TABLE = /^mysql\.(?:func|plugin|component)$/;
const WRITES = new Set(['INSERT', 'REPLACE', 'UPDATE']);
/** Components that come with MySQL. */
const OWN_COMPONENTS =
  /component_(?:validate_password|log_\w+|query_attributes|keyring_\w+|audit_\w+|mysqlbackup|masking\w*|enterprise_\w+|scheduler|telemetry)/;

export function runsPrograms(told: Told): boolean {
  const { tokens, functions, verb } = told;
  if (functions.some((name) => PROGRAM_FUNCTIONS.has(name)) || has(tokens, 'XP_CMDSHELL')) return true;
  if (verb === 'COPY' && has(tokens, 'PROGRAM')) return true;
  if (WRITES.has(verb) && told.tables.some((table) => LIBRARY_TABLE.test(table))) return true;
  if (verb === 'DO' || verb === 'CREATE') return isInUnsafeLanguage(told);
  if (verb === 'INSTALL') return !tokens.some(({ text }) => OWN_COMPONENTS.test(text));
  if (verb === 'LOAD' && tokens[1]?.kind === 'text') return loadsFrom(saidBy(tokens[1]));
  return (verb === 'ALTER' || verb === 'SET') && setsCommand(tokens);
}

function isInUnsafeLanguage({ tokens, verb, dialect }: Told): boolean {
  if (has(tokens, 'SONAME')) return true;
  const isTable = verb === 'CREATE' && (hasSequence(tokens, 'FOREIGN', 'TABLE') || dialect === 'clickhouse');
  return tokens.some(({ word }, at) => {
    const next = tokens[at + 1];
    if (word === 'LANGUAGE' || word === 'EXTENSION')
      return nextNames(tokens, at).some((name) => UNSAFE_LANGUAGE.test(name));
    if (!isTable) return false;
    if (word === 'PROGRAM') return next?.kind === 'text';
    if (word === 'ENGINE') return /^EXECUTABLE(?:POOL)?$/.test(wordBehindEquals(tokens, at));
    return (
      isSequence(tokens, at, 'SOURCE', '(', 'EXECUTABLE') || isSequence(tokens, at, 'SOURCE', '(', 'EXECUTABLEPOOL')
    );
  });
}

/** What is named behind a word, over `IF NOT EXISTS` and quotes. */
function nextNames(tokens: readonly Token[], at: number): readonly string[] {
  const named = tokens.slice(at + 1, at + 5).find(({ word }) => !['IF', 'NOT', 'EXISTS'].includes(word));
  return named === undefined ? [] : [saidBy(named)];
}

/** Libraries of the server's own folder are told by their name alone. */
function loadsFrom(path: string): boolean {
  return path.includes('/') && !path.startsWith('$libdir/');
}

function setsCommand(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    const name = token.text.toLowerCase();
    const value = tokens[at + 2];
    if (value?.kind !== 'text' || saidBy(value) === '') return false;
    return COMMAND_SETTINGS.has(name) || (LIBRARY_SETTINGS.test(name) && loadsFrom(saidBy(value)));
  });
}
