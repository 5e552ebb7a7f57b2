// Redacts a JSON value in its bytes: by its keys, by what was said in it, and by kinds.
import { isStretch } from '../settle.ts';
import type { Span } from '../span.ts';
import { type JsonMember, type JsonNode, type JsonString, readJson } from './json-tree.ts';
import { KEY_KIND } from './labels.ts';
import type { KeyPath } from './paths.ts';
import type { Action, KeyRuling } from './policy.ts';
import { isStructural, readTurns, repeatsWords, type Said } from './turns.ts';

/** What redaction of JSON needs of its redactor. */
export interface JsonMeans {
  readonly actionOf: (kind: string) => Action;
  /** The replacement of a value, counted. */
  readonly replaced: (action: Exclude<Action, 'keep'>, kind: string, value: string) => string;
  readonly isLabel: (text: string) => boolean;
  readonly rulingOf: ((path: KeyPath) => KeyRuling) | undefined;
  /** Spans to redact, by start, none overlapping. */
  readonly spansOf: (bytes: Buffer, field?: string) => readonly Span[];
  /** A text that is no JSON, redacted. */
  readonly redactText: (bytes: Buffer, field: string) => Buffer;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Work {
  readonly means: JsonMeans;
  readonly bytes: Buffer;
  readonly spans: readonly Span[];
  readonly said: Said | undefined;
  readonly edits: Edit[];
}

/** Where the walk is. */
interface Here {
  /** Empty where no rule asks for it. */
  readonly path: KeyPath;
  readonly key: string;
  /** A rule above keeps all that no other rule is for. */
  readonly kept: boolean;
  /** How many strings with JSON in them this stands in. */
  readonly inside: number;
}

/** JSON in a string in a string: each level doubles the escapes, so an honest line has few. */
const DEEPEST_STRINGS = 8;

/**
 * The bytes of a JSON value, redacted; still JSON, and unchanged where nothing is to be redacted.
 *
 * @param bytes they may hold more than the value
 * @param node its tree, of places in `bytes`
 * @param spans those that overlap it, by start; none of them overlap each other
 */
export function redactJson(bytes: Buffer, node: JsonNode, spans: readonly Span[], means: JsonMeans): Buffer {
  return redactTree(bytes, node, spans, undefined, { path: [], key: '', kept: false, inside: 0 }, means);
}

function redactTree(
  bytes: Buffer,
  node: JsonNode,
  spans: readonly Span[],
  known: Said | undefined,
  here: Here,
  means: JsonMeans,
): Buffer {
  const holdsTalk = known === undefined && spans.some(isConversation);
  const said = holdsTalk ? readTurns(JSON.parse(bytes.toString('utf8', node.start, node.end))) : known;
  const work: Work = { means, bytes, spans, said, edits: [] };
  const stays = walk(node, here, work);
  if (!stays) return Buffer.from('null');
  return work.edits.length === 0 ? bytes.subarray(node.start, node.end) : edited(bytes, node, work.edits);
}

/** Redacts a value; false: it has to go, with its key. */
function walk(node: JsonNode, here: Here, work: Work): boolean {
  const ruling = work.means.rulingOf?.(here.path);
  const action = ruling?.action;
  if (action === 'drop') {
    work.means.replaced('drop', KEY_KIND, '');
    return false;
  }
  if (action !== undefined && action !== 'keep') {
    replaceWhole(node, action, KEY_KIND, work);
    return true;
  }
  const kept = action === 'keep' || here.kept;
  if (ruling && !kept && !ruling.isAllowed && !(ruling.holdsAllowed && isContainer(node, work))) {
    work.means.replaced('drop', KEY_KIND, '');
    return false;
  }
  switch (node.type) {
    case 'object':
      walkMembers(node.members, { ...here, kept }, work);
      return true;
    case 'array':
      walkItems(node.items, { ...here, kept }, work);
      return true;
    case 'string':
      if (!kept) redactString(node, here, work);
      return true;
    default:
      if (!kept) redactScalar(node, work);
      return true;
  }
}

function isContainer(node: JsonNode, work: Work): boolean {
  if (node.type === 'string') return node.escaped && innerJson(textOfString(node, work)) !== undefined;
  return node.type === 'object' || node.type === 'array';
}

function walkMembers(members: readonly JsonMember[], here: Here, work: Work): void {
  const hasRules = work.means.rulingOf !== undefined;
  let standing = 0;
  const places = members.map(({ key, value }) => ({ start: key.start, end: value.end }));
  members.forEach(({ key, value }, i) => {
    const before = work.edits.length;
    if (!here.kept) redactKey(key, here, work);
    const name = textOfString(key, work);
    const stays = walk(value, { ...here, key: name, path: hasRules ? [...here.path, name] : here.path }, work);
    if (stays) standing += 1;
    else remove(i, places, standing, before, work);
  });
}

function walkItems(items: readonly JsonNode[], here: Here, work: Work): void {
  const hasRules = work.means.rulingOf !== undefined;
  let standing = 0;
  items.forEach((item, i) => {
    const before = work.edits.length;
    const stays = walk(item, { ...here, path: hasRules ? [...here.path, i] : here.path }, work);
    if (stays) standing += 1;
    else remove(i, items, standing, before, work);
  });
}

/** Takes a member out with one comma: the one before it, or the one behind where none before it stands. */
function remove(
  index: number,
  members: readonly { readonly start: number; readonly end: number }[],
  standing: number,
  before: number,
  work: Work,
): void {
  const { start, end } = members[index] as { start: number; end: number };
  const last = members[index - 1];
  const next = members[index + 1];
  work.edits.length = before;
  if (standing > 0 && last) work.edits.push({ start: last.end, end, text: '' });
  else work.edits.push({ start, end: next ? next.start : end, text: '' });
}

/** A key goes where a value stands in it; what is said of the value behind it does not touch it. */
function redactKey(key: JsonString, here: Here, work: Work): void {
  const spans = spansInKey(key, work);
  if (spans.length > 0 || key.escaped) redactString(key, { ...here, key: '' }, { ...work, spans, said: undefined });
}

/** Where a value is told that reaches over the key, what stands in the key itself was not told beside it. */
function spansInKey({ start, end, escaped }: JsonString, { spans, bytes, means }: Work): readonly Span[] {
  const met = within(spans, start, end);
  const isInside = (span: Span) => span.start > start && span.end < end;
  if (escaped || met.every((span) => isInside(span) || isStretch(span.kind))) return met.filter(isInside);
  const own = means.spansOf(bytes.subarray(start + 1, end - 1));
  return own.map((span) => ({ ...span, start: span.start + start + 1, end: span.end + start + 1 }));
}

function redactString(node: JsonString, here: Here, work: Work): void {
  const { means, said } = work;
  const pieces = within(work.spans, node.start + 1, node.end - 1);
  if (!node.escaped && !said && pieces.length === 0) return;
  const text = textOfString(node, work);
  if (means.isLabel(text)) return;
  const inner = node.escaped && here.inside < DEEPEST_STRINGS ? innerJson(text) : undefined;
  const talk = means.actionOf('conversation');
  const isTalk = (!inner && said?.has(text, here.key)) || (repeatsWords(here.key) && pieces.some(isConversation));
  if (isTalk && talk !== 'keep') {
    replaceWhole(node, talk, 'conversation', work);
    return;
  }
  // Where the words can be told, the rest of the conversation stays.
  const values = pieces.filter((span) => !isConversation(span) || !(said || isStructural(text, here.key)));
  if (!node.escaped) {
    replacePieces(values, node, work);
    return;
  }
  const redacted = inner ? redactInner(inner, here, work) : redactedText(text, here.key, means);
  const missed = values.find((span) => stands(span, node, text, redacted, work.bytes));
  // Seen with the escapes and not without: what of the text it is cannot be told, so all of it goes.
  if (missed) replaceWhole(node, actionFor(missed, means), missed.kind, work);
  else if (redacted !== text) put(node, redacted, work);
}

function redactedText(text: string, key: string, means: JsonMeans): string {
  const plain = Buffer.from(text, 'utf8');
  const redacted = means.redactText(plain, key);
  return redacted.equals(plain) ? text : redacted.toString('utf8');
}

function redactInner({ bytes, node }: InnerJson, here: Here, { means, said }: Work): string {
  const place = { ...here, inside: here.inside + 1 };
  const redacted = redactTree(bytes, node, means.spansOf(bytes, here.key), said, place, means);
  return around(bytes, node, redacted);
}

/** With the blanks that stand around the value. */
function around(bytes: Buffer, { start, end }: JsonNode, redacted: Buffer): string {
  return Buffer.concat([bytes.subarray(0, start), redacted, bytes.subarray(end)]).toString('utf8');
}

/** Shorter runs of characters of a value may stand in a text by chance. */
const SHORTEST_RUN = 4;

/** Whether a part of what was found still stands in the redacted text. */
function stands(span: Span, node: JsonString, text: string, redacted: string, bytes: Buffer): boolean {
  const value = bytes.toString('utf8', Math.max(span.start, node.start + 1), Math.min(span.end, node.end - 1));
  const runs = value.split(/\\+(?:u[0-9A-Fa-f]{4}|[nrtbf"/])?/).filter((run) => run.length >= SHORTEST_RUN);
  return runs.length === 0 ? redacted === text : runs.some((run) => redacted.includes(run));
}

const isConversation = ({ kind }: Span) => kind === 'conversation';

/** Kinds that are kept have no spans here. */
function actionFor({ kind }: Span, means: JsonMeans): Exclude<Action, 'keep'> {
  const action = means.actionOf(kind);
  return action === 'keep' ? 'mask' : action;
}

function replacePieces(pieces: readonly Span[], node: JsonString, work: Work): void {
  for (const span of pieces) {
    const start = Math.max(span.start, node.start + 1);
    const end = Math.min(span.end, node.end - 1);
    const value = work.bytes.toString('utf8', start, end);
    if (work.means.isLabel(value)) continue;
    const text = work.means.replaced(actionFor(span, work.means), span.kind, value);
    work.edits.push({ start, end, text: JSON.stringify(text).slice(1, -1) });
  }
}

/** A number, true, false or null: it goes whole. */
function redactScalar(node: JsonNode, work: Work): void {
  const span = within(work.spans, node.start, node.end).find((span) => !isConversation(span));
  if (span) replaceWhole(node, actionFor(span, work.means), span.kind, work);
}

function replaceWhole(node: JsonNode, action: Action, kind: string, work: Work): void {
  if (action === 'keep') return;
  const value = node.type === 'string' ? textOfString(node, work) : work.bytes.toString('utf8', node.start, node.end);
  if (node.type === 'string' && work.means.isLabel(value)) return;
  const text = work.means.replaced(action, kind, value);
  if (node.type === 'string') put(node, text, work);
  else if (action === 'drop') work.edits.push({ start: node.start, end: node.end, text: 'null' });
  else if (node.type === 'number' && action === 'token' && isNumber(text))
    work.edits.push({ start: node.start, end: node.end, text });
  else put(node, text, work);
}

function isNumber(text: string): boolean {
  const bytes = Buffer.from(text);
  return readJson(bytes, 0, bytes.length)?.type === 'number';
}

function put(node: JsonNode, text: string, work: Work): void {
  work.edits.push({ start: node.start, end: node.end, text: JSON.stringify(text) });
}

/** The characters of a string. */
function textOfString(node: JsonString, { bytes }: Pick<Work, 'bytes'>): string {
  if (!node.escaped) return bytes.toString('utf8', node.start + 1, node.end - 1);
  return JSON.parse(bytes.toString('utf8', node.start, node.end)) as string;
}

interface InnerJson {
  readonly bytes: Buffer;
  readonly node: JsonNode;
}

/** JSON inside of a string, as logs have it; undefined where it is something else. */
function innerJson(text: string): InnerJson | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'utf8');
  const node = readJson(bytes, 0, bytes.length);
  return node && { bytes, node };
}

/** The spans that reach into `start … end - 1`. */
function within(spans: readonly Span[], start: number, end: number): readonly Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < spans.length && (spans[last] as Span).start < end) last += 1;
  return spans.slice(low, last);
}

function edited(bytes: Buffer, { start, end }: JsonNode, edits: readonly Edit[]): Buffer {
  const parts: Buffer[] = [];
  let from = start;
  for (const edit of edits) {
    parts.push(bytes.subarray(from, edit.start), Buffer.from(edit.text, 'utf8'));
    from = edit.end;
  }
  parts.push(bytes.subarray(from, end));
  return Buffer.concat(parts);
}
