// What is usual against what was observed: two bars on one scale, each with its number. The list is its own table.
export interface AgainstBar {
  readonly label: string;
  readonly value: number;
  /** As it is written. */
  readonly text: string;
  /** Up to where it still counts as usual. */
  readonly atMost?: number;
  readonly beyond?: boolean;
}

export function AgainstChart({ label, bars }: { label: string; bars: readonly AgainstBar[] }) {
  const largest = Math.max(Number.MIN_VALUE, ...bars.map(({ value, atMost }) => Math.max(value, atMost ?? 0)));
  const share = (value: number) => `${(Math.max(0, value) / largest) * 100}%`;
  return (
    <ul className="bars against" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.label}>
          <span>{bar.label}</span>
          <span className={`bar ${bar.beyond ? 'bar-high' : 'bar-plain'}`} aria-hidden="true">
            {bar.atMost !== undefined && <i className="bar-at-most" style={{ width: share(bar.atMost) }} />}
            <span style={{ width: share(bar.value) }} />
          </span>
          <span className="number">{bar.text}</span>
        </li>
      ))}
    </ul>
  );
}
