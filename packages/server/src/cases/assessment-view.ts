// The assessment of a case as people see it: what it comes to and why, each duty with its clock, and what would move the result.
import type { AnswerEffect, Assessment, Outcome } from '@vigie/respond';
import type { Room } from '../room.ts';
import { assessmentOf } from './assessed-case.ts';
import type { CaseRow } from './change-case.ts';
import { type ClockRow, remainingSeconds, stateOf, wasLate } from './clocks/clock-state.ts';
import { clocksOf, dutyIdOf } from './clocks/duty-clocks.ts';
import { opened } from './sealed.ts';
import { answerOf, summaryOf } from './summary.ts';

export async function assessmentView(room: Room, row: CaseRow) {
  const one = await assessmentOf(room, row.id, row.facts_version);
  const { assessment } = one;
  const clocks = await room.records.selectFrom('case_clock').selectAll().where('case_id', '=', row.id).execute();
  const { severity, decision } = summaryOf(assessment);
  return {
    severity: {
      ...severity,
      scores: assessment.severity.scores.map(({ of, from, to, why }) => ({ of, from, to, why })),
    },
    decision: {
      ...decision,
      risk: { from: assessment.decision.risk.from, to: assessment.decision.risk.to },
      reasons: assessment.decision.reasons.map(({ weighs, certainty, says, source }) => ({
        weighs,
        certainty,
        says,
        source,
      })),
    },
    duties: dutyViews(room, assessment, clocks),
    wouldMove: [...openMoves(one.wouldMove()), ...knownMoves(assessment)],
    nearest: assessment.decision.nearestCases.map((nearest) => ({ ...nearest, differsIn: [...nearest.differsIn] })),
    questions: assessment.toFindOut.map(({ fact, ask, why }) => ({ fact, ask, why })),
    contradictions: assessment.contradictions.map(contradictionView),
    assumed: [...assessment.assumed],
    regimes: assessment.regimes.map(({ regime, title, jurisdiction, applies, why }) => ({
      regime,
      title,
      jurisdiction,
      applies,
      why,
    })),
    factsVersion: row.facts_version,
  };
}

export function contradictionView({ what, statements }: Assessment['contradictions'][number]) {
  return { what, statements: statements.map(({ fact, value, said }) => ({ fact, value, said })) };
}

function dutyViews(room: Room, assessment: Assessment, rows: readonly ClockRow[]) {
  const now = room.clock.now();
  const byDuty = new Map(rows.map((row) => [row.duty_id, row]));
  const reasons = new Map(assessment.duties.map((duty) => [dutyIdOf(duty), duty]));
  const current = clocksOf(assessment);
  const isCurrent = new Set(current.map(({ dutyId }) => dutyId));
  const held = rows.filter((row) => !isCurrent.has(row.duty_id) && row.state !== 'running');
  return [
    ...current.map((clock) => {
      const duty = [...reasons].find(([id]) => clock.dutyId === id || clock.dutyId.startsWith(`${id}/`))?.[1];
      const row = byDuty.get(clock.dutyId);
      return {
        id: clock.dutyId,
        regime: clock.regime,
        article: clock.article,
        to: clock.recipient,
        what: clock.what,
        owed: clock.owed,
        due: clock.due,
        ...timesOf(clock.dueAt, clock.latestAt),
        reasons: duty === undefined ? [] : [duty.why, ...duty.assumed.map((assumed) => `Assumed: ${assumed}`)],
        decidedBy: duty === undefined ? [] : [...duty.decidedBy],
        ...(duty === undefined ? {} : { source: duty.source }),
        ...(row === undefined ? { state: 'running' as const } : standing(room, row, now)),
      };
    }),
    // What was met, or stopped by somebody, is shown also where the facts no longer call for it.
    ...held.map((row) => ({
      id: row.duty_id,
      regime: row.regime,
      article: row.article,
      to: row.recipient,
      what: row.what,
      owed: row.owed,
      due: row.due,
      ...timesOf(row.due_at, row.latest_at),
      reasons: ['The facts no longer call for it.'],
      decidedBy: [],
      ...standing(room, row, now),
    })),
  ];
}

function timesOf(dueAt: Date | null, latestAt: Date | null) {
  return { ...(dueAt === null ? {} : { until: dueAt }), ...(latestAt === null ? {} : { latest: latestAt }) };
}

function standing(room: Room, row: ClockRow, now: Date) {
  const remaining = remainingSeconds(row, now);
  return {
    clockId: row.id,
    state: stateOf(row, now),
    changedAt: row.changed_at,
    ...(remaining === undefined ? {} : { remainingSeconds: remaining }),
    ...(row.met_by === null ? {} : { metBy: row.met_by }),
    ...(wasLate(row) ? { metLate: true } : {}),
    ...(row.reason === null ? {} : { because: opened<string>(room.vault, row.reason, 'case/clock') }),
  };
}

/** Open facts: what each answer would make of it. */
function openMoves(effects: readonly AnswerEffect[]) {
  return effects.map(({ fact, from, to, before, after }) => ({ fact, from, to, changes: changesOf(before, after) }));
}

/** Where the answer is settled: the known facts of which one alone would turn it. */
function knownMoves({ decision, facts }: Assessment) {
  const known = new Map(facts.map(({ fact, value }) => [fact, value]));
  const answers = [decision.notifyAuthority, decision.communicateToPersons].map(answerOf);
  const [authority = 'unknown', people = 'unknown'] = answers;
  return decision.wouldChange.map(({ fact, if: condition, notifyAuthority, communicateToPersons }) => ({
    fact: fact as string,
    from: known.get(fact) ?? 'unknown',
    to: condition as unknown,
    changes: {
      ...changed('authority', authority, answerOf(notifyAuthority)),
      ...changed('people', people, answerOf(communicateToPersons)),
    },
  }));
}

function changesOf(before: Outcome, after: Outcome) {
  const severity = ({ severity: { from, to, band } }: Outcome) => ({ level: band, least: from, most: to });
  return {
    ...changed('authority', answerOf(before.notifyAuthority), answerOf(after.notifyAuthority)),
    ...changed('people', answerOf(before.communicateToPersons), answerOf(after.communicateToPersons)),
    ...changed('risk', before.risk, after.risk),
    ...changed('severity', severity(before), severity(after)),
  };
}

function changed<const Name extends string, T>(name: Name, from: T, to: T) {
  const isSame = JSON.stringify(from) === JSON.stringify(to);
  return (isSame ? {} : { [name]: { from, to } }) as { [N in Name]?: { from: T; to: T } };
}
