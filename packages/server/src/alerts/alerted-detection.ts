// A detection as people are told of it, and what is kept of it until a message takes it along.
import type { Level } from '@vigie/detect';

export interface AlertedDetection {
  readonly id: string;
  /** When it happened last. */
  readonly at: Date;
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  /** Without a value of anybody's. */
  readonly why: string;
  /** The store that it is about, where that is known. */
  readonly storeId: string | undefined;
  /** Firings that are told of now. */
  readonly count: number;
}
