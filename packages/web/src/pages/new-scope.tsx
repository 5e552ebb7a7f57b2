// A new scope.
import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../api/queries.ts';
import { ScopeForm } from '../forms/scope-form.tsx';
import { useBarrier } from '../shell/may.ts';
import { Page } from '../ui/page.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

export function NewScopePage() {
  const { watch } = useWords();
  const navigate = useNavigate();
  const barrier = useBarrier('manage-scopes');
  const create = useAct('createScope', {
    onDone: ({ id }) => {
      say(watch.scope.saved);
      void navigate({ to: '/scopes/$id', params: { id } });
    },
  });
  return (
    <Page
      title={watch.scope.newTitle}
      about={watch.scope.newAbout}
      above={{ to: '/scopes', label: watch.scopes.title }}
    >
      <ScopeForm
        busy={create.busy}
        problem={create.problem}
        because={barrier}
        onSave={(body) => create.run({ body })}
      />
    </Page>
  );
}
