// PostgreSQL's log as text (`log_destination = stderr`, or syslog's part behind its own head) with a `log_line_prefix` that begins with
// the time (%m or %t), and has the process, user@database and host in any order: `%m [%p] %u@%d %h `, `%t:%r:%u@%d:[%p]:` and
// `%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ` are in use. Names are written as clients send them, so that one can be made to look
// like another part of the line; csvlog and jsonlog cannot be led astray so.
import { placeOf } from './foreign.ts';
import { createPostgresqlReader, type PostgresqlRecord } from './postgresql-record.ts';
import type { Source } from './source.ts';

const LINE =
  /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})? [A-Za-z0-9+-]{1,8})(?<prefix>[ :,[].{0,500}?)(?<severity>LOG|ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|DEBUG[1-5]): {2}(?<message>[\s\S]*)$/;
/** What is told of the record before it, in lines of their own that have the prefix again. */
const MORE =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})? [A-Za-z0-9+-]{1,8}[ :,[].{0,500}?(?<what>DETAIL|HINT|STATEMENT|CONTEXT|QUERY|LOCATION): {2}(?<text>.*)$/;
const PARTS = ['DETAIL', 'STATEMENT'] as const;
/** How a session is remembered that has a process and no id. */
const PROCESS = /\[(\d{1,10})(?:-\d{1,10})?\]/;

export const postgresqlStderr: Source = {
  name: 'postgresql-stderr',
  title: 'PostgreSQL and pgaudit, text with a prefix',
  reference: 'https://www.postgresql.org/docs/current/runtime-config-logging.html#GUC-LOG-LINE-PREFIX',
  tells:
    'the same without SQLSTATE, so that refused sign-ins are known by English words; names in the prefix can be forged',
  open: (before) => {
    const { eventsOf, state } = createPostgresqlReader(before);
    return {
      state,
      begins: (line) => LINE.test(line),
      goesOn: (_, line) => line.startsWith('\t') || (MORE.test(line) && !LINE.test(line)),
      fromText: (record) => {
        const [first, more] = parted(record);
        const groups = LINE.exec(first)?.groups;
        if (groups === undefined) return undefined;
        const { time = '', prefix = '', severity = '', message = '' } = groups;
        return eventsOf({
          time,
          severity,
          message,
          ...fromPrefix(prefix),
          detail: more.DETAIL,
          statement: more.STATEMENT,
        });
      },
    };
  },
};

type Parts = { readonly [part in (typeof PARTS)[number]]?: string };

/** The record's own text, and what is told of it behind; line feeds are followed by a tab. */
function parted(record: string): readonly [string, Parts] {
  const texts: string[][] = [[]];
  const names: string[] = [''];
  for (const line of record.split('\n')) {
    const more = texts[0]?.length === 0 || line.startsWith('\t') ? undefined : MORE.exec(line)?.groups;
    if (more === undefined) texts.at(-1)?.push(line.startsWith('\t') ? line.slice(1) : line);
    else {
      texts.push([more.text ?? '']);
      names.push(more.what ?? '');
    }
  }
  const part = (name: string) => texts[names.indexOf(name)]?.join('\n');
  const [detail, statement] = PARTS.map(part);
  return [
    part('') ?? '',
    { ...(detail !== undefined && { DETAIL: detail }), ...(statement !== undefined && { STATEMENT: statement }) },
  ];
}

function fromPrefix(prefix: string): Partial<PostgresqlRecord> {
  const [, session] = PROCESS.exec(prefix) ?? [];
  const names = namesIn(prefix);
  return { ...names, ...hostIn(prefix), ...(session !== undefined && { session }) };
}

const UNKNOWN = '[unknown]';
const USER = /(?:^|[\s,:])user=([^,\s]{1,256})/;
const DATABASE = /(?:^|[\s,:])db=([^,\s]{1,256})/;
const CLIENT = /(?:^|[\s,:])app=([^,\s]{1,256})/;

function namesIn(prefix: string): Partial<PostgresqlRecord> {
  const [, joinedUser, joinedDatabase] =
    /(?:^|[\s:,])(\[unknown\]|[^\s@:,[\]]{1,64})@([^\s:,]{1,64})/.exec(prefix) ?? [];
  const [user, database] = [USER.exec(prefix)?.[1] ?? joinedUser, DATABASE.exec(prefix)?.[1] ?? joinedDatabase];
  const client = CLIENT.exec(prefix)?.[1];
  return {
    ...(user !== undefined && user !== UNKNOWN && { user }),
    ...(database !== undefined && database !== UNKNOWN && { database }),
    ...(client !== undefined && client !== UNKNOWN && { client }),
  };
}

/** %h is an address or a name, %r the same with the port in parentheses; only an address can be told from other words. */
function hostIn(prefix: string): Partial<PostgresqlRecord> {
  for (const [, word = '', port] of prefix.matchAll(/(?<![\w.])([0-9A-Fa-f.:]{3,45})(?:\((\d{1,5})\))?/g)) {
    const { ip } = placeOf(word.replace(/(?<!:):$/, '').replace(/^:(?!:)/, ''));
    if (ip !== undefined) return { ip, ...(port !== undefined && { port: Number(port) }) };
  }
  return {};
}
