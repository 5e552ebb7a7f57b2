// A plan as Markdown: task lists that trackers and wikis turn into boxes to tick.
import { type ActionPlan, type Assessment, PHASES, type PlanTask, ROLES } from '@vigie/respond';
import { dueWords, isMoment, remarks } from './task-words.ts';

/** @param nowMs the moment for which it is, in milliseconds since 1970 */
export function planMarkdown(
  { now, tasks, notDecided }: ActionPlan,
  { contradictions }: Assessment,
  nowMs: number,
): string {
  const sections = [...Map.groupBy(tasks, ({ phase }) => phase)].map(
    ([phase, of]) => `## ${PHASES[phase]}\n\n${of.map((task) => taskItem(task, nowMs)).join('\n')}`,
  );
  const closing = [
    ...remarks(contradictions.length, notDecided).map(plain),
    'People decide, sign and file; this is no legal advice.',
  ];
  return `${[`# Action plan\n\nAs of ${now}.`, ...sections, closing.join('\n\n')].join('\n\n')}\n`;
}

function taskItem(task: PlanTask, nowMs: number): string {
  const { title, owner, owed, why, how, late, latest, references } = task;
  const due = `${late === undefined ? '' : '**LATE** '}${plain(dueWords(task, nowMs))}`;
  const bound =
    latest !== undefined && isMoment(latest)
      ? ` (outer bound of the law: ${plain(dueWords({ due: latest }, nowMs))})`
      : '';
  return [
    `- [ ] **${plain(title)}**${owed === 'unknown' ? ' (perhaps)' : ''}`,
    `  - Who: ${ROLES[owner].title}`,
    `  - Until: ${due}${bound}${late === undefined ? '' : `; ${plain(late)}`}`,
    `  - Why: ${plain(why)}`,
    ...how.map((step, place) => `  ${place + 1}. ${plain(step)}`),
    ...references.flatMap(({ name, url }) =>
      url === undefined ? [] : [`  - See [${plain(name)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`],
    ),
  ].join('\n');
}

/** What would be read as Markdown or HTML stands for itself. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>&|~]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}
