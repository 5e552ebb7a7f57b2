// Documents of MongoDB's profiler (`system.profile`) as JSON, plain or extended.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { countOf, placeOf, textOf } from './foreign.ts';
import { commandIn, mongodbEvent, mongodbInstant } from './mongodb-command.ts';
import type { Source } from './source.ts';

const OPERATIONS: ReadonlySet<string> = new Set(
  'command count distinct geoNear getMore getmore group insert mapReduce query remove update bulkWrite'.split(' '),
);

export const mongodbProfiler: Source = {
  name: 'mongodb-profiler',
  title: 'MongoDB, documents of the profiler (system.profile)',
  reference: 'https://www.mongodb.com/docs/manual/reference/database-profiler/',
  tells: 'commands with rows, bytes, duration, errors by code; no sign-ins',
  jsonKeys: ['millis'],
  open: () => ({
    fromJson: (record) => {
      const { op, ns, ts } = record;
      if (typeof op !== 'string' || !OPERATIONS.has(op) || typeof ns !== 'string' || ts === undefined) return undefined;
      const event = eventOf(record, op, ns);
      return event === undefined ? [] : [event];
    },
  }),
};

function eventOf(record: Fields, op: string, namespace: string): Fields | undefined {
  const { command, query } = commandIn(record.command ?? record.query ?? record.updateobj);
  const [user] = Array.isArray(record.allUsers) ? (record.allUsers as unknown[]) : [];
  const error = countOf(record.errCode);
  return mongodbEvent({
    time: mongodbInstant(record.ts),
    service: 'profiler',
    // Who follows the collection asks for record ids.
    uid:
      record.$recordId === undefined
        ? undefined
        : `profile ${namespace} ${String(record.$recordId)} ${String(record.ts)}`,
    outcome: error === undefined && record.errMsg === undefined ? 'success' : 'failure',
    errorCode: error,
    user: (isRecord(user) ? textOf(user.user) : undefined) ?? textOf(record.user)?.replace(/@[^@]*$/, ''),
    client: textOf(record.appName),
    ...placeOf(record.client ?? record.remote),
    durationMs: countOf(record.millis),
    namespace,
    // Of an update or a removal the command is its parts.
    command: op === 'command' || op === 'query' ? (command ?? op) : op,
    query,
    rowsRead: countOf(record.docsExamined),
    rowsReturned: countOf(record.nreturned),
    rowsWritten: countOf(record.ninserted ?? record.nModified ?? record.ndeleted),
    bytesReturned: countOf(record.responseLength),
  });
}
