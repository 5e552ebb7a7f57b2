// Adds a store to an open case. What that changes in the facts, and what follows, is shown before it is done.
import { CirclePlus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useAct, useAnswer, useMaybeAnswer } from '../../api/queries.ts';
import type { Case, Decided, StorePreview } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Boundary } from '../../ui/boundary.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FactValue } from '../../ui/domain/fact-value.tsx';
import { productName } from '../../ui/domain/product.ts';
import { TextField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Waiting } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** The button that opens the form. */
export function AddStoreButton({ one }: { one: Case }) {
  const { workspace } = useWords();
  const mayWork = useBarrier('work-on-cases');
  const barrier = mayWork ?? (one.state === 'closed' ? workspace.seats.closed : undefined);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CirclePlus size={14} aria-hidden />} because={barrier} onClick={() => setOpen(true)}>
        {workspace.addStore.act}
      </Button>
      {open && <AddStore one={one} onClose={() => setOpen(false)} />}
    </>
  );
}

/** As many as a list can be looked through; the field above narrows it down. */
const MOST_CHOICES = '50';

/** Stores that strangers get into and that the case does not have yet. */
function useOpenStores(one: Case, q: string) {
  const query = { q: q.trim(), limit: MOST_CHOICES, verdict: 'open,partial' };
  const { answer, pending } = useMaybeAnswer('listStores', { query });
  return { pending, stores: (answer?.items ?? []).filter(({ id }) => !one.stores.includes(id)) };
}

function AddStore({ one, onClose }: { one: Case; onClose: () => void }) {
  const { frame, workspace } = useWords();
  const words = workspace.addStore;
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState('');
  const { stores, pending } = useOpenStores(one, q);
  const store = stores.find(({ id }) => id === chosen);
  const add = useAct('addStoreToCase', {
    onDone: () => {
      say(words.added);
      onClose();
    },
  });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={words.title}
      about={words.about}
      foot={
        <>
          <Button onClick={onClose}>{frame.acts.cancel}</Button>
          <Button
            look="primary"
            busy={add.busy}
            because={store === undefined ? words.first : undefined}
            onClick={() => store && add.run({ params: { id: one.id }, body: { fromStore: store.id } })}
          >
            {words.add}
          </Button>
        </>
      }
    >
      <div className="form">
        <TextField label={words.search} type="search" value={q} onText={setQ} />
        {stores.length === 0 ? (
          !pending && (
            <Note>
              <p>{words.none}</p>
              <p>{words.noneText}</p>
            </Note>
          )
        ) : (
          <Select
            label={words.choose}
            value={store?.id ?? ''}
            choices={[
              ...(store === undefined ? [{ value: '', label: words.first }] : []),
              ...stores.map(({ id, address, port, product }) => ({
                value: id,
                label: `${productName(product)} ${address}:${port}`,
              })),
            ]}
            onChoose={setChosen}
          />
        )}
        {store !== undefined && (
          <Boundary key={store.id}>
            <Suspense fallback={<Waiting />}>
              <Preview caseId={one.id} storeId={store.id} />
            </Suspense>
          </Boundary>
        )}
        {add.problem && <ProblemNote problem={add.problem} />}
      </div>
    </Dialog>
  );
}

function Preview({ caseId, storeId }: { caseId: string; storeId: string }) {
  const { facts: names, workspace } = useWords();
  const words = workspace.addStore;
  const preview = useAnswer('previewStoreForCase', { params: { id: caseId }, query: { fromStore: storeId } });
  return (
    <section className="stack-tight" aria-label={words.changes} aria-live="polite">
      <h3>{words.changes}</h3>
      {preview.facts.length === 0 ? <p className="soft">{words.nothing}</p> : <FactChanges preview={preview} />}
      {preview.contradictions.length > 0 && (
        <Note signal="amber">
          <p>{words.contradictions}</p>
          <ul>
            {preview.contradictions.map(({ what, statements }) => (
              <li key={what}>
                {statements.map(({ fact }) => names.names[fact] ?? fact).join(', ')} <span lang="en">{what}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <h3>{words.result}</h3>
      <Result preview={preview} />
    </section>
  );
}

function FactChanges({ preview }: { preview: StorePreview }) {
  const { facts, workspace } = useWords();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{facts.fact}</th>
            <th scope="col">{workspace.addStore.before}</th>
            <th scope="col">{workspace.addStore.after}</th>
          </tr>
        </thead>
        <tbody>
          {preview.facts.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{facts.names[path] ?? path}</th>
              <td className="soft">
                <FactValue path={path} value={before} />
              </td>
              <td>
                <FactValue path={path} value={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Result({ preview: { severity, authority, people } }: { preview: StorePreview }) {
  const { cases, frame, workspace } = useWords();
  const band = (level: string) => cases.bands[level] ?? level;
  const turn = (label: string, { from, to }: { from: Decided; to: Decided }) =>
    from === to ? [] : [frame.labelled(label, `${cases.answers[from]} → ${cases.answers[to]}`)];
  const { from, to } = severity;
  const changes = [
    ...(from.level === to.level
      ? []
      : [frame.labelled(cases.overview.severity, `${band(from.level)} → ${band(to.level)}`)]),
    ...turn(cases.overview.tellAuthority, authority),
    ...turn(cases.overview.tellPeople, people),
  ];
  if (changes.length === 0) return <p className="soft">{workspace.addStore.same}</p>;
  return (
    <ul>
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
