// The instruments at the top: ship's time and UTC, the next clock to run out, whether changes arrive.
import { Link } from '@tanstack/react-router';
import { useConnection } from '../api/live.ts';
import { Countdown } from '../ui/time/countdown.tsx';
import { useNow } from '../ui/time/now.ts';
import { useFormat, useWords } from '../words/words.tsx';
import { useHas } from './may.ts';
import { useNextClock } from './next-clock.ts';

export function WatchClock() {
  const { frame } = useWords();
  const format = useFormat();
  const moment = new Date(useNow(60_000));
  return (
    <p className="instrument instrument-time">
      <span>
        <span className="instrument-label">{frame.shipsTime}</span> {format.time(moment)}
      </span>
      <span>
        <span className="instrument-label">{frame.utc}</span> {format.time(moment, 'UTC')}
      </span>
    </p>
  );
}

export function NextClockInstrument() {
  const { frame } = useWords();
  const next = useNextClock();
  // Whom no clock is shown to is not told that none is running.
  if (!useHas('read-cases')) return <span className="instrument instrument-next" />;
  return (
    <p className="instrument instrument-next">
      <span className="instrument-label">{frame.nextClock}</span>{' '}
      {next === undefined ? (
        <span className="soft">{frame.noClock}</span>
      ) : (
        <Link to="/cases/$id" params={{ id: next.of.id }}>
          <Countdown dueAt={next.clock.dueAt} />
        </Link>
      )}
    </p>
  );
}

export function ConnectionLight() {
  const { frame } = useWords();
  const connection = useConnection();
  return (
    <p className={`instrument light light-${connection}`} role="status">
      <span className="light-bulb" aria-hidden="true" />
      <span className={connection === 'away' ? 'light-words' : undefined}>{frame.connection[connection]}</span>
    </p>
  );
}
