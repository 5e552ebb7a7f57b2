// The course of a case on one line: what happened, where it stands now, and when each clock runs out.
import { useId } from 'react';
import { useFormat, useWords } from '../../words/words.tsx';
import { useNow } from '../time/now.ts';
import { DataTable } from './data-table.tsx';
import { scaleOf } from './scale.ts';
import { useWidth } from './width.ts';

export interface CaseMark {
  readonly at: string;
  readonly label: string;
  readonly of: 'event' | 'clock' | 'met' | 'late';
}

const FIRST_WIDTH = 720;
const ROW = 17;
const EDGE = 12;

export function CaseChart({ marks, label }: { marks: readonly CaseMark[]; label: string }) {
  const format = useFormat();
  const { frame } = useWords();
  const now = useNow(60_000);
  const titleId = useId();
  const [figure, width] = useWidth<HTMLElement>(FIRST_WIDTH);
  const sorted = [...marks].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const times = [...sorted.map(({ at }) => Date.parse(at)), now];
  const x = scaleOf([Math.min(...times), Math.max(...times)], [EDGE, width - EDGE]);
  const line = sorted.length * ROW + 14;
  return (
    <figure ref={figure}>
      <svg className="chart" viewBox={`0 0 ${width} ${line + 26}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{label}</title>
        <line className="chart-axis" x1={EDGE} x2={width - EDGE} y1={line} y2={line} />
        <line className="chart-cursor" x1={x(now)} x2={x(now)} y1={4} y2={line + 8} />
        <text x={x(now)} y={line + 20} textAnchor={x(now) > width - 60 ? 'end' : 'middle'}>
          {frame.pages.now}
        </text>
        {sorted.map((mark, row) => (
          <CaseMarkLine
            key={`${mark.at} ${mark.label}`}
            mark={mark}
            x={x(Date.parse(mark.at))}
            y={row * ROW + 12}
            line={line}
            width={width}
          />
        ))}
      </svg>
      <DataTable
        label={label}
        head={[label, frame.moment]}
        rows={sorted.map(({ at, label: what }) => [what, format.instant(at)])}
      />
    </figure>
  );
}

interface MarkProps {
  readonly mark: CaseMark;
  readonly x: number;
  readonly y: number;
  readonly line: number;
  readonly width: number;
}

function CaseMarkLine({ mark, x, y, line, width }: MarkProps) {
  const toLeft = x > width / 2;
  return (
    <g className={`case-mark case-mark-${mark.of}`}>
      <line x1={x} x2={x} y1={y} y2={line} />
      {mark.of === 'event' ? <circle cx={x} cy={line} r={3.5} /> : <path d={`M${x} ${line - 5}l5 5-5 5-5-5Z`} />}
      <text x={toLeft ? x - 5 : x + 5} y={y + 3} textAnchor={toLeft ? 'end' : 'start'}>
        {mark.label}
      </text>
    </g>
  );
}
