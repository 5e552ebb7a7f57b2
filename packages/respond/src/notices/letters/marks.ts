// The marks that tie a block of a letter to what the law asks of it (Article 34(2) with Article 33(3)(b), (c) and (d)).
import type { DataCategory } from '../../facts/data-category.ts';
import type { Exposure, Harm } from './exposures.ts';
import type { Topic } from './topics.ts';

/** A part that every letter has once, whatever was exposed. */
export const PART_MARKS = ['sender', 'nature', 'data', 'measures', 'mitigation', 'contact', 'complaint'] as const;

type PartMark = (typeof PART_MARKS)[number];

/** What a letter says for each type of data exposed. */
export type ExposureMark = `${'consequence' | 'measure'}:${DataCategory}:${Harm}`;

/**
 * What a letter says on each subject: a card and an account are one type of data, and a letter that speaks of the card alone has not told
 * the holder of the account what to do.
 */
type TopicMark = `${'may-happen' | 'what-to-do'}:${Topic}`;

export type Mark = PartMark | ExposureMark | TopicMark;

export function consequenceMark({ category, harm }: Exposure): ExposureMark {
  return `consequence:${category}:${harm}`;
}

export function measureMark({ category, harm }: Exposure): ExposureMark {
  return `measure:${category}:${harm}`;
}
