// The state of a letter, and what the mail server said of it, in words.
import type { Letter } from '../../api/shapes/letters.ts';
import { useWords } from '../../words/words.tsx';

export const LETTER_SIGNALS = {
  queued: 'hollow',
  sending: 'blue',
  sent: 'green',
  failed: 'red',
  bounced: 'red',
  uncertain: 'amber',
} as const satisfies Readonly<Record<Letter['state'], string>>;

/** The code of SMTP, and that of RFC 3463 with its meaning: by subject and detail where that is known, else by subject. */
export function ServerAnswer({ letter: { code, status } }: { letter: Letter }) {
  const { letters } = useWords();
  if (code === undefined && status === undefined) return <span className="faint">{letters.noAnswer}</span>;
  const [, subject = '', detail = ''] = (status ?? '').split('.');
  const isRefusal = status !== undefined && !status.startsWith('2');
  const meaning = letters.statuses[`${subject}.${detail}`] ?? letters.statuses[subject];
  return (
    <>
      <span className="mono">{[code, status].filter((one) => one !== undefined).join(' ')}</span>
      {isRefusal && meaning && ` ${meaning}`}
    </>
  );
}
