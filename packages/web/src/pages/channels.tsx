// Alerts: where people are told of detections, when, and whether it arrives.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAct, useAnswer } from '../api/queries.ts';
import { type Channel, type QuietHours, WEEK_DAYS } from '../api/shapes/channels.ts';
import { ChannelDialog } from '../forms/channel-form.tsx';
import { SureDialog } from '../forms/sure-dialog.tsx';
import { useBarrier } from '../shell/may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { LevelBadge } from '../ui/domain/detection-words.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords, type Words } from '../words/words.tsx';

export function ChannelsPage() {
  const { channels } = useWords();
  const barrier = useBarrier('manage-channels');
  const [adding, setAdding] = useState(false);
  const { items } = useAnswer('listChannels', {});
  const add = (
    <Button look="primary" icon={<Plus size={15} aria-hidden />} because={barrier} onClick={() => setAdding(true)}>
      {channels.add}
    </Button>
  );
  return (
    <Page title={channels.title} about={channels.about} acts={items.length > 0 && add}>
      <Panel title={channels.title} bare>
        {items.length === 0 ? (
          <EmptyState title={channels.none} act={add}>
            {channels.noneText}
          </EmptyState>
        ) : (
          <ChannelTable channels={items} />
        )}
      </Panel>
      {adding && <ChannelDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function ChannelTable({ channels: items }: { channels: readonly Channel[] }) {
  const { channels } = useWords();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{channels.name}</th>
            <th scope="col">{channels.leastLevel}</th>
            <th scope="col">{channels.window}</th>
            <th scope="col">{channels.quiet}</th>
            <th scope="col">{channels.lastDelivery}</th>
            <th scope="col">{channels.state}</th>
            <th scope="col">
              <span className="unseen">{channels.edit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChannelRow({ channel }: { channel: Channel }) {
  const { channels, frame } = useWords();
  const window = String(channel.windowMinutes) as keyof Words['channels']['windows'];
  return (
    <tr>
      <th scope="row">
        {channel.name}
        <div className="small soft">
          {channels.kinds[channel.kind]} · <span className="mono">{channel.targetShown}</span>
        </div>
      </th>
      <td>
        <LevelBadge level={channel.leastLevel} />
      </td>
      <td>{channels.windows[window] ?? channels.windowOther(channel.windowMinutes)}</td>
      <td>{channel.quietHours === null ? channels.noQuiet : <Quiet quiet={channel.quietHours} />}</td>
      <td>
        {channel.lastDeliveryAt ? <Ago at={channel.lastDeliveryAt} /> : frame.never}
        <Standing channel={channel} />
      </td>
      <td>
        <Badge signal={channel.enabled ? 'green' : 'plain'}>{channel.enabled ? channels.on : channels.off}</Badge>
      </td>
      <td className="number">
        <ChannelActs channel={channel} />
      </td>
    </tr>
  );
}

function Quiet({ quiet: { timeZone, stretches } }: { quiet: QuietHours }) {
  const { channels } = useWords();
  const format = useFormat();
  return stretches.map(({ days, from, to }) => (
    <div key={`${days.join()} ${from} ${to}`}>
      {channels.quietText(
        days.length === WEEK_DAYS.length ? channels.everyDay : format.list(days.map((day) => channels.days[day])),
        from,
        to,
        timeZone,
      )}
    </div>
  ));
}

/** What waits, and what did not arrive; only where there is some. */
function Standing({ channel }: { channel: Channel }) {
  const { channels } = useWords();
  return (
    <>
      {channel.waiting > 0 && <div className="small soft">{channels.waiting(channel.waiting)}</div>}
      {channel.failures > 0 && (
        <div className="small signal-red">
          {channels.failing(channel.failures)} {channel.lastFailure && <span lang="en">{channel.lastFailure}</span>}
        </div>
      )}
    </>
  );
}

function ChannelActs({ channel }: { channel: Channel }) {
  const { channels } = useWords();
  const barrier = useBarrier('manage-channels');
  const [shown, setShown] = useState<'edit' | 'sure'>();
  const close = () => setShown(undefined);
  const given = { params: { id: channel.id } };
  const change = useAct('changeChannel');
  const test = useAct('testChannel', {
    onDone: ({ result, failure }) =>
      result === 'delivered'
        ? say(channels.delivered)
        : say(channels.notDelivered, { problem: true, ...(failure === undefined ? {} : { text: failure }) }),
  });
  const remove = useAct('removeChannel', {
    onDone: () => {
      close();
      say(channels.removed);
    },
  });
  const of = <span className="unseen"> {channel.name}</span>;
  const problem = test.problem ?? change.problem;
  return (
    <span className="row">
      <Button because={barrier} busy={test.busy} onClick={() => test.run(given)}>
        {channels.test}
        {of}
      </Button>
      <Button because={barrier} onClick={() => setShown('edit')}>
        {channels.edit}
        {of}
      </Button>
      <Button
        because={barrier}
        busy={change.busy}
        onClick={() => change.run({ ...given, body: { enabled: !channel.enabled }, version: channel.version })}
      >
        {channel.enabled ? channels.turnOff : channels.turnOn}
        {of}
      </Button>
      <Button because={barrier} onClick={() => setShown('sure')}>
        {channels.remove}
        {of}
      </Button>
      {problem && <ProblemNote problem={problem} />}
      {shown === 'edit' && <ChannelDialog channel={channel} onClose={close} />}
      {shown === 'sure' && (
        <SureDialog
          title={channels.removeTitle}
          about={channels.removeSure}
          busy={remove.busy}
          problem={remove.problem}
          onClose={close}
          onSure={() => remove.run(given)}
        />
      )}
    </span>
  );
}
