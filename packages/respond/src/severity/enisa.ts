// ENISA's severity of a personal data breach: SE = DPC × EI + CB.
// ENISA, Recommendations for a methodology of the assessment of severity of personal data breaches, working document v1.0, December 2013:
// https://www.enisa.europa.eu/publications/dbn-severity

export const BANDS = ['low', 'medium', 'high', 'veryHigh'] as const;

export type Band = (typeof BANDS)[number];

/** Circumstances of the breach, each in points; what is left out is 0. */
export interface Circumstances {
  /** 0, 0.25 (known recipients) or 0.5 (unknown recipients). */
  readonly confidentiality?: number;
  readonly integrity?: number;
  readonly availability?: number;
  /** 0 or 0.5. */
  readonly malicious?: number;
}

export interface SeverityInputs {
  /** Data processing context, 1 to 4. */
  readonly dpc: number;
  /** Ease of identification: 0.25, 0.5, 0.75 or 1. */
  readonly ei: number;
  readonly cb: Circumstances;
}

/** The severity, from 0.25 to 6. */
export function enisaSeverity({ dpc, ei, cb }: SeverityInputs): number {
  const { confidentiality = 0, integrity = 0, availability = 0, malicious = 0 } = cb;
  return dpc * ei + confidentiality + integrity + availability + malicious;
}

/** The band of a severity: low below 2, medium below 3, high below 4, very high from there. */
export function bandOf(severity: number): Band {
  if (severity < 2) return 'low';
  if (severity < 3) return 'medium';
  return severity < 4 ? 'high' : 'veryHigh';
}
