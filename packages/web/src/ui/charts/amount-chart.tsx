// How much in each stretch of time, against the level that is usual then: a bar a stretch, the usual level as a band behind it, and what
// goes beyond it in a colour of its own. Where the most is far beyond what is usual, each line of the picture is ten or a hundred times the one below.
import { useId } from 'react';
import { useFormat, useWords } from '../../words/words.tsx';
import { DataTable } from './data-table.tsx';
import { decadesOf, decadesTo, type Scale, scaleOf, ticksTo } from './scale.ts';
import { TimeEdge } from './time-edge.tsx';
import { useWidth } from './width.ts';

export interface AmountBar {
  readonly at: string;
  readonly value: number;
  /** What is usual in this stretch; not there while nothing is learned. */
  readonly usual?: number | undefined;
}

export interface AmountChartProps {
  readonly label: string;
  readonly bars: readonly AmountBar[];
  readonly stepSeconds: number;
  /** As numbers are written at the edge and in the table. */
  readonly text: (value: number) => string;
  /** A stretch that is spoken of, as when a detection fired. */
  readonly mark?: { readonly from: string; readonly to: string; readonly label: string } | undefined;
  /** Whether anything is said of what is usual. */
  readonly hasUsual?: boolean;
}

const FIRST_WIDTH = 720;
const HEIGHT = 180;
const EDGE = { left: 62, right: 8, top: 14, bottom: 24 };
/** Beyond this a straight scale would show what is usual as nothing. */
const FAR = 40;

export function AmountChart({ label, bars, stepSeconds, text, mark, hasUsual = true }: AmountChartProps) {
  const titleId = useId();
  const [figure, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const { y, ticks, times } = scaleFor(bars);
  const starts = bars.map(({ at }) => Date.parse(at));
  const from = Math.min(...starts);
  const to = Math.max(...starts) + stepSeconds * 1000;
  const x = scaleOf([from, to], [EDGE.left, width - EDGE.right]);
  return (
    <figure ref={figure}>
      <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{label}</title>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={EDGE.left} x2={width - EDGE.right} y1={y(tick)} y2={y(tick)} />
            <text x={EDGE.left - 6} y={y(tick) + 4} textAnchor="end">
              {text(tick)}
            </text>
          </g>
        ))}
        {mark && <Mark mark={mark} x={x} />}
        <path className="chart-usual" d={bandOf(bars, stepSeconds, x, y)} />
        {bars.map((bar) => (
          <Bar key={bar.at} bar={bar} x={x} y={y} stepSeconds={stepSeconds} />
        ))}
        <path className="chart-usual-line" d={bandTopOf(bars, stepSeconds, x, y)} />
        <TimeEdge from={from} to={to} x={x} base={HEIGHT - EDGE.bottom} width={width} />
      </svg>
      <Legend bars={bars} times={times} hasUsual={hasUsual} {...(mark ? { mark: mark.label } : {})} />
      <AmountTable label={label} bars={bars} text={text} hasUsual={hasUsual} />
    </figure>
  );
}

function scaleFor(bars: readonly AmountBar[]) {
  const usual = Math.max(0, ...bars.map((bar) => bar.usual ?? 0));
  const most = Math.max(1, usual, ...bars.map(({ value }) => value));
  const byTens = usual > 0 && most > usual * FAR;
  const all = byTens ? decadesTo(most) : ticksTo(most, 3);
  const largest = all.at(-1) ?? 1;
  const ends = [HEIGHT - EDGE.bottom, EDGE.top] as const;
  const y = byTens ? decadesOf(largest, ends) : scaleOf([0, largest], ends);
  // Six powers of ten would stand too close to be read.
  const isThinned = byTens && all.length > 5;
  const ticks = isThinned ? all.filter((_, at) => at === 0 || (at > 1 && (all.length - 1 - at) % 2 === 0)) : all;
  return { y, ticks, times: byTens ? (isThinned ? 100 : 10) : undefined };
}

interface BarProps {
  readonly bar: AmountBar;
  readonly x: Scale;
  readonly y: Scale;
  readonly stepSeconds: number;
}

