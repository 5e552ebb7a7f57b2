// Findings: one thing to mend, with evidence, severity, remedy, and how its mending is verified.
import { createHash } from 'node:crypto';

export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the mender does, for this product and version. */
export interface Remedy {
  /** One sentence. */
  readonly summary: string;
  /** In the order in which they are to be done. */
  readonly steps: readonly string[];
  /** The part of a configuration file that does it. */
  readonly configuration?: { readonly file: string; readonly text: string };
  /** How to see that it is mended, without Vigie. */
  readonly verify: string;
  /** The vendor's page. */
  readonly reference: string;
}

/** A rule: declared once, in the file of its store. */
export interface Rule {
  /** `product/slug`, for example `clickhouse/no-authentication`. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** One paragraph for a person who does not know the product: what it is and why it matters. */
  readonly why: string;
  /** The remedy for the version the store told, which may be undefined. */
  readonly remedy: (about: { readonly version: string | undefined }) => Remedy;
}

/** What was sent and received: words of ours, sizes and hashes; never what the store said. */
export interface Evidence {
  readonly asked: string;
  readonly answered: string;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  readonly receivedSha256: string;
}

/** A rule that a store's examination found to hold. */
export interface Sign {
  readonly rule: Rule;
  readonly evidence: readonly Evidence[];
}

export interface Finding {
  /** The same for the same rule at the same place, scan after scan. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
  readonly remedy: Remedy;
}

/** Where a finding stands. */
export interface Place {
  readonly address: string;
  readonly port: number;
  readonly transport: string;
}

/** A sign at a place becomes a finding. The id is the first 16 hex digits of SHA-256 over rule and place. */
export function findingOf(sign: Sign, place: Place, version: string | undefined): Finding {
  const { rule, evidence } = sign;
  const key = [rule.id, place.address, place.port, place.transport].join('\n');
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 16),
    rule: rule.id,
    severity: rule.severity,
    title: rule.title,
    explanation: rule.why,
    evidence,
    remedy: rule.remedy({ version }),
  };
}

/** Whether `severity` is `threshold` or graver. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
