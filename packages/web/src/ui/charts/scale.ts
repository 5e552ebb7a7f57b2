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

/** 0, 1, 10, 100 … up to the first that is at least `largest`. */
export function decadesTo(largest: number): number[] {
  const powers = Math.max(1, Math.ceil(Math.log10(Math.max(1, largest))));
  return [0, ...Array.from({ length: powers + 1 }, (_, power) => 10 ** power)];
}

/** A scale on which each power of ten takes the same length, and zero lies at the start. */
export function decadesOf(largest: number, [start, end]: readonly [number, number]): Scale {
  const straight = scaleOf([0, Math.log10(1 + largest)], [start, end]);
  return (value) => straight(Math.log10(1 + Math.max(0, value)));
}
