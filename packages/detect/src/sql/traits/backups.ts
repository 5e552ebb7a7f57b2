// Whether a statement begins a backup or a copy of a store as a whole, and not of single tables row by row.
//   postgresql.org/docs/current/protocol-replication.html · mariadb.com/kb/en/backup-stage · clickhouse.com/docs/operations/backup
import { has, hasSequence, type Told } from '../token-search.ts';

const FUNCTIONS =
  /^pg_(?:start_backup|backup_start|create_(?:physical|logical)_replication_slot|copy_(?:physical|logical)_replication_slot|logical_slot_(?:get|peek)_(?:binary_)?changes)$/;
/** Commands of PostgreSQL's protocol for replication, which a log tells as statements. */
const REPLICATION = new Set(['BASE_BACKUP', 'START_REPLICATION', 'CREATE_REPLICATION_SLOT', 'UPLOAD_MANIFEST']);

export function beginsBackup({ tokens, verb, functions }: Told): boolean {
  if (functions.some((name) => FUNCTIONS.test(name)) || REPLICATION.has(verb)) return true;
  switch (verb) {
    case 'BACKUP':
    case 'CLONE':
      return true;
    case 'LOCK':
      return hasSequence(tokens, 'FOR', 'BACKUP');
    case 'FLUSH':
      return hasSequence(tokens, 'READ', 'LOCK') || hasSequence(tokens, 'FOR', 'EXPORT');
    case 'ALTER':
      return has(tokens.slice(1, 2), 'TABLE') && has(tokens, 'FREEZE') && !has(tokens, 'ADD', 'COLUMN', 'DROP');
    case 'CREATE':
      return has(tokens.slice(1, 2), 'PUBLICATION') && hasSequence(tokens, 'FOR', 'ALL', 'TABLES');
    default:
      return false;
  }
}
