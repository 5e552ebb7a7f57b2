// On the first start: the offer to scan this machine, and the scan while it runs.

import { Link } from '@tanstack/react-router';
import { Radar } from 'lucide-react';
import { useState } from 'react';
import { useAct, useMaybeAnswer } from '../api/queries.ts';
import { useBarrier } from '../shell/may.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useWords } from '../words/words.tsx';

const THIS_MACHINE = ['127.0.0.1', '::1'];
const DAY_S = 86_400;

export function FirstScan() {
  const words = useWords();
  const { setUp } = words.entry;
  const [scanId, setScanId] = useState<string>();
  const barrier = useBarrier('manage-scopes');
  const start = useAct('startScan', { onDone: (answer) => setScanId(answer.scanId) });
  const create = useAct('createScope', { onDone: (scope) => start.run({ params: { id: scope.id } }) });
  const scan = useMaybeAnswer('getScan', { params: { id: scanId ?? '' } }, scanId !== undefined).answer;
  const running = scanId !== undefined && scan?.state !== 'failed';
  const problem = create.problem ?? start.problem;
  const begin = () =>
    create.run({
      body: { name: setUp.scopeName, targets: THIS_MACHINE, ports: 'default', interval: DAY_S, classify: false },
    });
  return (
    <section className="panel">
      <EmptyState
        title={setUp.scanTitle}
        act={
          <div className="row">
            <Button
              look="primary"
              icon={<Radar size={15} aria-hidden />}
              busy={create.busy || start.busy || running}
              because={barrier}
              onClick={begin}
            >
              {running ? setUp.scanning : setUp.scanAct}
            </Button>
            <Link to="/scopes">{setUp.scanLater}</Link>
          </div>
        }
      >
        <p>{setUp.scanText}</p>
        {problem && <ProblemNote problem={problem} />}
      </EmptyState>
    </section>
  );
}
