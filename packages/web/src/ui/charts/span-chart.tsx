// From when to when: a line a group on one axis of time, within the stretches in which a store stood open.
import { useId } from 'react';
import { useFormat, useWords } from '../../words/words.tsx';
import { DataTable } from './data-table.tsx';
import { scaleOf } from './scale.ts';
import { TimeEdge } from './time-edge.tsx';
import { useWidth } from './width.ts';

interface Span {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly signal: 'red' | 'amber' | 'blue' | 'green' | 'plain';
}

interface SpanChartProps {
  readonly label: string;
  readonly spans: readonly Span[];
  /** Stretches that lie behind the lines, with the word for them. */
  readonly behind: {
    readonly label: string;
    readonly spans: readonly { readonly from: string; readonly to: string }[];
  };
}

const FIRST_WIDTH = 720;
const ROW = 26;
const EDGE = { left: 8, right: 8, top: 6, bottom: 24 };

export function SpanChart({ label, spans, behind }: SpanChartProps) {
  const format = useFormat();
  const { watching } = useWords();
  const titleId = useId();
  const [figure, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const times = [...spans, ...behind.spans].flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]);
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const height = EDGE.top + spans.length * ROW + 8 + EDGE.bottom;
  const x = scaleOf([from, to], [EDGE.left, width - EDGE.right]);
  return (
    <figure ref={figure}>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{label}</title>
        {behind.spans.map((one) => (
          <rect
            key={`${one.from} ${one.to}`}
            className="chart-usual"
            x={x(Date.parse(one.from))}
            width={Math.max(2, x(Date.parse(one.to)) - x(Date.parse(one.from)))}
            y={0}
            height={height - EDGE.bottom}
          />
        ))}
        {spans.map((span, row) => (
          <SpanLine key={span.label} span={span} x={x} y={EDGE.top + row * ROW} width={width} />
        ))}
        <TimeEdge from={from} to={to} x={x} base={height - EDGE.bottom} width={width} />
      </svg>
      <figcaption className="chart-legend">
        <span>
          <i className="swatch-block swatch-usual" aria-hidden="true" /> {behind.label}
        </span>
      </figcaption>
      <DataTable
        label={label}
        head={[watching.visitors.group, watching.visitors.first, watching.visitors.last]}
        rows={spans.map((span) => [span.label, format.instant(span.from), format.instant(span.to)])}
      />
    </figure>
  );
}

function SpanLine({ span, x, y, width }: { span: Span; x: (value: number) => number; y: number; width: number }) {
  const left = x(Date.parse(span.from));
  const right = Math.max(left + 3, x(Date.parse(span.to)));
  const toLeft = left > width / 2;
  return (
    <g className={`span-line span-${span.signal}`}>
      <text x={toLeft ? right : left} y={y + 11} textAnchor={toLeft ? 'end' : 'start'}>
        {span.label}
      </text>
      <rect x={left} width={right - left} y={y + 16} height={5} />
    </g>
  );
}
