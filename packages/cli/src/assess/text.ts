// An assessment for a terminal: what to do and until when first, then what to find out, then why.
import { styleText } from 'node:util';
import type { AssessedDuty, AssessedSeverity, Assessment, Decided } from '@vigie/respond';
import { count, plural } from '../formats/words.ts';
import { wrap } from '../formats/wrap.ts';
import type { Sink } from '../world.ts';
import { fromNow, moment } from './moments.ts';

type Style = Parameters<typeof styleText>[0];

/** How a page is written: its width, its colours, and the moment for which it is. */
interface Page {
  readonly paint: (style: Style, text: string) => string;
  readonly width: number;
  readonly nowMs: number;
}

/** Questions that are listed; the JSON has all of them. */
const QUESTIONS = 8;

const DECISIONS: readonly { readonly of: 'notifyAuthority' | 'communicateToPersons'; readonly what: string }[] = [
  { of: 'notifyAuthority', what: 'Notify the authority' },
  { of: 'communicateToPersons', what: 'Tell the people concerned' },
];

/** @param nowMs milliseconds since 1970 */
export function assessmentText(assessment: Assessment, sink: Pick<Sink, 'colour' | 'columns'>, nowMs: number): string {
  const page: Page = {
    paint: (style, text) => (sink.colour ? styleText(style, text, { validateStream: false }) : text),
    width: Math.min(Math.max(sink.columns ?? 100, 60), 110),
    nowMs,
  };
  const sections = [
    decisionLines(assessment, page),
    contradictionLines(assessment, page),
    dutyLines(assessment, page),
    questionLines(assessment, page),
    factLines(assessment, page),
    severityLines(assessment.severity, page),
    reasonLines(assessment, page),
    changeLines(assessment, page),
    caseLines(assessment, page),
    regimeLines(assessment, page),
    assumedLines(assessment, page),
    notUnderstoodLines(assessment, page),
  ];
  const closing = page.paint(
    'dim',
    'A person decides, signs and files; this is support for that decision and no legal advice.',
  );
  return `${[...sections.filter((lines) => lines.length > 0), [closing]].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The three answers, each with its deadline. */
function decisionLines({ decision, duties }: Assessment, { paint, nowMs }: Page): string[] {
  const answers = DECISIONS.map(({ of, what }) => ({ what, answer: decision[of] }));
  const first = duties.find(({ due }) => isInstant(due));
  const until = first && `${moment(first.due)}, ${fromNow(first.due, nowMs)}`;
  const lines = [{ what: 'Put it in the register', answer: true as Decided }, ...answers].map(({ what, answer }) => {
    const isClock = what === 'Notify the authority' && answer !== false && until !== undefined;
    return ` ${answerMark(answer, paint)}  ${paint('bold', what)}${isClock ? `  until ${paint('bold', until)}` : ''}`;
  });
  return [
    ...lines,
    ...(answers.some(({ answer }) => answer === 'unknown')
      ? [paint('dim', 'In doubt, notify: a notification can be completed or withdrawn later.')]
      : []),
  ];
}

function answerMark(answer: Decided, paint: Page['paint']): string {
  if (answer === 'unknown') return paint(['bold', 'black', 'bgYellow'], ' NOT DECIDED ');
  return answer ? paint(['bold', 'white', 'bgRed'], ' YES         ') : paint('green', ' no          ');
}

function contradictionLines({ contradictions }: Assessment, { paint, width }: Page): string[] {
  if (contradictions.length === 0) return [];
  return [
    paint(['bold', 'red'], 'These facts contradict each other, and nothing was computed over them'),
    ...contradictions.flatMap(({ what, statements }) => [
      ...wrap(what, width, '   '),
      ...statements.flatMap(({ fact, value, said }) =>
        wrap(`${fact} = ${JSON.stringify(value)}, ${said}`, width, '     '),
      ),
    ]),
  ];
}

function dutyLines({ duties, proposed }: Assessment, page: Page): string[] {
  if (duties.length === 0) return [page.paint('bold', 'No duty under the regimes that apply')];
  const coming = proposed.map(
    ({ version, article, due, recipient }) =>
      `${version}, ${article}: ${recipient}, ${isInstant(due) ? moment(due) : due}`,
  );
  return [
    page.paint('bold', 'What is due, to whom, until when'),
    ...byRecipients(duties).flatMap((duty, place) => oneDuty(duty, place + 1, page)),
    ...(coming.length > 0 ? [page.paint('dim', '   Proposed, not in force:')] : []),
    ...coming.flatMap((line) => wrap(line, page.width, '     ').map((text) => page.paint('dim', text))),
  ];
}

/** Duties that differ in their recipient alone, as one: the same notification goes to each authority. */
function byRecipients(duties: readonly AssessedDuty[]): readonly AssessedDuty[] {
  const groups = new Map<string, AssessedDuty>();
  for (const duty of duties) {
    const { recipient, ...rest } = duty;
    const key = JSON.stringify(rest);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, recipient: `${known.recipient}; ${recipient}` } : duty);
  }
  return [...groups.values()];
}

function oneDuty(duty: AssessedDuty, place: number, { paint, width, nowMs }: Page): string[] {
  const { regime, article, recipient, what, owed, due, latest, late, phases, why, source } = duty;
  const when = isInstant(due) ? `${moment(due)}, ${fromNow(due, nowMs)}` : due;
  const title = `${place}. ${regime.toUpperCase()} ${article}${owed === 'unknown' ? ', perhaps' : ''}: ${recipient}`;
  return [
    ...wrap(paint('bold', title), width, '   '),
    `      ${paint(late ? ['bold', 'red'] : 'bold', `${late ? 'LATE' : 'Due'}: ${when}`)}`,
    ...(latest === undefined ? [] : [paint('dim', `      outer bound of the law: ${moment(latest)}`)]),
    ...(late?.whenLate === undefined ? [] : wrap(paint('red', late.whenLate), width, '      ')),
    ...wrap(what, width, '      '),
    ...phases.flatMap((phase) =>
      wrap(
        `then (${phase.article}): ${phase.what} ${isInstant(phase.due) ? moment(phase.due) : phase.due}`,
        width,
        '      ',
      ),
    ),
    ...wrap(why, width, '      ').map((line) => paint('dim', line)),
    ...(source.checked === 'unverified'
      ? wrap(paint('yellow', `not verified: ${source.note ?? source.title}`), width, '      ')
      : []),
  ];
}

function questionLines({ toFindOut }: Assessment, { paint, width }: Page): string[] {
  if (toFindOut.length === 0) return [];
  const shown = toFindOut.slice(0, QUESTIONS);
  const left = toFindOut.length - shown.length;
  return [
    paint('bold', 'To find out, the most decisive first'),
    ...shown.flatMap(({ ask, why, fact }, place) => [
      ...wrap(`${place + 1}. ${ask} ${paint('dim', `(${fact})`)}`, width, '   '),
      ...wrap(why, width, '      ').map((line) => paint('dim', line)),
    ]),
    ...(left > 0 ? [paint('dim', `   and ${left} more in --format json`)] : []),
  ];
}

/** What the case is about, by whose word it is. */
function factLines({ facts }: Assessment, { paint, width }: Page): string[] {
  const bySource = Map.groupBy(
    facts.filter(({ fact }) => fact !== 'kinds'),
    ({ said }) => said,
  );
  return [...bySource].flatMap(([said, told]) => [
    `${paint('bold', 'What is known,')} ${said}`,
    ...told.flatMap(({ title, value, note }) => {
      const basis = note === undefined ? '' : ` ${paint('dim', `(${note})`)}`;
      return wrap(`${title}: ${inWords(value)}${basis}`, width, '   ');
    }),
  ]);
}

function severityLines(severity: AssessedSeverity, { paint, width }: Page): string[] {
  const band = (name: string) => (name === 'veryHigh' ? 'very high' : name);
  const range =
    'value' in severity
      ? `${severity.value.toFixed(2)}, ${band(severity.band)}`
      : `${severity.from.toFixed(2)} to ${severity.to.toFixed(2)}, ${band(severity.bandFrom)}${severity.bandFrom === severity.band ? '' : ` to ${band(severity.band)}`}`;
  return [
    `${paint('bold', `Severity ${range}`)} ${paint('dim', severity.method)}`,
    ...severity.scores
      .filter(({ of, to }) => to > 0 || of === 'CB confidentiality')
      .flatMap(({ of, from, to, why }) =>
        wrap(`${of} ${from === to ? from : `${from} to ${to}`}: ${why}`, width, '   '),
      ),
    ...severity.flags.map((flag) => `   noted beside it: ${flag}`),
  ];
}

function reasonLines({ decision: { reasons } }: Assessment, { paint, width }: Page): string[] {
  if (reasons.length === 0) return [];
  const side = (weighs: 'for' | 'against', title: string) => {
    const chosen = reasons.filter((reason) => reason.weighs === weighs);
    if (chosen.length === 0) return [];
    const lines = chosen.flatMap(({ certainty, says, facts, source }) => {
      const told = Object.entries(facts).map(([name, value]) => `${name}: ${inWords(value)}`);
      return [
        ...wrap(`- ${certainty === 'possible' ? 'perhaps: ' : ''}${says}`, width, '     '),
        ...wrap(`${told.join(', ')}. ${source}`, width, '       ').map((line) => paint('dim', line)),
      ];
    });
    return [`   ${title}`, ...lines];
  };
  return [paint('bold', 'Why'), ...side('for', 'for a risk'), ...side('against', 'against')];
}

/** A value of a fact without the marks of JSON. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inWords).join(' + ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return count(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if ('lower' in value) return boundsInWords(value as { lower: number; upper?: number });
  return Object.values(value).map(inWords).join(' ');
}

function boundsInWords({ lower, upper }: { lower: number; upper?: number }): string {
  if (upper === undefined) return `at least ${count(lower)}`;
  return lower === upper ? count(lower) : `${count(lower)} to ${count(upper)}`;
}

function changeLines({ decision: { wouldChange } }: Assessment, { paint, width }: Page): string[] {
  if (wouldChange.length === 0) return [];
  return [
    paint('bold', 'What would change this'),
    ...wouldChange.flatMap(({ if: condition, notifyAuthority, communicateToPersons }) => {
      const then = communicateToPersons
        ? 'notify the authority and tell the people'
        : notifyAuthority
          ? 'notify the authority only'
          : 'register only';
      return wrap(`- if ${condition}: ${then}`, width, '   ');
    }),
  ];
}

function caseLines({ decision: { nearestCases } }: Assessment, { paint, width }: Page): string[] {
  return [
    paint('bold', 'Nearest cases of the EDPB'),
    ...nearestCases.flatMap(({ id, title, notifyAuthority, communicateToPersons, differsIn, checked }) => {
      const outcome = communicateToPersons ? 'notify and tell' : notifyAuthority ? 'notify' : 'register only';
      const different =
        differsIn.length === 0 ? 'like this one in all that is compared' : `different in ${differsIn.join(', ')}`;
      const mark = checked === 'unverified' ? ' (outcome not verified)' : '';
      return wrap(`- ${id}, ${title}: ${outcome}${mark}; ${different}`, width, '   ');
    }),
  ];
}

function regimeLines({ regimes }: Assessment, { paint, width }: Page): string[] {
  const open = regimes.filter(({ applies }) => applies === 'unknown');
  if (open.length === 0) return [];
  return [
    paint(
      'bold',
      `${plural(open.length, 'regime')} of which it is not known whether ${open.length === 1 ? 'it applies' : 'they apply'}`,
    ),
    ...open.flatMap(({ title, jurisdiction, why }) => wrap(`- ${title} (${jurisdiction}): ${why}`, width, '   ')),
  ];
}

function assumedLines({ assumed, duties }: Assessment, { paint, width }: Page): string[] {
  const all = new Set([...assumed, ...duties.flatMap((duty) => duty.assumed)]);
  if (all.size === 0) return [];
  return [paint('bold', 'Taken for granted'), ...[...all].flatMap((text) => wrap(`- ${text}`, width, '   '))];
}

function notUnderstoodLines({ notUnderstood }: Assessment, { paint, width }: Page): string[] {
  if (notUnderstood.length === 0) return [];
  return [
    paint(['bold', 'yellow'], 'Not understood'),
    ...notUnderstood.flatMap(({ fact, why, assumed }) => wrap(`- ${fact}: ${why}; assumed: ${assumed}`, width, '   ')),
  ];
}

function isInstant(due: string): boolean {
  return /^\d{4}-/.test(due);
}
