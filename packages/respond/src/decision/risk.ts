// The risk of a breach for the people concerned, in the three steps that the GDPR's duties hang on.

/**
 * `none`: unlikely to result in a risk (Article 33(1)), so that it is only documented; `risk`: the authority is notified; `high`: the
 * people are told too (Article 34(1)).
 */
export const RISK_LEVELS = ['none', 'risk', 'high'] as const;

export type RiskLevel = (typeof RISK_LEVELS)[number];

/** The least and the most that the risk can be, given what is not known yet. */
export interface RiskRange {
  readonly from: RiskLevel;
  readonly to: RiskLevel;
}

/** Whether the risk is at least so high: yes or no where the facts decide it, else unknown. */
export function isAtLeast({ from, to }: RiskRange, level: RiskLevel): 'yes' | 'no' | 'unknown' {
  const rank = (one: RiskLevel) => RISK_LEVELS.indexOf(one);
  if (rank(from) >= rank(level)) return 'yes';
  return rank(to) < rank(level) ? 'no' : 'unknown';
}
