// Tasks of a plan in words, the same on a terminal and in Markdown.
import type { PlanTask } from '@vigie/respond';
import { fromNow, moment } from '../assess/moments.ts';

/** `Mon 30 Mar 2026, 11:15 (+02:00), in 41 h 12 min`, or what is due without a moment. */
export function dueWords({ due }: Pick<PlanTask, 'due'>, nowMs: number): string {
  if (isMoment(due)) return `${moment(due)}, ${fromNow(due, nowMs)}`;
  if (due === 'unknown') return 'its clock has no start yet';
  const before = /^before (\d{4}-.*)$/.exec(due)?.[1];
  return before === undefined ? due : `before ${moment(before)}, ${fromNow(before, nowMs)}`;
}

export function isMoment(due: string): boolean {
  return /^\d{4}-/.test(due);
}

/** What is said of a plan beside its tasks: facts over which nothing was computed, laws that are not in it. */
export function remarks(contradictions: number, notDecided: readonly string[]): string[] {
  return [
    ...(contradictions === 0
      ? []
      : ['Some facts contradict each other, and nothing was computed over them: vigie assess shows both sides.']),
    ...(notDecided.length === 0
      ? []
      : [`Not in the plan, since it is not known whether they apply: ${notDecided.join('; ')}.`]),
  ];
}
