// Whether a statement takes something away from what is logged or audited: a setting that is weakened, a log that is emptied, an extension
// or a trigger that is taken out. What turns logging on, or leaves as much of it as there was, is none of it.
//   postgresql.org/docs/current/runtime-config-logging.html · github.com/pgaudit/pgaudit · mariadb.com/kb/en/mariadb-audit-plugin-options-and-system-variables
//   dev.mysql.com/doc/refman/8.4/en/audit-log-reference.html · clickhouse.com/docs/operations/settings/settings (log_queries and its neighbours)
import {
  callsOf,
  has,
  hasSequence,
  inside,
  isWordOrName,
  namesIn,
  partsOf,
  saidBy,
  type Told,
} from '../token-search.ts';
import type { Token } from '../tokens.ts';

export function weakensAudit(told: Told): boolean {
  return weakensSetting(told) || emptiesLog(told) || takesOut(told);
}

const OFF = /^(?:0|off|false|no|f|n|none|)$/;
const HOUR_S = 3_600;
const QUIET = /^(?:panic|fatal|log)$/;

/** Settings, and the values with which less is logged than before. The first pattern that fits a name decides. */
const SETTINGS: readonly (readonly [name: RegExp, isWeaker: (value: string) => boolean])[] = [
  [/^pgaudit\.log$|^pgaudit\.role$/, (value) => OFF.test(value) || value.includes('-')],
  [/^pgaudit\.log_level$/, (value) => value.startsWith('debug')],
  [/^pgaudit\./, (value) => OFF.test(value)],
  [/^log_line_prefix$/, (value) => value === ''],
  [/^log_warnings$/, (value) => OFF.test(value)],
  [/^log_error_verbosity$/, (value) => value === '1'],
  [/^(?:long_query_time|log_slow_query_time)$/, (value) => Number(value) >= HOUR_S],
  [/^binlog_expire_logs_seconds$/, (value) => Number(value) > 0 && Number(value) < HOUR_S],
  [/^log_(?:min_messages|min_error_statement)$/, (value) => QUIET.test(value)],
  [/^log_min_duration_(?:statement|sample)$/, (value) => value === '-1'],
  [/^log_(?:destination|directory|filename)$/, () => true],
  [/^log_statement$/, (value) => OFF.test(value)],
  [
    /^(?:log_(?:connections|disconnections|duration|replication_commands|bin)|logging_collector|sql_log_bin|general_log|slow_query_log|log_slow_query|server_audit_logging)$/,
    (value) => OFF.test(value),
  ],
  [/^(?:shared|session)_preload_libraries$/, (value) => value === ''],
  [/^(?:sql_log_off|audit_log_disable|audit_log_filter\.disable)$/, (value) => value !== '' && !OFF.test(value)],
  [/^(?:general_log|slow_query_log|log_slow_query)_file$|^server_audit_file_path$|^audit_log_file$/, () => true],
  [/^log_output$/, (value) => value.includes('none')],
  [/^server_audit_events$/, (value) => value !== '' && !/query(?:,|$)/.test(value)],
  [/^server_audit_(?:excl|incl)_users$/, (value) => value !== ''],
  [/^server_audit_output_type$/, (value) => !/^(?:file|syslog)$/.test(value)],
  [/^audit_log_(?:\w+_)?policy$/, (value) => value !== 'all'],
  [/^audit_log_(?:exclude|include)_\w+$/, (value) => value !== ''],
  [/^log_queries_min_type$/, (value) => /exception/.test(value)],
  [/^log_queries_min_query_duration_ms$/, (value) => Number(value) > 0],
  [/^log_queries_probability$/, (value) => Number(value) < 1],
  [/^log_(?:queries|query_threads|query_views|query_settings|profile_events)$/, (value) => OFF.test(value)],
];
/** What the word for all of them hides among the rest. */
const RESET_WEAKENS =
  /^(?:pgaudit\.|log_|logging_collector$|(?:shared|session)_preload_libraries$|general_log|server_audit_|audit_log_|slow_query_log|all$)/;

