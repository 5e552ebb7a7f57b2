// PostgreSQL's log as JSON (`log_destination = jsonlog`, since version 15).
import { placeOf, portOf, textOf } from './foreign.ts';
import { createPostgresqlReader } from './postgresql-record.ts';
import type { Source } from './source.ts';

export const postgresqlJsonlog: Source = {
  name: 'postgresql-jsonlog',
  title: 'PostgreSQL and pgaudit, jsonlog',
  reference: 'https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-JSONLOG',
  tells: 'connections, sign-ins and refused ones, statements, errors by SQLSTATE; rows with pgaudit.log_rows',
  jsonKeys: ['error_severity'],
  open: (before) => {
    const { eventsOf, state } = createPostgresqlReader(before);
    return {
      state,
      fromJson: (record) => {
        const { error_severity: severity, message, session_id: session } = record;
        if (typeof severity !== 'string' || typeof session !== 'string' || typeof record.pid !== 'number')
          return undefined;
        return eventsOf({
          time: textOf(record.timestamp),
          severity,
          message: textOf(message) ?? '',
          code: textOf(record.state_code),
          user: textOf(record.user),
          database: textOf(record.dbname),
          ...placeOf(record.remote_host),
          port: portOf(record.remote_port),
          session,
          lineNumber: typeof record.line_num === 'number' ? String(record.line_num) : undefined,
          client: textOf(record.application_name),
          detail: textOf(record.detail),
          statement: textOf(record.statement),
        });
      },
    };
  },
};
