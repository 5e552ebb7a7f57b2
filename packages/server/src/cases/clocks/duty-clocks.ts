// The clocks that an assessment demands: one a duty, and one for each later part of it that has a time.
import type { AssessedDuty, Assessment } from '@vigie/respond';

export interface DutyClock {
  /** Regime, article, recipient and part: the same as long as the duty is. */
  readonly dutyId: string;
  readonly regime: string;
  readonly article: string;
  readonly recipient: string;
  readonly what: string;
  readonly owed: 'yes' | 'unknown';
  /** An instant with its offset, `without undue delay` or `unknown`. */
  readonly due: string;
  readonly dueAt: Date | null;
  /** The outer bound of the law, where it is another. */
  readonly latestAt: Date | null;
}

/** Two duties that have the same recipient and article are told apart by their place. */
export function clocksOf({ duties }: Pick<Assessment, 'duties'>): readonly DutyClock[] {
  const seen = new Map<string, number>();
  return duties.flatMap(dutyClocks).map((clock) => {
    const times = (seen.get(clock.dutyId) ?? 0) + 1;
    seen.set(clock.dutyId, times);
    return times === 1 ? clock : { ...clock, dutyId: `${clock.dutyId}/${times}` };
  });
}

export function dutyIdOf({
  regime,
  article,
  recipient,
}: Pick<AssessedDuty, 'regime' | 'article' | 'recipient'>): string {
  return `${regime}/${article}/${recipient}`;
}

function dutyClocks(duty: AssessedDuty): DutyClock[] {
  const { regime, article, recipient, what, owed, due, latest, phases } = duty;
  const common = { regime, recipient, owed };
  const dutyId = dutyIdOf(duty);
  const first = { ...common, dutyId, article, what, due, dueAt: instant(due), latestAt: instant(latest) };
  const later = phases.map((phase) => ({
    ...common,
    dutyId: `${dutyId}/${phase.article}`,
    article: phase.article,
    what: phase.what,
    due: phase.due,
    dueAt: instant(phase.due),
    latestAt: null,
  }));
  return [first, ...later];
}

function instant(due: string | undefined): Date | null {
  return due !== undefined && /^\d{4}-/.test(due) ? new Date(due.replace(/\[.*$/, '')) : null;
}
