// What one message says: detections by rule and store, the worst first; no personal data.
import type { Level } from '@vigie/detect';
import * as v from 'valibot';
import { LEVELS } from '../operations/watching-schemas.ts';

const TopicSchema = v.object({
  rule: v.string(),
  title: v.string(),
  level: v.picklist(LEVELS),
  why: v.string(),
  /** Product, address and port. */
  store: v.optional(v.string()),
  /** The last one's id. */
  detection: v.string(),
  count: v.number(),
  firstAt: v.string(),
  lastAt: v.string(),
});

export const AlertSchema = v.variant('kind', [
  v.object({ kind: v.literal('test') }),
  v.object({
    kind: v.literal('detections'),
    topics: v.pipe(v.array(TopicSchema), v.minLength(1)),
    /** What there was no room for: counted only. */
    others: v.object({ topics: v.number(), detections: v.number() }),
  }),
]);

export type Alert = v.InferOutput<typeof AlertSchema>;
export type AlertTopic = v.InferOutput<typeof TopicSchema>;

/** Topics of one message: a phone shows about so many. */
export const MOST_TOPICS = 10;

/** 0 is the worst. */
export function rankOf(level: Level): number {
  return LEVELS.indexOf(level);
}

export function levelOf(rank: number): Level {
  return LEVELS[rank] ?? 'informational';
}
