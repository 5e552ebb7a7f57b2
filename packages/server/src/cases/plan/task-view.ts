// Tasks as people see them, in the order of the plan.
import { PHASES, type PhaseId } from '@vigie/respond';
import type { Room } from '../../room.ts';
import { namesOf } from '../accounts.ts';
import { opened } from '../sealed.ts';
import type { TaskRow } from './change-task.ts';
import type { TaskContent } from './task-content.ts';

const ORDER = Object.keys(PHASES) as readonly PhaseId[];

export async function taskViews(room: Room, rows: readonly TaskRow[]) {
  const name = await namesOf(
    room.records,
    rows.flatMap(({ owner_id, changed_by }) => [owner_id, changed_by]),
  );
  const now = room.clock.now().getTime();
  return rows.toSorted(byPlan).map((row) => {
    const { title, why, how, role, due, owed, references, after, on } = opened<TaskContent>(
      room.vault,
      row.content,
      'case/task',
    );
    const isOpen = row.state === 'todo' || row.state === 'doing';
    return {
      id: row.id,
      caseId: row.case_id,
      ...(row.plan_id === null ? {} : { planId: row.plan_id }),
      phase: row.phase,
      title,
      ...(why === undefined ? {} : { why }),
      how: [...how],
      ...(role === undefined ? {} : { role }),
      ...(owed === undefined ? {} : { owed }),
      ...(due === undefined ? {} : { due }),
      ...(after === undefined ? {} : { after }),
      ...(on === undefined ? {} : { on: fieldsOf(on) }),
      references: references.map((reference) => ({ ...reference })),
      state: row.state,
      dropped: row.dropped,
      ...(row.owner_id === null ? {} : { owner: name(row.owner_id) }),
      ...(row.due_at === null ? {} : { dueAt: row.due_at }),
      late: isOpen && row.due_at !== null && row.due_at.getTime() < now,
      ...(row.reason === null ? {} : { because: opened<string>(room.vault, row.reason, 'case/task') }),
      changedAt: row.changed_at,
      ...(row.changed_by === null ? {} : { changedBy: name(row.changed_by) }),
      version: row.version,
    };
  });
}

function fieldsOf(target: NonNullable<TaskContent['on']>): Record<string, unknown> {
  return { ...target };
}

function byPlan(a: TaskRow, b: TaskRow): number {
  const phase = (row: TaskRow) => ORDER.indexOf(row.phase as PhaseId);
  return phase(a) - phase(b) || a.place - b.place || a.id.localeCompare(b.id);
}
