// Ordinary work of a week on three stores: applications all day, people on working days, jobs by night, and what looks bad to whoever
// looks at statements alone: a deploy that drops and alters, an administrator who grants, dumps at night, drivers that ask the catalogue
// when they connect, `SELECT *` with a limit, passwords that were mistyped, and a health check without an account.
import type { Chance } from '../chance.ts';
import {
  between,
  DAY,
  HOUR,
  MINUTE,
  normal,
  type Step,
  type StoreName,
  sessionOf,
  TABLES,
  WEEK_BEGINS,
  type Who,
} from './plan.ts';

interface Application extends Who {
  readonly tables: readonly string[];
  readonly perHour: number;
  readonly writes: number;
  /** What its driver asks when it connects. */
  readonly greeting: readonly string[];
}

const PG_ORM = [
  "SELECT oid, typname FROM pg_catalog.pg_type WHERE typname IN ('hstore', 'json')",
  "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = 'public'",
];
const MY_ORM = ['SET NAMES utf8mb4', "SELECT table_name FROM information_schema.tables WHERE table_schema = 'shop'"];
const CH_TOOL = ['SELECT name, engine FROM system.tables WHERE database = currentDatabase()'];

const APPLICATIONS: readonly Application[] = [
  {
    store: 'postgresql',
    user: 'shop_web',
    ip: '10.0.1.11',
    program: '',
    tables: ['orders', 'items', 'customers', 'carts', 'products'],
    perHour: 14,
    writes: 0.3,
    greeting: [],
  },
  {
    store: 'postgresql',
    user: 'billing',
    ip: '10.0.1.12',
    program: 'PostgreSQL JDBC Driver',
    tables: ['orders', 'payments'],
    perHour: 5,
    writes: 0.2,
    greeting: PG_ORM,
  },
  {
    store: 'postgresql',
    user: 'stock_sync',
    ip: '10.0.1.13',
    program: 'stock-sync',
    tables: ['products', 'stock'],
    perHour: 6,
    writes: 0.6,
    greeting: [],
  },
  {
    store: 'mariadb',
    user: 'crm_web',
    ip: '10.0.1.21',
    program: '',
    tables: ['customers', 'tickets', 'reviews', 'sessions'],
    perHour: 14,
    writes: 0.3,
    greeting: MY_ORM,
  },
  {
    store: 'mariadb',
    user: 'mailer',
    ip: '10.0.1.22',
    program: '',
    tables: ['customers'],
    perHour: 4,
    writes: 0.1,
    greeting: [],
  },
  {
    store: 'clickhouse',
    user: 'ingest',
    ip: '10.0.1.31',
    program: 'Go-http-client/1.1',
    tables: ['orders', 'sessions', 'carts'],
    perHour: 8,
    writes: 1,
    greeting: [],
  },
  {
    store: 'clickhouse',
    user: 'dashboards',
    ip: '10.0.1.32',
    program: 'Grafana/10.2',
    tables: ['orders', 'payments', 'sessions', 'carts'],
    perHour: 12,
    writes: 0,
    greeting: CH_TOOL,
  },
];

export interface Person {
  readonly name: string;
  readonly ip: string;
  readonly program: string;
  readonly stores: readonly StoreName[];
  readonly tables: readonly string[];
  readonly begins: number;
}

