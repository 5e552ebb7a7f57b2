// What `vigie register` may be told.
import type { RecordChange, RegisterLanguage, Ruling, SentNotice } from '@vigie/respond';

// Both lists are written here and checked by the compiler, since loading the law would slow the start of every other command.
const BY_RULING: Record<Ruling, true> = { yes: true, no: true, undecided: true };

const BY_LANGUAGE: Record<RegisterLanguage, true> = { en: true, fr: true };

export const DECISIONS = Object.keys(BY_RULING) as readonly Ruling[];

export const REGISTER_LANGUAGES = Object.keys(BY_LANGUAGE) as readonly RegisterLanguage[];

/** Where the register is, and with which key its log is signed. */
export interface RegisterPlace {
  /** The folder. */
  readonly register: string;
  /** The file of the key; in the folder where nothing is said. */
  readonly key?: string;
}

/** What is told of a breach. */
export interface RecordOptions extends RegisterPlace {
  readonly title?: string;
  readonly effect: readonly string[];
  readonly action: readonly string[];
  readonly notify?: Ruling;
  readonly tell?: Ruling;
  readonly reason?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly sent: readonly SentNotice[];
  readonly state?: NonNullable<RecordChange['state']>;
  readonly aware?: string;
}

export interface ListOptions extends RegisterPlace {
  readonly format: 'text' | 'json';
}

export const EXPORT_FORMATS = ['csv', 'json', 'pdf'] as const;

export interface ExportOptions extends RegisterPlace {
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly lang: RegisterLanguage;
  readonly output?: string;
}
