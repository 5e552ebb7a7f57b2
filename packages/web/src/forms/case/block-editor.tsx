// Writes in the place of a drafted block: the draft can always be put back.
import { useState } from 'react';
import { useAct } from '../../api/queries.ts';
import type { Block, Notice } from '../../api/shapes/cases.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { plainText } from '../../ui/domain/notice-text.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

type Written = Exclude<Block, { kind: 'question' }>;

/** The block in the form that the API takes, with the new text in it. */
function rewritten(block: Written, text: string) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  switch (block.kind) {
    case 'heading':
      return { kind: block.kind, level: block.level, text: text.trim() };
    case 'paragraph':
      return { kind: block.kind, text: text.trim() };
    case 'list':
      return { kind: block.kind, items: lines };
    case 'table':
      return { kind: block.kind, rows: lines.map(cellsOf) };
  }
}

/** `label: value`; the first colon parts them. */
function cellsOf(line: string): [string, string] {
  const [label = '', ...value] = line.split(':');
  return [label.trim(), value.join(':').trim()];
}

export function BlockEditor({ notice, block, onClose }: { notice: Notice; block: Written; onClose: () => void }) {
  const { notices, frame } = useWords();
  const [text, setText] = useState(() => plainText(block));
  const change = useAct('changeNotice', {
    onDone: () => {
      say(notices.saved);
      onClose();
    },
  });
  const save = (replacement: ReturnType<typeof rewritten>[] | null) =>
    change.run({
      params: { id: notice.id },
      version: notice.version,
      body: { edits: [{ block: block.id, replacement }] },
    });
  return (
    <Dialog open onClose={onClose} title={notices.editBlock} about={notices.editBlockAbout}>
      <form
        className="form"
        lang={notice.language}
        onSubmit={(event) => {
          event.preventDefault();
          save(text.trim() === '' ? [] : [rewritten(block, text)]);
        }}
      >
        <TextArea label={notices.text} rows={8} value={text} onText={setText} />
        {change.problem && <ProblemNote problem={change.problem} />}
        <div className="row">
          <Button type="submit" look="primary" busy={change.busy}>
            {frame.acts.save}
          </Button>
          {block.edited && <Button onClick={() => save(null)}>{notices.putBack}</Button>}
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
