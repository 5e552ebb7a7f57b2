// What a regime of law is to Vigie: whether it applies, and to whom what is due until when, and why. One file a regime.
import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../clocks/public-holidays.ts';
import type { RiskRange } from '../decision/risk.ts';
import type { FactName } from '../facts/definitions.ts';
import type { BreachFacts } from '../facts/facts.ts';
import type { Due } from './due.ts';

/** Where a rule stands. */
export interface LegalSource {
  readonly title: string;
  readonly url: string;
  /** `verified`: the wording was read in a copy of the original. Else it is shown as not verified. */
  readonly checked: 'verified' | 'unverified';
  /** What is not certain about it. */
  readonly note?: string;
}

/** Whether a regime applies; what is not known is named, never guessed in silence. */
export interface Applicability {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly why: string;
  /**
   * Where the answer is unknown: true for a regime whose duties are shown all the same, since to miss them would be worse. The others are
   * named as regimes to look at.
   */
  readonly isPresumed: boolean;
  /** What is taken for granted until somebody says otherwise. */
  readonly assumed: readonly string[];
  /** Facts that would decide it. */
  readonly decidedBy: readonly FactName[];
}

/** What a law demands of whom, to whom, until when, and why. */
export interface Duty {
  /** Id of the regime, as in `gdpr`. */
  readonly regime: string;
  /** As in `33(1)`. */
  readonly article: string;
  readonly recipient: string;
  /** What has to be done, in words that a responder understands. */
  readonly what: string;
  /** `unknown`: the facts do not decide yet whether it is owed; its clock runs all the same. */
  readonly owed: 'yes' | 'unknown';
  readonly due: Due;
  /** Later parts of the same duty, in their order. */
  readonly phases?: readonly Phase[];
  /** What has to come with it when it comes after its time. */
  readonly whenLate?: string;
  readonly why: string;
  readonly assumed?: readonly string[];
  /** Facts that would decide whether it is owed, to whom, or until when. */
  readonly decidedBy?: readonly FactName[];
  readonly source: LegalSource;
}

export interface Phase {
  readonly article: string;
  readonly what: string;
  readonly due: Due;
}

/** The moments from which clocks run, on the wall of the team's time zone; undefined where nobody knows them yet. */
export interface Instants {
  readonly detected: Temporal.ZonedDateTime | undefined;
  /** Awareness of the controller. */
  readonly aware: Temporal.ZonedDateTime | undefined;
  readonly processorAware: Temporal.ZonedDateTime | undefined;
  /** Awareness of the incident as such, which may come before that of what it did to personal data. */
  readonly incidentAware: Temporal.ZonedDateTime | undefined;
  /** When a financial entity classified it as major. */
  readonly classifiedMajor: Temporal.ZonedDateTime | undefined;
  /** Since when there is a remedy for a product. */
  readonly correctiveMeasure: Temporal.ZonedDateTime | undefined;
  /** When the data protection authority was first notified. */
  readonly authorityNotified: Temporal.ZonedDateTime | undefined;
  /** When it was found, after an assessment, that it has to be notified. */
  readonly notifiableDetermined?: Temporal.ZonedDateTime | undefined;
  /** When it was found to be material to investors. */
  readonly materialityDetermined?: Temporal.ZonedDateTime | undefined;
  readonly ransomPaid?: Temporal.ZonedDateTime | undefined;
  readonly personsInformed?: Temporal.ZonedDateTime | undefined;
  /** The moment for which is asked; undefined where lateness is of no interest. */
  readonly now: Temporal.ZonedDateTime | undefined;
}

export interface DutyContext {
  /** Without facts that contradict each other. */
  readonly facts: BreachFacts;
  readonly instants: Instants;
  /** As decided from the facts by the criteria of the EDPB. */
  readonly risk: RiskRange;
  readonly calendar: HolidayCalendar;
}

/** A regime as it holds, held or may come to hold from one day to another. */
export interface RegimeVersion {
  /** As in `2016/679` or `digital-omnibus`. */
  readonly id: string;
  readonly status: 'in force' | 'proposed';
  /** First day, `YYYY-MM-DD`; a proposal has none. */
  readonly from?: string;
  /** Last day. */
  readonly until?: string;
  readonly source: LegalSource;
  /** The duties that the facts bring about, given that the regime applies. */
  readonly duties: (context: DutyContext) => readonly Duty[];
}

export interface Regime {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  /** Where it holds, for a reader: `EEA`, `California`. */
  readonly jurisdiction: string;
  /** The oldest first. */
  readonly versions: readonly [RegimeVersion, ...RegimeVersion[]];
  readonly applies: (facts: BreachFacts) => Applicability;
}
