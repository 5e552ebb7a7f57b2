// Who accessed something: how much, from when to when, and what else is known of them. Accounts of a store and visitors of a case are shown
// alike.
import type { ReactNode } from 'react';
import type { Amounts } from '../../api/shapes/watching.ts';
import { useFormat, useWords } from '../../words/words.tsx';
import { At } from '../time/moment.tsx';

type Measure = 'addresses' | 'rows' | 'bytes' | 'queries' | 'failures';

interface AccessRow {
  readonly key: string;
  readonly who: ReactNode;
  /** Undefined where nobody of them was there: `more` stands alone then. */
  readonly amounts: (Amounts & { readonly addresses?: number | undefined }) | undefined;
  readonly firstAt?: string | undefined;
  readonly lastAt?: string | undefined;
  readonly more: ReactNode;
}

interface AccessTableProps {
  /** The heading over those who accessed, and over what else is known. */
  readonly who: string;
  readonly more: string;
  readonly measures: readonly Measure[];
  readonly rows: readonly AccessRow[];
}

export function AccessTable({ who, more, measures, rows }: AccessTableProps) {
  const { watching } = useWords();
  return (
    <div className="scroll-x">
      <table className="table table-accounts">
        <thead>
          <tr>
            <th scope="col">{who}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className="number">
                {watching.amounts[measure]}
              </th>
            ))}
            <th scope="col">{watching.accesses.firstLast}</th>
            <th scope="col">{more}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.who}</th>
              {row.amounts === undefined ? (
                <td colSpan={measures.length + 2} className="soft">
                  {row.more}
                </td>
              ) : (
                <Known row={row} amounts={row.amounts} measures={measures} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface KnownProps extends Pick<AccessTableProps, 'measures'> {
  readonly row: AccessRow;
  readonly amounts: NonNullable<AccessRow['amounts']>;
}

function Known({ row: { firstAt, lastAt, more }, amounts, measures }: KnownProps) {
  const { frame } = useWords();
  const format = useFormat();
  const textOf = (measure: Measure): string => {
    if (measure === 'bytes') return format.bytes(amounts.bytes);
    const amount = amounts[measure];
    // Logs that tell no address leave none to be counted.
    if (measure === 'addresses' && !amount) return frame.unknown;
    return format.number(amount ?? 0);
  };
  return (
    <>
      {measures.map((measure) => (
        <td key={measure} className="number">
          {textOf(measure)}
        </td>
      ))}
      <td>
        {firstAt && <At at={firstAt} />}
        <div>{lastAt && <At at={lastAt} />}</div>
      </td>
      <td>{more}</td>
    </>
  );
}
