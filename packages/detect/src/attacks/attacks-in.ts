// The public door: a value of a request in, the attacks in it out.
import { headerInjection, serverSideRequest, xmlEntity } from './addresses.ts';
import type { Attack, AttackKind, Where } from './attack.ts';
import { commandInjection } from './commands/command-injection.ts';
import { type Form, formsOf } from './decoding/forms.ts';
import { directoryInjection } from './directory.ts';
import { jndiLookup, nosqlInjection, templateInjection } from './expressions.ts';
import { crossSiteScripting } from './html/cross-site-scripting.ts';
import { prototypePollution, unsafeObject } from './objects.ts';
import { type Parts, partsOf } from './parts.ts';
import { pathTraversal } from './paths/path-traversal.ts';
import { sqlInjection } from './sql/sql-injection.ts';

/** Reads one form of a value for one kind of attack. */
type Reader = (form: Form, where: Where) => Attack | undefined;

const READERS: readonly Reader[] = [
  sqlInjection,
  crossSiteScripting,
  pathTraversal,
  commandInjection,
  templateInjection,
  jndiLookup,
  serverSideRequest,
  xmlEntity,
  headerInjection,
  nosqlInjection,
  prototypePollution,
  unsafeObject,
  directoryInjection,
];

/** Of a document of JSON or XML the values are read apart; what is left are attacks on who reads the document. */
const DOCUMENT_READERS: readonly Reader[] = [xmlEntity, nosqlInjection, jndiLookup, prototypePollution, unsafeObject];
const WHOLE: Parts = { parts: [], isDocument: false };

/** A long value is read in pieces of this length, which overlap so that no attack is cut in two. */
const PIECE = 16 * 1024;
const OVERLAP = 1024;
/** Of a longer value the beginning and the end are read: the work for a value is bounded, whoever sends it. */
const MAX_PIECES_BEFORE = 6;
const MAX_PIECES_BEHIND = 2;

/** What no attack does without, but for SQL that is words alone: one of these signs, or two dots. */
const SIGN =
  /["'<>;|&$(){}[\]`\\/=%#*!^~@:\r\n\0]|\.\.|\s-[a-z-]|--|\b(?:union|order|group|having|waitfor)\b|\b(?:and|or)\s+\d/i;

/**
 * Reads a value of a request as each of the interpreters would that it may end up in: a database, a browser, a shell, a file system, a
 * template, a logger, a client of HTTP, a parser of XML. It goes by what the value would do there and knows no list of phrases.
 *
 * @param value as it is written in the request, encoded or not; it may be of any length, of which up to 128 KiB are read
 * @param where the place that it stands in; texts that people write are expected in bodies, line breaks too
 * @returns the most certain first; empty where nothing is found. Reasons hold no part of the value.
 * @example attacksIn("1' or '1'='1") // [{ kind: 'sql-injection', confidence: 0.95, reasons: ['adds a condition that is always true', …] }]
 */
export function attacksIn(value: string, where: Where = 'query'): readonly Attack[] {
  if (!mayBeAttack(value)) return [];
  const found = new Map<AttackKind, Attack>();
  const { parts, isDocument } = where === 'body' ? partsOf(value) : WHOLE;
  for (const piece of piecesOf(value)) readValue(piece, where, isDocument ? DOCUMENT_READERS : READERS, found);
  for (const part of [...parts, ...documentIn(value, where)])
    if (mayBeAttack(part)) readValue(part.slice(0, PIECE), where, READERS, found);
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

/** The values of a document of JSON that is a parameter. */
function documentIn(value: string, where: Where): readonly string[] {
  if (where !== 'query' || !/^\s{0,8}(?:[{[]|%7b|%5b)/i.test(value)) return [];
  const written = formsOf(value.slice(0, PIECE)).find(({ text }) => /^\s{0,8}[{[]/.test(text));
  return written === undefined ? [] : partsOf(written.text).parts;
}

function mayBeAttack(value: string): boolean {
  return value.length > 1 && (SIGN.test(value) || value.length >= 16);
}

function readValue(value: string, where: Where, readers: readonly Reader[], found: Map<AttackKind, Attack>): void {
  for (const form of formsOf(value)) {
    for (const read of readers) {
      const attack = read(form, where);
      if (attack && attack.confidence > (found.get(attack.kind)?.confidence ?? 0)) found.set(attack.kind, attack);
    }
  }
}

function piecesOf(value: string): readonly string[] {
  if (value.length <= PIECE) return [value];
  const starts: number[] = [];
  for (let at = 0; at + OVERLAP < value.length; at += PIECE - OVERLAP) starts.push(at);
  const kept =
    starts.length <= MAX_PIECES_BEFORE + MAX_PIECES_BEHIND
      ? starts
      : [...starts.slice(0, MAX_PIECES_BEFORE), ...starts.slice(-MAX_PIECES_BEHIND)];
  return kept.map((at) => value.slice(at, at + PIECE));
}
