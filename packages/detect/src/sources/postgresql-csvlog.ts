// PostgreSQL's log as CSV (`log_destination = csvlog`): 23 columns up to version 12, then 24 with the type of the process, and from 14 on
// 26 with the leader of a parallel group and the id of the query.
import { csvFields, isQuoteOpen } from './csv.ts';
import { placeOf, textOf } from './foreign.ts';
import { createPostgresqlReader } from './postgresql-record.ts';
import type { Source } from './source.ts';

const LEAST_COLUMNS = 23;
const MOST_COLUMNS = 26;
/** The time with its zone, then the user, which may be empty. */
const BEGIN = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [A-Za-z0-9+:-]{1,8},["a-z,]/;
/**
 * A row up to the quote that opens its message. Within a text of another row this quote would stand twice, so that nobody can write a
 * statement that looks like a row; where the row before was cut off by a crash, reading goes on here.
 */
const SURE_ROW =
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [A-Za-z0-9+:-]{1,8},["a-z,].{20,800}?,[A-Z][A-Z0-9]{2,9},[0-9A-Z]{5},"[^"]/;
const SEVERITY = /^[A-Z][A-Z0-9]{2,15}$/;

export const postgresqlCsvlog: Source = {
  name: 'postgresql-csvlog',
  title: 'PostgreSQL and pgaudit, csvlog',
  reference: 'https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-CSVLOG',
  tells: 'connections, sign-ins and refused ones, statements, errors by SQLSTATE; rows with pgaudit.log_rows',
  open: (before) => {
    const { eventsOf, state } = createPostgresqlReader(before);
    let isOpen = false;
    return {
      state,
      begins: (line) => BEGIN.test(line),
      goesOn: (record, line, lines) => {
        if (lines === 1) isOpen = isQuoteOpen(record, false);
        const goes = isOpen && !SURE_ROW.test(line);
        if (goes) isOpen = isQuoteOpen(line, true);
        return goes;
      },
      fromText: (record) => {
        const columns = BEGIN.test(record) ? csvFields(record) : undefined;
        if (columns === undefined || columns.length < LEAST_COLUMNS || columns.length > MOST_COLUMNS) return undefined;
        const [time, user, database, pid, from, session, lineNumber] = columns;
        const [severity = '', code, message = '', detail] = columns.slice(11);
        if (!/^\d{1,10}$/.test(pid ?? '') || !SEVERITY.test(severity)) return undefined;
        return eventsOf({
          time,
          severity,
          message,
          code: textOf(code) === '00000' ? undefined : textOf(code),
          user: textOf(user),
          database: textOf(database),
          ...placeOf(from),
          session: textOf(session),
          lineNumber: textOf(lineNumber),
          client: textOf(columns[22]),
          detail: textOf(detail),
          statement: textOf(columns[19]),
        });
      },
    };
  },
};
