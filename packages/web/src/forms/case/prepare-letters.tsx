// A run of letters: which approved letter, to whom, how fast.
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { LetterRun } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { useWords } from '../../words/words.tsx';

type Channel = LetterRun['channel'];

export const CHANNELS = ['email', 'second-email', 'phone', 'post'] as const satisfies readonly Channel[];

export function PrepareLetters({ caseId }: { caseId: string }) {
  const { notices } = useWords();
  const { letters } = notices;
  const roleBarrier = useBarrier('send-letters');
  const approved = useAnswer('listNotices', { params: { id: caseId } }).items.filter(
    ({ kind, state }) => kind === 'letter' && (state === 'approved' || state === 'filed'),
  );
  const [noticeId, setNoticeId] = useState<string>();
  const [perMinute, setPerMinute] = useState('300');
  const [channel, setChannel] = useState<Channel>('email');
  const create = useAct('createLetterRun');
  const notice = approved.find(({ id }) => id === noticeId) ?? approved[0];
  const barrier = roleBarrier ?? (notice === undefined ? letters.noNotice : undefined);
  return (
    <form
      className="form-columns"
      onSubmit={(event) => {
        event.preventDefault();
        if (notice === undefined) return;
        create.run({
          params: { id: caseId },
          body: { noticeId: notice.id, channel, perMinute: Number(perMinute) },
        });
      }}
    >
      <Select
        label={letters.notice}
        value={notice?.id ?? ''}
        choices={approved.map(({ id, language, group }) => ({
          value: id,
          label: [group && (notices.groups[group] ?? group), notices.languages[language] ?? language]
            .filter(Boolean)
            .join(' · '),
        }))}
        onChoose={setNoticeId}
      />
      <Select
        label={letters.channel}
        value={channel}
        choices={CHANNELS.map((value) => ({ value, label: letters.channels[value] }))}
        onChoose={setChannel}
      />
      <TextField
        label={letters.perMinute}
        inputMode="numeric"
        required
        value={perMinute}
        onText={setPerMinute}
        error={errorAt(create.problem, 'perMinute')}
      />
      <div className="row form-end">
        <Button type="submit" busy={create.busy} because={barrier}>
          {letters.prepare}
        </Button>
      </div>
      {create.problem && create.problem.errors.length === 0 && <ProblemNote problem={create.problem} />}
    </form>
  );
}
