// How many of the people were told; and the duty of Article 34(1), which is offered as met once it can be: that it is, a person says.
import { useState } from 'react';
import { useAct, useFreshAnswer } from '../../api/queries.ts';
import type { LetterRun, LettersTold } from '../../api/shapes/letters.ts';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

type Duty = LettersTold['duties'][number];

/** Counting reads every contact and letter of the case, so that it waits until no run goes on. */
export function WhoWasTold({ caseId, runs }: { caseId: string; runs: readonly LetterRun[] }) {
  const { told } = useWords().letters;
  const goesOn = runs.some(({ state }) => state === 'running' || state === 'waiting');
  return (
    <Panel title={told.title}>
      {goesOn ? (
        <p className="soft">{told.later}</p>
      ) : (
        <Told key={runs.map(({ version }) => version).join()} caseId={caseId} />
      )}
    </Panel>
  );
}

function Told({ caseId }: { caseId: string }) {
  const { letters } = useWords();
  const format = useFormat();
  const standing = useFreshAnswer('getLettersTold', { params: { id: caseId } });
  const { erased, duties } = standing;
  return (
    <div className="stack">
      <Numbers now={standing.now} />
      {erased && (
        <p className="soft">
          {letters.told.erased(format.number(erased.told), format.number(erased.people), format.day(erased.at))}
        </p>
      )}
      {duties.map((duty) => (
        <DutyLine key={duty.clockId} caseId={caseId} duty={duty} standing={standing} />
      ))}
    </div>
  );
}

function Numbers({ now }: { now: LettersTold['now'] }) {
  const { letters, notices } = useWords();
  const { told } = letters;
  const format = useFormat();
  const counts = (['inDoubt', 'underWay', 'undeliverable', 'noWay', 'notWritten'] as const).filter(
    (which) => now[which] > 0,
  );
  const ways = Object.entries(now.toldBy).flatMap(([way, count]) =>
    count === 0 ? [] : `${notices.letters.channels[way as LetterRun['channel']]} ${format.number(count)}`,
  );
  return (
    <div className="stack-tight">
      <dl className="figures figures-row figures-bare">
        <div>
          <dt>{told.told}</dt>
          <dd>{told.of(format.number(now.told), format.number(now.people))}</dd>
        </div>
        {counts.map((which) => (
          <div key={which}>
            <dt>{told[which]}</dt>
            <dd>{format.number(now[which])}</dd>
          </div>
        ))}
      </dl>
      {ways.length > 0 && <p className="soft small">{told.by(ways.join(' · '))}</p>}
    </div>
  );
}

function DutyLine({ caseId, duty, standing }: { caseId: string; duty: Duty; standing: LettersTold }) {
  const { letters, cases } = useWords();
  const { told } = letters;
  const barrier = useBarrier('send-letters');
  const [isSaying, setIsSaying] = useState(false);
  const article = `${duty.article} (${cases.regimes[duty.regime] ?? duty.regime})`;
  if (duty.state !== 'running') {
    return duty.state === 'met' ? (
      <p className="row">
        <Badge signal="green">{told.met(article)}</Badge> {duty.metAt && <At at={duty.metAt} />}
      </p>
    ) : null;
  }
  const notYet = standing.notYet.map((reason) => told.notYet[reason]).join(' ');
  return (
    <div className="row">
      <Button because={barrier ?? (notYet === '' ? undefined : notYet)} onClick={() => setIsSaying(true)}>
        {told.act(article)}
      </Button>
      {isSaying && (
        <ConfirmTold
          caseId={caseId}
          clockId={duty.clockId}
          title={told.act(article)}
          now={standing.now}
          onClose={() => setIsSaying(false)}
        />
      )}
    </div>
  );
}

interface ConfirmToldProps {
  readonly caseId: string;
  readonly clockId: string;
  readonly title: string;
  readonly now: LettersTold['now'];
  readonly onClose: () => void;
}

/** The numbers that were read go along: where they have moved, the server says so and keeps nothing. */
function ConfirmTold({ caseId, clockId, title, now, onClose }: ConfirmToldProps) {
  const { letters, frame } = useWords();
  const { told } = letters;
  const [because, setBecause] = useState('');
  const confirm = useAct('confirmLettersTold', {
    onDone: () => {
      say(told.done);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={title} about={told.about}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const words = because.trim();
          const body = { clockId, told: now.told, people: now.people, ...(words === '' ? {} : { because: words }) };
          confirm.run({ params: { id: caseId }, body });
        }}
      >
        <Numbers now={now} />
        <TextArea label={told.add} hint={told.addHint} value={because} onText={setBecause} />
        {confirm.problem && <ProblemNote problem={confirm.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={confirm.busy}>
            {title}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
