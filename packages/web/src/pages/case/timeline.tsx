// Everything that happened in a case.
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../../api/queries.ts';
import type { CaseEvent } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Timeline } from '../../ui/time/timeline.tsx';
import { useWords } from '../../words/words.tsx';

const route = getRouteApi('/room/cases/$id');

export function CaseTimeline() {
  const { cases } = useWords();
  return (
    <Panel title={cases.timeline.title} note={cases.timeline.about}>
      <div className="stack">
        <AddNote />
        <TimelineEntries />
      </div>
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

function AddNote() {
  const { cases } = useWords();
  const params = route.useParams();
  const barrier = useBarrier('work-on-cases');
  const [says, setSays] = useState('');
  const note = useAct('noteInTimeline', { onDone: () => setSays('') });
  return (
    <form
      className="form form-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        note.run({ params, body: { says: says.trim() } });
      }}
    >
      <TextArea label={cases.timeline.note} rows={2} required value={says} onText={setSays} />
      {note.problem && <ProblemNote problem={note.problem} />}
      <div className="row">
        <Button type="submit" busy={note.busy} because={barrier}>
          {cases.timeline.addNote}
        </Button>
      </div>
    </form>
  );
}