function weakensSetting(told: Told): boolean {
  return settingsOf(told).some(([name, value]) => {
    if (value === undefined) return RESET_WEAKENS.test(name);
    return SETTINGS.find(([pattern]) => pattern.test(name))?.[1](value) ?? false;
  });
}

/** A name, and its value in lower case; none where the server's own is to hold again. */
type Setting = readonly [name: string, value: string | undefined];

function settingsOf(told: Told): readonly Setting[] {
  const { tokens: all, verb } = told;
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  const isLasting = verb === 'ALTER' && has(tokens.slice(1, 4), 'SYSTEM', 'ROLE', 'USER', 'DATABASE');
  const assigned = verb === 'SET' || isLasting ? assignedIn(tokens) : [];
  const reset = isLasting || has(tokens.slice(1, 2), 'PERSIST') ? resetIn(tokens) : [];
  return [...assigned, ...reset, ...fromCall(tokens), ...behindSettings(tokens), ...updated(told, tokens)];
}

const SCOPE = /^@@(?:(?:global|session|local|persist|persist_only)\.)?/;

/** `name = value`, `name TO value`, `@@global.name := value`, wherever they stand. */
function assignedIn(tokens: readonly Token[]): readonly Setting[] {
  return tokens.flatMap((token, at): readonly Setting[] => {
    const isSign = ['=', ':='].includes(token.text) || token.word === 'TO';
    if (!isSign) return [];
    const name = nameBefore(tokens, at);
    return name === '' ? [] : [[name, valueAt(tokens, at + 1)]];
  });
}

function nameBefore(tokens: readonly Token[], at: number): string {
  const [owner, dot, last] = tokens.slice(Math.max(0, at - 3), at).slice(-3);
  const name = (last ?? dot ?? owner)?.text.toLowerCase() ?? '';
  // `@@global.x` is one token; `GLOBAL.x` is none that servers take.
  if (dot?.text === '.' && owner && isWordOrName(owner)) return `${owner.text.toLowerCase()}.${name}`;
  return name.replace(SCOPE, '');
}

function valueAt(tokens: readonly Token[], at: number): string | undefined {
  const [first, second] = tokens.slice(at, at + 2);
  if (first === undefined) return '';
  if (first.word === 'DEFAULT') return undefined;
  return (first.text === '-' ? `-${second?.text ?? ''}` : saidBy(first)).trim().toLowerCase();
}

function resetIn(tokens: readonly Token[]): readonly Setting[] {
  return tokens.flatMap(({ word }, at): readonly Setting[] => {
    if (word !== 'RESET') return [];
    const rest = tokens.slice(at + 1).filter(({ word: next }) => !['PERSIST', 'IF', 'EXISTS'].includes(next));
    return [
      [
        rest
          .slice(0, 3)
          .map(({ text }) => text.toLowerCase())
          .join('')
          .replace(/;.*$/, ''),
        undefined,
      ],
    ];
  });
}

const SET_CONFIG = new Set(['set_config']);

function fromCall(tokens: readonly Token[]): readonly Setting[] {
  return callsOf(tokens, SET_CONFIG).map((at): Setting => {
    const [name, value] = partsOf(inside(tokens, at + 1)).map(([first]) => (first ? saidBy(first).toLowerCase() : ''));
    return [name ?? '', value ?? ''];
  });
}

/** ClickHouse's, of a query, an account or a profile. */
function behindSettings(tokens: readonly Token[]): readonly Setting[] {
  const at = tokens.findIndex(({ word }) => word === 'SETTINGS');
  if (at < 0) return [];
  return assignedIn(tokens.slice(at)).concat(
    // `ALTER USER x SETTINGS log_queries 0` has no sign.
    tokens.slice(at).flatMap(({ word, text }, index): readonly Setting[] => {
      const next = tokens[at + index + 1];
      return word !== '' && next?.kind === 'number' ? [[text.toLowerCase(), next.text]] : [];
    }),
  );
}

