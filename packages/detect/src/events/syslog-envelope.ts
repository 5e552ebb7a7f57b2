// What syslog puts around a message: RFC 5424, RFC 3164 with or without its priority and host, and what rsyslog and others write into
// files (the time as RFC 3339 has it, the rest as in 3164).
import { instantOf } from './times.ts';

export interface SyslogEnvelope {
  /** Milliseconds since 1970; undefined where nobody can say the year. */
  readonly time: number | undefined;
  /** 4 and 10 are authentication. */
  readonly facility?: number | undefined;
  /** 0 is an emergency, 7 is for debugging. */
  readonly severity?: number | undefined;
  readonly host?: string | undefined;
  readonly app?: string | undefined;
  readonly pid?: string | undefined;
  /** Parameters of structured data, by its id and name: `exampleSDID@32473.iut`. */
  readonly structured?: Readonly<Record<string, string>> | undefined;
  readonly message: string;
}

/** With octets counted before it, as syslog goes over TCP (RFC 6587), and its priority. */
const PRIORITY = /^(?:\d{1,7} (?=<))?(?:<(\d{1,3})>)?/;
const RFC5424 = /1 (-|\S{10,40}) (\S{1,255}) (\S{1,128}) (\S{1,128}) (\S{1,64}) /y;
const PARAMETER = /\[(\S{1,64}?)(?=[ \]])|\s+([^\s=\]"]{1,64})="((?:[^"\\]|\\[\s\S])*)"|\]/y;
const STAMP3339 = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[-+]\d\d:?\d\d)) /y;
const STAMP3164 = /([A-Z][a-z]{2}) {1,2}(\d{1,2}) (?:(\d{4}) )?(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? /y;
/** `host tag[pid]: `, where the host may be left out, and sudo's kin leave out their number. */
const HEAD3164 =
  /(?:(?<host>[A-Za-z0-9_.:-]{1,255}) )?(?<app>[A-Za-z0-9_./@+-]{1,128}(?:\([^)\s]{1,64}\))?)(?:\[(?<pid>\d{1,10})\])?: ?/y;
const MAX_PARAMETERS = 64;

/** @returns undefined where the line has no such envelope */
export function readSyslogEnvelope(line: string, years: SyslogYears): SyslogEnvelope | undefined {
  const [whole = '', priority] = PRIORITY.exec(line) ?? [];
  const ranks = ranksOf(priority);
  if (ranks === undefined) return undefined;
  const modern = priority === undefined ? undefined : readModern(line, whole.length);
  if (modern !== undefined) return { ...ranks, ...modern };
  const stamp = readStamp(line, whole.length, years);
  if (stamp === undefined) return undefined;
  HEAD3164.lastIndex = stamp.end;
  const head = HEAD3164.exec(line);
  const { host, app, pid } = head?.groups ?? {};
  // A message without a tag is one all the same, if a priority tells that this is syslog.
  if (head === null && priority === undefined) return undefined;
  return {
    ...ranks,
    time: stamp.time,
    host,
    app,
    pid,
    message: line.slice(head === null ? stamp.end : HEAD3164.lastIndex),
  };
}

function ranksOf(priority: string | undefined): Pick<SyslogEnvelope, 'facility' | 'severity'> | undefined {
  if (priority === undefined) return {};
  const number = Number(priority);
  return number > 191 ? undefined : { facility: number >> 3, severity: number & 7 };
}

function readModern(line: string, from: number): SyslogEnvelope | undefined {
  RFC5424.lastIndex = from;
  const found = RFC5424.exec(line);
  if (found === null) return undefined;
  const [, time = '', host, app, pid] = found;
  const [structured, end] = readStructured(line, RFC5424.lastIndex);
  return {
    time: instantOf(time),
    host: unlessNil(host),
    app: unlessNil(app),
    pid: unlessNil(pid),
    structured,
    message: line.slice(end).replace(/^ {1,2}\ufeff?/, ''),
  };
}

function unlessNil(text: string | undefined): string | undefined {
  return text === '-' ? undefined : text;
}

/** `-`, or elements in brackets with parameters in them; and where the message begins. */
function readStructured(line: string, from: number): readonly [Record<string, string> | undefined, number] {
  if (line[from] === '-') return [undefined, from + 1];
  if (line[from] !== '[') return [undefined, from];
  const parameters = new Map<string, string>();
  let element = '';
  let end = from;
  PARAMETER.lastIndex = from;
  for (let found = PARAMETER.exec(line); found !== null; found = PARAMETER.exec(line)) {
    const [sign, id, name, value = ''] = found;
    end = PARAMETER.lastIndex;
    if (id !== undefined) element = id;
    else if (name !== undefined && parameters.size < MAX_PARAMETERS) {
      parameters.set(`${element}.${name}`, value.replace(/\\(["\\\]])/g, '$1'));
    } else if (sign === ']' && line[end] !== '[') break;
  }
  return [Object.fromEntries(parameters), end];
}

function readStamp(
  line: string,
  from: number,
  years: SyslogYears,
): { time: number | undefined; end: number } | undefined {
  STAMP3339.lastIndex = from;
  const full = STAMP3339.exec(line);
  if (full !== null) return { time: instantOf(full[1]), end: STAMP3339.lastIndex };
  STAMP3164.lastIndex = from;
  const short = STAMP3164.exec(line);
  if (short === null) return undefined;
  const [, name = '', day, year, hour, minute, second, fraction = ''] = short;
  const month = MONTHS.indexOf(name);
  if (month < 0) return undefined;
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));
  const at = (inYear: number) =>
    Date.UTC(inYear, month, Number(day), Number(hour), Number(minute), Number(second), millisecond);
  const isLeapDay = month === 1 && day === '29';
  return { time: year === undefined ? years.place(at, isLeapDay) : at(Number(year)), end: STAMP3164.lastIndex };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The time is that of a zone that is not said, and the furthest is so much ahead of UTC. */
const FURTHEST_ZONE_MS = 14 * 3_600_000;
const HALF_A_YEAR_MS = 183 * 86_400_000;

export interface SyslogYears {
  /** The time in the year that it has to be of; undefined where nothing tells which. */
  readonly place: (inYear: (year: number) => number, isLeapDay: boolean) => number | undefined;
  /** The last time that was placed, to go on from after a restart. */
  readonly last: () => number | undefined;
}

/**
 * RFC 3164 leaves out the year. It is the last in which the time is not ahead of the clock; without a clock, the one that keeps the
 * file's order, once any of its lines has told a year.
 */
export function createSyslogYears(now: (() => number) | undefined, last?: number): SyslogYears {
  let latest = last;
  return {
    place: (inYear, isLeapDay) => {
      const clock = now?.();
      const from = clock ?? latest;
      if (from === undefined || !Number.isFinite(from) || Math.abs(from) > 8e15) return undefined;
      const limit = from + (clock === undefined ? HALF_A_YEAR_MS : FURTHEST_ZONE_MS);
      let year = new Date(limit).getUTCFullYear();
      while (inYear(year) > limit || (isLeapDay && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1)) year -= 1;
      latest = inYear(year);
      return latest;
    },
    last: () => latest,
  };
}
