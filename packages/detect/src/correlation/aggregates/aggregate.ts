// What a correlation measures in a window of time, kept up to date as entries come and go.

export interface Aggregate {
  /** @param time milliseconds; entries come in order of time, and of arrival where times are equal */
  readonly add: (payload: Payload, time: number) => void;
  readonly remove: (payload: Payload) => void;
  /** Entries have to be added in order of time; else any order will do. */
  readonly needsOrder?: true;
  /** The measure; undefined where nothing can be measured. @param from where the window begins */
  readonly measure: (from: number) => number | undefined;
}

/** What of an event counts: nothing, a value, a number, or which of the rules it was. */
export type Payload = string | number | undefined;
