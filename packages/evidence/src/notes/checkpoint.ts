// A checkpoint: size and root of the log's tree, signed, as C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint) writes it.
import { HASH_BYTES, type TreeHash } from '../merkle/tree-hash.ts';
import { parseNote, type SignedNote, signNote } from './signed-note.ts';
import type { SigningKey } from './signing-key.ts';

export interface TreeStatement {
  /** Which log it is of. */
  readonly origin: string;
  /** Entries that it covers. */
  readonly size: number;
  readonly root: TreeHash;
}

export interface Checkpoint extends TreeStatement {
  readonly note: SignedNote;
}

export function signCheckpoint(tree: TreeStatement, key: SigningKey): string {
  return signNote(statementText(tree), key);
}

/** Reads a foreign checkpoint; undefined where it is none. Its signatures are not checked here. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const note = parseNote(text);
  if (note === undefined) return undefined;
  const [origin, size, root, ...rest] = note.text.split('\n');
  // Extension lines are allowed and mean nothing to us; an empty one is not allowed.
  if (rest.pop() !== '' || rest.includes('')) return undefined;
  const tree = parseStatement(origin, size, root);
  return tree && { ...tree, note };
}

/** The three lines, each with its line feed. */
export function statementText({ origin, size, root }: TreeStatement): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

export function parseStatement(
  origin: string | undefined,
  sizeText: string | undefined,
  rootText: string | undefined,
): TreeStatement | undefined {
  if (!origin || !sizeText || !rootText || !/^(?:0|[1-9]\d{0,15})$/.test(sizeText)) return undefined;
  const [size, root] = [Number(sizeText), Buffer.from(rootText, 'base64')];
  if (!Number.isSafeInteger(size) || root.length !== HASH_BYTES || root.toString('base64') !== rootText)
    return undefined;
  return { origin, size, root };
}
