// How sure a share is that was counted: the interval of E. B. Wilson (1927), which holds for few cases and for shares near 0 and 1 too.

/** Of the normal distribution, for 95 %. */
const Z = 1.959964;

/** @returns the lower and the upper bound of the share, each from 0 to 1 */
function wilson(part: number, whole: number): readonly [number, number] {
  if (whole === 0) return [0, 1];
  const share = part / whole;
  const middle = share + Z ** 2 / (2 * whole);
  const width = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  return [Math.max(0, (middle - width) / scale), Math.min(1, (middle + width) / scale)];
}

/** `98.41 % (97.12 to 99.20)`. */
export function shareWithInterval(part: number, whole: number): string {
  if (whole === 0) return '';
  const [low, high] = wilson(part, whole);
  const percent = (value: number) => (value * 100).toFixed(2);
  return `${percent(part / whole)} % (${percent(low)} to ${percent(high)})`;
}
