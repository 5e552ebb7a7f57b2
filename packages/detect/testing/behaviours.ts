// The behaviours that somebody who watches stores has to be told of, each with the rules of ../rules and the grounds of behaviour that tell it.
import type { Ground } from '../src/behaviour/fact.ts';

export interface CoveredBehaviour {
  readonly number: number;
  readonly what: string;
  /** Names of rules. */
  readonly rules: readonly string[];
  readonly grounds: readonly Ground[];
  /** What else has to be known or done for it. */
  readonly needs?: string;
}

export const BEHAVIOURS: readonly CoveredBehaviour[] = [
  {
    number: 1,
    what: 'Bulk export, a jump in rows',
    rules: ['bulk_export', 'very_many_rows'],
    grounds: ['amount', 'operation'],
  },
  { number: 2, what: 'Slow export over days', rules: ['export_by_pages'], grounds: ['amount'] },
  { number: 3, what: 'A walk through the catalogue', rules: ['schema_walk'], grounds: ['operation', 'object'] },
  { number: 4, what: 'First access of an account to a table or database', rules: [], grounds: ['object'] },
  { number: 5, what: 'First address, network, country or program', rules: [], grounds: ['place', 'tool'] },
  { number: 6, what: 'Work at an unusual time', rules: [], grounds: ['time'] },
  {
    number: 7,
    what: 'Brute force, one password for many accounts, success after failures',
    rules: [
      'brute_force',
      'password_spraying',
      'distributed_brute_force',
      'distributed_guessing',
      'slow_brute_force',
      'success_after_failures',
    ],
    grounds: ['amount'],
  },
  {
    number: 8,
    what: 'SQL injection, a burst of errors',
    rules: ['injected_statement', 'always_true', 'burst_of_statement_errors'],
    grounds: ['statement'],
  },
  { number: 9, what: 'Rights granted, a new superuser', rules: ['rights_granted'], grounds: ['operation'] },
  { number: 10, what: 'A dormant account', rules: [], grounds: ['time', 'who'] },
  { number: 11, what: 'An account of a service used by a person', rules: [], grounds: ['tool', 'place', 'statement'] },
  { number: 12, what: "An application's table read directly", rules: [], grounds: ['object'] },
  {
    number: 13,
    what: 'Impossible travel',
    rules: [],
    grounds: ['place'],
    needs: 'addresses; with countries it is told more exactly',
  },
  {
    number: 14,
    what: 'An address of Tor, or one that is on a list',
    rules: [],
    grounds: ['place'],
    needs: 'a list of addresses',
  },
  {
    number: 15,
    what: 'A session without an account where everybody has to sign in',
    rules: ['nobody_from_outside'],
    grounds: ['who', 'place'],
  },
  { number: 16, what: 'The fingerprint of a scanner', rules: ['scanner_of_stores', 'scanner'], grounds: ['tool'] },
  {
    number: 17,
    what: 'Mass deletion, a ransom note',
    rules: ['mass_destruction', 'everything_flushed', 'ransom_note'],
    grounds: ['operation'],
  },
  {
    number: 18,
    what: 'Audit switched off, a log emptied',
    rules: ['audit_changed', 'audit_off_in_cloud', 'audit_off_in_azure', 'audit_off_in_gcp'],
    grounds: [],
  },
  {
    number: 19,
    what: 'A backup or snapshot shared or exported',
    rules: ['backup_made', 'backup_shared', 'bulk_export', 'snapshot_shared_in_cloud'],
    grounds: ['operation', 'tool'],
  },
  {
    number: 20,
    what: 'A honeytoken touched',
    rules: ['honeytoken'],
    grounds: [],
    needs: 'honeytokens that were planted',
  },
  { number: 21, what: 'A secret in a statement', rules: ['secret_in_statement'], grounds: [] },
  {
    number: 22,
    what: 'A function or engine that sends data out',
    rules: ['outbound_function', 'server_file', 'program_run'],
    grounds: ['operation'],
  },
  { number: 23, what: 'Unlike the peers', rules: [], grounds: ['peers', 'whole'] },
  { number: 24, what: 'Much more bytes than usual', rules: ['many_bytes_out', 'very_many_rows'], grounds: ['amount'] },
];

/** What no rule tells, though it may be part of one of them, and why. */
const UNTOLD: readonly (readonly [what: string, why: string])[] = [
  [
    'A condition that asks letter by letter for a column of the row itself (`ascii(substr(name, 1, 1)) > 64`), and `AND 1=2`',
    'Reports and frameworks ask so; a query in brackets, the version of the server or other constants are told',
  ],
  [
    'A UNION of one table of yours with another, without filling, accounts or a row that cannot be',
    'That is what UNION is for; behaviour tells that the account reads the table for the first time',
  ],
  [
    'A statement that is put together inside of the store (`EXECUTE format(…)` in a function, `PREPARE … FROM @text`), and the body of a function that is only made',
    'It does not stand in the log; bodies of DO and texts that are prepared or executed as they stand are read',
  ],
  [
    'A log that records less than before and is not off (`log_statement` from `all` to `ddl`, a longer `log_min_duration_statement`, `shared_preload_libraries` with other libraries)',
    'The log does not say what was before',
  ],
  [
    '`SET session_replication_role = replica`',
    'Every loader sets it, and audit triggers are only some of those that it stops',
  ],
  [
    '`CREATE EXTENSION dblink`, `postgres_fdw`, `http`',
    'Nothing leaves by it; the server, subscription or call behind it is told. Languages that may do anything are told at once',
  ],
  ['Functions that run with the rights of their owner', 'Libraries of applications are full of them'],
  [
    'BGSAVE and SAVE of Redis',
    'They are run by the clock, and no account stands beside them; CONFIG SET dir, REPLICAOF and MIGRATE are told',
  ],
  [
    'Secrets in values of Redis, MongoDB and Elasticsearch',
    'Values are what these stores hold; `vigie exposure` reads them. Statements of SQL are told, since they stand in logs',
  ],
  [
    'A note without a coin, a wallet or an address of Tor, and notes in languages beyond English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Russian, Chinese, Japanese and Korean',
    'Words for data and payment alone stand in too many texts; that tables are gone is told',
  ],
  [
    'A secret or a note in the rows of an INSERT into ClickHouse',
    "`system.query_log` keeps the statement up to VALUES and not the rows (but where they are written as a query's own text)",
  ],
  [
    'What stands behind the end of a statement that the log cut off',
    'Servers write so many characters of a statement and no more (`server_audit_query_log_limit`: 1,024)',
  ],
];

/** The page docs/watching-behaviours.md. @param titles of rules, by their names */
export function behavioursPage(titles: ReadonlyMap<string, string>): string {
  const rows = BEHAVIOURS.map(({ number, what, rules, grounds, needs }) => {
    const told = rules.map((name) => `${titles.get(name) ?? name} (\`${name}\`)`).join('<br>');
    return `| ${number} | ${what} | ${told} | ${grounds.join(', ')} | ${needs ?? ''} |`;
  });
  return `# Behaviours that are told

Generated by \`npm run docs\` from packages/detect/testing/behaviours.ts; do not edit.

Rules are those of packages/detect/rules, each with samples in packages/detect/testing/rule-samples. Grounds are what behaviour is
surprised by: an alert names three. \`npm run accuracy -- store-weeks\` runs all of them on real servers.

| | behaviour | rules | grounds of behaviour | needs |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## What is not told by rules, and why

| what | why |
| --- | --- |
${UNTOLD.map(([what, why]) => `| ${what} | ${why} |`).join('\n')}
`;
}
