// Logs for tests, made without a file by the writer's core: the lines, and a checkpoint of all of them.
import { createHash } from 'node:crypto';
import {
  type Appended,
  appendEntry,
  checkpointEntry,
  isRefused,
  openingEntry,
  type RefusedDraft,
  rotationEntry,
  statementOf,
} from '../src/log/append.ts';
import { EMPTY_LOG } from '../src/log/state.ts';
import { signCheckpoint } from '../src/notes/checkpoint.ts';
import { createSigningKey, type SigningKey } from '../src/notes/signing-key.ts';

export interface MadeLog {
  /** Without line feeds. */
  readonly lines: readonly string[];
  /** Of all lines, signed by the key in force at the end. */
  readonly checkpoint: string;
  /** The first key and those after it. */
  readonly keys: readonly SigningKey[];
}

/** What the entries after the opening are, one letter each: a decision, evidence, a checkpoint, a rotation of the key. */
export type EntryLetter = 'd' | 'e' | 'c' | 'k';

export const ORIGIN = 'example.com/vigie';
const AT = Date.UTC(2026, 10, 29, 12);

/** A key that is the same in every run. */
export function testKey(number: number): SigningKey {
  return createSigningKey(ORIGIN, createHash('sha256').update(`key ${number}`).digest());
}

/** The same letters make the same log. @param firstKey number of the first key, for a log of somebody else's */
export function makeLog(letters: readonly EntryLetter[], firstKey = 0): MadeLog {
  const keys = [testKey(firstKey)];
  let state = EMPTY_LOG;
  const lines: string[] = [];
  const add = (appended: Appended | RefusedDraft) => {
    if (isRefused(appended)) throw new Error(`${appended.field}: ${appended.message}`);
    ({ state } = appended);
    lines.push(appended.line);
  };
  const keyInForce = () => keys.at(-1) ?? testKey(firstKey);
  add(openingEntry(testKey(firstKey).verifier, { at: AT, author: 'test' }));
  for (const [at, letter] of letters.entries()) {
    const occasion = { at: AT + at * 1000, author: 'test' };
    if (letter === 'c') add(checkpointEntry(state, keyInForce(), occasion));
    else if (letter === 'k') {
      const next = testKey(firstKey + keys.length);
      add(rotationEntry(state, keyInForce(), next.verifier, occasion));
      keys.push(next);
    } else add(appendEntry(state, { ...occasion, ...contentOf(letter, at) }));
  }
  return { lines, checkpoint: signCheckpoint(statementOf(state, keyInForce()), keyInForce()), keys };
}

function contentOf(letter: 'd' | 'e', at: number) {
  if (letter === 'd') return { type: 'decision', payload: { subject: `breach-${at}`, decision: 'notify-authority' } };
  const sha256 = createHash('sha256').update(`document ${at}`).digest('hex');
  return { type: 'evidence', payload: { subject: `store-${at}`, kind: 'vigie.scan/1', sha256, bytes: at } };
}

/** The bytes of a log's file. */
export function fileOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}

/** Bytes as a stream of parts of a size. */
export async function* streamOf(bytes: Uint8Array, partBytes = 4096): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += partBytes) yield bytes.subarray(from, from + partBytes);
}
