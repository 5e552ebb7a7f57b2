// Stores: a seeded week of ordinary work on real ClickHouse, PostgreSQL and MariaDB with the 24 behaviours scripted in. How many are told,
// by what and how soon, and how many alerts a day the ordinary part has.

import { findProgram } from '../packages/probe/testing/server.ts';
import { createChance } from './chance.ts';
import { type CorpusReport, type Miss, skippedReport } from './report.ts';
import { BEHAVIOURS } from './store-weeks/attacks.ts';
import { type Logged, logsOf, marksOf } from './store-weeks/logs.ts';
import { ordinaryWeek } from './store-weeks/ordinary.ts';
import { DAY, type Step, WEEK_BEGINS } from './store-weeks/plan.ts';
import { hasPgaudit, resetServers, runWeek, type Servers, startServers } from './store-weeks/servers.ts';
import { type Told, type Watched, watchWeek } from './store-weeks/watched.ts';

const TITLE = 'Weeks on stores';
/** These were looked at while rules and thresholds were set; the others were not. */
const TUNED_ON = [12];
const TOLD_ON = [501, 502, 503];
/** Alerts a day on ordinary work that are accepted, over all stores. */
const BUDGET = 5;

interface Week {
  readonly seed: number;
  readonly isTold: boolean;
  readonly logged: readonly Logged[];
  readonly watched: Watched;
}

export async function measureStoreWeeks(): Promise<CorpusReport> {
  const missing = ['clickhouse-server', 'mariadbd'].find((program) => findProgram(program) === undefined);
  if (missing !== undefined) return skippedReport('store-weeks', TITLE, `${missing} is not installed`);
  const servers = await startServers();
  try {
    const weeks: Week[] = [];
    for (const seed of TUNED_ON) weeks.push(await weekOf(servers, seed, false));
    for (const seed of TOLD_ON) weeks.push(await weekOf(servers, seed, true));
    return reportOf(weeks);
  } finally {
    await servers.stop();
  }
}

async function weekOf(servers: Servers, seed: number, isTold: boolean): Promise<Week> {
  const logged = await loggedWeek(servers, seed);
  return { seed, isTold, logged, watched: watchWeek(logged) };
}

/** Runs the week of a seed on servers that were filled anew. */
async function loggedWeek(servers: Servers, seed: number): Promise<readonly Logged[]> {
  await resetServers(servers);
  const marks = await marksOf(servers);
  const steps = plannedWeek(seed);
  return logsOf(servers, await runWeek(servers, steps), marks);
}

function plannedWeek(seed: number): readonly Step[] {
  // Each behaviour has a chance of its own, so that one more drawn number somewhere changes no other.
  const attacks = BEHAVIOURS.flatMap(({ number, steps }) => steps(createChance(seed * 1_000 + number)));
  return [...ordinaryWeek(createChance(seed)), ...attacks].toSorted((a, b) => a.time - b.time);
}

function foundBy({ watched }: Week, number: number): readonly Told[] {
  return watched.told
    .filter(({ logged }) => logged.step.attack === number)
    .toSorted((a, b) => a.logged.time - b.logged.time);
}

/** Alerts of ordinary work, by day from Monday on. */
function ordinaryAlerts({ watched }: Week): readonly (readonly Told[])[] {
  const ids = new Set<string>();
  const days = Array.from({ length: 7 }, (): Told[] => []);
  for (const told of watched.told) {
    if (told.logged.step.attack !== undefined) continue;
    const id = told.detection.id();
    if (ids.has(id)) continue;
    ids.add(id);
    days[Math.floor((told.logged.time - WEEK_BEGINS) / DAY)]?.push(told);
  }
  return days;
}

