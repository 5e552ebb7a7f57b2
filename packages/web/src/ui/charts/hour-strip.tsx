// The hours of a day as a strip of cells: the one that was observed, and the nearest that is usual.
export function HourStrip({ label, hour, nearest }: { label: string; hour: number; nearest: number | undefined }) {
  return (
    <div className="hours" role="img" aria-label={label}>
      {Array.from({ length: 24 }, (_, at) => (
        <span key={at} className={at === hour ? 'hour hour-observed' : at === nearest ? 'hour hour-usual' : 'hour'}>
          {at % 6 === 0 || at === hour || at === nearest ? at : ''}
        </span>
      ))}
    </div>
  );
}