/** `UPDATE pg_settings SET setting = … WHERE name = …` is the same as SET. */
function updated({ verb, tables }: Told, tokens: readonly Token[]): readonly Setting[] {
  if (verb !== 'UPDATE' || !tables.some((table) => /(?:^|\.)pg_settings$/.test(table))) return [];
  const pairs = assignedIn(tokens);
  const [, name] = pairs.find(([column]) => column === 'name') ?? [];
  const [, value] = pairs.find(([column]) => column === 'setting') ?? [];
  return name === undefined ? [] : [[name, value]];
}

/** Logs of servers. Older ones have a number behind their name. */
const SERVER_LOG =
  /^(?:system\.)?(?:query_log|query_thread_log|query_views_log|session_log|text_log)(?:_\d+)?$|^mysql\.(?:general_log|slow_log|audit_log_(?:user|filter)|server_audit_\w+)$|^performance_schema\.setup_(?:consumers|actors|instruments)$/;
/** Tables in which applications and triggers keep who did what. */
const OWN_LOG =
  /(?:^|[._])audit_?(?:logs?|trail|events?|entr(?:y|ies)|records?|history)$|(?:^|\.)audit$|^audit\.|logged_actions$|^pgaudit/;

function emptiesLog({ tokens, verb, tables }: Told): boolean {
  if (['TRUNCATE', 'DROP', 'DELETE', 'ALTER', 'RENAME', 'DETACH', 'EXCHANGE'].includes(verb)) {
    const named = [...tables, ...namesIn(tokens)];
    if (named.some((name) => name.includes('_log') && name.includes('.') && SERVER_LOG.test(name))) return true;
    if (tables.some((table) => SERVER_LOG.test(table))) return true;
  }
  if (verb === 'UPDATE' && tables.some((table) => SERVER_LOG.test(table))) return true;
  if (!tables.some((table) => OWN_LOG.test(table))) return false;
  if (verb === 'TRUNCATE' || verb === 'RENAME') return true;
  if (verb === 'DROP') return has(tokens.slice(0, 3), 'TABLE');
  return verb === 'DELETE' && !keepsWhatIsNew(tokens);
}

/** What is older than some day is thrown away, as the law wants it. */
function keepsWhatIsNew(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => text === '<' || text === '<=') && !has(tokens, 'OR');
}

const CARRIERS = ['EXTENSION', 'PLUGIN', 'COMPONENT', 'SONAME'];
const AUDIT_FUNCTIONS = /^audit_log_(?:filter_remove_\w+|filter_set_user|filter_flush_disable)$/;

function takesOut({ tokens, verb, functions }: Told): boolean {
  const said = tokens.map((token) => (token.kind === 'text' ? saidBy(token) : token.text).toLowerCase());
  const isCarrier = has(tokens.slice(1, 3), ...CARRIERS);
  if ((verb === 'DROP' || verb === 'UNINSTALL') && isCarrier && said.some((name) => /audit|log_sink/.test(name)))
    return true;
  if (verb === 'PURGE') return has(tokens.slice(1, 3), 'BINARY', 'MASTER');
  if (verb === 'RESET' && has(tokens.slice(1, 2), 'MASTER', 'BINARY')) return true;
  if (functions.some((name) => AUDIT_FUNCTIONS.test(name))) return true;
  const isTrigger =
    verb === 'ALTER' && (hasSequence(tokens, 'EVENT', 'TRIGGER') || hasSequence(tokens, 'DISABLE', 'TRIGGER'));
  if (isTrigger && has(tokens, 'DISABLE')) return has(tokens, 'EVENT') || said.some((name) => /audit/.test(name));
  const isDropped = verb === 'DROP' && has(tokens.slice(1, 3), 'TRIGGER');
  return isDropped && said.some((name) => (has(tokens.slice(1, 2), 'EVENT') ? /audit|log|ddl/ : /audit/).test(name));
}
