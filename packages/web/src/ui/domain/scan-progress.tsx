// A scan while it runs: how far it is, and what it met by now.
import { Link } from '@tanstack/react-router';
import type { RunningScan } from '../../api/shapes/watch.ts';
import { useFormat, useWords } from '../../words/words.tsx';
import { productName } from './product.ts';
import { VerdictBadge } from './verdict.tsx';

export function ScanProgress({ scan }: { scan: RunningScan }) {
  const { watch } = useWords();
  const { under } = watch.scan;
  const { progress } = scan;
  if (scan.state === 'queued') return <p className="soft">{under.waits}</p>;
  if (progress === undefined) return <p className="soft">{under.begins}</p>;
  return (
    <div className="stack">
      <HowFar progress={progress} />
      <div className="stack-tight">
        <h3>{under.met(progress.stores)}</h3>
        {progress.met.length === 0 ? <p className="soft">{under.metNone}</p> : <Met progress={progress} />}
      </div>
    </div>
  );
}

type Progress = NonNullable<RunningScan['progress']>;

function HowFar({ progress: { tested, total, addresses, ports } }: { progress: Progress }) {
  const { under } = useWords().watch.scan;
  const format = useFormat();
  const counts = [
    [under.endpoints, tested, total],
    [under.addresses, addresses.done, addresses.all],
    [under.ports, ports.done, ports.all],
  ] as const;
  return (
    <div className="stack-tight">
      <progress className="progress" max={Math.max(1, total)} value={tested} aria-label={under.title} />
      <dl className="figures figures-row figures-bare">
        {counts.map(([label, done, all]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{under.of(format.number(done), format.number(all))}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Met({ progress: { met, stores } }: { progress: Progress }) {
  const { under } = useWords().watch.scan;
  return (
    <>
      <ul className="stack-tight">
        {met.map(({ address, port, product, verdict }) => (
          <li key={`${address} ${port}`} className="row">
            <VerdictBadge verdict={verdict} />
            <Link to="/stores" search={{ q: address }} className="mono">
              {address}:{port}
            </Link>
            <span>{productName(product)}</span>
          </li>
        ))}
      </ul>
      {stores > met.length && <p className="soft small">{under.latest(met.length)}</p>}
    </>
  );
}
