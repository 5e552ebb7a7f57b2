// Lines of containers, as Docker's json-file driver and the runtimes of Kubernetes keep them (docs.docker.com/engine/logging/drivers/json-file,
// kubernetes.io/docs/concepts/cluster-administration/logging: `time stream F|P line`): the line is read by the reader of whoever wrote it.
import type { Fields } from '../events/event.ts';
import { isRecord, textAt } from '../events/json-fields.ts';
import { plainEvent } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { createInnerReaders, type InnerReaders } from './inner-records.ts';
import type { Source } from './source.ts';

/** @param inner formats of lines, in the order in which they are tried */
export function containerLogOf(inner: readonly Source[]): Source {
  return {
    name: 'container-log',
    title: 'Containers of Docker and Kubernetes',
    reference:
      'https://docs.docker.com/engine/logging/drivers/json-file/, https://kubernetes.io/docs/concepts/cluster-administration/logging/',
    tells: 'of each line what its own format tells, else its text',
    jsonKeys: ['log'],
    open: (state, now) => {
      const readers = createInnerReaders(inner, isRecord(state) ? state.inner : undefined, now);
      return {
        fromJson: (record) => {
          const log = textAt(record, 'log');
          const stream = textAt(record, 'stream');
          if (log === undefined || !isStream(stream) || textAt(record, 'time') === undefined) return undefined;
          return eventsOf(log.replace(/\r?\n$/, ''), instantOf(record.time), stream, readers);
        },
        begins: (line) => CRI.test(line),
        // A line that the runtime cut is in several parts, all but the last with a P.
        goesOn: (record, line) => lastFlag(record) === 'P' && CRI.test(line),
        fromText: (record) => {
          const parts = record.split('\n').map((line) => CRI.exec(line)?.groups ?? {});
          const { time, stream } = parts[0] ?? {};
          if (time === undefined || !isStream(stream)) return undefined;
          return eventsOf(parts.map(({ text = '' }) => text).join(''), instantOf(time), stream, readers);
        },
        state: () => ({ inner: readers.state() }),
      };
    },
  };
}

const CRI =
  /^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[-+]\d\d:\d\d)) (?<stream>stdout|stderr) (?<flag>[FP])(?::\S{1,64})? (?<text>.*)$/s;

function isStream(stream: string | undefined): stream is 'stdout' | 'stderr' {
  return stream === 'stdout' || stream === 'stderr';
}

function lastFlag(record: string): string | undefined {
  const from = record.lastIndexOf('\n') + 1;
  return CRI.exec(record.slice(from, from + 256))?.groups?.flag;
}

function eventsOf(line: string, time: number | undefined, stream: string, readers: InnerReaders): readonly Fields[] {
  const events = readers.read(line);
  if (events === undefined)
    return [plainEvent({ time, product: 'container', isAnyProduct: true, also: { message: line, stream } })];
  return events.map((event) => (event.time === undefined && time !== undefined ? { ...event, time } : event));
}
