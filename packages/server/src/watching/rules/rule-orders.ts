// Which rules are to be evaluated, and with which words of the site: what the threads are told that compile them.

/** A file of rules that somebody added. */
export interface SiteFile {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly licence?: string;
  readonly link?: string;
}

export interface RuleOrders {
  /** Folders of rules that the operator named. */
  readonly folders: readonly string[];
  /** Grows when the folders are to be read again. */
  readonly reading: number;
  readonly files: readonly SiteFile[];
  /** Rules that are off, by their names. */
  readonly off: readonly string[];
  /** Values by the name of their list. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Names of fields, as `vigie watch --site` reads them; empty where nothing is said. */
  readonly fields: string;
}

export const RULE_ORIGINS = ['own', 'folder', 'site'] as const;
type RuleOrigin = (typeof RULE_ORIGINS)[number];

export const RULE_KINDS = ['rule', 'correlation', 'filter'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** `waiting`: nobody gave values for a list that it asks. `broken`: it does not compile. */
export const RULE_STATES = ['on', 'off', 'waiting', 'broken'] as const;
export type RuleState = (typeof RULE_STATES)[number];

/** Where a document of rules stands. */
export interface RulePlace {
  readonly origin: RuleOrigin;
  /** Of our own and of folders the path; of the site the name that somebody gave. */
  readonly file: string;
  /** Of the site. */
  readonly fileId?: string;
  /** The line at which its document begins, where it is known. */
  readonly line?: number;
}

/** A rule as lists show it. */
export interface ListedRule extends RulePlace {
  /** Its id, else its name, else its title. */
  readonly rule: string;
  readonly kind: RuleKind;
  readonly title: string;
  readonly level?: string;
  readonly status?: string;
  readonly author?: string;
  readonly licence?: string;
  readonly link?: string;
  readonly description?: string;
  /** As in `windows process_creation`. */
  readonly logSource?: string;
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly falsePositives: readonly string[];
  readonly state: RuleState;
  /** Why it waits or is broken. */
  readonly reason?: string;
  /** It tells nothing by itself and counts in correlations. */
  readonly countsOnly: boolean;
}

export interface Catalogue {
  readonly rules: readonly ListedRule[];
  /** What is worth knowing of rules that compile, and of folders that cannot be read. */
  readonly notes: readonly string[];
  /** Names of lists that rules ask for. */
  readonly asked: readonly string[];
}

/** What became of one document of an upload. */
export interface DocumentVerdict {
  readonly line: number;
  readonly verdict: 'taken' | 'waits' | 'refused';
  readonly rule?: string;
  readonly title?: string;
  readonly kind?: RuleKind;
  /** Why it is refused, or what it waits for. */
  readonly reason?: string;
}

export interface Checked {
  readonly verdicts: readonly DocumentVerdict[];
  /** The documents that were taken, as one file. */
  readonly kept: string;
}

/** What came of one record of a log that a rule was tried on. */
export interface TriedRecord {
  readonly line: number;
  /** `broken`: the record could not be read. */
  readonly verdict: 'matches' | 'misses' | 'other-source' | 'broken';
  readonly why: readonly string[];
}

export interface Tried {
  readonly rule: string;
  readonly title: string;
  readonly records: readonly TriedRecord[];
  /** Of a correlation: how often it fired, and what it said; a record matches where it is counted. */
  readonly fired?: readonly string[];
  /** The format that the lines were read as cannot be told, or there are too many. */
  readonly left: number;
}

export type DeskOrder =
  | { readonly what: 'catalogue'; readonly orders: RuleOrders }
  | { readonly what: 'text'; readonly orders: RuleOrders; readonly rule: string }
  | { readonly what: 'check'; readonly orders: RuleOrders; readonly file: SiteFile }
  | { readonly what: 'fields'; readonly text: string }
  | { readonly what: 'mapping'; readonly text: string }
  | { readonly what: 'try'; readonly orders: RuleOrders; readonly trial: TrialOrder };

export interface TrialOrder {
  /** Of a rule that is there. */
  readonly rule?: string;
  /** A rule that is not there yet. */
  readonly text?: string;
  readonly lines: string;
  /** The format of the lines; found by trying where nothing is said. */
  readonly format?: string;
}

/** Why it could not be done. */
export interface DeskFault {
  readonly fault: string;
}

export interface DeskAnswers {
  readonly catalogue: Catalogue;
  readonly text: { readonly text: string } | undefined;
  readonly check: Checked;
  readonly fields: DeskFault | undefined;
  readonly mapping: DeskFault | undefined;
  readonly try: Tried | DeskFault;
}
