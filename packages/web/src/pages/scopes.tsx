// Scopes: where is looked, how often, who answers for it.
import { Link } from '@tanstack/react-router';
import { Plus, Radar } from 'lucide-react';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Scope } from '../api/shapes/watch.ts';
import { useIntervalText } from '../forms/scope-form.tsx';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { ScanState } from '../ui/domain/scan-state.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

export function ScopesPage() {
  const { watch } = useWords();
  const barrier = useBarrier('manage-scopes');
  const { items } = useAnswer('listScopes', {});
  const add = (
    <ButtonLink to="/scopes/new" look="primary" because={barrier} icon={<Plus size={15} aria-hidden />}>
      {watch.scopes.add}
    </ButtonLink>
  );
  return (
    <Page title={watch.scopes.title} about={watch.scopes.about} acts={add}>
      <div className="panel">
        {items.length === 0 ? (
          <EmptyState title={watch.scopes.none}>{watch.scopes.noneText}</EmptyState>
        ) : (
          <ScopeTable scopes={items} />
        )}
      </div>
    </Page>
  );
}

function ScopeTable({ scopes }: { scopes: readonly Scope[] }) {
  const { watch, frame } = useWords();
  const interval = useIntervalText();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{watch.scopes.name}</th>
            <th scope="col">{watch.scopes.targets}</th>
            <th scope="col">{watch.scopes.owner}</th>
            <th scope="col">{watch.scopes.schedule}</th>
            <th scope="col">{watch.scopes.last}</th>
            <th scope="col">
              <span className="unseen">{watch.scopes.scan}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scopes.map((scope) => (
            <tr key={scope.id}>
              <th scope="row">
                <Link to="/scopes/$id" params={{ id: scope.id }}>
                  {scope.name}
                </Link>
              </th>
              <td className="mono">
                {scope.targets.slice(0, 3).join(', ')}
                {scope.targets.length > 3 ? ' …' : ''}
              </td>
              <td>{scope.owner.name}</td>
              <td>
                {interval(scope.interval)}
                {scope.nextScanAt && (
                  <span className="soft">
                    {' '}
                    · <Ago at={scope.nextScanAt} />
                  </span>
                )}
              </td>
              <td>
                {scope.lastScan ? <ScanState scan={scope.lastScan} /> : <span className="soft">{frame.never}</span>}
              </td>
              <td className="number">
                <ScanNow scope={scope} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ScanNow({ scope }: { scope: Scope }) {
  const { watch } = useWords();
  const barrier = useBarrier('run-scans');
  const scan = useAct('startScan', {
    onDone: () => say(watch.now.scanStarted),
    onProblem: ({ detail, title }) => say(title, { text: detail, problem: true }),
  });
  return (
    <Button
      icon={<Radar size={14} aria-hidden />}
      because={barrier}
      busy={scan.busy}
      onClick={() => scan.run({ params: { id: scope.id } })}
    >
      {watch.scopes.scan} <span className="unseen">{scope.name}</span>
    </Button>
  );
}
