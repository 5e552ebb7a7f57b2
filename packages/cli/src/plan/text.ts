// A plan for a terminal: a checklist by phase, each task with its owner, what is left until its deadline, why, and how.
import { styleText } from 'node:util';
import { type ActionPlan, type Assessment, PHASES, type PhaseId, type PlanTask, ROLES } from '@vigie/respond';
import { wrap } from '../formats/wrap.ts';
import type { Sink } from '../world.ts';
import { dueWords, isMoment, remarks } from './task-words.ts';

type Style = Parameters<typeof styleText>[0];

interface Page {
  readonly paint: (style: Style, text: string) => string;
  readonly width: number;
  readonly nowMs: number;
}

/** @param nowMs the moment for which it is, in milliseconds since 1970 */
export function planText(
  { tasks, notDecided }: ActionPlan,
  { contradictions }: Assessment,
  sink: Pick<Sink, 'colour' | 'columns'>,
  nowMs: number,
): string {
  const page: Page = {
    paint: (style, text) => (sink.colour ? styleText(style, text, { validateStream: false }) : text),
    width: Math.min(Math.max(sink.columns ?? 100, 60), 110),
    nowMs,
  };
  const numbered = tasks.map((task, place) => ({ task, number: place + 1 }));
  const sections = [...Map.groupBy(numbered, ({ task }) => task.phase)].map(([phase, of]) => [
    page.paint('bold', PHASES[phase satisfies PhaseId]),
    ...of.flatMap(({ task, number }) => taskLines(task, number, page)),
  ]);
  const closing = [
    ...remarks(contradictions.length, notDecided).flatMap((text) => wrap(text, page.width, '')),
    'People decide, sign and file; this is no legal advice.',
  ].map((line) => page.paint('dim', line));
  return `${[...sections, closing].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function taskLines(task: PlanTask, number: number, { paint, width, nowMs }: Page): string[] {
  const { title, owner, owed, why, how, late, latest } = task;
  const due = `${late === undefined ? '' : 'LATE: '}${dueWords(task, nowMs)}`;
  const isClock = isMoment(task.due);
  return [
    ...wrap(`[ ] ${number}. ${paint('bold', title)}${owed === 'unknown' ? ' (perhaps)' : ''}`, width, ' '),
    ...wrap(
      `${ROLES[owner].title}; ${paint(late ? ['bold', 'red'] : isClock ? 'bold' : 'reset', due)}`,
      width,
      '     ',
    ),
    ...(latest === undefined || !isMoment(latest)
      ? []
      : [paint('dim', `     outer bound of the law: ${dueWords({ due: latest }, nowMs)}`)]),
    ...(late === undefined ? [] : wrap(paint('red', late), width, '     ')),
    ...wrap(why, width, '     ').map((line) => paint('dim', line)),
    ...how.flatMap((step) => wrap(`- ${step}`, width, '     ')),
  ];
}
