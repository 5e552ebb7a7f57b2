// Everything that happened in a case.
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../api/queries.ts';
import type { CaseEvent } from '../api/shapes/cases.ts';
import { Panel } from '../ui/panel.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useWords } from '../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseTimeline() {
  const { cases } = useWords();
  return (
    <Panel title={cases.timeline.title} note={cases.timeline.about}>
      <TimelineEntries />
    </Panel>
  );
}

const EVENT_SIGNALS: Partial<Record<CaseEvent['what'], 'red' | 'green' | 'amber'>> = {
  'case-opened': 'red',
  'clock-started': 'amber',
  'clock-met': 'green',
  'notice-filed': 'green',
  'case-closed': 'green',
};

function TimelineEntries() {
  const { cases, frame } = useWords();
  const params = route.useParams();
  const { items } = useAnswer('getTimeline', { params, query: { limit: '200' } });
  if (items.length === 0) return <p className="soft">{cases.timeline.none}</p>;
  return (
    <Timeline
      label={cases.timeline.title}
      entries={items.map(({ id, at, who, what, detail }) => ({
        key: id,
        at,
        signal: EVENT_SIGNALS[what],
        title: (
          <>
            {cases.events[what]} {who && <span className="soft">{frame.by(who.name)}</span>}
          </>
        ),
        text: detail && <span lang="en">{detail}</span>,
      }))}
    />
  );
}
