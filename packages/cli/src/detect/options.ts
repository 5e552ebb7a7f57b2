// What the user may ask of `vigie detect`.
import type { LogSource } from '@vigie/detect';

export const FORMATS = ['text', 'ndjson'] as const;
export const FAIL_ON = ['informational', 'low', 'medium', 'high', 'critical', 'never'] as const;

export interface DetectOptions {
  readonly rules: readonly string[];
  /** Our own rules, attacks and behaviour beside the rules that are named. */
  readonly own?: boolean;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly failOn: (typeof FAIL_ON)[number];
  /** Of the formats that @vigie/detect knows; found out where it is not said. */
  readonly source?: string;
  /** A file that says which fields of one's own JSON are which of an event's. */
  readonly mapping?: string;
  readonly site?: string;
  readonly logSource?: LogSource;
  readonly timeField: readonly string[];
  /** Seconds. */
  readonly lateness: number;
  readonly timeZone: string;
  readonly tokenKeyFile?: string;
  readonly rulesLink?: string;
  readonly rulesLicence?: string;
}
