// The audit log of MySQL Enterprise and of Percona Server as XML: the new style, whose records have elements, and the old one, whose
// records have attributes. Signs that XML means something by are written as entities, so that no statement can look like a record.
import { countOf, textOf } from './foreign.ts';
import { accountOf, placed } from './mysql-account.ts';
import { createMysqlAuditReader, type MysqlAuditRecord } from './mysql-audit-record.ts';
import type { Source } from './source.ts';

const BEGIN = /^\s{0,64}<AUDIT_RECORD(?:>|\s|$)/;
/** What frames the records. */
const FRAME = /^\s{0,64}<(?:\?xml .*\?|\/?AUDIT)>\s*$/;
const ELEMENT = /<([A-Z_]{1,64})>([^<]*)<\/\1>/g;
const ATTRIBUTE = /\s([A-Z_]{1,64})="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const mysqlAuditXml: Source = {
  name: 'mysql-audit-xml',
  title: 'MySQL Enterprise and Percona Server, audit log as XML (new and old style)',
  reference:
    'https://dev.mysql.com/doc/refman/8.4/en/audit-log-file-formats.html, https://docs.percona.com/percona-server/8.0/audit-log-filter-new.html',
  tells: "sign-ins and refused ones, statements, errors by code, the audit's own start and end; no rows",
  open: (before) => {
    // Percona Server writes a statement's command twice under one name, and its query once.
    const { eventsOf, state } = createMysqlAuditReader('query', before);
    let isWhole = false;
    let end = '';
    return {
      state,
      begins: (line) => BEGIN.test(line) || FRAME.test(line),
      goesOn: (record, line, lines) => {
        if (lines === 1) {
          end = endOf(record);
          isWhole = FRAME.test(record) || endsWith(record, end);
        }
        if (isWhole) return false;
        isWhole = endsWith(line, end);
        return true;
      },
      fromText: (record) => {
        if (FRAME.test(record)) return [];
        if (!BEGIN.test(record) || !endsWith(record, endOf(record))) return undefined;
        const fields = fieldsIn(record);
        return fields.has('NAME') ? eventsOf(recordOf(fields)) : undefined;
      },
    };
  },
};

/** A record of the new style has elements in it that end as one of the old style does. */
function endOf(record: string): string {
  return isNewStyle(record) ? '</AUDIT_RECORD>' : '/>';
}

function endsWith(line: string, end: string): boolean {
  return line.slice(-64).trimEnd().endsWith(end);
}

function isNewStyle(record: string): boolean {
  return /^\s{0,64}<AUDIT_RECORD>/.test(record);
}

function fieldsIn(record: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of record.matchAll(isNewStyle(record) ? ELEMENT : ATTRIBUTE)) {
    if (!found.has(name)) found.set(name, unescaped(value));
  }
  return found;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    if (name === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : String(whole);
    return ENTITIES[String(name)] ?? String(whole);
  });
}

function recordOf(fields: ReadonlyMap<string, string>): MysqlAuditRecord {
  const text = (name: string) => textOf(fields.get(name));
  const user = text('USER');
  return {
    name: text('NAME') ?? '',
    time: text('TIMESTAMP'),
    uid: text('RECORD_ID') ?? text('RECORD'),
    session: text('CONNECTION_ID'),
    ...placed(user, text('IP') ?? text('HOST')),
    ...(user !== undefined && accountOf(user)),
    database: text('DB'),
    status: countOf(fields.get('STATUS')),
    commandClass: text('COMMAND_CLASS'),
    query: text('SQLTEXT'),
  };
}
