// The 24 behaviours, each with its store, account, hour, table and amount by chance. They are run on the servers like everything else.
import type { Chance } from '../chance.ts';
import { PEOPLE, type Person } from './ordinary.ts';
import {
  between,
  DAY,
  HOUR,
  MINUTE,
  type Step,
  type StoreName,
  sessionOf,
  TABLES,
  WEEK_BEGINS,
  type Who,
} from './plan.ts';

export interface Behaviour {
  /** In the list of behaviours. */
  readonly number: number;
  readonly name: string;
  readonly steps: (chance: Chance) => readonly Step[];
}

/** Planted into `customers` of every store; nobody has a reason to ask for it. */
export const HONEY_ROW = 'ines.quarrel@example.org';
/** Addresses that the measurement has on a list, as of exits of Tor. */
export const LISTED: readonly string[] = ['185.220.101.7', '185.220.101.8', '185.220.102.4'];
/** Accounts that exist, and that nobody used for months. */
export const DORMANT: readonly string[] = ['old_partner', 'intern_2023', 'legacy_sync'];

const BIG = ['customers', 'orders', 'payments'];
const OUTSIDE = ['203.0.113.9', '198.51.100.23', '192.0.2.77', '203.0.113.140'];

function workTime(chance: Chance): number {
  return WEEK_BEGINS + between(chance, 1, 4) * DAY + between(chance, 9, 15) * HOUR + chance.below(HOUR);
}

function anyTime(chance: Chance): number {
  return WEEK_BEGINS + between(chance, 1, 6) * DAY + chance.below(DAY - 3 * HOUR);
}

function asPerson(person: Person, store: StoreName, more: Partial<Who> = {}): Who {
  const program = store === 'clickhouse' ? (person.program === 'psql' ? 'curl/8.5' : 'DBeaver/24.1') : person.program;
  return { store, user: person.name, ip: person.ip, program, ...more };
}

function someone(chance: Chance, stores: readonly StoreName[] = ['postgresql', 'mariadb', 'clickhouse']): Who {
  const person = chance.pick(PEOPLE.filter((one) => one.stores.some((store) => stores.includes(store))));
  return asPerson(person, chance.pick(person.stores.filter((store) => stores.includes(store))));
}

function series(who: Who, attack: number, start: number, gapMs: number, statements: readonly string[]): Step[] {
  const step = sessionOf(who, `attack ${attack}`, attack);
  return statements.map((sql, at) => step(start + at * gapMs, sql));
}

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

const SERVICES: Readonly<Record<StoreName, Who>> = {
  postgresql: { store: 'postgresql', user: 'shop_web', ip: '10.0.1.11', program: '' },
  mariadb: { store: 'mariadb', user: 'crm_web', ip: '10.0.1.21', program: '' },
  clickhouse: { store: 'clickhouse', user: 'dashboards', ip: '10.0.1.32', program: 'Grafana/10.2' },
};
const ALL: readonly StoreName[] = ['postgresql', 'mariadb', 'clickhouse'];
const SQL: readonly StoreName[] = ['postgresql', 'mariadb'];

function walk(store: StoreName, chance: Chance): readonly string[] {
  const tables = Object.keys(TABLES);
  if (store === 'mariadb')
    return [
      'SHOW DATABASES',
      'SHOW TABLES',
      ...times(between(chance, 22, 45), (at) => `DESCRIBE ${tables[at % tables.length]}`),
    ];
  if (store === 'clickhouse')
    return [
      'SHOW DATABASES',
      'SELECT name FROM system.tables',
      ...times(
        between(chance, 22, 45),
        (at) => `SELECT name, type FROM system.columns WHERE table = '${tables[at % tables.length]}'`,
      ),
    ];
  return times(
    between(chance, 22, 45),
    (at) =>
      `SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '${tables[at % tables.length]}'`,
  );
}

function injected(chance: Chance): readonly string[] {
  const table = chance.pick(['products', 'customers']);
  const wrong = times(between(chance, 8, 14), (at) => `SELECT * FROM ${table} WHERE id = ${at}'`);
  return [
    ...wrong,
    `SELECT * FROM ${table} WHERE name = 'x' OR 1=1 -- '`,
    `SELECT id, name FROM ${table} WHERE id = -1 UNION SELECT 1, table_name FROM information_schema.tables -- `,
    `SELECT id, name FROM ${table} WHERE id = 1 OR '1'='1'`,
  ];
}

