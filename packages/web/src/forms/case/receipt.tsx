// A filing is kept: its number, its moment, the file that came back; and a file that comes later.
import { useState } from 'react';
import { errorAt } from '../../api/problem.ts';
import { useAct } from '../../api/queries.ts';
import type { Notice } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { At } from '../../ui/time/moment.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { localInstant } from './fact-kinds.ts';
import { type ReceiptFile, ReceiptFileField } from './receipt-file.tsx';

/** Files a notice. */
export function ReceiptDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { notices, frame, workspace } = useWords();
  const [number, setNumber] = useState('');
  const [at, setAt] = useState(() => localInstant(new Date().toISOString()));
  const [file, setFile] = useState<ReceiptFile>();
  const store = useAct('noteReceipt', {
    onDone: () => {
      say(notices.receiptKept);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={notices.receipt} about={notices.receiptAbout}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const body = { number: number.trim(), at: new Date(at).toISOString(), ...(file && { file }) };
          store.run({ params: { id: notice.id }, body, version: notice.version });
        }}
      >
        <TextField
          label={notices.receiptNumber}
          required
          value={number}
          onText={setNumber}
          error={errorAt(store.problem, 'number')}
        />
        <TextField
          label={notices.receiptAt}
          type="datetime-local"
          required
          value={at}
          onText={setAt}
          error={errorAt(store.problem, 'at')}
        />
        <ReceiptFileField
          label={workspace.receipt.file}
          file={file}
          onFile={setFile}
          error={errorAt(store.problem, 'file/base64')}
        />
        {store.problem && store.problem.errors.length === 0 && <ProblemNote problem={store.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={store.busy}>
            {notices.receiptAct}
          </Button>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What is kept of a filing, with its file for whoever may read the case. */
export function KeptReceipt({ notice, receipt }: { notice: Notice; receipt: NonNullable<Notice['receipt']> }) {
  const { notices, workspace } = useWords();
  const barrier = useBarrier('file-notices');
  const [adding, setAdding] = useState(false);
  const { file } = receipt;
  return (
    <div className="stack-tight">
      <p>
        {notices.receipt} <span className="mono">{receipt.number}</span>, <At at={receipt.at} />
      </p>
      {file && (
        <p className="row">
          <a href={`/api/notices/${notice.id}/receipt/file`} download>
            {file.name}
          </a>
          <span className="mono small soft hash">{workspace.receipt.hash(file.sha256)}</span>
        </p>
      )}
      {notice.state === 'filed' && (
        <div>
          <Button because={barrier} onClick={() => setAdding(true)}>
            {file === undefined ? workspace.receipt.add : workspace.receipt.replace}
          </Button>
        </div>
      )}
      {adding && <FileDialog notice={notice} onClose={() => setAdding(false)} />}
    </div>
  );
}

function FileDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { frame, workspace } = useWords();
  const [file, setFile] = useState<ReceiptFile>();
  const keep = useAct('keepReceiptFile', {
    onDone: () => {
      say(workspace.receipt.kept);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={workspace.receipt.addTitle}
      foot={
        <>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
          <Button
            look="primary"
            busy={keep.busy}
            because={file === undefined ? workspace.receipt.first : undefined}
            onClick={() => file && keep.run({ params: { id: notice.id }, body: file, version: notice.version })}
          >
            {workspace.receipt.add}
          </Button>
        </>
      }
    >
      <div className="form">
        <ReceiptFileField
          label={workspace.receipt.fileOnly}
          file={file}
          onFile={setFile}
          error={errorAt(keep.problem, 'base64')}
        />
        {keep.problem && keep.problem.errors.length === 0 && <ProblemNote problem={keep.problem} />}
      </div>
    </Dialog>
  );
}
