// The document of an assessment, `vigie.assessment/1`: plain JSON, as `vigie assess --format json` prints it.

import type { Decided } from './decision/decide.ts';
import type { NearestCase } from './decision/nearest-cases.ts';
import type { RiskRange } from './decision/risk.ts';
import type { Contradiction } from './facts/contradictions.ts';
import type { FactName } from './facts/definitions.ts';
import type { NotUnderstood } from './facts/document.ts';
import type { LegalSource } from './regimes/regime.ts';
import type { Band } from './severity/enisa.ts';
import type { ScoreRange, Severity } from './severity/severity.ts';

export interface Assessment {
  readonly schema: 'vigie.assessment/1';
  readonly severity: AssessedSeverity;
  readonly decision: AssessedDecision;
  /** Owed, or perhaps owed, under law that is in force; the first due comes first. */
  readonly duties: readonly AssessedDuty[];
  /** What would be owed under law that is only proposed, where it is different. */
  readonly proposed: readonly AssessedDuty[];
  readonly regimes: readonly AssessedRegime[];
  /** The most decisive first. */
  readonly toFindOut: readonly OpenQuestion[];
  /** What is known, without what contradicts itself. */
  readonly facts: readonly AssessedFact[];
  /** What was taken for granted until somebody says otherwise. */
  readonly assumed: readonly string[];
  /** Nothing was computed over these facts. */
  readonly contradictions: readonly Contradiction[];
  readonly notUnderstood: readonly NotUnderstood[];
}

interface SeverityBasis {
  /** The band of the value, or of the upper end of the range. */
  readonly band: Band;
  readonly method: 'ENISA 2013: SE = DPC × EI + CB';
  readonly scores: readonly ScoreRange[];
  readonly flags: Severity['flags'];
}

export type AssessedSeverity =
  | (SeverityBasis & { readonly value: number })
  | (SeverityBasis & { readonly from: number; readonly to: number; readonly bandFrom: Band });

export interface AssessedReason {
  readonly weighs: 'for' | 'against';
  readonly certainty: 'certain' | 'possible';
  readonly says: string;
  /** The facts that it rests on, as they are known; `unknown` where they are not. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
}

export interface AssessedDecision {
  readonly register: true;
  readonly notifyAuthority: Decided;
  readonly communicateToPersons: Decided;
  readonly risk: RiskRange;
  readonly reasons: readonly AssessedReason[];
  readonly nearestCases: readonly NearestCase[];
  /** Facts of which one alone would change it, each with what would have to be done then. */
  readonly wouldChange: readonly AssessedChange[];
}

export interface AssessedChange {
  readonly fact: FactName;
  readonly if: string;
  readonly notifyAuthority: boolean;
  readonly communicateToPersons: boolean;
}

export interface AssessedDuty {
  readonly regime: string;
  readonly version: string;
  readonly article: string;
  readonly recipient: string;
  readonly what: string;
  readonly owed: 'yes' | 'unknown';
  /** An instant, `without undue delay`, or `unknown`. */
  readonly due: string;
  /** For a period in hours: its outer bound, since the hour of the event does not count (Regulation 1182/71, Article 3(1)). */
  readonly latest?: string;
  /** Past its time at the moment for which was asked. */
  readonly late?: { readonly byHours: number; readonly whenLate?: string };
  readonly phases: readonly { readonly article: string; readonly what: string; readonly due: string }[];
  readonly why: string;
  readonly assumed: readonly string[];
  readonly decidedBy: readonly FactName[];
  readonly source: LegalSource;
}

export interface AssessedRegime {
  readonly regime: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly applies: 'yes' | 'no' | 'unknown';
  readonly why: string;
  readonly assumed: readonly string[];
}

export interface AssessedFact {
  readonly fact: FactName;
  readonly title: string;
  readonly value: unknown;
  /** Who said so, and when. */
  readonly said: string;
  readonly note?: string;
}

export interface OpenQuestion {
  readonly fact: FactName;
  readonly ask: string;
  /** What the answer would decide. */
  readonly why: string;
}
