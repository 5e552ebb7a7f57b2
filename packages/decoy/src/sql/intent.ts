// What a statement is meant to do, by what the reader of query logs says of it: so decoys and logs are judged alike.
import { type Dialect, readStatement, type Statement } from '@vigie/detect';
import type { Intent } from '../decoy.ts';

export interface Meaning {
  readonly statement: Statement;
  /** `look` where rows decide. */
  readonly intent: Exclude<Intent, 'connect' | 'read'>;
  readonly words: string;
}

const WRITES =
  /^(?:INSERT|UPDATE|ALTER|CREATE|RENAME|OPTIMIZE|GRANT|REVOKE|ATTACH|DETACH|EXCHANGE|MERGE|COMMENT|REINDEX|VACUUM|CLUSTER|LOCK|IMPORT|LOAD|SECURITY|UNDROP|MOVE|REPLACE)$/;
const RUNS = /^(?:DO|CALL|SYSTEM|KILL|BACKUP|RESTORE)$/;
/** How notes of extortion are called that attackers leave in place of the data. */
const NOTE = /read_?me|recover|your_?data|bitcoin|\bbtc\b|ransom/i;
/** Functions that reach files, programs or other hosts, whatever the statement around them. */
const REACHING =
  /^(?:url|urlcluster|s3|s3cluster|gcs|hdfs|remote|remotesecure|cluster|file|executable|mysql|postgresql|mongodb|redis|sqlite|jdbc|odbc|azureblobstorage|dblink\w*|lo_import|lo_export|pg_read_\w+|pg_ls_dir|pg_stat_file|copy|xp_cmdshell|sys_exec|sys_eval)$/;

/** @param text of at most some ten thousand signs */
export function meaningOf(text: string, dialect: Dialect): Meaning {
  const statement = readStatement(text, dialect);
  const { traits, functions, verb } = statement;
  const has = (...wanted: readonly (typeof traits)[number][]) => wanted.some((trait) => traits.includes(trait));
  const told = (intent: Meaning['intent'], words: string): Meaning => ({ statement, intent, words });
  if (
    has('outbound', 'server-file', 'server-program') ||
    functions.some((name) => REACHING.test(name)) ||
    RUNS.test(verb)
  ) {
    return told('reach', 'tried to reach a program, a file or another host by a statement');
  }
  if (has('destroys')) return told('destroy', `tried to destroy data by ${verb}`);
  if (WRITES.test(verb)) {
    const isNote = /^(?:CREATE|INSERT)$/.test(verb) && NOTE.test(text);
    return isNote
      ? told('destroy', 'left a note as extortionists do')
      : told('write', `tried to change something by ${verb}, of which nothing was kept`);
  }
  return told('look', 'asked a question');
}
