// What one may say of a clock: its duty is met, or not to be done; or it runs again.
import { EllipsisVertical } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../api/queries.ts';
import type { Clock } from '../../api/shapes/cases.ts';
import { useBarrier } from '../../shell/may.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { say } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { BecauseDialog } from './because-dialog.tsx';

type Saying = 'met' | 'stopped' | 'running';

export function ClockActs({ caseId, clock }: { caseId: string; clock: Clock }) {
  const { cases } = useWords();
  const barrier = useBarrier('work-on-cases');
  const [saying, setSaying] = useState<Saying>();
  const change = useAct('changeClock', {
    onDone: () => {
      setSaying(undefined);
      say(cases.clockActs.kept);
    },
  });
  const offered: readonly Saying[] =
    clock.state === 'running' || clock.state === 'late' ? ['met', 'stopped'] : ['running'];
  if (barrier !== undefined) return null;
  return (
    <>
      <Menu
        trigger={
          <Button look="quiet" className="button-square" aria-label={cases.clockActs.label(clock.to)}>
            <EllipsisVertical size={14} aria-hidden />
          </Button>
        }
      >
        {offered.map((what) => (
          <MenuItem key={what} onChoose={() => setSaying(what)}>
            {cases.clockActs[what]}
          </MenuItem>
        ))}
      </Menu>
      {saying !== undefined && (
        <BecauseDialog
          title={cases.clockActs[saying]}
          about={`${clock.to}, ${clock.regime} ${clock.article}`}
          busy={change.busy}
          problem={change.problem}
          onClose={() => setSaying(undefined)}
          onBecause={(because) =>
            change.run({ params: { id: caseId, clock: clock.id }, body: { state: saying, because } })
          }
        />
      )}
    </>
  );
}
