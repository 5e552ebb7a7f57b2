// What the data is: kinds of values by the number of rows that hold them. A list of bars is its own table.
import { useFormat, useWords } from '../../words/words.tsx';
import { scaleOf } from './scale.ts';

export interface KindBar {
  readonly kind: string;
  readonly rows: number;
}

/** Special categories and keys weigh more than the rest (GDPR Article 9), and are drawn so. */
function weightOf(kind: string): string {
  if (/^(?:special|secret|credential|payment)/.test(kind)) return 'high';
  return /^(?:conversation|search-history|government|location)/.test(kind) ? 'medium' : 'plain';
}

export function KindsChart({ kinds, label, most = 12 }: { kinds: readonly KindBar[]; label: string; most?: number }) {
  const words = useWords();
  const format = useFormat();
  const sorted = [...kinds].sort((a, b) => b.rows - a.rows).slice(0, most);
  // Counts differ by powers of ten; on a straight scale all but one would vanish.
  const width = scaleOf([0, Math.log10(1 + Math.max(1, ...sorted.map(({ rows }) => rows)))], [0, 100]);
  return (
    <ul className="bars" aria-label={label}>
      {sorted.map(({ kind, rows }) => (
        <li key={kind}>
          <span>{words.domain.kind(kind)}</span>
          <span className={`bar bar-${weightOf(kind)}`} aria-hidden="true">
            <span style={{ width: `${width(Math.log10(1 + rows))}%` }} />
          </span>
          <span className="number">{format.number(rows)}</span>
        </li>
      ))}
    </ul>
  );
}
