// What a statement has that rules ask for, from its tokens: so that it holds for what no parser reads, too.
import type { Dialect, Trait } from './statement.ts';
import type { Token } from './tokens.ts';

export interface Told {
  /** Comments among them. */
  readonly tokens: readonly Token[];
  readonly verb: string;
  readonly tables: readonly string[];
  readonly functions: readonly string[];
  readonly dialect: Dialect;
}

const TESTS: Readonly<Record<Exclude<Trait, 'stacked' | 'comment'>, (told: Told) => boolean>> = {
  'all-columns': hasAllColumns,
  unbounded: isUnbounded,
  catalogue: readsCatalogue,
  outbound: goesOut,
  'server-file': touchesFiles,
  'server-program': runsPrograms,
  grants: givesRights,
  destroys: destroysAll,
  'audit-change': changesAudit,
  tautology: hasTautology,
  union: ({ tokens }) => tokens.some(({ word }) => word === 'UNION'),
  delays: ({ functions, tokens }) =>
    functions.some((name) => DELAYS.has(name)) || hasSequence(tokens, 'WAITFOR', 'DELAY'),
  secret: hasSecret,
  export: exports,
};

const TRAITS = [...(Object.keys(TESTS) as (keyof typeof TESTS)[]), 'stacked', 'comment'] as const;

/**
 * @param statements the statements of a text that holds several, in their order
 * @param all the whole text
 */
export function traitsOf(statements: readonly Told[], all: readonly Token[]): readonly Trait[] {
  return TRAITS.filter((trait) => {
    if (trait === 'stacked') return statements.length > 1;
    if (trait === 'comment') return hasCuttingComment(all);
    return statements.some((told) => TESTS[trait](told));
  });
}

const DELAYS = new Set(
  'sleep benchmark pg_sleep pg_sleep_for pg_sleep_until sleepeachrow extractvalue updatexml gtid_subset'.split(' '),
);
const AGGREGATES =
  /^(?:count|sum|avg|min|max|any|uniq\w*|quantile\w*|group_concat|string_agg|array_agg|json_agg|group\w*array|arg(?:min|max)|bool_(?:and|or)|stddev\w*|var\w*|exists|approx_\w+)(?:if|state|merge)?$/;
const BOUNDS = new Set('WHERE PREWHERE LIMIT FETCH GROUP HAVING TOP SAMPLE QUALIFY'.split(' '));

function words(tokens: readonly Token[]): readonly string[] {
  return tokens.map(({ word }) => word);
}

function has(tokens: readonly Token[], ...wanted: readonly string[]): boolean {
  return tokens.some(({ word }) => word !== '' && wanted.includes(word));
}

function hasSequence(tokens: readonly Token[], ...wanted: readonly string[]): boolean {
  return tokens.some((_, at) => wanted.every((word, offset) => tokens[at + offset]?.word === word));
}

const STAR_BEHIND = new Set(
  'SELECT DISTINCT ALL SQL_NO_CACHE SQL_CACHE SQL_CALC_FOUND_ROWS STRAIGHT_JOIN HIGH_PRIORITY'.split(' '),
);

function hasAllColumns({ tokens }: Pick<Told, 'tokens'>): boolean {
  return tokens.some(({ text, kind }, at) => {
    if (text !== '*' || kind !== 'sign') return false;
    const before = tokens[at - 1];
    const isFirst =
      before !== undefined &&
      (STAR_BEHIND.has(before.word) || before.text === '.' || before.text === ',' || before.kind === 'comment');
    const behind = tokens[at + 1];
    return (
      isFirst &&
      (behind === undefined ||
        behind.text === ',' ||
        behind.text === ')' ||
        behind.text === ';' ||
        ['FROM', 'EXCEPT', 'REPLACE', 'INTO'].includes(behind.word))
    );
  });
}

