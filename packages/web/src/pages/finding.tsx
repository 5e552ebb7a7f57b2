// One finding: why it matters, what to do, what proves it, and its life.
import { getRouteApi, Link } from '@tanstack/react-router';
import { FolderPlus } from 'lucide-react';
import { useAnswer } from '../api/queries.ts';
import type { Finding } from '../api/shapes/watch.ts';
import { FindingLife } from '../forms/finding-life.tsx';
import { useBarrier, useHas } from '../shell/may.ts';
import { CopyButton } from '../ui/copy.tsx';
import { productName } from '../ui/domain/product.ts';
import { SafeLink } from '../ui/domain/safe-link.tsx';
import { SeverityBadge, StateBadge } from '../ui/domain/verdict.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Ago, At } from '../ui/time/moment.tsx';
import { Timeline } from '../ui/time/timeline.tsx';
import { useFindingWords, useTitleOf } from '../words/rules.tsx';
import { useFormat, useWords } from '../words/words.tsx';

const route = getRouteApi('/room/findings/$id');

export function FindingPage() {
  const { watch } = useWords();
  const params = route.useParams();
  const finding = useAnswer('getFinding', { params });
  const title = useTitleOf()(finding);
  return (
    <Page
      title={title.text}
      above={{ to: '/findings', label: watch.findings.title }}
      about={
        <span className="row">
          <SeverityBadge severity={finding.severity} />
          <StateBadge state={finding.state} />
          <Link to="/stores/$id" params={{ id: finding.storeId }} className="mono">
            {finding.store.address}:{finding.store.port}
          </Link>
          <span>{productName(finding.store.product)}</span>
        </span>
      }
      acts={<CaseOfIt finding={finding} />}
    >
      <div className="columns">
        <div className="stack">
          <Panel title={watch.finding.why}>
            <Why finding={finding} />
          </Panel>
          <Panel title={watch.finding.remedy}>
            <Remedy finding={finding} />
          </Panel>
          <Panel title={watch.finding.evidence} note={watch.finding.evidenceNote} bare>
            <Evidence finding={finding} />
          </Panel>
        </div>
        <div className="stack">
          <Panel title={watch.finding.life}>
            <div className="stack">
              <FindingLife finding={finding} />
              <Verification finding={finding} />
              <Dates finding={finding} />
            </div>
          </Panel>
          <Panel title={watch.store.history}>
            <FindingTimeline id={finding.id} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

/** Its case, or the way to open one. */
function CaseOfIt({ finding }: { finding: Finding }) {
  const { watch } = useWords();
  const barrier = useBarrier('work-on-cases');
  const mayRead = useHas('read-cases');
  const { caseId } = finding;
  if (caseId !== undefined && mayRead) {
    return (
      <ButtonLink to="/cases/$id" params={{ id: caseId }}>
        {watch.finding.toCase}
      </ButtonLink>
    );
  }
  return (
    <ButtonLink
      to="/cases"
      search={{ fromFinding: finding.id }}
      because={barrier}
      icon={<FolderPlus size={15} aria-hidden />}
    >
      {watch.store.openCase}
    </ButtonLink>
  );
}

function Why({ finding }: { finding: Finding }) {
  const { why } = useFindingWords(finding);
  return (
    <p lang={why.lang} className="prose">
      {why.text}
    </p>
  );
}

function Remedy({ finding }: { finding: Finding }) {
  const { watch } = useWords();
  const { remedy } = finding;
  const { summary, steps, verify } = useFindingWords(finding);
  return (
    <div className="stack">
      <p className="prose" lang={summary.lang}>
        <strong>{summary.text}</strong>
      </p>
      <ol className="steps">
        {steps.map(({ text, lang }) => (
          <li key={text} lang={lang}>
            {text}
          </li>
        ))}
      </ol>
      {remedy.configuration && (
        <figure className="listing">
          <figcaption className="row row-apart">
            <span>{watch.finding.configuration(remedy.configuration.file)}</span>
            <CopyButton text={remedy.configuration.text} />
          </figcaption>
          <pre lang="en">{remedy.configuration.text}</pre>
        </figure>
      )}
      <dl className="facts">
        <dt>{watch.finding.verifyYourself}</dt>
        <dd lang={verify.lang}>{verify.text}</dd>
        <dt>{watch.finding.reference}</dt>
        <dd>
          <SafeLink address={remedy.reference} />
        </dd>
      </dl>
    </div>
  );
}

function Evidence({ finding: { evidence } }: { finding: Finding }) {
  const { watch } = useWords();
  const format = useFormat();
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{watch.finding.asked}</th>
            <th scope="col">{watch.finding.answered}</th>
            <th scope="col" className="number">
              {watch.finding.bytes}
            </th>
            <th scope="col">{watch.finding.hash}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((one) => (
            <tr key={`${one.asked} ${one.receivedSha256}`} lang="en">
              <td>{one.asked}</td>
              <td>{one.answered}</td>
              <td className="number">
                {format.number(one.sentBytes)}, {format.number(one.receivedBytes)}
              </td>
              <td>
                <code title={one.receivedSha256}>{one.receivedSha256.slice(0, 12)}…</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const RESULT_SIGNALS = { mended: 'green', 'still-open': 'red', 'cannot-tell': 'amber' } as const;

function Verification({ finding: { verification } }: { finding: Finding }) {
  const { watch, domain } = useWords();
  if (verification === undefined) return <Note>{watch.finding.notVerified}</Note>;
  return (
    <Note signal={RESULT_SIGNALS[verification.result]}>
      <p>
        <strong>{domain.verification[verification.result]}</strong> · <Ago at={verification.at} />
      </p>
      <p>{watch.judgements[verification.why] ?? domain.untestedReasons[verification.why] ?? verification.why}</p>
    </Note>
  );
}

function Dates({ finding }: { finding: Finding }) {
  const { watch } = useWords();
  return (
    <dl className="facts">
      <dt>{watch.finding.rule}</dt>
      <dd className="mono">{finding.rule}</dd>
      <dt>{watch.findings.firstSeen}</dt>
      <dd>
        <At at={finding.firstSeenAt} />
      </dd>
      <dt>{watch.findings.lastSeen}</dt>
      <dd>
        <At at={finding.lastSeenAt} />
      </dd>
    </dl>
  );
}

function FindingTimeline({ id }: { id: string }) {
  const { watch, frame } = useWords();
  const { items } = useAnswer('getFindingTimeline', { params: { id } });
  return (
    <Timeline
      label={watch.store.history}
      entries={[...items]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((item, index) => ({
          key: `${item.at} ${index}`,
          at: item.at,
          signal: item.to === 'mended' ? 'green' : item.to === 'back' ? 'red' : undefined,
          title: (
            <>
              {watch.acts[item.what] ?? item.what} {item.assignee?.name}{' '}
              {item.who && <span className="soft">{frame.by(item.who)}</span>}
            </>
          ),
          text: item.acceptedBecause ?? (item.why && <>{watch.judgements[item.why] ?? item.why}</>),
        }))}
    />
  );
}
