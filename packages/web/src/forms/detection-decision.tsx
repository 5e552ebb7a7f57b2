// What people say of a detection: expected or not, closed, silenced until a day; each with a reason.
import { BellOff, Check, CircleSlash, Flag } from 'lucide-react';
import { useState } from 'react';
import type { ProblemDocument } from '../api/problem.ts';
import { errorAt } from '../api/problem.ts';
import { useAct } from '../api/queries.ts';
import type { Detection } from '../api/shapes/watching.ts';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Select } from '../ui/select.tsx';
import { At } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { BecauseDialog } from './case/because-dialog.tsx';

type Decision = 'expected' | 'not-expected' | 'close' | 'silence';

export function DetectionDecision({ detection }: { detection: Detection }) {
  const { watching } = useWords();
  const words = watching.detection;
  const barrier = useBarrier('judge-detections');
  const silenceBarrier = useBarrier('silence-detections');
  const [deciding, setDeciding] = useState<Decision>();
  const over = detection.state === 'closed' ? words.alreadyClosed : undefined;
  return (
    <div className="decisions">
      <Judged detection={detection} />
      <div className="row">
        <Button
          icon={<Flag size={15} aria-hidden />}
          because={barrier ?? over}
          onClick={() => setDeciding('not-expected')}
        >
          {words.notExpected}
        </Button>
        <Button
          icon={<Check size={15} aria-hidden />}
          because={barrier ?? over}
          onClick={() => setDeciding('expected')}
        >
          {words.expected}
        </Button>
      </div>
      <div className="row">
        <Button
          icon={<BellOff size={15} aria-hidden />}
          because={silenceBarrier}
          onClick={() => setDeciding('silence')}
        >
          {words.silence}
        </Button>
        <Button
          icon={<CircleSlash size={15} aria-hidden />}
          because={barrier ?? over}
          onClick={() => setDeciding('close')}
        >
          {words.close}
        </Button>
      </div>
      {deciding === 'silence' && <SilenceDialog detection={detection} onClose={() => setDeciding(undefined)} />}
      {deciding !== undefined && deciding !== 'silence' && (
        <JudgeDialog key={deciding} decision={deciding} detection={detection} onClose={() => setDeciding(undefined)} />
      )}
    </div>
  );
}

/** Who said what of it, and why. */
function Judged({ detection: { state, judgedBy, judgedAt, note } }: { detection: Detection }) {
  const { watching } = useWords();
  if (state === 'new' || judgedAt === undefined) return <p className="soft">{watching.detection.isNew}</p>;
  return (
    <div>
      <p>
        <strong>{watching.detection.judged(watching.states[state], judgedBy?.name ?? '')}</strong>{' '}
        <span className="soft">
          <At at={judgedAt} />
        </span>
      </p>
      {note && <p className="prose">{note}</p>}
    </div>
  );
}

interface DecisionProps {
  readonly detection: Detection;
  readonly onClose: () => void;
}

function JudgeDialog({ decision, detection, onClose }: DecisionProps & { decision: Exclude<Decision, 'silence'> }) {
  const words = useWords().watching.detection;
  const done = {
    onDone: () => {
      onClose();
      say(words.judgedDone);
    },
  };
  const judge = useAct('judgeDetection', done);
  const close = useAct('closeDetection', done);
  const given = { params: { id: detection.id }, version: detection.version };
  const texts = {
    expected: [words.expected, words.expectedAbout],
    'not-expected': [words.notExpected, words.notExpectedAbout],
    close: [words.close, words.closeAbout],
  } as const;
  const [title, about] = texts[decision];
  return (
    <BecauseDialog
      title={title}
      about={about}
      busy={judge.busy || close.busy}
      problem={judge.problem ?? close.problem}
      onClose={onClose}
      onBecause={(said) => {
        // The server keeps it as one line.
        const reason = said.replace(/\s+/g, ' ');
        if (decision === 'close') close.run({ ...given, body: { reason } });
        else judge.run({ ...given, body: { opinion: decision, reason } });
      }}
    />
  );
}

type Extent = 'both' | 'rule' | 'store';

function SilenceDialog({ detection, onClose }: DecisionProps) {
  const words = useWords().watching.detection;
  const begin = useAct('beginSilence', {
    onDone: () => {
      onClose();
      say(words.silencedDone);
    },
  });
  const silence = (extent: Extent, until: string, reason: string) =>
    begin.run({
      body: {
        ...(extent === 'store' ? {} : { rule: detection.rule }),
        ...(extent === 'rule' || detection.store === undefined ? {} : { storeId: detection.store.id }),
        until: new Date(`${until}T12:00:00`).toISOString(),
        reason,
      },
    });
  return (
    <Dialog open onClose={onClose} title={words.silenceTitle} about={words.silenceAbout}>
      <SilenceForm
        hasStore={detection.store !== undefined}
        busy={begin.busy}
        problem={begin.problem}
        onClose={onClose}
        onSilence={silence}
      />
    </Dialog>
  );
}

interface SilenceFormProps {
  readonly hasStore: boolean;
  readonly busy: boolean;
  readonly problem: ProblemDocument | undefined;
  readonly onClose: () => void;
  readonly onSilence: (extent: Extent, until: string, reason: string) => void;
}

function SilenceForm({ hasStore, busy, problem, onClose, onSilence }: SilenceFormProps) {
  const { watching, frame } = useWords();
  const words = watching.detection;
  const [extent, setExtent] = useState<Extent>(hasStore ? 'both' : 'rule');
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const extents = { both: words.silenceBoth, rule: words.silenceRule, store: words.silenceStore };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        // The server keeps it as one line.
        onSilence(extent, until, reason.replace(/\s+/g, ' ').trim());
      }}
    >
      {hasStore && (
        <Select<Extent>
          label={words.silenceWhat}
          value={extent}
          choices={(['both', 'rule', 'store'] as const).map((value) => ({ value, label: extents[value] }))}
          onChoose={setExtent}
        />
      )}
      <TextField
        label={words.until}
        type="date"
        required
        min={new Date().toISOString().slice(0, 10)}
        value={until}
        onText={setUntil}
        error={errorAt(problem, 'until')}
      />
      <TextArea
        label={frame.because}
        hint={frame.becauseHint}
        required
        value={reason}
        onText={setReason}
        error={errorAt(problem, 'reason')}
      />
      {problem && problem.errors.length === 0 && <ProblemNote problem={problem} />}
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          {words.silenceTitle}
        </Button>
        <Button onClick={onClose}>{frame.acts.cancel}</Button>
      </div>
    </form>
  );
}