/** Of what stands at the top of the statement. */
function isUnbounded({ tokens, verb, tables }: Told): boolean {
  if (verb === 'COPY') return tables.length > 0 && !has(tokens, 'FROM') && !has(tokens, 'SELECT');
  if (!['SELECT', 'WITH', 'DELETE', 'UPDATE', 'INSERT', 'TABLE', 'CREATE'].includes(verb) || tables.length === 0)
    return false;
  const isReading = has(tokens, 'SELECT');
  if ((verb === 'INSERT' || verb === 'CREATE') && !isReading) return false;
  const top = tokens.filter(({ depth }) => depth === 0);
  if (has(top, ...BOUNDS)) return false;
  // Without FROM, no table is read; with it inside of parentheses only, what is there decides.
  if (isReading && !has(top, 'FROM')) return false;
  return !isAggregated(top);
}

/** Every column that is asked for at the top is an aggregate: one row comes back. */
function isAggregated(top: readonly Token[]): boolean {
  const start = top.findIndex(({ word }) => word === 'SELECT');
  const end = top.findIndex(({ word }, at) => at > start && word === 'FROM');
  if (start < 0 || end < 0) return false;
  return top.slice(start + 1, end).some(({ word }) => AGGREGATES.test(word.toLowerCase()));
}

const CATALOGUE =
  /^(?:.*\.)?(?:information_schema\.|pg_catalog\.|performance_schema\.|sys\.|mysql\.|system\.)|^pg_(?:class|tables|namespace|attribute|roles|user|users|authid|shadow|database|views|indexes|proc|settings|stat_\w+|hba_file_rules)$|^sqlite_(?:master|schema)$/;

function readsCatalogue({ verb, tables, tokens }: Told): boolean {
  if (verb === 'SHOW')
    return !has(tokens.slice(0, 4), 'TRANSACTION', 'SEARCH_PATH', 'WARNINGS', 'SESSION', 'VARIABLES', 'STATUS');
  if (verb === 'DESCRIBE' || verb === 'DESC') return true;
  return tables.some((table) => CATALOGUE.test(table));
}

const OUTBOUND: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  clickhouse: new Set(
    'url urlcluster s3 s3cluster gcs oss cosn azureblobstorage azureblobstoragecluster hdfs hdfscluster remote remotesecure mysql postgresql mongodb redis jdbc odbc sqlite iceberg icebergs3 icebergazure deltalake hudi arrowflight ytsaurus'.split(
      ' ',
    ),
  ),
  postgresql: new Set(
    'dblink dblink_connect dblink_connect_u dblink_exec dblink_send_query http http_get http_post http_put net.http_post lo_export aws_s3.query_export_to_s3 query_export_to_s3'.split(
      ' ',
    ),
  ),
  mysql: new Set(['sys_exec', 'http_get', 'http_post']),
  generic: new Set('url s3 remote dblink http_get http_post openrowset opendatasource utl_http.request'.split(' ')),
};
const OUTBOUND_ENGINES = /^(?:URL|S3|S3QUEUE|HDFS|MYSQL|POSTGRESQL|MONGODB|KAFKA|RABBITMQ|NATS|FEDERATED|CONNECT)$/;

function goesOut(told: Told): boolean {
  const { tokens, functions, dialect, verb } = told;
  if (functions.some((name) => OUTBOUND[dialect].has(name))) return true;
  if (hasSequence(tokens, 'CREATE', 'SUBSCRIPTION') || hasSequence(tokens, 'CREATE', 'SERVER')) return true;
  if (verb === 'BACKUP' && functions.some((name) => name === 's3' || name === 'azureblobstorage')) return true;
  if (verb === 'COPY' && has(tokens, 'PROGRAM')) return true;
  return tokens.some(({ word }, at) => word === 'ENGINE' && OUTBOUND_ENGINES.test(wordBehindEquals(tokens, at)));
}

function wordBehindEquals(tokens: readonly Token[], at: number): string {
  return tokens[at + 1]?.text === '=' ? (tokens[at + 2]?.word ?? '') : (tokens[at + 1]?.word ?? '');
}

const FILE_FUNCTIONS = new Set(
  'file load_file pg_read_file pg_read_binary_file pg_ls_dir pg_stat_file lo_import lo_export filecluster pg_file_write'.split(
    ' ',
  ),
);

function touchesFiles({ tokens, functions, verb }: Told): boolean {
  if (functions.some((name) => FILE_FUNCTIONS.has(name))) return true;
  if (hasSequence(tokens, 'INTO', 'OUTFILE') || hasSequence(tokens, 'INTO', 'DUMPFILE')) return true;
  if (verb === 'LOAD' && has(tokens, 'INFILE')) return true;
  return (
    verb === 'COPY' &&
    tokens.some(({ word }, at) => (word === 'TO' || word === 'FROM') && tokens[at + 1]?.kind === 'text')
  );
}

