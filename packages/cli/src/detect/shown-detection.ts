// A detection as it is printed: a line of JSON, or a few lines for people. The rule is told with author, link and licence; of the event
// only where it stands and when it happened.
import type { Detection } from '@vigie/detect';

/** Where an event stands. */
export type Place =
  | { readonly file: string; readonly line: number }
  /** Where a log is followed, lines are not counted: the byte at which the record begins. */
  | { readonly file: string; readonly byte: number };

export function ndjsonLine(detection: Detection, placeOf: (ref: string | number) => Place): string {
  const { about, kind, group, refs } = detection;
  return `${JSON.stringify({
    rule: about.rule,
    title: about.title,
    level: about.level ?? null,
    author: about.author ?? null,
    ...placeOf(detection.ref),
    time: timeText(detection.time) ?? null,
    why: detection.why(),
    id: detection.id(),
    ...(detection.again !== undefined && { again: detection.again }),
    kind,
    rulePath: about.path,
    link: about.link ?? about.path,
    licence: about.licence ?? null,
    tags: about.tags,
    ...(kind === 'correlation' && {
      group: Object.fromEntries(group.map(([field, value]) => [field, masked(value)])),
      events: refs.map(placeOf),
    }),
  })}\n`;
}

export function textBlock(
  detection: Detection,
  placeOf: (ref: string | number) => Place,
  colour: (level: string, text: string) => string,
): string {
  const { about, group } = detection;
  const where = shownPlace(placeOf(detection.ref));
  const level = (about.level ?? 'no level').toUpperCase();
  const of = group.map(([field, value]) => `${field} ${masked(value)}`).join(', ');
  const terms = [about.licence, about.link ?? about.path].filter((one) => one !== undefined).join(', ');
  const [title = '', ...more] = [
    about.title,
    `  where  ${where}${detection.time === undefined ? '' : `, ${timeText(detection.time)}`}${of === '' ? '' : `, ${of}`}`,
    `  why    ${detection.why()}`,
    `  rule   ${about.rule} by ${about.author ?? 'an unnamed author'} (${terms})`,
  ].map(printable);
  return `${[`${colour(about.level ?? '', level)}  ${title}`, ...more].join('\n')}\n\n`;
}

function shownPlace(place: Place): string {
  return 'line' in place ? `${place.file}:${place.line}` : `${place.file}, byte ${place.byte}`;
}

/** Foreign text without signs that steer a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{C}|\u2028|\u2029/gu, '\ufffd');
}

/** Enough to tell values apart beside the event, and not the value. */
function masked(value: string): string {
  const signs = [...value];
  return signs.length < 4 ? '…' : `${signs[0]}…${signs.at(-1)}`;
}

function timeText(time: number | undefined): string | undefined {
  return time === undefined || Math.abs(time) > 8.64e15 ? undefined : new Date(time).toISOString();
}
