// Who was there while the stores of a case stood open, as logs tell it: who, how much, from when to when, and how surely.
import { getRouteApi } from '@tanstack/react-router';
import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer, useAnswerEvery } from '../../api/queries.ts';
import { VISITOR_CLASSES, type VisitorGroup, type CaseVisitors as Visitors } from '../../api/shapes/watching.ts';
import { SureDialog } from '../../forms/sure-dialog.tsx';
import { useBarrier } from '../../shell/may.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SpanChart } from '../../ui/charts/span-chart.tsx';
import { AccessTable } from '../../ui/domain/access-table.tsx';
import { productName } from '../../ui/domain/product.ts';
import { VISITOR_SIGNALS, VisitorBadge } from '../../ui/domain/visitor-class.tsx';
import { EmptyState } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { At } from '../../ui/time/moment.tsx';
import { useNow } from '../../ui/time/now.ts';
import { say } from '../../ui/toast.tsx';
import { useFormat, useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

/** Each access is not told of one by one. */
const ANEW_MS = 60_000;

export function CaseVisitors() {
  const { visitors: words } = useWords().watching;
  const params = route.useParams();
  const visitors = useAnswerEvery(ANEW_MS, 'getCaseVisitors', { params });
  return (
    <div className="stack">
      <p className="soft prose">{words.about}</p>
      <Panel title={words.title} bare={visitors.groups.length > 0} act={<TakeOver visitors={visitors} />}>
        {visitors.groups.length === 0 ? (
          <EmptyState title={words.none} act={<ButtonLink to="/inputs">{words.noneAct}</ButtonLink>}>
            {words.noneText}
          </EmptyState>
        ) : (
          <Groups groups={visitors.groups} />
        )}
      </Panel>
      {visitors.groups.length > 0 && (
        <Panel title={words.spans}>
          <Spans visitors={visitors} />
        </Panel>
      )}
      <Panel title={words.windows} bare>
        <Windows visitors={visitors} />
      </Panel>
      <Note signal={visitors.complete ? 'green' : 'amber'}>
        {visitors.complete ? words.complete : words.incomplete}
      </Note>
    </div>
  );
}

/** What the logs prove becomes facts, once somebody says so. */
function TakeOver({ visitors }: { visitors: Visitors }) {
  const { visitors: words } = useWords().watching;
  const params = route.useParams();
  const one = useAnswer('getCase', { params });
  const barrier = useBarrier('work-on-cases');
  const [sure, setSure] = useState(false);
  const take = useAct('takeOverVisitors', {
    onDone: () => {
      setSure(false);
      say(words.written);
    },
  });
  return (
    <>
      <Button
        look="primary"
        icon={<FilePlus2 size={15} aria-hidden />}
        because={barrier ?? (visitors.groups.length === 0 ? words.writeNone : undefined)}
        onClick={() => setSure(true)}
      >
        {words.write}
      </Button>
      {sure && (
        <SureDialog
          title={words.write}
          about={words.writeAbout}
          busy={take.busy}
          problem={take.problem}
          onClose={() => setSure(false)}
          onSure={() => take.run({ params, version: one.version })}
        />
      )}
    </>
  );
}

function Groups({ groups }: { groups: readonly VisitorGroup[] }) {
  const { visitors: words } = useWords().watching;
  return (
    <AccessTable
      who={words.group}
      more={words.confidence}
      measures={['addresses', 'queries', 'rows', 'bytes']}
      rows={VISITOR_CLASSES.map((of) => {
        const group = groups.find((candidate) => candidate.class === of);
        if (group === undefined)
          return { key: of, who: <VisitorBadge of={of} />, amounts: undefined, more: words.absent };
        const { firstAt, lastAt } = group;
        return { key: of, who: <Who group={group} />, amounts: group, firstAt, lastAt, more: <Sure group={group} /> };
      })}
    />
  );
}

interface GroupProps {
  readonly group: VisitorGroup;
}

function Who({ group: { class: of, names } }: GroupProps) {
  const { watching } = useWords();
  const format = useFormat();
  return (
    <>
      <VisitorBadge of={of} />
      <div className="small soft">{watching.classMeaning[of]}</div>
      {names.length > 0 && <div className="small">{format.list(names)}</div>}
    </>
  );
}

const CONFIDENCE_SIGNALS = { high: 'green', medium: 'amber', low: 'hollow' } as const;

function Sure({ group: { confidence, reasons } }: GroupProps) {
  const { visitors: words } = useWords().watching;
  return (
    <>
      <Badge signal={CONFIDENCE_SIGNALS[confidence]}>{words.confidences[confidence]}</Badge>
      {reasons.map((reason) => (
        <div key={reason} className="small soft">
          {words.reasons[reason]}
        </div>
      ))}
    </>
  );
}

function Spans({ visitors: { groups, windows } }: { visitors: Visitors }) {
  const { watching } = useWords();
  const words = watching.visitors;
  const format = useFormat();
  const now = new Date(useNow(ANEW_MS)).toISOString();
  return (
    <SpanChart
      label={words.spans}
      behind={{ label: words.open, spans: windows.map(({ from, to }) => ({ from, to: to ?? now })) }}
      spans={groups.flatMap(({ class: one, rows, firstAt, lastAt }) =>
        firstAt === undefined || lastAt === undefined
          ? []
          : [
              {
                label: `${watching.classes[one]}, ${watching.amounts.rows}: ${format.number(rows)}`,
                from: firstAt,
                to: lastAt,
                signal: VISITOR_SIGNALS[one],
              },
            ],
      )}
    />
  );
}

function Windows({ visitors: { windows } }: { visitors: Visitors }) {
  const { visitors: words } = useWords().watching;
  const format = useFormat();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.store}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.logged}</th>
            <th scope="col">{words.gaps}</th>
          </tr>
        </thead>
        <tbody>
          {windows.map(({ store, from, notBefore, to, loggedFrom, missing }) => (
            <tr key={`${store.id} ${from}`}>
              <th scope="row">
                {productName(store.product)}{' '}
                <span className="mono">
                  {store.address}:{store.port}
                </span>
              </th>
              <td>
                <At at={from} />
                {notBefore && <div className="small soft">{words.notBefore(format.instant(notBefore))}</div>}
              </td>
              <td>{to ? <At at={to} /> : words.stillOpen}</td>
              <td>{loggedFrom ? <At at={loggedFrom} /> : words.notLogged}</td>
              <td>
                {missing.map((one) => (
                  <div key={one}>{words.missing[one]}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