const PROGRAM_FUNCTIONS = new Set('executable sys_exec sys_eval xp_cmdshell'.split(' '));
const UNSAFE_LANGUAGE = /^(?:C|PLPYTHON\d?U|PLPERLU|PLTCLU|PLSH|PLR)$/;

function runsPrograms({ tokens, functions, verb }: Told): boolean {
  if (functions.some((name) => PROGRAM_FUNCTIONS.has(name)) || has(tokens, 'XP_CMDSHELL', 'SONAME')) return true;
  if (verb === 'COPY' && has(tokens, 'PROGRAM')) return true;
  return (
    verb === 'CREATE' &&
    tokens.some(({ word }, at) => word === 'LANGUAGE' && UNSAFE_LANGUAGE.test(tokens[at + 1]?.word ?? ''))
  );
}

const ACCOUNT = new Set(['USER', 'ROLE', 'LOGIN', 'GROUP']);

function givesRights({ tokens, verb, tables }: Told): boolean {
  if (verb === 'GRANT') return true;
  const isAccount = tokens.slice(1, 5).some(({ word }) => ACCOUNT.has(word));
  if ((verb === 'CREATE' || verb === 'ALTER') && isAccount) return true;
  if (hasSequence(tokens, 'SET', 'PASSWORD') || hasSequence(tokens, 'ALTER', 'DEFAULT', 'PRIVILEGES')) return true;
  const isWriting = verb === 'INSERT' || verb === 'UPDATE' || verb === 'REPLACE';
  return (
    isWriting &&
    tables.some((table) => /^(?:mysql\.(?:user|db|global_priv)|pg_authid|pg_catalog\.pg_authid)$/.test(table))
  );
}

const DESTROYED = new Set('TABLE DATABASE SCHEMA COLLECTION PARTITION KEYSPACE'.split(' '));

function destroysAll({ tokens, verb }: Told): boolean {
  if (verb === 'TRUNCATE') return true;
  if (verb === 'DROP') return tokens.slice(1, 4).some(({ word }) => DESTROYED.has(word));
  if (verb === 'DELETE') return !has(tokens, 'WHERE');
  return verb === 'ALTER' && (hasSequence(tokens, 'DROP', 'PARTITION') || hasSequence(tokens, 'DELETE', 'WHERE'));
}

const AUDIT_SETTING =
  /^(?:general_log\w*|slow_query_log\w*|audit_log\w*|server_audit\w*|log_output|sql_log_(?:bin|off)|log_statement\w*|log_min_duration\w*|log_connections|log_disconnections|log_destination|logging_collector|pgaudit|log_queries\w*|log_query_\w+|log_profile_events|query_log|audit\w*)$/;
const AUDIT_TABLE =
  /(?:^|\.)(?:query_log|query_thread_log|session_log|general_log|slow_log|audit\w*|text_log|pgaudit\w*)$/;

function changesAudit({ tokens, verb, tables }: Told): boolean {
  const names = tokens
    .filter(({ kind }) => kind === 'word' || kind === 'identifier')
    .map(({ text }) => text.toLowerCase());
  const isSetting =
    verb === 'SET' || (verb === 'ALTER' && has(tokens.slice(1, 3), 'SYSTEM', 'ROLE', 'USER', 'DATABASE'));
  if (isSetting && names.some((name) => AUDIT_SETTING.test(name))) return true;
  if (
    (verb === 'DROP' || verb === 'UNINSTALL') &&
    names.some((name) => /audit/.test(name)) &&
    has(tokens.slice(1, 3), 'EXTENSION', 'PLUGIN', 'COMPONENT', 'SONAME')
  )
    return true;
  if (verb === 'PURGE' || hasSequence(tokens, 'RESET', 'MASTER') || hasSequence(tokens, 'RESET', 'BINARY')) return true;
  const isChange = ['TRUNCATE', 'DROP', 'DELETE', 'ALTER', 'RENAME'].includes(verb);
  if (isChange && tables.some((table) => AUDIT_TABLE.test(table))) return true;
  return tokens.some(({ text, word }, at) => {
    const isOff = tokens[at + 1]?.text === '=' && /^(?:0|false|'0'|off|'off')$/i.test(tokens[at + 2]?.text ?? '');
    return word !== '' && /^log_(?:queries|query_\w+)$/i.test(text) && isOff;
  });
}

