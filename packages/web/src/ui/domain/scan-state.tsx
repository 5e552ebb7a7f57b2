// How a scan stands, as a link to it.
import { Link } from '@tanstack/react-router';
import type { Scan } from '../../api/shapes/watch.ts';
import { useWords } from '../../words/words.tsx';
import { Badge } from '../badge.tsx';
import { Ago } from '../time/moment.tsx';

const SIGNALS = { queued: 'hollow', running: 'blue', done: 'green', failed: 'red', stopped: 'amber' } as const;

export function ScanState({ scan }: { scan: Scan }) {
  const { domain } = useWords();
  const at = scan.finishedAt ?? scan.startedAt;
  return (
    <span className="row">
      <Badge signal={SIGNALS[scan.state]}>{domain.scanStates[scan.state]}</Badge>
      <Link to="/scans/$id" params={{ id: scan.id }}>
        {at ? <Ago at={at} /> : domain.scanStates[scan.state]}
      </Link>
      <span className="soft">
        {domain.stores(scan.stores)}, {domain.findings(scan.findings)}
      </span>
    </span>
  );
}