export const PEOPLE: readonly Person[] = [
  {
    name: 'ada',
    ip: '10.0.2.20',
    program: 'DBeaver 24.1.0 - Main',
    stores: ['postgresql', 'clickhouse'],
    tables: ['orders', 'items', 'products', 'shipments'],
    begins: 8,
  },
  {
    name: 'ben',
    ip: '10.0.2.21',
    program: 'psql',
    stores: ['postgresql', 'mariadb'],
    tables: ['orders', 'payments', 'customers'],
    begins: 9,
  },
  {
    name: 'cleo',
    ip: '10.0.2.22',
    program: 'DBeaver 24.1.0 - Main',
    stores: ['postgresql', 'mariadb'],
    tables: ['customers', 'tickets', 'reviews'],
    begins: 8,
  },
  {
    name: 'dan',
    ip: '10.0.2.23',
    program: 'psql',
    stores: ['postgresql', 'clickhouse'],
    tables: ['products', 'stock', 'shipments'],
    begins: 10,
  },
  {
    name: 'eve',
    ip: '10.0.2.24',
    program: 'DBeaver 24.1.0 - Main',
    stores: ['clickhouse', 'mariadb'],
    tables: ['sessions', 'carts', 'orders'],
    begins: 9,
  },
  {
    name: 'finn',
    ip: '10.0.2.25',
    program: 'psql',
    stores: ['postgresql', 'mariadb', 'clickhouse'],
    tables: ['orders', 'customers', 'tickets'],
    begins: 8,
  },
];

export function ordinaryWeek(chance: Chance): readonly Step[] {
  const steps: Step[] = [];
  for (let day = 0; day < 7; day += 1) {
    const start = WEEK_BEGINS + day * DAY;
    for (const application of APPLICATIONS) applicationDay(steps, application, start, chance);
    if (day < 5) for (const person of PEOPLE) personDay(steps, person, start, chance);
    nightly(steps, start, chance);
    healthChecks(steps, start);
  }
  occasions(steps, chance);
  return steps;
}

function applicationDay(steps: Step[], app: Application, start: number, chance: Chance): void {
  for (let hour = 0; hour < 24; hour += 1) {
    const share = 0.25 + 0.75 * Math.max(0, Math.sin(((hour - 6) / 24) * 2 * Math.PI));
    const count = Math.max(1, Math.round(app.perHour * share * (0.7 + 0.6 * chance.next())));
    const step = sessionOf(app, `hour ${start + hour * HOUR}`);
    const times = Array.from(
      { length: count },
      () => start + hour * HOUR + 2_000 + chance.next() * (HOUR - 10_000),
    ).sort((a, b) => a - b);
    const [first = start] = times;
    for (const [at, sql] of app.greeting.entries()) steps.push(step(first - 900 + at * 100, sql));
    for (const time of times) steps.push(step(time, programStatement(app, chance)));
  }
}

function programStatement(app: Application, chance: Chance): string {
  const table = chance.pick(app.tables);
  const id = chance.below(TABLES[table] ?? 100) + 1;
  if (app.store === 'clickhouse') {
    if (app.writes === 1)
      return `INSERT INTO ${table} (id, email, name, state, amount, day) SELECT ${id}, 'x@example.org', 'x', 'new', 1, 7 FROM numbers(${between(chance, 1, 40)})`;
    return chance.pick([
      `SELECT day, count() FROM ${table} WHERE day > ${id % 300} GROUP BY day ORDER BY day`,
      `SELECT state, sum(amount) FROM ${table} GROUP BY state`,
      `SELECT uniq(email) FROM ${table} WHERE day = ${id % 365}`,
    ]);
  }
  if (chance.next() < app.writes) return `UPDATE ${table} SET state = 'seen' WHERE id = ${id}`;
  return chance.pick([
    `SELECT * FROM ${table} WHERE id = ${id}`,
    `SELECT id, name, state FROM ${table} WHERE day = ${id % 365} ORDER BY id LIMIT ${chance.pick([20, 50])}`,
    `SELECT count(*) FROM ${table} WHERE state = 'open'`,
  ]);
}

