// What `pg_stat_statements` counted between two looks, as JSON objects that the poll makes: sums for an account, a database and a form of
// statement, in which the server has put $1 for values. The address is that from where the account was connected at the look.
import { instantOf } from '../events/times.ts';
import { countOf, placeOf, textOf } from './foreign.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

const READS: ReadonlySet<unknown> = new Set(['SELECT', 'WITH', 'TABLE', 'VALUES', 'FETCH', 'COPY']);

export const postgresqlStatements: Source = {
  name: 'postgresql-statements',
  title: 'PostgreSQL, differences of pg_stat_statements as JSON',
  reference: 'https://www.postgresql.org/docs/current/pgstatstatements.html',
  tells:
    'how often an account ran a form of statement, and rows; no sign-ins, failures or values; addresses are sampled',
  jsonKeys: ['statement_calls'],
  open: () => ({
    fromJson: (record) => {
      const { query } = record;
      const calls = countOf(record.statement_calls);
      if (calls === undefined || typeof query !== 'string') return undefined;
      if (calls === 0) return [];
      const address = textOf(record.sampled_address);
      const rows = countOf(record.statement_rows);
      const verb = /^\s*(?:\/\*[^*]{0,256}\*\/\s*)?([a-z]+)/i.exec(query.slice(0, 512))?.[1]?.toUpperCase();
      const told = {
        time: instantOf(record.time),
        product: 'postgresql',
        service: 'pg_stat_statements',
        category: 'database',
        outcome: 'success',
        user: textOf(record.user),
        client: textOf(record.sampled_program),
        ...placeOf(address),
        database: textOf(record.database),
        query,
        accesses: calls,
        ...(READS.has(verb) ? { rowsReturned: rows } : { rowsWritten: rows }),
        also: address === undefined ? undefined : { address_is_sampled: true },
      } as const;
      return [sqlEvent(told, 'postgresql')];
    },
  }),
};
