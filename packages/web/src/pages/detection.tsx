// One detection: why it fired, its facts and the accesses around it as pictures, its rule, and what people say of it.
import { getRouteApi, Link } from '@tanstack/react-router';
import { FolderPlus } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import type { Around, Detection } from '../api/shapes/watching.ts';
import { DetectionDecision } from '../forms/detection-decision.tsx';
import { useBarrier } from '../shell/may.ts';
import { Badge } from '../ui/badge.tsx';
import { AmountChart } from '../ui/charts/amount-chart.tsx';
import { BehaviourFactView } from '../ui/domain/behaviour-fact.tsx';
import { DetectionStateBadge, LevelBadge, useDetectionTitle } from '../ui/domain/detection-words.tsx';
import { LinkList } from '../ui/domain/link-list.tsx';
import { productName } from '../ui/domain/product.ts';
import { SafeLink } from '../ui/domain/safe-link.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Segment } from '../ui/segment.tsx';
import { At } from '../ui/time/moment.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/detections/$id');

export function DetectionPage() {
  const { watching } = useWords();
  const params = route.useParams();
  const detection = useAnswer('getDetection', { params });
  const words = watching.detection;
  const title = useDetectionTitle()(detection);
  return (
    <Page
      title={title.text}
      titleLang={title.lang}
      above={{ to: '/detections', label: watching.detections.title }}
      about={<Head detection={detection} />}
      acts={<CaseOfIt detection={detection} />}
    >
      <div className="columns">
        <div className="stack">
          {detection.facts.length > 0 ? (
            <Panel title={words.facts} note={words.factsAbout}>
              <Facts detection={detection} />
            </Panel>
          ) : (
            <Panel title={words.why}>
              <p lang="en" className="prose">
                {detection.why}
              </p>
            </Panel>
          )}
          <Panel title={words.around} note={words.aroundAbout}>
            <AroundIt detection={detection} />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={words.decide} note={words.decideAbout}>
            <DetectionDecision detection={detection} />
          </Panel>
          <Panel title={words.particulars}>
            <Particulars detection={detection} />
          </Panel>
          <Panel title={words.rule}>
            <Rule detection={detection} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Head({ detection }: { detection: Detection }) {
  const { watching } = useWords();
  const { store } = detection;
  return (
    <span className="row">
      <LevelBadge level={detection.level} />
      <DetectionStateBadge state={detection.state} />
      {detection.silenced && <Badge signal="hollow">{watching.silenced}</Badge>}
      <span>{watching.kinds[detection.kind]}</span>
      {store && (
        <>
          <Link to="/stores/$id/accesses" params={{ id: store.id }} className="mono">
            {store.address}:{store.port}
          </Link>
          <span>{productName(store.product)}</span>
        </>
      )}
    </span>
  );
}

/** From what somebody took to the case of it. */
function CaseOfIt({ detection: { store } }: { detection: Detection }) {
  const { watching } = useWords();
  const barrier = useBarrier('work-on-cases');
  if (store === undefined) return null;
  return (
    <ButtonLink
      to="/cases"
      search={{ fromStore: store.id }}
      because={barrier}
      icon={<FolderPlus size={15} aria-hidden />}
    >
      {watching.detection.openCase}
    </ButtonLink>
  );
}

function Facts({ detection: { facts } }: { detection: Detection }) {
  const all = facts.reduce((sum, { bits }) => sum + bits, 0) || 1;
  return (
    <ol className="behaviour-facts">
      {facts.map((fact) => (
        <BehaviourFactView
          key={`${fact.kind} ${fact.ground} ${fact.subject} ${fact.measure ?? fact.dimension ?? ''}`}
          fact={fact}
          share={fact.bits / all}
        />
      ))}
    </ol>
  );
}

const MEASURES = ['rows', 'bytes', 'queries', 'failures'] as const;
type Measure = (typeof MEASURES)[number];

/** What is most worth looking at first. */
function firstMeasure({ buckets }: Around): Measure {
  return (
    (['rows', 'bytes', 'failures', 'queries'] as const).find((one) => buckets.some((bucket) => bucket[one] > 0)) ??
    'queries'
  );
}

function AroundIt({ detection }: { detection: Detection }) {
  const { watching, frame } = useWords();
  const format = useFormat();
  const words = watching.detection;
  const { around, firstAt, lastAt } = detection;
  const [chosen, setChosen] = useState<Measure>();
  if (around === undefined || around.buckets.length === 0)
    return <EmptyState title={words.aroundNone}>{words.aroundNoneText}</EmptyState>;
  const measure = chosen ?? firstMeasure(around);
  return (
    <div className="stack-tight">
      <Segment
        label={words.show}
        value={measure}
        choices={MEASURES.map((value) => ({ value, label: watching.amounts[value] }))}
        onChoose={setChosen}
      />
      <AmountChart
        label={frame.labelled(words.around, watching.amounts[measure])}
        bars={around.buckets.map((bucket) => ({ at: bucket.at, value: bucket[measure] }))}
        stepSeconds={around.stepSeconds}
        text={measure === 'bytes' ? format.bytes : format.number}
        mark={{ from: firstAt, to: lastAt, label: words.fired }}
        hasUsual={false}
      />
    </div>
  );
}

function Particulars({ detection }: { detection: Detection }) {
  const { watching } = useWords();
  const words = watching.detection;
  return (
    <dl className="facts">
      <dt>{words.first}</dt>
      <dd>
        <At at={detection.firstAt} />
      </dd>
      <dt>{words.last}</dt>
      <dd>
        <At at={detection.lastAt} /> <span className="soft">({words.times(detection.count)})</span>
      </dd>
      <dt>{watching.detections.input}</dt>
      <dd>{detection.input.name}</dd>
      {detection.group.length > 0 && (
        <>
          <dt>{words.group}</dt>
          <dd>
            {detection.group.map(({ field, value }) => (
              <div key={field} className="mono">
                {field} {value}
              </div>
            ))}
            <span className="small soft">{words.groupNote}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

/** Author, link and licence are shown wherever the detection is: the Detection Rule License 1.1 wants it. */
function Rule({ detection }: { detection: Detection }) {
  const { watching, ruleBook } = useWords();
  const words = watching.detection;
  const { author, licence, link, tags, references, falsePositives, kind } = detection;
  // What is no rule in the format of Sigma has none.
  const hasPage = kind === 'rule' || kind === 'correlation';
  return (
    <dl className="facts">
      <dt>{words.ruleId}</dt>
      <dd className="mono">
        {hasPage ? (
          <Link to="/rules/of/$rule" params={{ rule: detection.rule }}>
            {detection.rule}
          </Link>
        ) : (
          detection.rule
        )}
      </dd>
      <dt>{words.author}</dt>
      <dd>{author === undefined ? ruleBook.noAuthor : <span lang="en">{author}</span>}</dd>
      {licence && (
        <>
          <dt>{words.licence}</dt>
          <dd lang="en">{licence}</dd>
        </>
      )}
      {link && (
        <>
          <dt>{words.link}</dt>
          <dd className="mono">
            <SafeLink address={link} />
          </dd>
        </>
      )}
      <LinkList label={words.falsePositives} items={falsePositives} />
      <LinkList label={words.references} items={references} />
      <LinkList label={words.tags} items={tags} />
    </dl>
  );
}
