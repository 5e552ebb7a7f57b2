// The statement with which a log's key names its successor: signed by the old key, bound to the tree as it is then.
// Its second line is no number, so it can never be taken for a checkpoint.
import { parseStatement, statementText, type TreeStatement } from './checkpoint.ts';
import { parseNote, type SignedNote, signNote } from './signed-note.ts';
import type { SigningKey } from './signing-key.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

export interface KeyRotation extends TreeStatement {
  readonly next: VerifierKey;
  readonly note: SignedNote;
}

const TITLE = 'vigie key rotation';

export function signKeyRotation(tree: TreeStatement, next: VerifierKey, old: SigningKey): string {
  const [origin, size, root] = statementText(tree).split('\n');
  return signNote(`${origin}\n${TITLE}\n${size}\n${root}\n${next.text}\n`, old);
}

/** Reads a foreign statement; undefined where it is none. Its signature is not checked here. */
export function parseKeyRotation(text: string): KeyRotation | undefined {
  const note = parseNote(text);
  const [origin, title, size, root, key, ...rest] = note?.text.split('\n') ?? [];
  if (note === undefined || title !== TITLE || rest.length !== 1) return undefined;
  const tree = parseStatement(origin, size, root);
  const next = key === undefined ? undefined : parseVerifierKey(key);
  return tree && next && { ...tree, next, note };
}
