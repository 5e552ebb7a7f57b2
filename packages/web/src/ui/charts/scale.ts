// From values to places on a picture.

export type Scale = (value: number) => number;

/** A straight scale from `[from, to]` to `[start, end]`. */
export function scaleOf([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const span = to - from || 1;
  return (value) => start + ((value - from) / span) * (end - start);
}

/** Round numbers from 0 up to at least `largest`, about `wanted` of them. */
export function ticksTo(largest: number, wanted = 4): number[] {
  const rough = Math.max(1, largest) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(Math.max(1, largest) / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
