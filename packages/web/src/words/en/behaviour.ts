// A fact of behaviour as a sentence, from its numbers; numbers come written. The engine's own words are packages/detect/src/behaviour/fact.ts.
const subjects = { account: 'this account', store: 'this store', peers: 'its peers', table: 'this table' };

const often = (seen: number, days: string, seenText: string) =>
  seen === 0 ? 'never before' : `on ${seenText} of ${days} days before`;

type Subject = keyof typeof subjects;

/** What a sentence is made of. */
export interface ValueTold {
  readonly value: string;
  readonly subject: Subject;
  readonly seen: number;
  readonly seenText: string;
  readonly days: string;
}

export const behaviour = {
  /** Titles by rule, where the engine's English ones are not for this language. */
  titles: {} as Readonly<Record<string, string>>,
  subjects,
  measures: {
    rows: 'rows',
    bytes: 'bytes',
    queries: 'queries',
    tables: 'different tables',
    failures: 'failures',
    networks: 'networks',
  },
  periods: { window: 'in ten minutes', day: 'in a day', days: 'over days, beyond what is usual' },
  usualPeriods: { window: 'at this hour', day: 'in a day', days: 'in a day' },
  usual: (subject: Subject, period: string) => `usual for ${subjects[subject]} ${period}`,
  account: (of: ValueTold) => `The account was on ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  table: (of: ValueTold) =>
    `Table ${of.value}: read by ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  container: (of: ValueTold) =>
    `Database ${of.value}: used by ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  client: (of: ValueTold) =>
    `Program ${of.value === '' ? 'without a name' : of.value}: used by ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  network: (of: ValueTold) =>
    `Network ${of.value === '' ? 'not told' : of.value}: seen with ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  country: (of: ValueTold) =>
    `Country ${of.value}: seen with ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  journey: (of: ValueTold) =>
    `${of.value.replace('>', ' and then ')} within two hours: ${often(of.seen, of.days, of.seenText)}`,
  operation: (of: ValueTold) => `${of.value}: done by ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  statement: (of: ValueTold) =>
    `A statement of this form: by ${subjects[of.subject]} ${often(of.seen, of.days, of.seenText)}`,
  hour: (hour: number, isWeekend: boolean, nearest: number | undefined) =>
    `Active at ${hour} h UTC ${isWeekend ? 'at a week-end' : 'on a working day'}; ${
      nearest === undefined
        ? 'never active on such days before'
        : `the nearest hour at which it was active before is ${nearest} h`
    }`,
  dormant: (days: string, longest: string) => `Back after ${days} days; the longest pause before was ${longest} days`,
  order: (steps: string, subject: Subject) =>
    `The last ${steps} steps follow one another as they hardly ever did on ${subjects[subject]}`,
  whole: 'Rows, bytes, queries, tables and hours taken together are like no earlier window',
  listed: (list: string) => `The address is on the list “${list}”`,
  learnedWindows: (count: string) => `learned over ${count} windows of ten minutes`,
  learnedDays: (count: string) => `learned over ${count} days`,
  learnedNothing: 'nothing is learned yet',
};
