// What only a person can say in a notice.
import { useState } from 'react';
import { useAct } from '../../api/queries.ts';
import type { Gap, Notice } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

type Answers = Readonly<Record<string, unknown>>;

export function NoticeGaps({ notice }: { notice: Notice }) {
  const { notices } = useWords();
  const writeBarrier = useBarrier('write-notices');
  const barrier = writeBarrier ?? (notice.state === 'draft' ? undefined : notices.isFrozen);
  const [answers, setAnswers] = useState<Answers>({});
  const save = useAct('changeNotice', { onDone: () => say(notices.saved) });
  if (notice.gaps.length === 0) return <p className="soft">{notices.gapsNone}</p>;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ params: { id: notice.id }, body: { answers }, version: notice.version });
      }}
    >
      {notice.gaps.map((gap) => (
        <div key={gap.id} id={`gap-${gap.id}`} lang={notice.language}>
          <GapField
            gap={gap}
            readOnly={barrier !== undefined}
            answer={gap.id in answers ? answers[gap.id] : gap.answer}
            onAnswer={(answer) => setAnswers((before) => ({ ...before, [gap.id]: answer }))}
          />
        </div>
      ))}
      {save.problem && <ProblemNote problem={save.problem} />}
      <Button
        type="submit"
        look="primary"
        busy={save.busy}
        because={barrier ?? (Object.keys(answers).length === 0 ? notices.nothingNew : undefined)}
      >
        {notices.saveAnswers}
      </Button>
    </form>
  );
}

interface GapFieldProps {
  readonly gap: Gap;
  readonly readOnly: boolean;
  readonly answer: unknown;
  readonly onAnswer: (answer: unknown) => void;
}

function GapField({ gap, readOnly, answer, onAnswer }: GapFieldProps) {
  const hint = [gap.section, gap.demandedBy].filter((part) => part !== '').join(' · ');
  const options = gap.form?.options ?? [];
  if (options.length === 0) {
    return (
      <TextArea
        label={gap.question}
        hint={hint}
        readOnly={readOnly}
        value={typeof answer === 'string' ? answer : answer === undefined ? '' : JSON.stringify(answer)}
        onText={(text) => onAnswer(text.trim() === '' ? null : text)}
      />
    );
  }
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : answer === undefined ? [] : [answer];
  return (
    <fieldset className="field">
      <legend className="field-label">{gap.question}</legend>
      <span className="field-hint">{hint}</span>
      {options.map(({ letter, says }) => (
        <CheckField
          key={letter}
          label={says}
          checked={chosen.includes(letter)}
          onCheck={(checked) => {
            if (readOnly) return;
            onAnswer(
              options.map((one) => one.letter).filter((one) => (one === letter ? checked : chosen.includes(one))),
            );
          }}
        />
      ))}
    </fieldset>
  );
}
