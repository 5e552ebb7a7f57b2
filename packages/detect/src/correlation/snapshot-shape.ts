// The form of what correlations keep, as it is read back.
import { aNumber, aText, listOf, objectOf, optional, orNull, recordOf, type Shape, tupleOf } from '../shape.ts';
import type { CorrelatorSnapshot } from './correlator.ts';
import type { GroupSnapshot } from './group-window.ts';

const numbers = listOf(aNumber);

const entries = objectOf<GroupSnapshot>({
  times: numbers,
  payloads: listOf(
    (value): value is GroupSnapshot['payloads'][number] => value === null || aText(value) || aNumber(value),
  ),
  refs: listOf((value): value is GroupSnapshot['refs'][number] => aText(value) || aNumber(value)),
  told: numbers,
  judgedTo: orNull(aNumber),
  pending: numbers,
});

/** Times, payloads and references stand side by side. */
const group: Shape<GroupSnapshot> = (value): value is GroupSnapshot =>
  entries(value) && value.payloads.length === value.times.length && value.refs.length === value.times.length;

type Group = CorrelatorSnapshot['groups'][string][number];

export const CORRELATOR_SHAPE: Shape<CorrelatorSnapshot> = objectOf<CorrelatorSnapshot>({
  watermark: orNull(aNumber),
  asked: optional(recordOf(aText)),
  groups: recordOf(
    listOf(
      objectOf<Group>({
        key: aText,
        values: listOf(tupleOf<readonly [string, string]>(aText, aText)),
        window: group,
      }),
    ),
  ),
});
