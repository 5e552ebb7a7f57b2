// A run for those alone whose letter failed or came back, as a rule by another channel.
import { useState } from 'react';
import { useAct } from '../../api/queries.ts';
import type { LetterRun } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { CHANNELS } from '../case/prepare-letters.tsx';

/** The way that comes after one that did not work. */
const NEXT = { email: 'second-email', 'second-email': 'phone', phone: 'post', post: 'phone' } as const;

export function TellAgain({ run, onPrepared }: { run: LetterRun; onPrepared: (id: string) => void }) {
  const { letters, notices } = useWords();
  const { again } = letters;
  const barrier = useBarrier('send-letters');
  const [channel, setChannel] = useState<LetterRun['channel']>(NEXT[run.channel]);
  const create = useAct('createLetterRun', {
    onDone: ({ id }) => {
      say(again.done);
      onPrepared(id);
    },
  });
  const missed = run.failed + run.bounced;
  if (missed === 0 || (run.state !== 'done' && run.state !== 'paused')) return null;
  return (
    <Note signal="amber">
      <form
        className="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          const { noticeId, perMinute, alsoLanguages } = run;
          const body = { noticeId, channel, perMinute, alsoLanguages, againAfter: run.id };
          create.run({ params: { id: run.caseId }, body });
        }}
      >
        <strong>{again.text(missed)}</strong>
        <p>{again.about}</p>
        <div className="row form-end">
          <Select
            label={notices.letters.channel}
            value={channel}
            choices={CHANNELS.map((value) => ({ value, label: notices.letters.channels[value] }))}
            onChoose={setChannel}
          />
          <Button type="submit" because={barrier} busy={create.busy}>
            {again.act}
          </Button>
        </div>
        {create.problem && <ProblemNote problem={create.problem} />}
      </form>
    </Note>
  );
}
