// On the first start: the offer to scan this machine, and the scan while it runs.

import { Link } from '@tanstack/react-router';
import { Radar } from 'lucide-react';
import { useState } from 'react';
import { useAct, useMaybeAnswer } from '../api/queries.ts';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { ScanProgress } from '../ui/domain/scan-progress.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useWords } from '../words/words.tsx';

export function FirstScan() {
  const words = useWords();
  const { setUp } = words.entry;
  const [scanId, setScanId] = useState<string>();
  const barrier = useBarrier('manage-scopes');
  const start = useAct('watchThisMachine', { onDone: (answer) => setScanId(answer.scanId) });
  const scan = useMaybeAnswer('getScan', { params: { id: scanId ?? '' } }, scanId !== undefined).answer;
  const running = scanId !== undefined && scan?.state !== 'failed';
  const begin = () => start.run({ body: { name: setUp.scopeName } });
  return (
    <section className="panel">
      <EmptyState
        title={setUp.scanTitle}
        act={
          <div className="row">
            <Button
              look="primary"
              icon={<Radar size={15} aria-hidden />}
              busy={start.busy || running}
              because={barrier}
              onClick={begin}
            >
              {running ? setUp.scanning : setUp.scanAct}
            </Button>
            <Link to="/scopes">{setUp.scanLater}</Link>
          </div>
        }
      >
        {scan?.state === 'running' ? <ScanProgress scan={scan} /> : <p>{setUp.scanText}</p>}
        {start.problem && <ProblemNote problem={start.problem} />}
      </EmptyState>
    </section>
  );
}
