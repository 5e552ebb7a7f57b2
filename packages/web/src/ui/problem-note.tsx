// A problem in the reader's language, with the server's own words on the case, and a way to try again.
import { RotateCw } from 'lucide-react';
import type { ProblemDocument } from '../api/problem.ts';
import { useWords, type Words } from '../words/words.tsx';
import { Button } from './button.tsx';
import { Note } from './note.tsx';

/** The sentence for a problem's type. */
function problemText(words: Words, { type }: ProblemDocument): string {
  const known: Readonly<Record<string, string>> = words.frame.problems;
  return known[type] ?? words.frame.problems.other;
}

/** The server's detail is English whatever the reader's language, and marked as such. */
export function ProblemNote({ problem, onAgain }: { problem: ProblemDocument; onAgain?: () => void }) {
  const words = useWords();
  return (
    <div role="alert" className="problem">
      <Note signal="red">
        <p>{problemText(words, problem)}</p>
        {problem.detail && (
          <p className="small" lang="en">
            {problem.detail}
          </p>
        )}
        {onAgain && (
          <p>
            <Button icon={<RotateCw size={14} aria-hidden />} onClick={onAgain}>
              {words.frame.acts.tryAgain}
            </Button>
          </p>
        )}
      </Note>
    </div>
  );
}