function personDay(steps: Step[], person: Person, start: number, chance: Chance): void {
  if (chance.next() < 0.06) return;
  for (const store of person.stores) {
    const who: Who = {
      store,
      user: person.name,
      ip: person.ip,
      program: store === 'clickhouse' ? programAtClickhouse(person) : person.program,
    };
    const sittings = between(chance, 1, 2);
    for (let sitting = 0; sitting < sittings; sitting += 1) {
      const begins = start + (person.begins + 0.4 * normal(chance) + sitting * 4 + chance.next() * 2) * HOUR;
      if (chance.next() < 0.08 && store !== 'clickhouse')
        steps.push({ time: begins - 20_000, who, session: undefined, sql: '' });
      const step = sessionOf(who, `sitting ${begins}`);
      let time = begins;
      for (const sql of greetingOf(who)) {
        time += 120;
        steps.push(step(time, sql));
      }
      const count = Math.max(2, Math.round(7 + 3 * normal(chance)));
      for (let query = 0; query < count; query += 1) {
        time += (0.3 + 6 * chance.next() ** 2) * MINUTE;
        steps.push(step(time, personStatement(person, chance)));
      }
    }
  }
}

function programAtClickhouse({ program }: Person): string {
  return program === 'psql' ? 'curl/8.5' : 'DBeaver/24.1';
}

/** What their programs show in a tree. */
function greetingOf({ store, program }: Who): readonly string[] {
  if (!program.startsWith('DBeaver')) return [];
  if (store === 'postgresql')
    return [
      'SHOW search_path',
      'SELECT n.oid, n.nspname FROM pg_catalog.pg_namespace n ORDER BY nspname',
      'SELECT c.oid, c.relname FROM pg_catalog.pg_class c WHERE c.relnamespace = 2200',
    ];
  if (store === 'mariadb') return ['SET SESSION sql_mode = DEFAULT', 'SHOW DATABASES', 'SHOW FULL TABLES FROM shop'];
  return ['SELECT name FROM system.databases', "SELECT name, engine FROM system.tables WHERE database = 'shop'"];
}

function personStatement(person: Person, chance: Chance): string {
  const table =
    chance.next() < 0.96 ? chance.pick(person.tables) : chance.pick(['orders', 'products', 'reviews', 'items']);
  const day = chance.below(365);
  return chance.pick([
    `SELECT * FROM ${table} LIMIT ${chance.pick([10, 100, 200])}`,
    `SELECT id, state, amount FROM ${table} WHERE day = ${day} ORDER BY amount DESC LIMIT 200`,
    `SELECT state, count(*) FROM ${table} GROUP BY state`,
    `SELECT day, sum(amount) FROM ${table} WHERE day > ${day} GROUP BY day ORDER BY day`,
    `SELECT * FROM ${table} WHERE id = ${chance.below(1_500) + 1}`,
    `SELECT id, name FROM ${table} WHERE state = 'open' AND amount > ${chance.below(900)} LIMIT 500`,
    chance.next() < 0.15 ? `SELECT nmae FROM ${table} LIMIT 5` : `SELECT avg(amount) FROM ${table}`,
  ]);
}

const BACKED_UP = Object.keys(TABLES);

function nightly(steps: Step[], start: number, chance: Chance): void {
  const night = start + 2 * HOUR + chance.below(120_000);
  const dump = sessionOf(
    { store: 'postgresql', user: 'backup', ip: '10.0.1.40', program: 'pg_dump' },
    `night ${start}`,
  );
  steps.push(dump(night, "SELECT c.tableoid, c.oid, c.relname FROM pg_catalog.pg_class c WHERE c.relkind = 'r'"));
  steps.push(dump(night + 400, 'SELECT a.attnum, a.attname FROM pg_catalog.pg_attribute a WHERE a.attnum > 0'));
  for (const [at, table] of BACKED_UP.entries())
    steps.push(
      dump(night + 2_000 + at * 1_500, `COPY public.${table} (id, email, name, state, amount, day) TO STDOUT`),
    );
  const mysqldump = sessionOf({ store: 'mariadb', user: 'backup', ip: '10.0.1.40', program: '' }, `night ${start}`);
  BACKED_UP.forEach((table, at) => {
    steps.push(mysqldump(night + 90_000 + at * 1_500, `SHOW CREATE TABLE \`${table}\``));
    steps.push(mysqldump(night + 90_600 + at * 1_500, `SELECT /*!40001 SQL_NO_CACHE */ * FROM \`${table}\``));
  });
  const rollup = sessionOf(
    { store: 'clickhouse', user: 'etl', ip: '10.0.1.41', program: 'python-requests/2.31.0' },
    `night ${start}`,
  );
  for (const [at, table] of ['orders', 'payments', 'sessions'].entries())
    steps.push(
      rollup(
        night + 3_600_000 + at * 20_000,
        `INSERT INTO daily (day, total) SELECT day, sum(amount) FROM ${table} GROUP BY day`,
      ),
    );
  steps.push(rollup(night + 3_700_000, 'SELECT * FROM customers'));
}

