// On how many of the days before something was seen, and today: a dot a day.
const MOST_DOTS = 42;

export function DayDots({ label, seen, days }: { label: string; seen: number; days: number }) {
  const dots = Math.max(1, Math.min(MOST_DOTS, Math.round(days)));
  // What was seen once stays seen, however many days there are.
  const filled = seen > 0 ? Math.max(1, Math.round((seen / Math.max(1, days)) * dots)) : 0;
  return (
    <div className="day-dots" role="img" aria-label={label}>
      {Array.from({ length: dots }, (_, at) => (
        <span key={at} className={at < filled ? 'day-dot day-dot-seen' : 'day-dot'} />
      ))}
      <span className="day-dot day-dot-now" />
    </div>
  );
}
