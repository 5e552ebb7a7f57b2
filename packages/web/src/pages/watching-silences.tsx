// Silences: what nobody is told of, until when and why.
import { useMemo, useState } from 'react';
import { useLongList } from '../api/pages.ts';
import { useAct } from '../api/queries.ts';
import type { Silence } from '../api/shapes/watching.ts';
import { SureDialog } from '../forms/sure-dialog.tsx';
import { useBarrier } from '../shell/may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { productName } from '../ui/domain/product.ts';
import { EmptyState } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { At } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useWords } from '../words/words.tsx';

export function SilencesPage() {
  const { silences, detections } = useWords().watching;
  return (
    <Page title={silences.title} about={silences.about} above={{ to: '/detections', label: detections.title }}>
      <Panel title={silences.title} bare>
        <SilenceTable />
      </Panel>
    </Page>
  );
}

/** Two hundred are more than anybody keeps in mind; the newest are shown. */
function SilenceTable() {
  const { silences } = useWords().watching;
  const given = useMemo(() => ({ query: {} }), []);
  const list = useLongList('listSilences', given);
  const items = Array.from({ length: Math.min(200, list.known) }, (_, index) => list.rowAt(index)).flatMap(
    (item) => item ?? [],
  );
  if (list.pending) return null;
  if (items.length === 0) {
    return (
      <EmptyState title={silences.none} act={<ButtonLink to="/detections">{silences.noneAct}</ButtonLink>}>
        {silences.noneText}
      </EmptyState>
    );
  }
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{silences.what}</th>
            <th scope="col">{silences.until}</th>
            <th scope="col">{silences.reason}</th>
            <th scope="col">{silences.by}</th>
            <th scope="col">{silences.state}</th>
            <th scope="col">
              <span className="unseen">{silences.end}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((silence) => (
            <SilenceRow key={silence.id} silence={silence} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SilenceRow({ silence }: { silence: Silence }) {
  const { silences } = useWords().watching;
  const { store, rule, ruleTitle } = silence;
  return (
    <tr>
      <th scope="row">
        {rule === undefined ? silences.everyRule : <span lang="en">{ruleTitle ?? rule}</span>}
        <div className="small soft">
          {store === undefined ? silences.everyStore : `${productName(store.product)} ${store.address}:${store.port}`}
        </div>
      </th>
      <td>
        <At at={silence.until} />
      </td>
      <td>{silence.reason}</td>
      <td>{silence.by.name}</td>
      <td>
        <Badge signal={silence.active ? 'amber' : 'plain'}>{silence.active ? silences.active : silences.over}</Badge>
        {silence.endedBy && <div className="small soft">{silences.ended(silence.endedBy.name)}</div>}
      </td>
      <td className="number">{silence.active && <EndSilence silence={silence} />}</td>
    </tr>
  );
}

function EndSilence({ silence }: { silence: Silence }) {
  const { silences } = useWords().watching;
  const barrier = useBarrier('silence-detections');
  const [sure, setSure] = useState(false);
  const end = useAct('endSilence', {
    onDone: () => {
      setSure(false);
      say(silences.endedDone);
    },
  });
  return (
    <>
      <Button because={barrier} onClick={() => setSure(true)}>
        {silences.end}
        <span className="unseen"> {silence.ruleTitle ?? silence.rule ?? silence.store?.address}</span>
      </Button>
      {sure && (
        <SureDialog
          title={silences.end}
          about={silences.endSure}
          busy={end.busy}
          problem={end.problem}
          onClose={() => setSure(false)}
          onSure={() => end.run({ params: { id: silence.id } })}
        />
      )}
    </>
  );
}