function reportOf(weeks: readonly Week[]): CorpusReport {
  return {
    corpus: 'store-weeks',
    title: TITLE,
    how: [
      `Applications, people, jobs by night, deploys and administrators work for a week on ClickHouse, PostgreSQL${hasPgaudit ? ' (with pgaudit)' : ''} and MariaDB (server_audit) of Debian, and the 24 behaviours are scripted into it, each with its store, account, hour, table and amount by the seed. Everything is run on the servers, one statement after the other in the order of the plan; the logs are theirs. A record's time is replaced by that of the step that it belongs to, known by its connection and order or by the id of its query, and addresses of loopback by those that they stand for. It is synthetic all the same: nobody's real week.`,
      'The week begins with nothing learned. Attacks are from Tuesday on. Rules and behaviour watch together; honeytokens and the list of addresses are told to them, accounts are not. Found means: an alert at a record of the attack. Seeds that are said to be tuned on were looked at while rules and thresholds were set.',
    ],
    tables: [],
    facts: [weeksTable(weeks), behavioursTable(weeks), noiseTable(weeks)],
    misses: weeks.flatMap(missesOf),
  };
}

function weeksTable(weeks: readonly Week[]) {
  return {
    title: 'Weeks',
    head: [
      'seed',
      'tuned on',
      'log records',
      'found of 24',
      'by rules',
      'by behaviour',
      'ordinary alerts a day',
      'most',
      'line to alert p99',
      'most',
    ],
    rows: weeks.map((week) => {
      const found = BEHAVIOURS.filter(({ number }) => foundBy(week, number).length > 0);
      const by = (isBehaviour: boolean) =>
        found.filter(({ number }) =>
          foundBy(week, number).some(({ detection }) => (detection.kind === 'behaviour') === isBehaviour),
        ).length;
      const perDay = ordinaryAlerts(week).map(({ length }) => length);
      const took = week.watched.told.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
      return [
        String(week.seed),
        week.isTold ? 'no' : 'yes',
        week.logged.length.toLocaleString('en'),
        String(found.length),
        String(by(false)),
        String(by(true)),
        perDay.join(' '),
        String(Math.max(...perDay)),
        `${(took[Math.floor(took.length * 0.99)] ?? 0).toFixed(1)} ms`,
        `${(took.at(-1) ?? 0).toFixed(1)} ms`,
      ];
    }),
  };
}

/** What told first, and after how long a time of the plan, in each week. */
function behavioursTable(weeks: readonly Week[]) {
  return {
    title: 'Behaviours: what told first, and how long after the first record of the attack',
    head: ['', 'behaviour', ...weeks.map(({ seed }) => `seed ${seed}`)],
    rows: BEHAVIOURS.map(({ number, name }) => [
      String(number),
      name,
      ...weeks.map((week) => {
        const [first] = foundBy(week, number);
        const begins = week.logged.find(({ step }) => step.attack === number);
        if (begins === undefined) return 'nothing is in the log';
        if (first === undefined) return `**not told** (${begins.store})`;
        const seconds = (first.logged.time - begins.time) / 1_000;
        const after = seconds < 90 ? `${seconds.toFixed(0)} s` : `${(seconds / 60).toFixed(0)} min`;
        return `${first.detection.about.title}, ${after} (${begins.store})`;
      }),
    ]),
  };
}

function noiseTable(weeks: readonly Week[]) {
  const counts = new Map<string, number[]>();
  weeks.forEach((week, at) => {
    for (const { detection } of ordinaryAlerts(week).flat()) {
      const row = counts.get(detection.about.title) ?? weeks.map(() => 0);
      row[at] = (row[at] ?? 0) + 1;
      counts.set(detection.about.title, row);
    }
  });
  return {
    title: 'Alerts of ordinary work',
    head: ['alert', ...weeks.map(({ seed }) => `seed ${seed}`)],
    rows: [...counts].map(([title, row]) => [title, ...row.map(String)]),
  };
}

function missesOf(week: Week): readonly Miss[] {
  const lacking = BEHAVIOURS.filter(({ number }) => foundBy(week, number).length === 0);
  const noisy = ordinaryAlerts(week).filter(({ length }) => length > BUDGET).length;
  return [
    ...lacking.map(({ number, name }) => ({
      what: `seed ${week.seed}: ${number} ${name}`,
      times: 1,
      why: 'no alert at any of its records',
    })),
    ...(noisy > 0
      ? [{ what: `seed ${week.seed}`, times: noisy, why: `days with more than ${BUDGET} alerts on ordinary work` }]
      : []),
  ];
}
