// PostgreSQL 15.18 with pgaudit 1.7 wrote the samples, all three formats at once, for sessions of psql and pgbench on loopback; so that
// what one format tells, the others tell too.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertSilent,
  assertUnbreakable,
  eventsIn,
  partOf,
  readLines,
  sampleLines,
  stateAfter,
} from '../../testing/log-samples.ts';
import type { Fields } from '../events/event.ts';

const FORMATS = {
  'postgresql-csvlog': sampleLines('postgresql.csv'),
  'postgresql-jsonlog': sampleLines('postgresql.ndjson'),
  'postgresql-stderr': sampleLines('postgresql.log'),
};
const FAILED_LOGIN = 'password authentication failed for user "nobody"';

const userOf = (event: Fields | undefined) => partOf(partOf(event, 'actor'), 'user').name;

/** What every format tells: all but the code of an error and how a session is called. */
function told(event: Fields): unknown {
  const { rows_returned: returned, rows_written: written } = partOf(event, 'unmapped');
  const { name: database } = partOf(event, 'database');
  const {
    class_uid: kind,
    activity_id: activity,
    status_id: status,
    time,
    query,
    src_endpoint: from,
    auth_protocol: how,
  } = event;
  return {
    kind,
    activity,
    status,
    time,
    query,
    from,
    how,
    user: userOf(event),
    database,
    returned,
    written,
  };
}

const withQuery = (events: readonly Fields[], start: string) =>
  events.filter(({ query }) => typeof query === 'string' && query.startsWith(start));
const ofClass = (events: readonly Fields[], uid: number, activity: number) =>
  events.filter((event) => event.class_uid === uid && event.activity_id === activity);

