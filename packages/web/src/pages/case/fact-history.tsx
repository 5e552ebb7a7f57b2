// The past of a fact: every value that it had, who said it, from which source, how sure, and when.
import { Suspense } from 'react';
import { useAnswer } from '../../api/queries.ts';
import type { FactVersion } from '../../api/shapes/cases.ts';
import { Badge } from '../../ui/badge.tsx';
import { Boundary } from '../../ui/boundary.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CERTAINTY_SIGNALS } from '../../ui/domain/case-words.tsx';
import { FactValue } from '../../ui/domain/fact-value.tsx';
import { Waiting } from '../../ui/panel.tsx';
import { At } from '../../ui/time/moment.tsx';
import { useWords } from '../../words/words.tsx';

interface FactHistoryProps {
  readonly caseId: string;
  readonly path: string;
  readonly onClose: () => void;
}

export function FactHistory({ caseId, path, onClose }: FactHistoryProps) {
  const { facts, frame, workspace } = useWords();
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={workspace.history.title(facts.names[path] ?? path)}
      about={workspace.history.about}
      foot={<Button onClick={onClose}>{frame.acts.close}</Button>}
    >
      <Boundary>
        <Suspense fallback={<Waiting />}>
          <Versions caseId={caseId} path={path} />
        </Suspense>
      </Boundary>
    </Dialog>
  );
}

function Versions({ caseId, path }: { caseId: string; path: string }) {
  const { facts, workspace } = useWords();
  const { items } = useAnswer('getFactHistory', { params: { id: caseId, path } });
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{workspace.history.said}</th>
            <th scope="col">{facts.says}</th>
            <th scope="col">{facts.certainty}</th>
            <th scope="col">{facts.source}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((version, index) => (
            <VersionRow key={version.version} version={version} holds={index === 0} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VersionRow({ version, holds }: { version: FactVersion; holds: boolean }) {
  const { facts, workspace } = useWords();
  return (
    <tr>
      <th scope="row">
        <At at={version.at} />
        <div className="small soft">{version.by}</div>
      </th>
      <td>
        <FactValue path={version.path} value={version.value} />{' '}
        {holds && <Badge signal="blue">{workspace.history.holds}</Badge>}
      </td>
      <td>
        <Badge signal={CERTAINTY_SIGNALS[version.certainty]}>{facts.certainties[version.certainty]}</Badge>
      </td>
      <td>
        {version.source === '' ? (
          <span className="soft">{workspace.history.noSource}</span>
        ) : (
          <span lang={version.kind === 'stated' ? undefined : 'en'}>{version.source}</span>
        )}
        <div className="small soft">{workspace.history.kinds[version.kind]}</div>
      </td>
    </tr>
  );
}
