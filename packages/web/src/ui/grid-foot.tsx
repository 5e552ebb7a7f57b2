// The line under a long table: how many rows there are, which keys move, and a field that leads to any of them.
import { useId, useState } from 'react';
import type { LongList } from '../api/pages.ts';
import { useWords, type Words } from '../words/words.tsx';

/** Fewer rows are reached by scrolling. */
const WORTH_A_JUMP = 200;

interface GridFootProps {
  readonly list: Pick<LongList<unknown>, 'known' | 'total'>;
  /** Rows that the table can scroll to. */
  readonly shown: number;
  readonly hintId: string;
  readonly onGoTo: (index: number) => void;
}

export function GridFoot({ list, shown, hintId, onGoTo }: GridFootProps) {
  const words = useWords();
  const { table } = words.frame;
  return (
    <div className="grid-foot">
      <p>
        <span role="status">{list.known === 0 ? words.frame.loading : counted(list, words)}</span> ·{' '}
        <span id={hintId}>{table.keys}</span>
        {shown < list.known && ` · ${table.tooMany(shown)}`}
      </p>
      {list.known > WORTH_A_JUMP && <GoToRow shown={shown} onGoTo={onGoTo} />}
    </div>
  );
}

function counted({ known, total }: GridFootProps['list'], { frame }: Words): string {
  if (total === undefined) return frame.table.loadedOf(known);
  return total.exact ? frame.table.rows(total.rows) : frame.table.moreThan(total.rows);
}

function GoToRow({ shown, onGoTo }: Pick<GridFootProps, 'shown' | 'onGoTo'>) {
  const { table } = useWords().frame;
  const id = useId();
  const [row, setRow] = useState('');
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        const number = Number.parseInt(row, 10);
        if (Number.isFinite(number)) onGoTo(number - 1);
      }}
    >
      <label htmlFor={id}>{table.goTo}</label>
      <input
        id={id}
        className="input grid-go"
        inputMode="numeric"
        pattern="[0-9]*"
        maxLength={String(shown).length}
        value={row}
        onChange={(event) => setRow(event.target.value)}
      />
    </form>
  );
}
