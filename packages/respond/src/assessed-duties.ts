// The duties of all regimes as the assessment tells them: which apply, which version holds, what is due when, what is late.
import type { AssessedDuty, AssessedRegime } from './assessment.ts';
import { instantText } from './clocks/instant.ts';
import type { FactName } from './facts/definitions.ts';
import { type Due, lateAfter } from './regimes/due.ts';
import { REGIMES } from './regimes/index.ts';
import type { Applicability, Duty, DutyContext, Regime, RegimeVersion } from './regimes/regime.ts';

export interface AssessedDuties {
  readonly duties: readonly AssessedDuty[];
  readonly proposed: readonly AssessedDuty[];
  readonly regimes: readonly AssessedRegime[];
  /** Facts that would decide which regimes apply. */
  readonly decidedBy: readonly FactName[];
}

/** What all regimes demand. */
export function assessedDuties(context: DutyContext): AssessedDuties {
  const answers = REGIMES.map((regime) => ({ regime, applicability: regime.applies(context.facts) }));
  const shown = answers.filter(({ applicability }) => applicability.answer === 'yes' || applicability.isPresumed);
  const under = (status: RegimeVersion['status']) =>
    shown.flatMap(({ regime, applicability }) =>
      versionsAt(regime, status, context).flatMap((version) =>
        version.duties(context).map((duty) => assessed(duty, version, applicability, context)),
      ),
    );
  const duties = under('in force');
  return {
    duties: [...duties].sort(byDue),
    proposed: under('proposed').filter((duty) => !duties.some((one) => isSameDuty(one, duty))),
    regimes: answers.map(({ regime, applicability }) => assessedRegime(regime, applicability)),
    decidedBy: answers.flatMap(({ applicability }) => applicability.decidedBy),
  };
}

/** The version that holds on the day of awareness (of the breach, else of the incident), else on the day for which is asked, else the newest. */
function versionsAt({ versions }: Regime, status: RegimeVersion['status'], { instants }: DutyContext) {
  const day = (instants.aware ?? instants.incidentAware ?? instants.now)?.toPlainDate().toString();
  const held = versions.filter((version) => version.status === status);
  if (status === 'proposed') return held;
  const then = held.filter(
    ({ from, until }) =>
      day === undefined || ((from === undefined || from <= day) && (until === undefined || day <= until)),
  );
  return then.slice(-1);
}

function assessedRegime({ id, title, jurisdiction }: Regime, { answer, why, assumed }: Applicability): AssessedRegime {
  return { regime: id, title, jurisdiction, applies: answer, why, assumed };
}

function assessed(
  duty: Duty,
  version: RegimeVersion,
  applicability: Applicability,
  { instants }: DutyContext,
): AssessedDuty {
  const {
    due,
    phases = [],
    whenLate,
    assumed = [],
    decidedBy = [],
    regime,
    article,
    recipient,
    what,
    owed,
    why,
    source,
  } = duty;
  const limit = lateAfter(due);
  const lateMs = limit && instants.now ? instants.now.epochMilliseconds - limit.epochMilliseconds : 0;
  return {
    regime,
    version: version.id,
    article,
    recipient,
    what,
    owed,
    due: dueText(due),
    ...(due.kind === 'instant' && { latest: instantText(due.latest) }),
    ...(lateMs > 0 && {
      late: { byHours: Math.ceil(lateMs / 3_600_000), ...(whenLate !== undefined && { whenLate }) },
    }),
    phases: phases.map((phase) => ({ article: phase.article, what: phase.what, due: dueText(phase.due) })),
    why: due.kind === 'unknown' ? `${why} Due: ${due.why}.` : why,
    assumed: [...applicability.assumed, ...assumed],
    decidedBy: [...new Set([...decidedBy, ...(due.kind === 'unknown' ? due.decidedBy : [])])],
    source,
  };
}

/** The end of a day is told as the last minute of it, so that nobody reads it as the day after. */
function dueText(due: Due): string {
  switch (due.kind) {
    case 'instant':
      return instantText(due.at);
    case 'day':
      return instantText(due.at.subtract({ seconds: 1 }));
    case 'without undue delay':
    case 'unknown':
      return due.kind;
  }
}

/** What is late or due at an instant first, by the instant; then what is due as soon as it can be done; then what is not known. */
function byDue(a: AssessedDuty, b: AssessedDuty): number {
  const rank = ({ due }: AssessedDuty) => (due === 'unknown' ? 1 : due === 'without undue delay' ? 2 : 0);
  return rank(a) - rank(b) || (rank(a) === 0 ? Date.parse(a.due) - Date.parse(b.due) : 0);
}

function isSameDuty(a: AssessedDuty, b: AssessedDuty): boolean {
  return a.regime === b.regime && a.article === b.article && a.recipient === b.recipient && a.due === b.due;
}