function healthChecks(steps: Step[], start: number): void {
  const check: Who = { store: 'clickhouse', user: 'default', ip: '10.0.1.50', program: 'kube-probe/1.29' };
  const monitor: Who = { store: 'postgresql', user: 'monitor', ip: '10.0.1.50', program: 'postgres_exporter' };
  for (let at = 0; at < 48; at += 1) {
    const time = start + at * 30 * MINUTE + 17_000;
    steps.push(sessionOf(check, `check ${time}`)(time, 'SELECT 1'));
    if (at % 2 === 0)
      steps.push(
        sessionOf(monitor, `check ${time}`)(
          time + 1_000,
          'SELECT datname, numbackends FROM pg_catalog.pg_stat_database',
        ),
      );
  }
}

/** What happens once: deploys, an account for a new colleague, an old part of a table that is dropped. */
function occasions(steps: Step[], chance: Chance): void {
  const deployDay = WEEK_BEGINS + between(chance, 1, 3) * DAY + (14 + chance.next()) * HOUR;
  for (const store of ['postgresql', 'mariadb'] as const) {
    const deploy = sessionOf(
      { store, user: 'migrator', ip: '10.0.1.60', program: store === 'postgresql' ? 'alembic' : '' },
      'deploy',
    );
    const sql = [
      "SELECT table_name, column_name FROM information_schema.columns WHERE table_name = 'carts'",
      'ALTER TABLE carts ADD COLUMN note varchar(40)',
      'CREATE TABLE carts_new (id int, note varchar(40))',
      'INSERT INTO carts_new SELECT id, note FROM carts',
      'DROP TABLE carts_new',
      'DROP TABLE IF EXISTS carts_old',
      'ALTER TABLE carts DROP COLUMN note',
      'CREATE INDEX carts_day ON carts (day)',
      store === 'postgresql' ? 'DROP INDEX carts_day' : 'DROP INDEX carts_day ON carts',
    ];
    const begins = deployDay + (store === 'mariadb' ? 9 * MINUTE : 0);
    for (const [at, one] of sql.entries()) steps.push(deploy(begins + at * 4_000, one));
  }
  const grantDay = WEEK_BEGINS + between(chance, 1, 4) * DAY + (10 + chance.next() * 4) * HOUR;
  const dba = sessionOf({ store: 'postgresql', user: 'dba', ip: '10.0.2.30', program: 'psql' }, 'rights');
  steps.push(dba(grantDay, 'GRANT SELECT ON reviews TO ada'));
  for (const day of [0, 1, 2, 3, 4]) {
    const at = WEEK_BEGINS + day * DAY + (11 + chance.next()) * HOUR;
    for (const store of ['postgresql', 'mariadb'] as const) {
      const look = sessionOf({ store, user: 'dba', ip: '10.0.2.30', program: 'psql' }, `look ${at}`);
      steps.push(
        look(at, store === 'postgresql' ? 'SELECT pid, state FROM pg_catalog.pg_stat_activity' : 'SHOW PROCESSLIST'),
      );
      steps.push(
        look(
          at + 30_000,
          store === 'postgresql'
            ? 'SELECT relname, n_dead_tup FROM pg_catalog.pg_stat_user_tables'
            : 'SHOW TABLE STATUS FROM shop',
        ),
      );
    }
  }
}
