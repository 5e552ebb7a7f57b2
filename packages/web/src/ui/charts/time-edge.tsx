// The graduated edge below a chart of hours or days: alternating stretches, with a few moments named.
import { useFormat } from '../../words/words.tsx';
import type { Scale } from './scale.ts';

const HOUR_MS = 3_600_000;
/** Shorter pictures name hours, longer ones days. */
const NAMES_DAYS_FROM = 3 * 24 * HOUR_MS;
const STRETCHES = 12;

interface TimeEdgeProps {
  readonly from: number;
  readonly to: number;
  readonly x: Scale;
  /** Where the edge lies, in pixels from the top. */
  readonly base: number;
  readonly width: number;
}

export function TimeEdge({ from, to, x, base, width }: TimeEdgeProps) {
  const format = useFormat();
  const moments = Array.from({ length: STRETCHES + 1 }, (_, at) => from + ((to - from) * at) / STRETCHES);
  const named = width < 480 ? [0, STRETCHES] : [0, 4, 8, STRETCHES];
  const nameOf = (moment: number) => {
    const date = new Date(moment);
    if (to - from >= NAMES_DAYS_FROM) return format.day(date.toISOString());
    return to - from > 12 * HOUR_MS && (moment === from || moment === to)
      ? format.instant(date.toISOString())
      : format.time(date);
  };
  return (
    <g>
      {moments.slice(0, -1).map((moment, at) => (
        <rect
          key={moment}
          className={at % 2 === 0 ? 'neat-dark' : 'neat-light'}
          x={x(moment)}
          y={base}
          width={Math.max(0, x(moments[at + 1] ?? to) - x(moment))}
          height={4}
        />
      ))}
      {named.map((at) => {
        const moment = moments[at] ?? to;
        return (
          <text
            key={at}
            x={x(moment)}
            y={base + 18}
            textAnchor={at === 0 ? 'start' : at === STRETCHES ? 'end' : 'middle'}
          >
            {nameOf(moment)}
          </text>
        );
      })}
    </g>
  );
}
