// Intervals for what was counted in a sample.
import type { Count } from './source.ts';

/** Two-sided 95 %. */
const Z = 1.96;

/**
 * How many of `total` rows have something that `hits` of `sampled` rows had: Wilson's interval (Wilson, JASA 22, 1927), which
 * is right for few hits too. No hits in n rows leave about 3 / n, the rule of three.
 *
 * @param sampled rows that were read, more than zero; drawn at random, or the interval says too little
 */
export function scaleUp(hits: number, sampled: number, total: Count): Count {
  if (sampled === 0) return { lower: 0, estimate: 0, upper: total.upper };
  if (sampled >= total.upper) return { lower: hits, estimate: hits, upper: hits };
  const share = hits / sampled;
  const spread = Z * Math.sqrt((share * (1 - share)) / sampled + Z ** 2 / (4 * sampled ** 2));
  const middle = share + Z ** 2 / (2 * sampled);
  const scale = 1 + Z ** 2 / sampled;
  return {
    lower: Math.max(hits, Math.floor(((middle - spread) / scale) * total.lower)),
    estimate: Math.round(share * total.estimate),
    upper: Math.min(total.upper, Math.ceil(((middle + spread) / scale) * total.upper)),
  };
}

export function exactly(number: number): Count {
  return { lower: number, estimate: number, upper: number };
}

/** The sum of counts whose errors may all lie on one side. */
export function sumOf(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, { lower, estimate, upper }) => ({
      lower: sum.lower + lower,
      estimate: sum.estimate + estimate,
      upper: sum.upper + upper,
    }),
    exactly(0),
  );
}
