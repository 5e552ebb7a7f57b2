// etcd's API v3, as far as counting needs it: the same messages as JSON and in Protocol Buffers, and the metrics.
// https://github.com/etcd-io/etcd/blob/main/api/etcdserverpb/rpc.proto
import * as v from 'valibot';
import { ByteWriter } from './writer.ts';

/** A range of keys, from the first up to and without the last. */
export type Range = readonly [from: string, to: string];

/** Two zero bytes mean: from the first key to the last. */
export const ALL_KEYS: Range = ['\0', '\0'];
export const KUBERNETES_KEYS: Range = ['/registry/', '/registry0'];
export const KUBERNETES_SECRETS: Range = ['/registry/secrets/', '/registry/secrets0'];

/** The question for a count. Serializable: answered by this member alone, also where the cluster has no leader. */
export function rangeJson([from, to]: Range): string {
  const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
  return JSON.stringify({ key: base64(from), range_end: base64(to), count_only: true, serializable: true });
}

/** The same: key (1), range_end (2), serializable (7), count_only (9). */
export function rangeMessage([from, to]: Range): Uint8Array {
  const text = (writer: ByteWriter, field: number, value: string) => writer.u8(field * 8 + 2).varstring(value);
  const range = text(text(new ByteWriter(), 1, from), 2, to);
  return range
    .u8(7 * 8)
    .u8(1)
    .u8(9 * 8)
    .u8(1)
    .build();
}

/** The fields that answer: `count` of a range, `dbSize` of a status. */
export const RANGE_COUNT = 4;
export const STATUS_SIZE = 3;

/** A number of 64 bits is a text in this JSON; a count of none is left out. */
const amount = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(Number),
  v.check((value) => Number.isSafeInteger(value) && value >= 0),
);
export const rangeReply = v.looseObject({ header: v.looseObject({}), count: v.optional(amount, 0) });
export const statusReply = v.looseObject({ dbSize: amount });
export const errorReply = v.looseObject({ message: v.optional(v.string()), error: v.optional(v.string()) });

/** The first line of the metrics that matches. */
export function metricOf(text: string, name: RegExp): string | undefined {
  return text.split('\n').find((line) => name.test(line));
}

/** The value in such a line, where it is a whole number. */
export function metricValue(line: string | undefined): number | undefined {
  const value = Number(line?.split(' ')[1] ?? 'none');
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