/** `OR` and a condition that is true of every row: an equation of the same value, or a number or TRUE by itself. */
function hasTautology({ tokens: all }: Told): boolean {
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  return tokens.some(({ word, text }, at) => {
    if (word !== 'OR' && text !== '||') return false;
    let from = at + 1;
    while (tokens[from]?.text === '(' || tokens[from]?.word === 'NOT') from += 1;
    const [left, sign, right] = tokens.slice(from, from + 3);
    if (left === undefined) return false;
    const isLiteral = left.kind === 'text' || left.kind === 'number' || left.word === 'TRUE';
    const ends = sign === undefined || sign.text === ')' || sign.kind === 'comment' || sign.text === ';';
    if (isLiteral && word === 'OR' && (ends || sign?.word === 'LIMIT')) return left.text !== '0';
    if (right === undefined || sign === undefined) return false;
    const isSame =
      left.kind === right.kind && left.text.toLowerCase() === right.text.toLowerCase() && left.kind !== 'parameter';
    const isPlain = tokens[from + 3]?.text !== '.' && tokens[from + 3]?.text !== '(';
    if (isSame && isPlain && ['=', '==', '<=', '>=', 'LIKE'].includes(sign.word || sign.text)) return true;
    return isTrueOfNumbers(left, sign.text, right);
  });
}

function isTrueOfNumbers(left: Token, sign: string, right: Token): boolean {
  if (left.kind !== 'number' || right.kind !== 'number') return false;
  const [a, b] = [Number(left.text), Number(right.text)];
  return (sign === '<' && a < b) || (sign === '>' && a > b) || ((sign === '<>' || sign === '!=') && a !== b);
}

/** A comment to the end of the text behind a value, and empty comments in place of spaces; notes of programs are neither. */
function hasCuttingComment(tokens: readonly Token[]): boolean {
  const [before, last] = tokens.slice(-2);
  if (tokens.length > 1 && last?.kind === 'comment' && !last.text.startsWith('/*') && !before?.text.endsWith(';')) {
    const isNote = /^(?:--|#)\s*[\w'"]+[ :=]/.test(last.text);
    if (!isNote) return true;
  }
  return tokens.some(({ kind, text }) => kind === 'comment' && /^\/\*+\s*\*\/$/.test(text));
}

/** Forms that keys of services have (their documentation; packages/classify knows many more), and passwords that are set in plain words. */
const SECRET =
  /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{10,}|\bsk-[\w-]{20,}|\b[rs]k_live_\w{16,}|\bAIza[\w-]{35}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bnpm_\w{36}|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

function hasSecret({ tokens }: Told): boolean {
  return tokens.some(({ kind, text }, at) => {
    if (kind !== 'text' || text.length < 3) return false;
    const before = tokens[at - 1]?.word;
    const isPassword =
      before === 'PASSWORD' ||
      (before === 'BY' && tokens[at - 2]?.word === 'IDENTIFIED') ||
      (before === 'BY' && /^(?:PLAINTEXT_PASSWORD|SHA256_PASSWORD)$/.test(tokens[at - 2]?.word ?? ''));
    return isPassword || SECRET.test(text);
  });
}

/** Marks of dumps: pg_dump's COPY … TO STDOUT, mysqldump's SQL_NO_CACHE and locks, BACKUP and EXPORT of the store itself. */
function exports({ tokens, verb }: Told): boolean {
  if (verb === 'BACKUP' || verb === 'EXPORT' || verb === 'UNLOAD') return true;
  if (verb === 'COPY') return has(tokens, 'TO');
  const list = words(tokens);
  if (list.includes('SQL_NO_CACHE') && hasAllColumns({ tokens })) return true;
  return hasSequence(tokens, 'WITH', 'READ', 'LOCK') || hasSequence(tokens, 'INTO', 'OUTFILE');
}
