// Exposure over time, drawn like a tide curve: how many stores stood open, and partly open, at each moment.
import { useId } from 'react';
import { useFormat, useWords } from '../../words/words.tsx';
import { DataTable } from './data-table.tsx';
import { scaleOf, ticksTo } from './scale.ts';
import { useWidth } from './width.ts';

export interface ExposurePoint {
  readonly at: string;
  readonly open: number;
  readonly partial: number;
}

const FIRST_WIDTH = 720;
const HEIGHT = 190;
const EDGE = { left: 30, right: 8, top: 10, bottom: 24 };

export function ExposureChart({ points, label }: { points: readonly ExposurePoint[]; label: string }) {
  const format = useFormat();
  const { domain, frame } = useWords();
  const { verdicts } = domain;
  const titleId = useId();
  const [figure, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const times = points.map(({ at }) => Date.parse(at));
  const largest = Math.max(1, ...points.map(({ open, partial }) => Math.max(open, partial)));
  const ticks = ticksTo(largest);
  const x = scaleOf([Math.min(...times), Math.max(...times)], [EDGE.left, width - EDGE.right]);
  const y = scaleOf([0, ticks.at(-1) ?? 1], [HEIGHT - EDGE.bottom, EDGE.top]);
  const line = (of: 'open' | 'partial') => stepsOf(points, of, x, y);
  return (
    <figure ref={figure}>
      <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{label}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} />
            <text x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
              {format.number(tick)}
            </text>
          </g>
        ))}
        <path className="chart-partial" d={line('partial')} />
        <path className="chart-open" d={line('open')} />
        <TimeAxis times={times} x={x} width={width} />
      </svg>
      <figcaption className="chart-legend" aria-hidden="true">
        <span className="signal-red">
          <i className="swatch" /> {verdicts.open}
        </span>
        <span className="signal-amber">
          <i className="swatch swatch-dashed" /> {verdicts.partial}
        </span>
      </figcaption>
      <DataTable
        label={label}
        head={[frame.moment, verdicts.open, verdicts.partial]}
        rows={points.map(({ at, open, partial }) => [format.instant(at), format.number(open), format.number(partial)])}
      />
    </figure>
  );
}

/** A count holds until the next observation, so the line goes in steps and is filled down to the axis. */
function stepsOf(
  points: readonly ExposurePoint[],
  of: 'open' | 'partial',
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const places = points.map((point) => [x(Date.parse(point.at)), y(point[of])] as const);
  const [start] = places;
  if (start === undefined) return '';
  const steps = places.slice(1).map(([px, py]) => `H${px.toFixed(1)}V${py.toFixed(1)}`);
  return `M${start[0].toFixed(1)} ${y(0)}V${start[1].toFixed(1)}${steps.join('')}V${y(0)}`;
}

/** The graduated edge of a chart: alternating stretches, with a few days named. */
function TimeAxis({ times, x, width }: { times: readonly number[]; x: (value: number) => number; width: number }) {
  const format = useFormat();
  const from = Math.min(...times);
  const to = Math.max(...times);
  const stretches = 12;
  const moments = Array.from({ length: stretches + 1 }, (_, at) => from + ((to - from) * at) / stretches);
  const base = HEIGHT - EDGE.bottom;
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
      {(width < 480 ? [0, 12] : [0, 4, 8, 12]).map((at) => {
        const moment = moments[at] ?? to;
        const anchor = at === 0 ? 'start' : at === 12 ? 'end' : 'middle';
        return (
          <text key={at} x={x(moment)} y={base + 18} textAnchor={anchor}>
            {format.day(new Date(moment).toISOString())}
          </text>
        );
      })}
    </g>
  );
}
