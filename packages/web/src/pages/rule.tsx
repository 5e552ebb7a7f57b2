// One rule: what it looks for, who wrote it and under which licence, as it is written, on or off, and tried on lines of a log.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useAnswer } from '../api/queries.ts';
import type { Rule } from '../api/shapes/rules.ts';
import { BecauseDialog } from '../forms/case/because-dialog.tsx';
import { TryRule } from '../forms/rules/try-rule.tsx';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy.tsx';
import { LevelBadge, useDetectionTitle } from '../ui/domain/detection-words.tsx';
import { LinkList } from '../ui/domain/link-list.tsx';
import { RuleStateBadge } from '../ui/domain/rule-words.tsx';
import { SafeLink } from '../ui/domain/safe-link.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { At } from '../ui/time/moment.tsx';
import { say } from '../ui/toast.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/rules/of/$rule');

export function RulePage() {
  const { ruleBook } = useWords();
  const params = route.useParams();
  const rule = useAnswer('getRule', { params });
  const title = useDetectionTitle()(rule);
  const barrier = useBarrier('manage-rules');
  return (
    <Page
      title={title.text}
      titleLang={title.lang}
      above={{ to: '/rules', label: ruleBook.title }}
      about={
        <span className="row">
          {rule.level && <LevelBadge level={rule.level} />}
          <RuleStateBadge state={rule.state} />
          <span>{ruleBook.kinds[rule.kind]}</span>
          <span>{ruleBook.origins[rule.origin]}</span>
        </span>
      }
      acts={<Switch rule={rule} />}
    >
      <Standing rule={rule} />
      <div className="columns">
        <div className="stack">
          {rule.description && (
            <Panel title={ruleBook.what}>
              <p className="prose" lang="en">
                {rule.description}
              </p>
            </Panel>
          )}
          {rule.kind !== 'filter' && rule.state !== 'broken' && (
            <Panel title={ruleBook.tryIt}>
              <TryRule rule={rule.rule} because={barrier} />
            </Panel>
          )}
          {rule.text && (
            <Panel title={ruleBook.text} act={<CopyButton text={rule.text} />}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a tab stop nobody could scroll it from the keyboard */}
              <pre className="listing-text" lang="en" tabIndex={0}>
                {rule.text}
              </pre>
            </Panel>
          )}
        </div>
        <Panel title={ruleBook.particulars}>
          <Particulars rule={rule} />
        </Panel>
      </div>
    </Page>
  );
}

/** Why it tells nothing, where it does not. */
function Standing({ rule: { reason, off, countsOnly, state } }: { rule: Rule }) {
  const { ruleBook } = useWords();
  return (
    <>
      {off && (
        <Note signal="amber">
          <p>
            <strong>{ruleBook.isOff(off.by.name)}</strong>{' '}
            <span className="soft">
              <At at={off.at} />
            </span>
          </p>
          <p>{off.reason}</p>
        </Note>
      )}
      {reason && (
        <Note signal={state === 'broken' ? 'red' : 'amber'}>
          <p>
            <strong>{ruleBook.whyNot}</strong>
          </p>
          <p lang="en">{reason}</p>
        </Note>
      )}
      {countsOnly && state === 'on' && <Note signal="blue">{ruleBook.countsOnly}</Note>}
    </>
  );
}

function Switch({ rule: { rule, state } }: { rule: Rule }) {
  const { ruleBook } = useWords();
  const barrier = useBarrier('manage-rules');
  const [asking, setAsking] = useState(false);
  const isOff = state === 'off';
  const act = isOff ? ruleBook.switchOn : ruleBook.switchOff;
  const change = useAct('switchRule', {
    onDone: ({ state: now }) => {
      setAsking(false);
      say(now === 'off' ? ruleBook.switchedOff : ruleBook.switchedOn);
    },
  });
  return (
    <>
      <Button because={barrier} onClick={() => setAsking(true)}>
        {act}
      </Button>
      {asking && (
        <BecauseDialog
          title={act}
          about={isOff ? ruleBook.switchOnAbout : ruleBook.switchOffAbout}
          busy={change.busy}
          problem={change.problem}
          onClose={() => setAsking(false)}
          onBecause={(because) => {
            // A reason is one line, so that it can stand in a list.
            const reason = because.replace(/\s+/g, ' ');
            change.run({ params: { rule }, body: { on: isOff, reason } });
          }}
        />
      )}
    </>
  );
}

/** Author, link and licence are shown wherever the rule is: the Detection Rule License 1.1 wants it. */
function Particulars({ rule }: { rule: Rule }) {
  const { ruleBook } = useWords();
  const format = useFormat();
  return (
    <dl className="facts">
      <dt>{ruleBook.rule}</dt>
      <dd className="mono">{rule.rule}</dd>
      <dt>{ruleBook.author}</dt>
      <dd>{rule.author === undefined ? ruleBook.noAuthor : <span lang="en">{rule.author}</span>}</dd>
      {rule.licence && (
        <>
          <dt>{ruleBook.licence}</dt>
          <dd lang="en">{rule.licence}</dd>
        </>
      )}
      {rule.link && (
        <>
          <dt>{ruleBook.source}</dt>
          <dd className="mono">
            <SafeLink address={rule.link} />
          </dd>
        </>
      )}
      <dt>{ruleBook.file}</dt>
      <dd>
        <span className="mono">{rule.file}</span>
        {rule.line !== undefined && <span className="soft"> {ruleBook.line(rule.line)}</span>}
      </dd>
      {rule.logSource && (
        <>
          <dt>{ruleBook.logSource}</dt>
          <dd className="mono">{rule.logSource}</dd>
        </>
      )}
      <dt>{ruleBook.told}</dt>
      <dd>
        {format.number(rule.told)}{' '}
        {rule.told > 0 && (
          <Link to="/detections" search={{ q: rule.rule }}>
            {ruleBook.seeDetections}
          </Link>
        )}
      </dd>
      <LinkList label={ruleBook.falsePositives} items={rule.falsePositives} />
      <LinkList label={ruleBook.references} items={rule.references} />
      <LinkList label={ruleBook.tags} items={rule.tags} />
    </dl>
  );
}
