// One scope: its form, its scans.
import { getRouteApi } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Scope } from '../api/shapes/watch.ts';
import { ScopeForm } from '../forms/scope-form.tsx';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ScanState } from '../ui/domain/scan-state.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';
import { ScanNow } from './scopes.tsx';

const route = getRouteApi('/room/scopes/$id');

export function ScopePage() {
  const { watch } = useWords();
  const params = route.useParams();
  const scope = useAnswer('getScope', { params });
  const barrier = useBarrier('manage-scopes');
  const save = useAct('updateScope', { onDone: () => say(watch.scope.saved) });
  return (
    <Page
      title={scope.name}
      above={{ to: '/scopes', label: watch.scopes.title }}
      acts={
        <>
          <RemoveScope scope={scope} />
          <ScanNow scope={scope} />
        </>
      }
    >
      <div className="columns columns-even">
        <Panel title={watch.scope.editTitle}>
          <ScopeForm
            key={scope.version}
            scope={scope}
            busy={save.busy}
            problem={save.problem}
            because={barrier}
            onSave={(body) => save.run({ params, body, version: scope.version })}
          />
        </Panel>
        <Panel title={watch.scope.scans}>
          <Scans scopeId={scope.id} />
        </Panel>
      </div>
    </Page>
  );
}

function Scans({ scopeId }: { scopeId: string }) {
  const { watch } = useWords();
  const { items } = useAnswer('listScans', { query: { scope: scopeId } });
  if (items.length === 0) return <p className="soft">{watch.scope.scansNone}</p>;
  return (
    <ul className="stack-tight">
      {items.map((scan) => (
        <li key={scan.id}>
          <ScanState scan={scan} />
        </li>
      ))}
    </ul>
  );
}

function RemoveScope({ scope }: { scope: Scope }) {
  const { watch, frame } = useWords();
  const barrier = useBarrier('manage-scopes');
  const [sure, setSure] = useState(false);
  const navigate = route.useNavigate();
  const remove = useAct('deleteScope', {
    onDone: () => {
      say(watch.scope.removed);
      void navigate({ to: '/scopes' });
    },
  });
  return (
    <>
      <Button icon={<Trash2 size={14} aria-hidden />} because={barrier} onClick={() => setSure(true)}>
        {watch.scope.remove}
      </Button>
      <Dialog
        open={sure}
        onClose={() => setSure(false)}
        title={watch.scope.remove}
        about={watch.scope.removeSure}
        foot={
          <>
            <Button onClick={() => setSure(false)}>{frame.acts.cancel}</Button>
            <Button
              look="grave"
              busy={remove.busy}
              onClick={() => remove.run({ params: { id: scope.id }, version: scope.version })}
            >
              {frame.acts.remove}
            </Button>
          </>
        }
      >
        {remove.problem && <ProblemNote problem={remove.problem} />}
      </Dialog>
    </>
  );
}
