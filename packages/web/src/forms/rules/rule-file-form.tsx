// Rules are added, or a file of them is changed: each document is compiled first, and what became of it is said.
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { errorAt, type ProblemDocument } from '../../api/problem.ts';
import { useAct, useMaybeAnswer } from '../../api/queries.ts';
import type { RuleFile, RuleVerdict } from '../../api/shapes/rules.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { VerdictBadge } from '../../ui/domain/rule-words.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Waiting } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

interface Draft {
  readonly name: string;
  readonly text: string;
  readonly licence: string;
  readonly link: string;
}

const EMPTY: Draft = { name: '', text: '', licence: '', link: '' };

export function AddRulesDialog({ onClose }: { onClose: () => void }) {
  const { ruleBook } = useWords();
  const [verdicts, setVerdicts] = useState<readonly RuleVerdict[]>();
  const add = useAct('addRuleFile', { onDone: (made) => setVerdicts(made.verdicts) });
  if (verdicts !== undefined) return <VerdictsDialog title={ruleBook.add} verdicts={verdicts} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={ruleBook.add} about={ruleBook.addAbout}>
      <RuleFileForm
        draft={EMPTY}
        act={ruleBook.add}
        busy={add.busy}
        problem={add.problem}
        onClose={onClose}
        onDone={(draft) => add.run({ body: bodyOf(draft) })}
      />
    </Dialog>
  );
}

function bodyOf({ name, text, licence, link }: Draft) {
  return {
    name: name.trim(),
    text,
    ...(licence.trim() !== '' && { licence: licence.trim() }),
    ...(link.trim() !== '' && { link: link.trim() }),
  };
}

/** Its text is asked for first. */
export function ChangeRulesDialog({ file, onClose }: { file: RuleFile; onClose: () => void }) {
  const { ruleBook } = useWords();
  const { answer: whole, problem } = useMaybeAnswer('getRuleFile', { params: { id: file.id } });
  const [verdicts, setVerdicts] = useState<readonly RuleVerdict[]>();
  const change = useAct('changeRuleFile', {
    onDone: (made) => {
      if (made.verdicts.length > 0) return setVerdicts(made.verdicts);
      say(ruleBook.saved);
      onClose();
    },
  });
  if (verdicts !== undefined) return <VerdictsDialog title={file.name} verdicts={verdicts} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={file.name} about={ruleBook.addAbout}>
      {problem && <ProblemNote problem={problem} />}
      {whole === undefined && problem === undefined && <Waiting />}
      {whole && (
        <RuleFileForm
          draft={{ name: whole.name, text: whole.text, licence: whole.licence ?? '', link: whole.link ?? '' }}
          act={ruleBook.edit}
          busy={change.busy}
          problem={change.problem}
          onClose={onClose}
          onDone={(draft) => change.run({ params: { id: file.id }, body: bodyOf(draft), version: whole.version })}
        />
      )}
    </Dialog>
  );
}

interface RuleFileFormProps {
  readonly draft: Draft;
  readonly act: string;
  readonly busy: boolean;
  readonly problem: ProblemDocument | undefined;
  readonly onClose: () => void;
  readonly onDone: (draft: Draft) => void;
}

const ROWS = 14;

function RuleFileForm({ draft: before, act, busy, problem, onClose, onDone }: RuleFileFormProps) {
  const { ruleBook, frame } = useWords();
  const [draft, setDraft] = useState(before);
  const input = useRef<HTMLInputElement>(null);
  const change = (next: Partial<Draft>) => setDraft((old) => ({ ...old, ...next }));
  const refused = problem?.errors.filter(({ pointer }) => pointer === '/body/text') ?? [];
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(draft);
      }}
    >
      <TextField
        label={ruleBook.fileName}
        hint={ruleBook.fileNameHint}
        required
        value={draft.name}
        onText={(name) => change({ name })}
        error={errorAt(problem, 'name')}
      />
      <div className="row">
        <input
          ref={input}
          className="unseen"
          type="file"
          accept=".yml,.yaml,text/yaml"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (chosen) void chosen.text().then((text) => change({ text, name: draft.name || chosen.name }));
          }}
        />
        <Button icon={<Upload size={14} aria-hidden />} onClick={() => input.current?.click()}>
          {ruleBook.yamlFile}
        </Button>
      </div>
      <TextArea
        label={ruleBook.yaml}
        required
        rows={ROWS}
        spellCheck={false}
        style={{ fontFamily: 'var(--mono)' }}
        value={draft.text}
        onText={(text) => change({ text })}
      />
      {refused.length > 0 && (
        <Note signal="red">
          <ul className="stack-tight" lang="en">
            {refused.map(({ detail }) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </Note>
      )}
      <div className="form-columns">
        <TextField
          label={ruleBook.fileLicence}
          hint={ruleBook.fileLicenceHint}
          value={draft.licence}
          onText={(licence) => change({ licence })}
          error={errorAt(problem, 'licence')}
        />
        <TextField
          label={ruleBook.fileLink}
          type="url"
          value={draft.link}
          onText={(link) => change({ link })}
          error={errorAt(problem, 'link')}
        />
      </div>
      {problem && problem.errors.length === 0 && <ProblemNote problem={problem} />}
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          {act}
        </Button>
        <Button onClick={onClose}>{frame.acts.cancel}</Button>
      </div>
    </form>
  );
}

interface VerdictsDialogProps {
  readonly title: string;
  readonly verdicts: readonly RuleVerdict[];
  readonly onClose: () => void;
}

/** What was taken and what was not, document by document. */
function VerdictsDialog({ title, verdicts, onClose }: VerdictsDialogProps) {
  const { ruleBook, frame } = useWords();
  const refused = verdicts.filter(({ verdict }) => verdict === 'refused').length;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={title}
      about={ruleBook.verdicts}
      foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
    >
      <div className="stack">
        <Note signal="green">{ruleBook.taken(verdicts.length - refused)}</Note>
        {refused > 0 && <Note signal="red">{ruleBook.refused(refused)}</Note>}
        <table className="table">
          <thead className="unseen">
            <tr>
              <th scope="col">{ruleBook.rule}</th>
              <th scope="col">{ruleBook.state}</th>
            </tr>
          </thead>
          <tbody>
            {verdicts.map(({ line, title: name, rule, verdict, reason }) => (
              <tr key={`${line} ${rule}`}>
                <th scope="row">
                  <span lang="en">{name ?? rule}</span>
                  <div className="small soft">{ruleBook.line(line)}</div>
                </th>
                <td>
                  <VerdictBadge verdict={verdict} />
                  {reason && (
                    <div className="small" lang="en">
                      {reason}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
