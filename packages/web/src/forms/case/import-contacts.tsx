// Hands a CSV file of contacts to the server; what is obviously wrong with it is said before it is sent.
import { Upload } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useAct } from '../../api/queries.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useWords } from '../../words/words.tsx';

const LARGEST_BYTES = 100_000_000;

export function ImportContacts({ caseId }: { caseId: string }) {
  const { contacts } = useWords().notices;
  const barrier = useBarrier('manage-contacts');
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [refusal, setRefusal] = useState<string>();
  const send = useAct('importContactList');
  const take = (file: File) => {
    const isCsv = /\.csv$/i.test(file.name) || file.type === 'text/csv';
    setRefusal(!isCsv ? contacts.wrongType : file.size > LARGEST_BYTES ? contacts.tooLarge : undefined);
    if (isCsv && file.size <= LARGEST_BYTES) {
      send.run({ params: { id: caseId }, raw: { type: 'text/csv', content: file } });
    }
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <input
          ref={input}
          className="unseen"
          type="file"
          accept=".csv,text/csv"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) take(file);
            event.currentTarget.value = '';
          }}
        />
        <Button
          icon={<Upload size={14} aria-hidden />}
          because={barrier}
          busy={send.busy}
          aria-describedby={hintId}
          onClick={() => input.current?.click()}
        >
          {send.busy ? contacts.importing : contacts.import}
        </Button>
        <span id={hintId} className="small soft">
          {contacts.importHint}
        </span>
      </div>
      {refusal && <Note signal="red">{refusal}</Note>}
      {send.problem && <ProblemNote problem={send.problem} />}
    </div>
  );
}
