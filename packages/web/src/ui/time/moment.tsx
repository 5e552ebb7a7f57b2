// A moment: how long ago in words, the exact day and time for whoever points at it or asks a machine.
import { useFormat } from '../../words/words.tsx';
import { useNow } from './now.ts';

const MINUTE_MS = 60_000;

/** `3 days ago`. */
export function Ago({ at }: { at: string }) {
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  return (
    <time dateTime={at} title={format.instant(at)}>
      {format.relative(at, now)}
    </time>
  );
}

/** Day and time. */
export function At({ at }: { at: string }) {
  const format = useFormat();
  return <time dateTime={at}>{format.instant(at)}</time>;
}