const NOTE = "'All your data is backed up. You must pay 0.0125 BTC to recover your database'";

function wiped(store: StoreName): readonly string[] {
  const create =
    store === 'clickhouse'
      ? 'CREATE TABLE README_TO_RECOVER (note String) ENGINE = Memory'
      : 'CREATE TABLE README_TO_RECOVER (note text)';
  return [
    ...['archive_2021', 'archive_2022', 'archive_2023', 'archive_2024'].map((table) => `DROP TABLE ${table}`),
    create,
    `INSERT INTO README_TO_RECOVER VALUES (${NOTE})`,
  ];
}

const GRANTS: Readonly<Record<'postgresql' | 'mariadb', readonly string[]>> = {
  postgresql: [
    "CREATE ROLE svc_backup2 LOGIN SUPERUSER PASSWORD 'Xk4-vv10-plm'",
    'GRANT ALL ON ALL TABLES IN SCHEMA public TO svc_backup2',
    'ALTER ROLE shop_web SUPERUSER',
  ],
  mariadb: [
    "CREATE USER 'svc_backup2'@'%' IDENTIFIED BY 'Xk4-vv10-plm'",
    "GRANT ALL PRIVILEGES ON *.* TO 'svc_backup2'@'%' WITH GRANT OPTION",
  ],
};

const OUTBOUND: Readonly<Record<StoreName, readonly string[]>> = {
  postgresql: ["COPY customers TO PROGRAM 'cat > /dev/null'"],
  mariadb: ["SELECT * FROM customers INTO OUTFILE '/tmp/vigie-week-out.csv'"],
  clickhouse: [
    "INSERT INTO FUNCTION url('http://127.0.0.1:1/in', 'CSV', 'id Int32, email String') SELECT id, email FROM customers",
    "SELECT * FROM remote('127.0.0.1:1', 'system', 'one')",
  ],
};

const AUDIT_OFF: Readonly<Record<'postgresql' | 'mariadb', readonly string[]>> = {
  postgresql: ["ALTER SYSTEM SET log_statement = 'none'", "ALTER SYSTEM SET pgaudit.log = 'none'"],
  mariadb: ['SET GLOBAL general_log = OFF', 'SET GLOBAL slow_query_log = OFF'],
};

