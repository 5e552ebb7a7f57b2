// A rule is tried on pasted lines of a log: what it matches, and why it does not match the rest.
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useLook } from '../../api/queries.ts';
import type { Tried } from '../../api/shapes/rules.ts';
import { Button } from '../../ui/button.tsx';
import { TrialBadge } from '../../ui/domain/rule-words.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../words/words.tsx';
import { FormatSelect, type LogFormat } from '../format-select.tsx';

interface TryRuleProps {
  /** A rule that is there; else the text of one is asked for too. */
  readonly rule?: string | undefined;
  /** Why it may not be tried. */
  readonly because?: string | undefined;
}

const ROWS = 6;

export function TryRule({ rule, because }: TryRuleProps) {
  const { ruleBook } = useWords();
  const [text, setText] = useState('');
  const [lines, setLines] = useState('');
  const [format, setFormat] = useState<LogFormat>();
  const trial = useLook('tryRule');
  const mono = { spellCheck: false, style: { fontFamily: 'var(--mono)' } } as const;
  return (
    <div className="stack">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (because !== undefined) return;
          const what = rule === undefined ? { text } : { rule };
          trial.run({ body: { ...what, lines, ...(format === undefined ? {} : { format }) } });
        }}
      >
        {rule === undefined && (
          <TextArea
            label={ruleBook.yaml}
            required
            rows={ROWS}
            {...mono}
            value={text}
            onText={setText}
            error={errorAt(trial.problem, 'text')}
          />
        )}
        <TextArea
          label={ruleBook.lines}
          hint={ruleBook.tryAbout}
          required
          rows={ROWS}
          {...mono}
          value={lines}
          onText={setLines}
          error={errorAt(trial.problem, 'lines') ?? errorAt(trial.problem, 'rule')}
        />
        <FormatSelect label={ruleBook.format} found={ruleBook.formatFound} value={format} onChoose={setFormat} />
        {trial.problem && trial.problem.errors.length === 0 && <ProblemNote problem={trial.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={trial.busy} because={because}>
            {ruleBook.tryAct}
          </Button>
        </div>
      </form>
      {trial.answer && <Results tried={trial.answer} />}
    </div>
  );
}

function Results({ tried: { records, fired, left } }: { tried: Tried }) {
  const { ruleBook } = useWords();
  return (
    <section className="stack-tight" aria-label={ruleBook.results} aria-live="polite">
      {fired !== undefined && (
        <Note signal={fired.length > 0 ? 'green' : 'amber'}>
          {fired.length > 0 ? ruleBook.fired(fired.length) : ruleBook.firedNot}
        </Note>
      )}
      {records.length === 0 && <p className="soft">{ruleBook.noRecords}</p>}
      <ol className="stack-tight plain-list">
        {records.map(({ line, verdict, why }) => (
          <li key={`${line} ${why.join()}`}>
            <strong>{ruleBook.record(line)}</strong> <TrialBadge verdict={verdict} />
            {why.map((one) => (
              <div key={one} className="small" lang="en">
                {one}
              </div>
            ))}
          </li>
        ))}
      </ol>
      {left > 0 && <p className="soft">{ruleBook.left(left)}</p>}
    </section>
  );
}
