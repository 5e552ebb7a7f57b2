// A clock that runs out: what is left to the second on its last day, and how late it is afterwards.
import { useFormat, useWords } from '../../words/words.tsx';
import { useNow } from './now.ts';

const DAY_S = 86_400;

type Nearness = 'calm' | 'close' | 'late';

function nearness(dueAt: string, now: number): Nearness {
  const seconds = (Date.parse(dueAt) - now) / 1000;
  if (seconds < 0) return 'late';
  return seconds < DAY_S ? 'close' : 'calm';
}

/** Words for what is left. */
export function useLeft(dueAt: string): { text: string; bare: string; near: Nearness } {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const seconds = (Date.parse(dueAt) - now) / 1000;
  const bare = format.period(Math.abs(seconds));
  const near = nearness(dueAt, now);
  return { text: near === 'late' ? words.frame.lateBy(bare) : words.frame.left(bare), bare, near };
}

/** The words, in the colour of how near it is. */
export function Countdown({ dueAt }: { dueAt: string }) {
  const format = useFormat();
  const { text, near } = useLeft(dueAt);
  return (
    <time className={`countdown countdown-${near}`} dateTime={dueAt} title={format.instant(dueAt)}>
      {text}
    </time>
  );
}

/** How much of the period has passed, as a bar; decoration beside the words. */
export function ClockBar({ startedAt, dueAt }: { startedAt: string; dueAt: string }) {
  const now = useNow(60_000);
  const whole = Date.parse(dueAt) - Date.parse(startedAt);
  const share = whole <= 0 ? 1 : Math.min(1, Math.max(0, (now - Date.parse(startedAt)) / whole));
  return (
    <span className={`clock-bar clock-bar-${nearness(dueAt, now)}`} aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
