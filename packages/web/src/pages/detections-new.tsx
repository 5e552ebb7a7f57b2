// On the first screen: what was detected and nobody has said anything of, beside what stands open.
import { Link } from '@tanstack/react-router';
import { useMaybeAnswer } from '../api/queries.ts';
import { DetectionTitle, LevelBadge } from '../ui/domain/detection-words.tsx';
import { Ago } from '../ui/time/moment.tsx';
import { useWords } from '../words/words.tsx';

const SHOWN = 3;

/** It waits for nothing: the rest of the first screen stands without it. */
export function NewDetections() {
  const { now } = useWords().watching;
  const { answer } = useMaybeAnswer('listDetections', { query: { state: 'new', limit: String(SHOWN) } });
  const rows = answer?.total?.rows ?? answer?.items.length ?? 0;
  return (
    <section className="watch-cell watch-detections">
      <h2 className="watch-label">{now.title}</h2>
      {answer !== undefined && rows === 0 && <NothingNew />}
      {answer !== undefined && rows > 0 && (
        <>
          <p className="watch-figure">
            <Link to="/detections" search={{ state: 'new' }} className="plain-link">
              {answer.total?.exact === false ? now.moreThan(rows) : now.count(rows)}
            </Link>
          </p>
          <ul className="stack-tight small">
            {answer.items.map((detection) => (
              <li key={detection.id}>
                <LevelBadge level={detection.level} />{' '}
                <Link to="/detections/$id" params={{ id: detection.id }}>
                  <DetectionTitle detection={detection} />
                </Link>{' '}
                <span className="faint">
                  <Ago at={detection.lastAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Calm, or blind: where no log comes in, nothing can be new. */
function NothingNew() {
  const { now } = useWords().watching;
  const inputs = useMaybeAnswer('listInputs', {}).answer?.items;
  if (inputs === undefined) return null;
  return inputs.length === 0 ? (
    <>
      <p className="watch-figure watch-none">{now.noInputs}</p>
      <p className="soft">
        {now.noInputsText} <Link to="/inputs">{now.noInputsAct}</Link>
      </p>
    </>
  ) : (
    <>
      <p className="watch-figure watch-none">{now.none}</p>
      <p className="soft">{now.noneText}</p>
    </>
  );
}
