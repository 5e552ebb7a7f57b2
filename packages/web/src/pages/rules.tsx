// All rules, by title: those that come with Vigie, those of folders, and those that were added; thousands in one table.
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLongList } from '../api/pages.ts';
import { useMaybeAnswer } from '../api/queries.ts';
import { RULE_ORIGINS, RULE_STATES, type RuleSummary } from '../api/shapes/rules.ts';
import { DETECTION_LEVELS } from '../api/shapes/watching.ts';
import { FilterSelect, FilterText } from '../forms/filters.tsx';
import { AddRulesDialog } from '../forms/rules/rule-file-form.tsx';
import { TryRule } from '../forms/rules/try-rule.tsx';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DetectionTitle, LevelBadge } from '../ui/domain/detection-words.tsx';
import { RuleStateBadge } from '../ui/domain/rule-words.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Grid, type GridColumn } from '../ui/grid.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/rules');

export function RulesPage() {
  const { ruleBook } = useWords();
  const barrier = useBarrier('manage-rules');
  const [shown, setShown] = useState<'add' | 'try'>();
  const { level, state, origin, q } = route.useSearch();
  const given = useMemo(() => ({ query: { level, state, origin: originOf(origin), q } }), [level, state, origin, q]);
  const list = useLongList('listRules', given);
  return (
    <Page
      title={ruleBook.title}
      about={ruleBook.about}
      acts={
        <>
          <ButtonLink to="/rules/files">{ruleBook.files}</ButtonLink>
          <Button because={barrier} onClick={() => setShown('try')}>
            {ruleBook.tryOther}
          </Button>
          <Button
            look="primary"
            icon={<Plus size={15} aria-hidden />}
            because={barrier}
            onClick={() => setShown('add')}
          >
            {ruleBook.add}
          </Button>
        </>
      }
      full
    >
      <div className="rules-standing">
        <Standing />
        <Filters />
      </div>
      <Grid
        label={ruleBook.title}
        list={list}
        columns={useColumns()}
        minWidth={58}
        link={(rule, focus) => (
          <Link to="/rules/of/$rule" params={{ rule: rule.rule }} {...focus}>
            <DetectionTitle detection={rule} />
          </Link>
        )}
        empty={<EmptyState title={ruleBook.none}>{ruleBook.noneText}</EmptyState>}
      />
      {shown === 'add' && <AddRulesDialog onClose={() => setShown(undefined)} />}
      {shown === 'try' && (
        <Dialog open wide onClose={() => setShown(undefined)} title={ruleBook.tryOther}>
          <TryRule />
        </Dialog>
      )}
    </Page>
  );
}

function originOf(word: string | undefined) {
  return RULE_ORIGINS.find((one) => one === word);
}

/** What is wrong is said above the list, whatever is filtered. */
function Standing() {
  const { ruleBook } = useWords();
  const format = useFormat();
  const { answer } = useMaybeAnswer('getRuleSummary', {});
  if (answer === undefined) return null;
  const { counts, asked } = answer;
  return (
    <>
      <p className="soft small">{ruleBook.counts(counts.on)}</p>
      {counts.broken > 0 && (
        <Note signal="red">
          {ruleBook.broken(counts.broken)}{' '}
          <Link to="/rules" search={{ state: 'broken' }}>
            {ruleBook.brokenShow}
          </Link>
        </Note>
      )}
      {asked.length > 0 && (
        <Note signal="amber">
          {ruleBook.waitingFor(format.list(asked))} <Link to="/rules/files">{ruleBook.waitingShow}</Link>
        </Note>
      )}
    </>
  );
}

function Filters() {
  const { ruleBook, watching } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: typeof search) => void navigate({ search: { ...search, ...next }, replace: true });
  return (
    <search className="filters">
      <FilterText label={ruleBook.search} value={search.q ?? ''} onText={(q) => change({ q })} />
      <FilterSelect
        label={ruleBook.level}
        any={ruleBook.anyLevel}
        value={search.level}
        choices={DETECTION_LEVELS.map((value) => ({ value, label: watching.levels[value] }))}
        onChoose={(level) => change({ level })}
      />
      <FilterSelect
        label={ruleBook.state}
        any={ruleBook.anyState}
        value={search.state}
        choices={RULE_STATES.map((value) => ({ value, label: ruleBook.states[value] }))}
        onChoose={(state) => change({ state })}
      />
      <FilterSelect
        label={ruleBook.origin}
        any={ruleBook.anyOrigin}
        value={search.origin}
        choices={RULE_ORIGINS.map((value) => ({ value, label: ruleBook.origins[value] }))}
        onChoose={(origin) => change({ origin })}
      />
    </search>
  );
}

function useColumns(): readonly GridColumn<RuleSummary>[] {
  const { ruleBook } = useWords();
  const format = useFormat();
  return [
    { id: 'title', label: ruleBook.rule, width: 'minmax(16rem, 2.4fr)', cell: () => null },
    {
      id: 'level',
      label: ruleBook.level,
      width: '6.5rem',
      cell: ({ level }) => level && <LevelBadge level={level} />,
    },
    { id: 'state', label: ruleBook.state, width: '10rem', cell: ({ state }) => <RuleStateBadge state={state} /> },
    {
      id: 'source',
      label: ruleBook.logSource,
      width: 'minmax(8rem, 1fr)',
      cell: ({ logSource }) => <span className="mono">{logSource}</span>,
    },
    {
      id: 'author',
      label: ruleBook.author,
      width: 'minmax(8rem, 1fr)',
      cell: ({ author }) => <span lang="en">{author}</span>,
    },
    {
      id: 'licence',
      label: ruleBook.licence,
      width: '6.5rem',
      cell: ({ licence }) => <span className="soft">{licence}</span>,
    },
    {
      id: 'told',
      label: ruleBook.told,
      width: '9rem',
      number: true,
      cell: ({ told }) => format.number(told),
    },
  ];
}