export const BEHAVIOURS: readonly Behaviour[] = [
  {
    number: 1,
    name: 'bulk export',
    steps: (chance) => series(someone(chance), 1, workTime(chance), 30_000, [`SELECT * FROM ${chance.pick(BIG)}`]),
  },
  {
    number: 2,
    name: 'slow export over days',
    steps: (chance) => {
      const who = someone(chance, ['postgresql', 'clickhouse']);
      const table = chance.pick(BIG);
      const size = between(chance, 400, 900);
      const first = between(chance, 0, 1);
      return times(3, (day) => {
        const start = WEEK_BEGINS + (first + 1 + day) * DAY + 9 * HOUR;
        const step = sessionOf(who, `slow ${day}`, 2);
        return times(40, (at) =>
          step(
            start + at * 11 * MINUTE,
            `SELECT * FROM ${table} WHERE id > ${(day * 40 + at) * size} ORDER BY id LIMIT ${size}`,
          ),
        );
      }).flat();
    },
  },
  {
    number: 3,
    name: 'schema enumeration',
    steps: (chance) => {
      const store = chance.pick(ALL);
      const who = chance.next() < 0.5 ? SERVICES[store] : someone(chance, [store]);
      return series(who, 3, workTime(chance), 2_500, walk(store, chance));
    },
  },
  {
    number: 4,
    name: 'first access to a table',
    steps: (chance) =>
      series(
        someone(chance),
        4,
        workTime(chance),
        40_000,
        times(between(chance, 3, 6), (at) => `SELECT name, amount FROM salaries WHERE id > ${at * 20} LIMIT 20`),
      ),
  },
  {
    number: 5,
    name: 'first network and program',
    steps: (chance) => {
      const who = {
        ...SERVICES[chance.pick(ALL)],
        ip: `10.0.${between(chance, 40, 90)}.${between(chance, 2, 250)}`,
        program: 'python-requests/2.31',
      };
      return series(
        who,
        5,
        workTime(chance),
        20_000,
        times(between(chance, 3, 8), (at) => `SELECT * FROM customers WHERE id = ${at + 40}`),
      );
    },
  },
  {
    number: 6,
    name: 'off hours',
    steps: (chance) => {
      const start = WEEK_BEGINS + between(chance, 2, 6) * DAY + (1 + 3 * chance.next()) * HOUR;
      return series(
        someone(chance),
        6,
        start,
        50_000,
        times(between(chance, 6, 12), (at) => `SELECT id, email, amount FROM payments WHERE day = ${at + 5} LIMIT 500`),
      );
    },
  },
  {
    number: 7,
    name: 'brute force, then in',
    steps: (chance) => {
      const who = { ...someone(chance, SQL), ip: chance.pick(OUTSIDE) };
      const start = anyTime(chance);
      const count = between(chance, 15, 40);
      const tries = times(
        count,
        (at): Step => ({ time: start + at * 3_000, who, session: undefined, sql: '', attack: 7 }),
      );
      return [
        ...tries,
        ...series(who, 7, start + count * 3_000 + 5_000, 4_000, ['SELECT id, email FROM customers LIMIT 50']),
      ];
    },
  },
  {
    number: 8,
    name: 'SQL injection and a burst of errors',
    steps: (chance) => series(SERVICES[chance.pick(ALL)], 8, workTime(chance), 1_500, injected(chance)),
  },
  {
    number: 9,
    name: 'rights granted, a new superuser',
    steps: (chance) => {
      const store = chance.pick(['postgresql', 'mariadb'] as const);
      return series({ ...SERVICES[store] }, 9, anyTime(chance), 5_000, GRANTS[store]);
    },
  },
  {
    number: 10,
    name: 'dormant account',
    steps: (chance) => {
      const who: Who = {
        store: chance.pick(ALL),
        user: chance.pick(DORMANT),
        ip: `10.0.2.${between(chance, 100, 200)}`,
        program: 'psql',
      };
      return series(
        who,
        10,
        workTime(chance),
        40_000,
        times(between(chance, 3, 6), (at) => `SELECT * FROM orders WHERE day = ${at} LIMIT 100`),
      );
    },
  },
  {
    number: 11,
    name: 'service account used by a person',
    steps: (chance) => {
      const service = chance.pick<Who>([SERVICES.postgresql, SERVICES.mariadb, SERVICES.clickhouse]);
      const who = {
        ...service,
        ip: chance.pick(PEOPLE).ip,
        program: service.store === 'clickhouse' ? 'curl/8.5' : 'DBeaver 24.1.0 - Main',
      };
      return series(who, 11, workTime(chance), 35_000, [
        'SELECT * FROM customers LIMIT 100',
        'SELECT * FROM payments LIMIT 100',
        'SELECT * FROM orders WHERE amount > 900 LIMIT 200',
      ]);
    },
  },
  {
    number: 12,
    name: "an application's table read directly",
    steps: (chance) => {
      const store = chance.pick(['mariadb', 'clickhouse'] as const);
      const person = chance.pick(
        PEOPLE.filter((one) => one.stores.includes(store) && !one.tables.includes('sessions')),
      );
      return series(
        asPerson(person, store),
        12,
        workTime(chance),
        30_000,
        times(between(chance, 3, 6), (at) => `SELECT id, name, state FROM sessions WHERE day = ${at} LIMIT 200`),
      );
    },
  },
  {
    number: 13,
    name: 'impossible travel',
    steps: (chance) => {
      const who = someone(chance);
      const start = workTime(chance);
      const [here, there] = [sessionOf(who, 'here', 13), sessionOf({ ...who, ip: chance.pick(OUTSIDE) }, 'there', 13)];
      return [
        here(start, 'SELECT count(*) FROM orders'),
        there(start + 12 * MINUTE, 'SELECT id, email FROM customers LIMIT 200'),
        there(start + 14 * MINUTE, 'SELECT id, amount FROM payments LIMIT 200'),
      ];
    },
  },
  {
    number: 14,
    name: 'from an address that is on a list',
    steps: (chance) =>
      series({ ...someone(chance), ip: chance.pick(LISTED) }, 14, anyTime(chance), 20_000, [
        'SELECT id, email FROM customers LIMIT 20',
      ]),
  },
  {
    number: 15,
    name: 'nobody, where everybody has to sign in',
    steps: (chance) =>
      series(
        { store: 'clickhouse', user: 'default', ip: chance.pick(OUTSIDE), program: '' },
        15,
        anyTime(chance),
        3_000,
        ['SHOW DATABASES', 'SELECT * FROM customers LIMIT 100'],
      ),
  },
  {
    number: 16,
    name: 'scanner',
    steps: (chance) => {
      const program = chance.pick([
        'Mozilla/5.0 zgrab/0.x',
        'Mozilla/5.0 (compatible; CensysInspect/1.1)',
        'masscan/1.3',
        'Nuclei - Open-source project',
      ]);
      return series(
        { store: 'clickhouse', user: 'default', ip: chance.pick(OUTSIDE), program },
        16,
        anyTime(chance),
        1_000,
        ['SELECT version()', 'SHOW DATABASES'],
      );
    },
  },
  {
    number: 17,
    name: 'mass deletion with a ransom note',
    steps: (chance) => {
      const store = chance.pick(ALL);
      const who: Who =
        store === 'clickhouse'
          ? { store, user: 'default', ip: chance.pick(OUTSIDE), program: '' }
          : { ...SERVICES[store], ip: chance.pick(OUTSIDE) };
      return series(who, 17, anyTime(chance), 2_000, wiped(store));
    },
  },
  {
    number: 18,
    name: 'audit switched off',
    steps: (chance) => {
      const store = chance.pick(['postgresql', 'mariadb'] as const);
      return series(
        { store, user: 'dba', ip: '10.0.2.30', program: 'psql' },
        18,
        workTime(chance),
        5_000,
        AUDIT_OFF[store],
      );
    },
  },
  {
    number: 19,
    name: 'backup taken and carried away',
    steps: (chance) => {
      const who = someone(chance);
      const dumped = Object.keys(TABLES).slice(0, between(chance, 6, 12));
      if (who.store === 'postgresql')
        return series(
          { ...who, program: 'pg_dump' },
          19,
          anyTime(chance),
          1_500,
          dumped.map((table) => `COPY public.${table} (id, email, name, state, amount, day) TO STDOUT`),
        );
      if (who.store === 'mariadb')
        return series(
          who,
          19,
          anyTime(chance),
          1_500,
          dumped.map((table) => `SELECT /*!40001 SQL_NO_CACHE */ * FROM \`${table}\``),
        );
      return series(who, 19, anyTime(chance), 4_000, [
        "BACKUP DATABASE shop TO S3('http://127.0.0.1:1/b/x', 'k', 's')",
        'ALTER TABLE customers FREEZE',
      ]);
    },
  },
  {
    number: 20,
    name: 'honeytoken',
    steps: (chance) =>
      series(someone(chance), 20, workTime(chance), 5_000, [`SELECT * FROM customers WHERE email = '${HONEY_ROW}'`]),
  },
  {
    number: 21,
    name: 'a secret in a statement',
    steps: (chance) => {
      const key = `AKIA${chance.word('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`;
      const who = someone(chance);
      const sql =
        who.store === 'clickhouse'
          ? `SELECT count() FROM orders WHERE name = '${key}'`
          : `UPDATE tickets SET state = '${key}' WHERE id = 4`;
      return series(who, 21, workTime(chance), 5_000, [sql]);
    },
  },
  {
    number: 22,
    name: 'the store told to send data out',
    steps: (chance) => {
      const store = chance.pick(ALL);
      const who: Who =
        store === 'clickhouse' ? someone(chance, [store]) : { store, user: 'dba', ip: '10.0.2.30', program: 'psql' };
      return series(who, 22, workTime(chance), 20_000, OUTBOUND[store]);
    },
  },
  {
    number: 23,
    name: 'unlike the peers',
    steps: (chance) => {
      const who = someone(chance);
      const tables = ['items', 'payments', 'salaries', 'reviews', 'stock', 'carts', 'sessions', 'tickets'];
      return series(
        who,
        23,
        workTime(chance),
        9_000,
        times(
          between(chance, 40, 60),
          (at) => `SELECT * FROM ${tables[at % tables.length]} WHERE day > ${at} LIMIT 500`,
        ),
      );
    },
  },
  {
    number: 24,
    name: 'many bytes out by a usual account',
    steps: (chance) =>
      series(
        SERVICES.clickhouse,
        24,
        anyTime(chance),
        15_000,
        times(
          between(chance, 8, 16),
          (at) => `SELECT day, name, email, state FROM ${chance.pick(BIG)} WHERE day > ${at}`,
        ),
      ),
  },
];