function Bar({ bar: { at, value, usual }, x, y, stepSeconds }: BarProps) {
  if (value <= 0) return null;
  const start = Date.parse(at);
  const left = x(start);
  const width = Math.max(1, x(start + stepSeconds * 1000) - left - 1);
  const split = usual === undefined ? value : Math.min(value, usual);
  return (
    <g>
      <rect className="chart-bar" x={left} width={width} y={y(split)} height={Math.max(0, y(0) - y(split))} />
      {value > split && (
        <rect
          className="chart-bar-beyond"
          x={left}
          width={width}
          y={y(value)}
          height={Math.max(1, y(split) - y(value))}
        />
      )}
    </g>
  );
}

/** The top of the band, in steps; a stretch of which nothing is learned breaks it. */
function bandTopOf(bars: readonly AmountBar[], stepSeconds: number, x: Scale, y: Scale): string {
  return bars
    .map(({ at, usual }, index) => {
      if (usual === undefined) return '';
      const start = Date.parse(at);
      const begins = index === 0 || bars[index - 1]?.usual === undefined;
      const level = y(usual).toFixed(1);
      return `${begins ? `M${x(start).toFixed(1)} ${level}` : `V${level}`}H${x(start + stepSeconds * 1000).toFixed(1)}`;
    })
    .join('');
}

function bandOf(bars: readonly AmountBar[], stepSeconds: number, x: Scale, y: Scale): string {
  const base = y(0).toFixed(1);
  return bars
    .map(({ at, usual }) => {
      if (usual === undefined) return '';
      const [left, right] = [x(Date.parse(at)), x(Date.parse(at) + stepSeconds * 1000)].map((px) => px.toFixed(1));
      return `M${left} ${base}V${y(usual).toFixed(1)}H${right}V${base}Z`;
    })
    .join('');
}

function Mark({ mark, x }: { mark: NonNullable<AmountChartProps['mark']>; x: Scale }) {
  const left = x(Date.parse(mark.from));
  const right = Math.max(left, x(Date.parse(mark.to)));
  return (
    <g className="chart-mark">
      <rect x={left - 1} width={right - left + 2} y={EDGE.top - 8} height={HEIGHT - EDGE.bottom - EDGE.top + 8} />
      <path d={`M${(left + right) / 2} ${EDGE.top - 4}l-5-8h10Z`} />
    </g>
  );
}

interface LegendProps {
  readonly bars: readonly AmountBar[];
  /** What each line is of the one below; undefined on a straight scale. */
  readonly times: number | undefined;
  readonly hasUsual: boolean;
  readonly mark?: string;
}

function Legend({ bars, times, hasUsual, mark }: LegendProps) {
  const { chart } = useWords().watching;
  const format = useFormat();
  const isLearned = bars.some(({ usual }) => usual !== undefined);
  const isBeyond = bars.some(({ usual, value }) => usual !== undefined && value > usual);
  return (
    <figcaption className="chart-legend">
      <span>
        <i className="swatch-block swatch-bar" aria-hidden="true" /> {chart.observed}
      </span>
      {isBeyond && (
        <span>
          <i className="swatch-block swatch-beyond" aria-hidden="true" /> {chart.beyond}
        </span>
      )}
      {hasUsual && (
        <span>
          <i className="swatch-block swatch-usual" aria-hidden="true" /> {isLearned ? chart.usual : chart.usualNone}
        </span>
      )}
      {mark && (
        <span>
          <i className="swatch-block swatch-mark" aria-hidden="true" /> {mark}
        </span>
      )}
      {times !== undefined && <span>{chart.times(format.number(times))}</span>}
    </figcaption>
  );
}

/** Stretches in which nothing happened and nothing is usual say nothing. */
function AmountTable({ label, bars, text, hasUsual }: Pick<AmountChartProps, 'label' | 'bars' | 'text' | 'hasUsual'>) {
  const { frame, watching } = useWords();
  const format = useFormat();
  const usualText = (usual: number | undefined) => (usual === undefined ? '–' : text(usual));
  return (
    <DataTable
      label={label}
      head={[frame.moment, watching.chart.observed, ...(hasUsual ? [watching.chart.usual] : [])]}
      rows={bars
        .filter(({ value, usual }) => value > 0 || (usual ?? 0) > 0)
        .map(({ at, value, usual }) => [format.instant(at), text(value), ...(hasUsual ? [usualText(usual)] : [])])}
    />
  );
}
