// Syslog, as it is sent and as files keep it (RFC 5424, RFC 3164): the envelope is read here, and the message by the reader of whoever
// wrote it: web servers, stores, sshd and the like. Any other message is an event with its text.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { plainEvent, type Told } from '../events/ocsf.ts';
import { createSyslogYears, readSyslogEnvelope, type SyslogEnvelope } from '../events/syslog-envelope.ts';
import { readAuthMessage } from './auth-log.ts';
import { createInnerReaders, type InnerReaders } from './inner-records.ts';
import type { Source } from './source.ts';

/** @param inner formats of messages, in the order in which they are tried */
export function syslogOf(inner: readonly Source[]): Source {
  return {
    name: 'syslog',
    title: 'Syslog (RFC 5424 and 3164), auth.log',
    reference: 'https://www.rfc-editor.org/rfc/rfc5424, https://www.rfc-editor.org/rfc/rfc3164',
    tells:
      'sign-ins and refused ones, sudo and su, changes of accounts; of other messages what their own format tells, else their text',
    open: (state, now) => {
      const kept = isRecord(state) ? state : {};
      const years = createSyslogYears(now, typeof kept.last === 'number' ? kept.last : undefined);
      const readers = createInnerReaders(inner, kept.inner, now);
      return {
        fromText: (record) => {
          const [line = '', ...more] = record.split('\n');
          const envelope = readSyslogEnvelope(line, years);
          if (envelope === undefined) return undefined;
          const parts = more.map((one) => readSyslogEnvelope(one, years)?.message ?? one);
          return eventsOfMessage(joined(envelope, parts), readers);
        },
        begins: isSyslogLine,
        goesOn: isNextPart,
        state: () => ({ last: years.last(), inner: readers.state() }),
      };
    },
  };
}

/** For telling formats apart, no line has to say its year. */
const NO_YEARS = createSyslogYears(undefined);

function isSyslogLine(line: string): boolean {
  return readSyslogEnvelope(line, NO_YEARS) !== undefined;
}

/** PostgreSQL cuts its lines in parts that it numbers, `[line-part]`, and writes tabs as `#011`. */
const PART = /\bpostgres(?:ql)?\[(\d{1,10})\]: \[(\d{1,10})-(\d{1,6})\] /;
const PART_NUMBER = /^\[\d{1,10}-\d{1,6}\] /;
const MAX_RECORD = 1024 * 1024;

function isNextPart(record: string, line: string): boolean {
  if (record.length > MAX_RECORD || !line.includes('postgres')) return false;
  const [, pid, number, part] = PART.exec(line.slice(0, 512)) ?? [];
  const [, firstPid, firstNumber] = PART.exec(record.slice(0, 512)) ?? [];
  return part !== undefined && part !== '1' && pid === firstPid && number === firstNumber;
}

function joined(envelope: SyslogEnvelope, parts: readonly string[]): SyslogEnvelope {
  if (!PART_NUMBER.test(envelope.message)) return envelope;
  const messages = [envelope.message, ...parts].map((part) => part.replace(PART_NUMBER, '').replaceAll('#011', '\t'));
  return { ...envelope, message: messages.join('\n') };
}

/** The events of a message, with what its envelope tells beside. */
export function eventsOfMessage(envelope: SyslogEnvelope, readers: InnerReaders, uid?: string): readonly Fields[] {
  const { app = '', message, time } = envelope;
  const also = {
    ...envelope.structured,
    message,
    ...(envelope.app !== undefined && { appname: envelope.app }),
    ...(envelope.pid !== undefined && { procid: envelope.pid }),
    ...hostOf(envelope),
  };
  const told: Told = { time, product: 'linux', service: servicesOf(envelope), uid, also };
  const auth = readAuthMessage(app, message, told);
  if (auth !== undefined) return [auth];
  const events = readers.read(message);
  if (events === undefined) return [plainEvent({ ...told, category: 'application' })];
  return events.map((event) => ({
    ...hostOf(envelope),
    ...event,
    // What a program leaves to syslog, syslog tells.
    ...(event.time === undefined && time !== undefined && { time }),
  }));
}

function hostOf({ host }: SyslogEnvelope): Fields {
  return host === undefined ? {} : { hostname: host, device: { hostname: host, type_id: 0 } };
}

/** Sigma's words for who wrote a line. */
const SERVICES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    sshd: 'sshd',
    'sshd-session': 'sshd',
    sudo: 'sudo',
    cron: 'cron',
    crond: 'cron',
    crontab: 'cron',
    clamd: 'clamav',
    clamav: 'clamav',
    freshclam: 'clamav',
    guacd: 'guacamole',
    vsftpd: 'vsftpd',
  }),
);
const AUTH_FACILITIES = new Set([4, 10]);
const AUTH_PROGRAMS =
  /^(?:sshd|sshd-session|sudo|su|login|pkexec|polkitd|useradd|usermod|userdel|groupadd|groupdel|passwd|chpasswd|gpasswd|systemd-logind)$/;

function servicesOf({ app = '', facility }: SyslogEnvelope): readonly string[] {
  const program = app.replace(/^.*\//, '');
  const own = SERVICES.get(program.toLowerCase());
  const isAuth = AUTH_PROGRAMS.test(program) || (facility !== undefined && AUTH_FACILITIES.has(facility));
  return [...(own === undefined ? [] : [own]), ...(isAuth ? ['auth'] : []), 'syslog'];
}
