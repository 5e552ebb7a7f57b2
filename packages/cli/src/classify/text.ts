// The report of `vigie classify` for a terminal: what stands in which file, whom it concerns, which secrets to rotate first.
import { styleText } from 'node:util';
import type { Count } from '@vigie/exposure';
import { bytes, count, plural } from '../formats/words.ts';
import type { Sink } from '../world.ts';
import type { ClassifyDocument, DatasetEntry, KindEntry, SecretEntry } from './document.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** Files and kinds of a file that are listed; the other formats have all of them. */
const FILES = 40;
const KINDS = 12;

export function classifyText(document: ClassifyDocument, sink: Pick<Sink, 'colour' | 'columns'>): string {
  const paint: Paint = (style, what) => (sink.colour ? styleText(style, what, { validateStream: false }) : what);
  const width = Math.min(Math.max(sink.columns ?? 100, 60), 120);
  const titles = new Map(document.kinds.map((kind) => [kind.kind, kind]));
  const sections = [
    headline(document, paint),
    ...files(document, titles, paint),
    ...concerned(document, paint, width),
    ...secrets(document.secrets, paint, width),
    ...faults(document, paint, width),
    verdict(document, paint),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headline({ files: all, rowsRead, bytesRead, skipped }: ClassifyDocument, paint: Paint): string {
  const paths = new Set(all.map(({ path }) => path)).size;
  const left = skipped.binary > 0 ? `, ${plural(skipped.binary, 'binary file')} left out` : '';
  return paint('dim', `${plural(paths, 'file')}, ${plural(rowsRead, 'row')}, ${bytes(bytesRead)}${left}`);
}

function files(document: ClassifyDocument, kinds: ReadonlyMap<string, KindEntry>, paint: Paint): string[] {
  const holding = document.files.filter((file) => file.kinds.length > 0);
  const shown = holding.slice(0, FILES).map((file) => fileLines(file, kinds, paint));
  const more = holding.length > FILES ? [paint('dim', `and ${plural(holding.length - FILES, 'more file')}`)] : [];
  return [...shown, ...more];
}

function fileLines(file: DatasetEntry, kinds: ReadonlyMap<string, KindEntry>, paint: Paint): string {
  const name = file.table === undefined ? file.path : `${file.path}, ${file.table}`;
  const format = file.format === undefined ? '' : `${file.format}, `;
  const view = file.derived ? ', a view, whose rows are counted in its tables' : '';
  const basis = file.basis === 'whole' ? '' : `, ${file.basis}${view}`;
  const lines = [`${paint('bold', name)} ${paint('dim', `(${format}${rowsInWords(file.rows)}${basis})`)}`];
  const sorted = [...file.kinds].sort((a, b) => b.certain - a.certain || b.possible - a.possible);
  const shown = sorted.slice(0, KINDS);
  const title = (kind: string) => kinds.get(kind)?.title ?? kind;
  const pad = Math.max(...shown.map(({ kind }) => title(kind).length));
  for (const { kind, certain, possible } of shown) {
    const sure = certain > 0 ? paint(['bold', isGrave(kind) ? 'red' : 'yellow'], plural(certain, 'row')) : '';
    const maybe = possible > 0 ? paint('dim', `${certain > 0 ? 'and ' : ''}${plural(possible, 'row')} possible`) : '';
    lines.push(`   ${title(kind).padEnd(pad)}  ${[sure, maybe].filter(Boolean).join(' ')} ${paint('dim', kind)}`);
  }
  if (sorted.length > shown.length) lines.push(paint('dim', `   and ${sorted.length - shown.length} more kinds`));
  return lines.join('\n');
}

function isGrave(kind: string): boolean {
  return /^(?:secret|credential|special)\//.test(kind);
}

function concerned(document: ClassifyDocument, paint: Paint, width: number): string[] {
  const { people, conversations, searches, kinds } = document;
  const lines: string[] = [];
  if (people.upper > 0) {
    lines.push(`${paint('bold', inWords(people, 'person', 'people'))} concerned`);
    const [first, ...others] = people.byCountry;
    if (first) {
      const countries = [first, ...others].slice(0, 6).map((one) => `${one.country} ${count(one.people)}`);
      lines.push(`   by country: ${countries.join(', ')}${others.length > 5 ? ', …' : ''}`);
    }
  }
  if (people.pseudonymous.upper > 0) {
    lines.push(`   ${inWords(people.pseudonymous, 'more', 'more')} known only by a device or a session`);
  }
  if (people.mentionedOnly.upper > 0) {
    lines.push(`   up to ${inWords(people.mentionedOnly, 'other', 'others')} mentioned in texts`);
  }
  if (conversations) {
    const { messages, conversations: talks, languages } = conversations;
    const spoken = languages.slice(0, 5).map(({ language }) => language);
    const tongues = spoken.length > 0 ? `, in ${spoken.join(', ')}` : '';
    lines.push(`   ${inWords(talks, 'conversation')} with ${plural(messages, 'message')}${tongues}`);
  }
  if (searches) lines.push(`   ${inWords(searches.rows, 'search', 'searches')}${topicsOf(searches.topics)}`);
  for (const { title, meaning, kind } of kinds.filter((one) => one.meaning !== '').slice(0, 5)) {
    if (!kind.startsWith('secret/')) lines.push(...wrapped(`${title}: ${meaning}`, width, '   '));
  }
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function topicsOf(topics: readonly { readonly topic: string; readonly searches: number }[]): string {
  const named = topics.slice(0, 4).map(({ topic, searches }) => `${topic} ${count(searches)}`);
  return named.length > 0 ? `, some about: ${named.join(', ')}` : '';
}

function secrets(all: readonly SecretEntry[], paint: Paint, width: number): string[] {
  if (all.length === 0) return [];
  const lines = [paint('bold', 'Secrets, in the order of rotation')];
  all.forEach(({ title, issuer, opens, distinct, rotate, link, rule }, place) => {
    const who = issuer === undefined || title.includes(issuer) ? '' : ` of ${issuer}`;
    const what = opens === 'unknown' ? '' : `, opens ${opens}`;
    lines.push(
      ` ${place + 1}. ${paint(['bold', 'red'], `${title}${who}`)}: ${inWords(distinct, '', '').trim()} distinct${what} ${paint('dim', rule)}`,
      ...rotate.flatMap((step) => wrapped(step, width, '    ')),
    );
    if (link !== undefined) lines.push(paint('dim', `    ${link}`));
  });
  return [lines.join('\n')];
}

function faults(document: ClassifyDocument, paint: Paint, width: number): string[] {
  if (document.faults.length === 0) return [];
  const lines = document.faults
    .slice(0, 20)
    .flatMap(({ where, message }) => wrapped(`${where}: ${message}`, width, '   '));
  const more = document.faults.length > 20 ? [`   and ${document.faults.length - 20} more`] : [];
  return [paint('yellow', ['Not read, or not to its end:', ...lines, ...more].join('\n'))];
}

function verdict({ kinds, complete }: ClassifyDocument, paint: Paint): string {
  const certain = kinds.filter((kind) => kind.certain > 0).length;
  const possible = kinds.length - certain;
  if (kinds.length === 0) {
    return complete
      ? `${paint('bold', 'No personal data and no secrets were found.')}`
      : 'Nothing was found in what could be read.';
  }
  const parts = [
    certain > 0 ? plural(certain, 'kind') : '',
    possible > 0 ? `${plural(possible, 'kind')} at most possible` : '',
  ];
  return `${paint('bold', `${parts.filter(Boolean).join(', ')}.`)} ${complete ? '' : 'The numbers are lower bounds: not all could be read.'}`.trim();
}

function rowsInWords(rows: Count): string {
  return inWords(rows, 'row');
}

/** `12 people`, or `between 10 and 14 people`. */
function inWords({ lower, estimate, upper }: Count, one: string, many = `${one}s`): string {
  if (lower === upper) return `${count(estimate)} ${estimate === 1 ? one : many}`;
  return `about ${count(estimate)} ${many} (${count(lower)} to ${count(upper)})`;
}

function wrapped(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length > indent.length && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}
