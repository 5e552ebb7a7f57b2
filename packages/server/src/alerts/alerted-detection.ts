// One firing of a detection, as people are told of it.
import type { Level } from '@vigie/detect';

export interface AlertedDetection {
  /** The detection's id, which firings share that are counted into one. */
  readonly id: string;
  /** When it happened. */
  readonly at: Date;
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  /** Without a value of anybody's. */
  readonly why: string;
  /** The store that it is about, where that is known. */
  readonly storeId: string | undefined;
}
