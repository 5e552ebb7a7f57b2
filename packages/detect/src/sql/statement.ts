// A statement of a query log as rules and models see it: what it does to which tables, and its text without a value.

/** The dialect in which a statement is written. */
export type Dialect = 'clickhouse' | 'postgresql' | 'mysql' | 'generic';

/** What a statement has that rules ask for. */
export type Trait =
  /** Every column of a table (`*`), at the top of the statement. */
  | 'all-columns'
  /** Reads or changes rows, and no condition and no limit bounds which. */
  | 'unbounded'
  /** Reads the catalogue: information_schema, pg_catalog, system.*, SHOW, DESCRIBE. */
  | 'catalogue'
  /** Sends or fetches data outside of the store: url(), s3(), remote(), COPY … TO PROGRAM, INTO OUTFILE, dblink, … */
  | 'outbound'
  /** Writes to, or reads from, a file or a program of the server. */
  | 'server-file'
  | 'server-program'
  /** Gives rights, or makes an account or a superuser. */
  | 'grants'
  /** Deletes or drops all of something: DROP, TRUNCATE, DELETE without a condition. */
  | 'destroys'
  /** Takes something away from what is logged or audited, or empties a log. */
  | 'audit-change'
  /** A condition that is true of every row (`1 = 1`), a second statement behind the first, a comment that cuts off, UNION into other columns. */
  | 'tautology'
  | 'stacked'
  | 'comment'
  | 'union'
  /** Has a function that waits, or whose errors quote what it is given: sleep(), benchmark(), pg_sleep, extractvalue(), … */
  | 'delays'
  /** Ends in a comment before which a quote or bracket was broken, or before which nothing is left. */
  | 'cut-off'
  /** UNION puts answers of another kind into the columns of a table: nothing but filling, what the server is, a catalogue, accounts. */
  | 'foreign-columns'
  /** Waits or burns time in a condition, an order or new values. */
  | 'waits-in-condition'
  /** Is written to fail with an answer in its error, or hands whole tables to a function that writes them out. */
  | 'tells-by-error'
  /** Its condition asks letter by letter for what is not in the row, or is made of constants. */
  | 'guesses'
  /** A text with the form of a secret stands in it. */
  | 'secret'
  /** A backup, a dump, an export of whole tables: BACKUP, mysqldump's and pg_dump's marks, COPY table TO STDOUT. */
  | 'export'
  /** Begins a backup or copy of the store as a whole. */
  | 'backup';

export interface Statement {
  /** The statement with `?` for each value and list of values, comments left out, one space between words. */
  readonly text: string;
  /** Of `text` in its lower case: 32 hexadecimal digits; the same for the same statement with other values. */
  readonly fingerprint: string;
  /** In upper case: SELECT, INSERT, COPY, DROP, …; the last statement's where several stand behind one another. */
  readonly verb: string;
  /** With their database or schema where it is written, in the order of their first appearance, in lower case. */
  readonly tables: readonly string[];
  /** Functions and table functions, in lower case, each once. */
  readonly functions: readonly string[];
  readonly traits: readonly Trait[];
}
