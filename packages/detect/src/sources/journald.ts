// systemd's journal as JSON: `journalctl -o json`, and what is sent from it (systemd.io/JOURNAL_EXPORT_FORMATS). Messages are read as
// those of syslog are.
import type { Fields } from '../events/event.ts';
import { isRecord, numberAt, textAt } from '../events/json-fields.ts';
import type { SyslogEnvelope } from '../events/syslog-envelope.ts';
import { instantOf } from '../events/times.ts';
import { createInnerReaders } from './inner-records.ts';
import type { Source } from './source.ts';
import { eventsOfMessage } from './syslog.ts';

/** @param inner formats of messages, in the order in which they are tried */
export function journaldOf(inner: readonly Source[]): Source {
  return {
    name: 'journald',
    title: 'systemd journal, exported as JSON',
    reference: 'https://systemd.io/JOURNAL_EXPORT_FORMATS/',
    tells: 'the same as syslog',
    jsonKeys: ['MESSAGE'],
    open: (state, now) => {
      const readers = createInnerReaders(inner, isRecord(state) ? state.inner : undefined, now);
      return {
        fromJson: (record) => {
          const message = messageOf(record.MESSAGE);
          if (message === undefined || !isEntry(record)) return undefined;
          return eventsOfMessage(envelopeOf(record, message), readers, textAt(record, '__CURSOR'));
        },
        state: () => ({ inner: readers.state() }),
      };
    },
  };
}

function isEntry(record: Fields): boolean {
  return ['__REALTIME_TIMESTAMP', '_SOURCE_REALTIME_TIMESTAMP', '_BOOT_ID', '_TRANSPORT'].some(
    (name) => name in record,
  );
}

/** A message that is not UTF-8 is a list of its bytes. */
function messageOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return undefined;
  const bytes = (value as unknown[]).filter((byte): byte is number => typeof byte === 'number');
  return bytes.length === value.length ? Buffer.from(bytes).toString('utf8') : undefined;
}

function envelopeOf(record: Fields, message: string): SyslogEnvelope {
  const time = instantOf(record._SOURCE_REALTIME_TIMESTAMP) ?? instantOf(record.__REALTIME_TIMESTAMP);
  return {
    time: time === undefined ? undefined : Math.floor(time),
    facility: numberAt(record, 'SYSLOG_FACILITY'),
    severity: numberAt(record, 'PRIORITY'),
    host: textAt(record, '_HOSTNAME'),
    app: textAt(record, 'SYSLOG_IDENTIFIER', '_COMM'),
    pid: textAt(record, 'SYSLOG_PID', '_PID'),
    message,
  };
}