describe("PostgreSQL's log", () => {
  it('tells the same in each of its formats', () => {
    const events = eventsIn(FORMATS['postgresql-csvlog']).map(told);
    assert.ok(events.length > 60);
    assert.deepEqual(eventsIn(FORMATS['postgresql-jsonlog']).map(told), events);
    assert.deepEqual(eventsIn(FORMATS['postgresql-stderr']).map(told), events);
  });

  for (const [source, lines] of Object.entries(FORMATS)) {
    it(`is known by trying, or by its name (${source})`, () => {
      assert.deepEqual(eventsIn(lines, { source }), eventsIn(lines));
    });

    it(`tells connections, sign-ins and sign-offs (${source})`, () => {
      const events = eventsIn(lines);
      const logons = ofClass(events, 3002, 1);
      const successes = logons.filter(({ status_id: status }) => status === 1);
      const failures = logons.filter(({ status_id: status }) => status === 2);
      assert.deepEqual(successes.length, 6);
      assert.deepEqual(
        failures.map(({ user }) => user),
        [{ name: 'ada' }, { name: 'nobody' }, { name: 'ada' }],
      );
      const [, ada] = successes;
      assert.deepEqual(ada?.src_endpoint, { ip: '127.0.0.1', port: 50462 });
      assert.equal(ada?.auth_protocol, 'scram-sha-256');
      assert.equal(partOf(ada, 'actor').app_name, 'psql');
      assert.equal(ofClass(events, 3002, 2)[1]?.duration, 21);
      // Who connects and is not let in is one that connected.
      assert.equal(ofClass(events, 6005, 3).filter(({ status_id: status }) => status === 0).length, 9);
      const noDatabase = ofClass(events, 6005, 3).filter(({ status_id: status }) => status === 2);
      assert.deepEqual(
        noDatabase.map(({ database }) => database),
        [{ name: 'nodb', type_id: 1 }],
      );
    });

    it(`tells statements over several lines with the rows that pgaudit counts (${source})`, () => {
      const [run, audited] = withQuery(eventsIn(lines), 'select * from customers\n where');
      assert.equal(run?.query, "select * from customers\n where email = 'ada@example.org'\n   and name like '%\"%';");
      assert.equal(run?.status_id, 0);
      assert.equal(audited?.status_id, 1);
      assert.equal(partOf(audited, 'unmapped').rows_returned, 1);
      assert.deepEqual(audited?.table, { name: 'customers' });
      assert.equal(audited?.audit_class, 'READ');
      const [, inserted] = withQuery(eventsIn(lines), 'insert into');
      assert.equal(partOf(inserted, 'unmapped').rows_written, 2);
    });

    it(`tells errors, those of the grammar too, which attempts at injection leave behind (${source})`, () => {
      const failed = eventsIn(lines).filter((event) => event.class_uid === 6005 && event.status_id === 2);
      assert.deepEqual(
        failed.map(({ query }) => query),
        ['select 1 from nothing_here;', 'selec 1;', 'select $1::int, $2::text', undefined],
      );
      const codes = source === 'postgresql-stderr' ? [] : ['42P01', '42601', '42P02', '3D000'];
      assert.deepEqual(
        failed.flatMap(({ status_code: code }) => code ?? []),
        codes,
      );
    });

    it(`keeps values out of everything but the query (${source})`, () => {
      assertSilent(eventsIn(lines), 'ada@example.org', 'bo@example.org', "'pw'", '(2)');
    });

    it(`survives whatever becomes of its lines (${source})`, () => {
      assertUnbreakable(lines.slice(10, 60), source);
    });
  }

  it('reads the columns of every version', () => {
    const row = FORMATS['postgresql-csvlog'].find((line) => line.includes(FAILED_LOGIN.replaceAll('"', '""'))) ?? '';
    const next = FORMATS['postgresql-csvlog'][FORMATS['postgresql-csvlog'].indexOf(row) + 1] ?? '';
    const whole = `${row}\n${next}`;
    assert.ok(whole.endsWith(',"","client backend",,0'));
    for (const end of ['""', '"","client backend"', '"","client backend",,0']) {
      const lines = whole.replace(/"","client backend",,0$/, end).split('\n');
      const [event] = eventsIn(lines);
      assert.deepEqual(event?.user, { name: 'nobody' }, end);
      assert.equal(event?.status_code, '28P01');
    }
    assert.match(readLines([row.replace(/,"authentication".*/, '')])[0]?.fault ?? '', /^it is /);
  });

  it('reads the prefixes that are in use', () => {
    const rest = 'LOG:  statement: select 1 from t';
    const prefixes = [
      '2026-11-29 22:03:42.909 UTC [24120] ada@shop 10.1.2.3 ',
      '2026-11-29 22:03:42 UTC:10.1.2.3(50462):ada@shop:[24120]:',
      '2026-11-29 22:03:42 UTC [24120]: [7-1] user=ada,db=shop,app=psql,client=10.1.2.3 ',
      '2026-11-29 23:03:42.909 CET [24120] 10.1.2.3(50462) ada@shop ',
      '2026-11-29 22:03:42.909 +00 [24120-1] ada@shop 10.1.2.3(50462) ',
    ];
    for (const prefix of prefixes) {
      const [event] = eventsIn([prefix + rest]);
      assert.equal(userOf(event), 'ada', prefix);
      assert.equal(partOf(event, 'database').name, 'shop', prefix);
      assert.equal(partOf(event, 'src_endpoint').ip, '10.1.2.3', prefix);
      assert.equal(Math.floor(Number(event?.time) / 1000), Date.UTC(2026, 10, 29, 22, 3, 42) / 1000, prefix);
    }
    const bare = eventsIn(['2026-11-29 22:03:42.909 UTC [24120] LOG:  statement: select 1 from t']);
    assert.equal(bare.length, 1);
    // Whose zone can mean two, the time of that is not known.
    assert.equal(eventsIn([`2026-11-29 22:03:42.909 CST [24120] ada@shop ${rest}`])[0]?.time, undefined);
  });

  it('knows a row that stands behind one which a crash cut off, and no statement that looks like a row', () => {
    const lines = FORMATS['postgresql-csvlog'];
    const at = lines.findIndex((line) => line.includes('select * from customers'));
    const cut = [...lines.slice(0, at + 1), ...lines.slice(at + 3, at + 9)];
    assert.equal(readLines(cut).filter(({ fault }) => fault !== undefined).length, 1);
    const forged = lines[at + 3] ?? '';
    const written = (lines[at] ?? '').replace(
      'select * from customers',
      `select '\n${forged.replaceAll('"', '""')}\n'`,
    );
    const events = eventsIn([...written.split('\n'), ...lines.slice(at + 1, at + 3)]);
    assert.equal(events.length, 1);
  });

  it('goes on after a restart with what it knew of the sessions', () => {
    const lines = FORMATS['postgresql-stderr'];
    const at = lines.findIndex((line) => line.includes('connection authenticated'));
    const first = eventsIn(lines.slice(0, at + 1));
    assert.ok(first.length > 0);
    const state = stateAfter(lines.slice(0, at + 1));
    const [logon] = eventsIn(lines.slice(at + 1), { state });
    assert.deepEqual(logon?.src_endpoint, { ip: '127.0.0.1', port: 50462 });
    assert.equal(logon?.auth_protocol, 'scram-sha-256');
  });

  it('tells of a sign-in that nothing was asked for it', () => {
    const line = (message: string) => `2026-11-29 22:03:42.912 UTC [1] ada@shop 10.1.2.3 LOG:  ${message}`;
    const [logon] = eventsIn([
      line('connection authenticated: user="ada" method=trust (/etc/postgresql/16/main/pg_hba.conf:1)'),
      line('connection authorized: user=ada database=shop SSL enabled (protocol=TLSv1.3)'),
    ]);
    assert.equal(logon?.status_id, 1);
    assert.equal(logon?.auth_protocol, 'trust');
  });

  it('tells settings that the server has read anew, and what a copy of it asks for', () => {
    const line = (who: string, message: string) => `2026-11-29 22:03:42.912 UTC [1] ${who}LOG:  ${message}`;
    const events = eventsIn([
      line('', 'parameter "pgaudit.log" changed to "none"'),
      line('', 'parameter "log_statement" removed from configuration file, reset to default'),
      line('', 'parameter "work_mem" changed to "64MB"'),
      line('ada@shop 10.1.2.3 ', "received replication command: BASE_BACKUP ( LABEL 'x', PROGRESS )"),
    ]);
    assert.deepEqual(
      events.map((event) => partOf(event, 'unmapped').traits),
      [['audit-change'], ['audit-change'], [], ['backup']],
    );
    assert.equal(userOf(events[3]), 'ada');
    assertSilent(events, 'none', '64MB');
  });

  it('tells of pgaudit what an object is that it names', () => {
    const line = `2026-11-29 22:03:42.912 UTC [1] ada@shop 10.1.2.3 LOG:  AUDIT: OBJECT,1,1,READ,SELECT,TABLE,public.account,"select password from account where id = 1",<not logged>`;
    const [event] = eventsIn([line]);
    assert.deepEqual(event?.table, { name: 'public.account' });
    assert.equal(event?.audit_type, 'OBJECT');
    const [left] = eventsIn([line.replace(/"select.*1"/, '<previously logged>')]);
    assert.equal(left?.activity_id, 1);
    assert.equal(left?.query, 'SELECT');
  });

  for (const [source, lines] of Object.entries(FORMATS)) {
    it(`counts a statement once, whoever tells of it: log_statement, pgaudit, its duration, its error (${source})`, () => {
      const counted = (start: string) =>
        withQuery(eventsIn(lines), start).map((event) => partOf(event, 'unmapped').accesses ?? 1);
      // By log_statement and by pgaudit, which takes the password out.
      assert.deepEqual(counted('create role ada'), [1, 0]);
      assert.deepEqual(counted('insert into customers values'), [1, 0]);
      // Prepared, and run by an EXECUTE.
      assert.deepEqual(counted('select name from customers where id = $1;'), [1, 0]);
      // By pgaudit and, at its end, by log_min_duration_statement.
      assert.deepEqual(counted('select id from customers where email'), [1, 0]);
      assert.deepEqual(counted('select 2'), [1]);
    });
  }

  it('counts the same statement twice where it was run twice, and one with several tables once', () => {
    const log = (message: string, more = {}) =>
      JSON.stringify({
        timestamp: '2026-11-29 22:03:42.740 UTC',
        user: 'ada',
        dbname: 'shop',
        pid: 7,
        session_id: '6b0ca13e.7',
        error_severity: 'LOG',
        message,
        ...more,
      });
    const text = 'select * from customers join orders using (id)';
    const audit = (id: number, part: number) =>
      log(`AUDIT: OBJECT,${id},${part},READ,SELECT,TABLE,public.x,${text},<none>`);
    const events = eventsIn([
      log(`statement: ${text}`),
      audit(1, 1),
      audit(1, 1),
      log(`statement: ${text}`),
      audit(2, 1),
      log('division by zero', { error_severity: 'ERROR', state_code: '22012', statement: text }),
      audit(3, 1),
    ]);
    assert.deepEqual(
      events.map((event) => partOf(event, 'unmapped').accesses ?? 1),
      [1, 0, 0, 1, 0, 0, 1],
    );
  });
});
