// The table that stays fast with a hundred thousand rows: only what is in view is drawn, and it is read page by page. One tab stop;
// arrows move between rows, Home and End go to the first and the last, Enter opens one.
// biome-ignore-all lint/a11y/useSemanticElements: rows are drawn out of the flow, which the elements of a table do not allow
// biome-ignore-all lint/a11y/useFocusableInteractive: the link in the first cell of a row is its one tab stop
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { LongList } from '../api/pages.ts';
import { useWords } from '../words/words.tsx';
import { GridFoot } from './grid-foot.tsx';
import { ProblemNote } from './problem-note.tsx';

const ROW_PX = 36;
/** The head lies over the first rows; a row at the lower end has to be scrolled further by as much. */
const HEAD_PX = 34;
/** No browser lays out more pixels than these rows take. */
const MOST_ROWS = 450_000;

export interface GridColumn<T> {
  readonly id: string;
  readonly label: string;
  /** A track of CSS grid, as in `minmax(8rem, 1fr)`. */
  readonly width: string;
  readonly cell: (row: T) => ReactNode;
  readonly number?: boolean;
}

interface GridProps<T> {
  readonly label: string;
  readonly list: LongList<T>;
  readonly columns: readonly GridColumn<T>[];
  /** Draws the link of a row, in its first cell. */
  readonly link: (row: T, focus: RowFocus) => ReactNode;
  readonly empty: ReactNode;
  /** Smallest width in rem before it scrolls sideways. */
  readonly minWidth?: number;
}

/** What the link of a row needs so that the table has one tab stop. */
interface RowFocus {
  readonly tabIndex: 0 | -1;
  readonly 'data-row': number;
}

/** Keys that move, and how far. */
function stepOf(key: string, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return steps[key];
}

export function Grid<T>({ label, list, columns, link, empty, minWidth = 44 }: GridProps<T>) {
  const hintId = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const { current, setCurrent, rows, known, move, goTo } = useMoves(list, scroll);
  const drawn = rows.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;

  if (list.problem && known === 0) return <ProblemNote problem={list.problem} />;
  if (!list.pending && known === 0) return <div className="grid">{empty}</div>;
  const template = columns.map(({ width }) => width).join(' ');
  const tabStop = current >= first && current <= last ? current : first;
  return (
    <div className="grid" style={{ '--columns': template, '--grid-min': `${minWidth}rem` } as object}>
      <div
        className="grid-scroll"
        ref={scroll}
        role="grid"
        aria-label={label}
        aria-describedby={hintId}
        aria-rowcount={list.total?.exact ? list.total.rows + 1 : -1}
        aria-colcount={columns.length}
        aria-busy={list.pending && known === 0}
        onKeyDown={move}
      >
        <GridHead columns={columns} />
        <div className="grid-body" role="rowgroup" style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, start }) => (
            <GridRow
              key={index}
              index={index}
              start={start}
              row={list.rowAt(index)}
              columns={columns}
              link={link}
              focus={{ tabIndex: index === tabStop ? 0 : -1, 'data-row': index }}
              onFocus={() => setCurrent(index)}
            />
          ))}
        </div>
      </div>
      <GridFoot list={list} shown={known} hintId={hintId} onGoTo={goTo} />
    </div>
  );
}

/** Where one is in the table, and how one gets elsewhere. */
function useMoves<T>(list: LongList<T>, scroll: RefObject<HTMLDivElement | null>) {
  const [current, setCurrent] = useState(0);
  const [goesToEnd, setGoesToEnd] = useState(false);
  const wanted = useRef<number>(undefined);
  const { look, countAll, total } = list;
  const known = Math.min(list.known, MOST_ROWS);
  const rows = useVirtualizer({
    count: known,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollPaddingEnd: HEAD_PX,
  });
  const [first, last] = [rows.range?.startIndex ?? 0, rows.range?.endIndex ?? 0];
  const isMore = total?.exact === false;
  useEffect(() => look(first, last), [look, first, last]);
  useEffect(() => {
    if (isMore && last >= known - 1) countAll();
  }, [isMore, last, known, countAll]);

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(known - 1, index));
    wanted.current = next;
    setCurrent(next);
    rows.scrollToIndex(next);
  };
  useEffect(() => {
    if (!goesToEnd || isMore) return;
    setGoesToEnd(false);
    goTo(known - 1);
  });
  useEffect(() => {
    if (wanted.current === undefined) return;
    const target = scroll.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!target) return;
    target.focus({ preventScroll: true });
    // What stands for a row that is still to come gives way to the row's own link, which has to take over.
    if (target.dataset.awaited === undefined) wanted.current = undefined;
  });

  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW_PX) / ROW_PX) - 2);
    const step = stepOf(event.key, page);
    if (step === undefined || known === 0) return;
    event.preventDefault();
    setGoesToEnd(event.key === 'End' && isMore);
    if (event.key === 'End' && isMore) countAll();
    goTo(current + step);
  };
  return { current, setCurrent, rows, known, move, goTo };
}

function GridHead<T>({ columns }: { columns: readonly GridColumn<T>[] }) {
  return (
    <div className="grid-head" role="rowgroup">
      <div className="grid-row" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <div key={column.id} role="columnheader" className={`grid-cell${column.number ? ' number' : ''}`}>
            {column.label}
          </div>
        ))}
      </div>
    </div>
  );
}

interface GridRowProps<T> {
  readonly index: number;
  readonly start: number;
  readonly row: T | undefined;
  readonly columns: readonly GridColumn<T>[];
  readonly link: GridProps<T>['link'];
  readonly focus: RowFocus;
  readonly onFocus: () => void;
}

function GridRow<T>({ index, start, row, columns, link, focus, onFocus }: GridRowProps<T>) {
  const element = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the row's link does the same from the keyboard; the rest of the row is a larger target for the mouse
    <div
      ref={element}
      className="grid-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={onFocus}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a, button')) return;
        element.current?.querySelector<HTMLElement>('a, button')?.click();
      }}
    >
      {row === undefined ? (
        <RowAwaited columns={columns.length} focus={focus} />
      ) : (
        columns.map((column, at) => (
          <div
            key={column.id}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            className={`grid-cell${column.number ? ' number' : ''}`}
          >
            {at === 0 ? link(row, focus) : column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}

/** It can have the focus, so that one who goes on quickly is not thrown out of the table. */
function RowAwaited({ columns, focus }: { columns: number; focus: RowFocus }) {
  const words = useWords();
  return (
    <div role="gridcell" aria-colspan={columns} className="grid-cell faint">
      <span {...focus} data-awaited="">
        {words.frame.loading}
      </span>
    </div>
  );
}
