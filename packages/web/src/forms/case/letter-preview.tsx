// A letter as it goes out.
import { Suspense } from 'react';
import { useAnswer } from '../../api/queries.ts';
import { Boundary } from '../../ui/boundary.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Waiting } from '../../ui/panel.tsx';
import { useWords } from '../../words/words.tsx';

export function LetterPreviewDialog({ runId, onClose }: { runId: string; onClose: () => void }) {
  const { letters } = useWords().notices;
  return (
    <Dialog open onClose={onClose} title={letters.previewTitle} wide>
      <Boundary>
        <Suspense fallback={<Waiting />}>
          <Letter runId={runId} />
        </Suspense>
      </Boundary>
    </Dialog>
  );
}

function Letter({ runId }: { runId: string }) {
  const letter = useAnswer('previewLetter', { params: { id: runId }, query: {} });
  return (
    <article className="notice-text">
      <h3>{letter.subject}</h3>
      {letter.to && <p className="soft mono">{letter.to}</p>}
      <pre className="letter">{letter.text}</pre>
    </article>
  );
}
