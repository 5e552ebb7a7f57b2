// How mysqldump and mariadb-dump begin: what such a session asks of the catalogue it asks for the dump, and no log says which program it is.

const BEGINNING = /^\/\*!40100 SET @@SQL_MODE='' \*\/$/;

export function beginsDump(query: string): boolean {
  return query.length < 64 && BEGINNING.test(query);
}

/** Beside the fields of each event of the session. */
export const OF_DUMP = { is_dump: true } as const;
