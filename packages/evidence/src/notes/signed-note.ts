// A text with signatures below it, as C2SP signed-note (https://c2sp.org/signed-note) writes it.
import { sign, verify } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';
import { isKeyName, type VerifierKey } from './verifier-key.ts';

export interface SignedNote {
  /** What is signed, with the line feed at its end. Not to be believed before `isSignedBy`. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly bytes: Buffer;
}

/** A note is three to five short lines and some signatures; a larger one is an attack on memory. */
const LONGEST_NOTE = 16 * 1024;
const MOST_SIGNATURES = 64;
const ID_BYTES = 4;

/** The whole note: the text, an empty line, one signature. @param text ends with a line feed */
export function signNote(text: string, { privateKey, verifier }: SigningKey): string {
  const id = Buffer.alloc(ID_BYTES);
  id.writeUInt32BE(verifier.id);
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${verifier.name} ${signature.toString('base64')}\n`;
}

/** Reads a foreign note; undefined where it is none. The last empty line parts text and signatures. */
export function parseNote(note: string): SignedNote | undefined {
  if (note.length > LONGEST_NOTE || !note.isWellFormed() || hasControls(note)) return undefined;
  const split = note.lastIndexOf('\n\n');
  if (split === -1 || !note.endsWith('\n')) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === undefined) return undefined;
    signatures.push(signature);
  }
  return { text: note.slice(0, split + 1), signatures };
}

export type SignatureCheck = 'signed' | 'not signed by this key' | 'forged';

/** Whether this key signed the note. A signature by name and id of the key that does not hold spoils the note, as the format says. */
export function checkSignature(note: SignedNote, key: VerifierKey): SignatureCheck {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.id);
  if (own.length === 0) return 'not signed by this key';
  const text = Buffer.from(note.text);
  return own.every(({ bytes }) => verify(null, text, key.publicKey, bytes)) ? 'signed' : 'forged';
}

/** ASCII control characters but the line feed are forbidden in a note. */
function hasControls(note: string): boolean {
  return /[^\P{Cc}\n\u007f-\u009f]/u.test(note);
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name, encoded] = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const bytes = Buffer.from(encoded, 'base64');
  // One text a signature: base64 that leaves bits over could be written in more than one way.
  if (bytes.length <= ID_BYTES || bytes.toString('base64') !== encoded) return undefined;
  return { name, keyId: bytes.readUInt32BE(), bytes: bytes.subarray(ID_BYTES) };
}
