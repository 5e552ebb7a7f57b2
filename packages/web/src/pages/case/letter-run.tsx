// One run of letters, letter by letter: a table that stays fast with a hundred thousand of them, and what is for a person to decide.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useLongList } from '../../api/pages.ts';
import { useAnswer } from '../../api/queries.ts';
import { LETTER_STATES, type Letter, type LetterRun } from '../../api/shapes/letters.ts';
import { FilterSelect } from '../../forms/filters.tsx';
import { isByHand, ToldByHand } from '../../forms/letters/by-hand.tsx';
import { LettersInDoubt } from '../../forms/letters/in-doubt.tsx';
import { LetterDialog } from '../../forms/letters/letter-dialog.tsx';
import { LETTER_SIGNALS, ServerAnswer } from '../../forms/letters/letter-state.tsx';
import { TellAgain } from '../../forms/letters/tell-again.tsx';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty.tsx';
import { Grid, type GridColumn } from '../../ui/grid.tsx';
import { At } from '../../ui/time/moment.tsx';
import { useFormat, useWords } from '../../words/words.tsx';
import { RunFigures, useRunTitle } from './run-figures.tsx';

const route = getRouteApi('/room/cases/$id/letters/$runId');

export function CaseLetterRun() {
  const { letters } = useWords();
  const { id, runId } = route.useParams();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const run = useAnswer('getLetterRun', { params: { id: runId } });
  const stateOf = LETTER_STATES.find((one) => one === state);
  return (
    <div className="stack">
      <p>
        <Link to="/cases/$id/letters" params={{ id }}>
          {letters.above}
        </Link>{' '}
        / <strong>{useRunTitle(run)}</strong>
      </p>
      <RunFigures run={run} />
      {run.erasedAt === undefined && (
        <>
          <LettersInDoubt run={run} />
          <ToldByHand run={run} />
        </>
      )}
      <TellAgain
        run={run}
        onPrepared={(next) => void navigate({ to: '/cases/$id/letters/$runId', params: { id, runId: next } })}
      />
      <p className="soft prose">{letters.about}</p>
      <search className="filters">
        <FilterSelect
          label={letters.state}
          any={letters.anyState}
          value={stateOf}
          choices={LETTER_STATES.map((value) => ({ value, label: letters.states[value] }))}
          onChoose={(next) => void navigate({ search: next === undefined ? {} : { state: next }, replace: true })}
        />
      </search>
      <Letters run={run} state={stateOf} />
    </div>
  );
}

function Letters({ run, state }: { run: LetterRun; state: Letter['state'] | undefined }) {
  const { letters } = useWords();
  const format = useFormat();
  const [opened, setOpened] = useState<Letter>();
  const given = useMemo(() => ({ params: { id: run.id }, query: { state } }), [run.id, state]);
  const list = useLongList('listLetters', given);
  return (
    <div className="grid-part">
      <Grid
        label={letters.title}
        list={list}
        columns={useColumns(run)}
        link={(letter, focus) => (
          <button type="button" className="cell-button" {...focus} onClick={() => setOpened(letter)}>
            {letters.name(format.number(letter.number))}
          </button>
        )}
        empty={
          state === undefined ? (
            <EmptyState title={letters.none}>{letters.noneText}</EmptyState>
          ) : (
            <EmptyState title={letters.noneSo}>{letters.noneSoText}</EmptyState>
          )
        }
      />
      {opened && <LetterDialog run={run} letter={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

function useColumns(run: LetterRun): readonly GridColumn<Letter>[] {
  const { letters } = useWords();
  const format = useFormat();
  const byMail: readonly GridColumn<Letter>[] = [
    {
      id: 'answer',
      label: letters.answer,
      width: 'minmax(12rem, 2fr)',
      cell: (letter) => <ServerAnswer letter={letter} />,
    },
    { id: 'tries', label: letters.tries, width: '5rem', number: true, cell: ({ tries }) => format.number(tries) },
  ];
  return [
    { id: 'number', label: letters.number, width: 'minmax(8rem, 1fr)', cell: () => null },
    {
      id: 'state',
      label: letters.state,
      width: '8rem',
      cell: ({ state }) => <Badge signal={LETTER_SIGNALS[state]}>{letters.states[state]}</Badge>,
    },
    ...(isByHand(run) ? [] : byMail),
    {
      id: 'ended',
      label: letters.ended,
      width: 'minmax(9rem, 1fr)',
      cell: ({ endedAt }) => endedAt && <At at={endedAt} />,
    },
  ];
}
