// What the decoy PostgreSQL tells of itself: its version and its settings.
export const SERVER_VERSION = '15.4 (Debian 15.4-1.pgdg120+1)';
export const VERSION_TEXT =
  'PostgreSQL 15.4 (Debian 15.4-1.pgdg120+1) on x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14) 12.2.0, 64-bit';

export const SETTINGS: ReadonlyMap<string, string> = new Map([
  ['application_name', ''],
  ['block_size', '8192'],
  ['client_encoding', 'UTF8'],
  ['config_file', '/var/lib/postgresql/data/postgresql.conf'],
  ['data_directory', '/var/lib/postgresql/data'],
  ['datestyle', 'ISO, MDY'],
  ['default_transaction_read_only', 'off'],
  ['hba_file', '/var/lib/postgresql/data/pg_hba.conf'],
  ['integer_datetimes', 'on'],
  ['is_superuser', 'on'],
  ['listen_addresses', '*'],
  ['log_statement', 'none'],
  ['max_connections', '100'],
  ['password_encryption', 'scram-sha-256'],
  ['port', '5432'],
  ['search_path', '"$user", public'],
  ['server_encoding', 'UTF8'],
  ['server_version', SERVER_VERSION],
  ['server_version_num', '150004'],
  ['ssl', 'off'],
  ['standard_conforming_strings', 'on'],
  ['timezone', 'Etc/UTC'],
  ['transaction_isolation', 'read committed'],
  ['transaction_read_only', 'off'],
]);
