// Inputs: where the room hears of accesses, and how each stands.
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Input } from '../api/shapes/watching.ts';
import { ChangeInputDialog } from '../forms/change-input.tsx';
import { NewInputDialog, NewToken } from '../forms/new-input.tsx';
import { PushExamples } from '../forms/push-examples.tsx';
import { SureDialog } from '../forms/sure-dialog.tsx';
import { useBarrier } from '../shell/may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { productName } from '../ui/domain/product.ts';
import { EmptyState } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/inputs');

export function InputsPage() {
  const { inputs } = useWords().watching;
  const barrier = useBarrier('manage-inputs');
  const { store } = route.useSearch();
  const { items, folders } = useAnswer('listInputs', {});
  const [adding, setAdding] = useState(store !== undefined && barrier === undefined);
  const add = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} because={barrier} onClick={() => setAdding(true)}>
      {inputs.add}
    </Button>
  );
  return (
    <Page title={inputs.title} about={inputs.about} acts={items.length > 0 && add}>
      <Panel title={inputs.title} bare>
        {items.length === 0 ? (
          <EmptyState title={inputs.none} act={add}>
            {inputs.noneText}
          </EmptyState>
        ) : (
          <InputTable inputs={items} />
        )}
      </Panel>
      {adding && <NewInputDialog folders={folders} storeId={store} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function InputTable({ inputs }: { inputs: readonly Input[] }) {
  const { watching } = useWords();
  const words = watching.inputs;
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.store}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="number">
              {words.events}
            </th>
            <th scope="col" className="number">
              {words.detections}
            </th>
            <th scope="col">{words.lastEvent}</th>
            <th scope="col">
              <span className="unseen">{words.howTo}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((input) => (
            <InputRow key={input.id} input={input} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STATE_SIGNALS = { running: 'green', waiting: 'amber', paused: 'plain' } as const;

function InputRow({ input }: { input: Input }) {
  const { watching, frame } = useWords();
  const words = watching.inputs;
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        {input.name}
        <div className="small soft">
          {words.kinds[input.kind]}
          {input.format && (
            <>
              {' · '}
              <code>{input.format}</code>
            </>
          )}
        </div>
        {(input.path ?? input.url) && <div className="small soft mono">{input.path ?? input.url}</div>}
      </th>
      <td>
        {input.store ? (
          <>
            {productName(input.store.product)}{' '}
            <span className="mono">
              {input.store.address}:{input.store.port}
            </span>
          </>
        ) : (
          <span className="soft">{words.noStore}</span>
        )}
      </td>
      <td>
        <Badge signal={STATE_SIGNALS[input.state]}>{words.states[input.state]}</Badge>
        {input.note && (
          <div className="small soft" lang="en">
            {input.note}
          </div>
        )}
      </td>
      <td className="number">
        {format.number(input.counts.events)}
        <Uncounted input={input} />
      </td>
      <td className="number">{format.number(input.counts.detections)}</td>
      <td>{input.lastEventAt ? <Ago at={input.lastEventAt} /> : frame.never}</td>
      <td className="number">
        <InputActs input={input} />
      </td>
    </tr>
  );
}

/** What came and was not taken for an event: never left out, and only said where there is some. */
function Uncounted({ input: { counts } }: { input: Input }) {
  const { frame, watching } = useWords();
  const words = watching.inputs;
  const format = useFormat();
  const told = [
    counts.broken > 0 && frame.labelled(words.broken, format.number(counts.broken)),
    counts.refused > 0 && frame.labelled(words.refused, format.number(counts.refused)),
    counts.waitingBytes > 0 && frame.labelled(words.waiting, format.bytes(counts.waitingBytes)),
  ].filter((one) => one !== false);
  return told.map((one) => (
    <div key={one} className="small signal-amber">
      {one}
    </div>
  ));
}

function InputActs({ input }: { input: Input }) {
  const { watching, frame } = useWords();
  const words = watching.inputs;
  const barrier = useBarrier('manage-inputs');
  const [shown, setShown] = useState<'examples' | 'change' | 'renew' | 'sure'>();
  const close = () => setShown(undefined);
  const pause = useAct('changeInput', {
    onDone: ({ state }) => say(state === 'paused' ? words.paused : words.resumed),
  });
  const renew = useAct('renewInputToken', { onDone: close });
  const remove = useAct('removeInput', {
    onDone: () => {
      close();
      say(words.removed);
    },
  });
  return (
    <span className="row">
      {input.kind === 'push' && (
        <Button onClick={() => setShown('examples')}>
          {words.show}
          <span className="unseen"> {input.name}</span>
        </Button>
      )}
      <Button because={barrier} onClick={() => setShown('change')}>
        {words.change}
        <span className="unseen"> {input.name}</span>
      </Button>
      <Button
        because={barrier}
        busy={pause.busy}
        onClick={() =>
          pause.run({ params: { id: input.id }, body: { paused: input.state !== 'paused' }, version: input.version })
        }
      >
        {input.state === 'paused' ? words.resume : words.pause}
        <span className="unseen"> {input.name}</span>
      </Button>
      {input.kind === 'push' && (
        <Button because={barrier} onClick={() => setShown('renew')}>
          {words.renew}
          <span className="unseen"> {input.name}</span>
        </Button>
      )}
      <Button because={barrier} onClick={() => setShown('sure')}>
        {words.remove}
        <span className="unseen"> {input.name}</span>
      </Button>
      {shown === 'examples' && (
        <Dialog
          open
          wide
          onClose={close}
          title={words.howTo}
          about={words.tokenPlace}
          foot={<Button onClick={close}>{frame.acts.close}</Button>}
        >
          <div className="stack">
            <p>
              {words.token} <code>{input.tokenShown}…</code>
            </p>
            <PushExamples id={input.id} token="TOKEN" />
          </div>
        </Dialog>
      )}
      {shown === 'change' && <ChangeInputDialog input={input} onClose={close} />}
      {shown === 'renew' && renew.answer === undefined && (
        <SureDialog
          title={words.renew}
          about={words.renewSure}
          busy={renew.busy}
          problem={renew.problem}
          onClose={close}
          onSure={() => renew.run({ params: { id: input.id } })}
        />
      )}
      {renew.answer && (
        <NewToken title={words.renewed} id={input.id} token={renew.answer.token} onClose={renew.forget} />
      )}
      {shown === 'sure' && (
        <SureDialog
          title={words.removeTitle}
          about={words.removeSure}
          busy={remove.busy}
          problem={remove.problem}
          onClose={close}
          onSure={() => remove.run({ params: { id: input.id } })}
        />
      )}
    </span>
  );
}
