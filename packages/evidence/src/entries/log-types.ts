// The entries that the log writes about itself, and how their foreign payloads are read.
import { type Checkpoint, parseCheckpoint } from '../notes/checkpoint.ts';
import { type KeyRotation, parseKeyRotation } from '../notes/key-rotation.ts';
import { parseVerifierKey, type VerifierKey } from '../notes/verifier-key.ts';
import type { Payload } from './entry.ts';
import { fieldFault } from './fields.ts';

const FORMAT = 'vigie.evidence/1';

export const LOG_TYPES = {
  /** The first entry: which log, in which format, with which key. */
  opened: 'log/opened',
  /** A signed checkpoint of all entries before it. */
  checkpoint: 'log/checkpoint',
  keyRotated: 'log/key-rotated',
  /** A time stamp (RFC 3161) on an earlier checkpoint. */
  timeStamped: 'log/time-stamped',
  /** An unfinished last line was taken off, which a crash had left. */
  recovered: 'log/recovered',
} as const;

/** Types of the log itself; a caller may not write one. */
export function isLogType(type: string): boolean {
  return type.startsWith('log/');
}

export interface Opening {
  readonly origin: string;
  readonly key: VerifierKey;
}

export function openingPayload(key: VerifierKey): Payload {
  return { format: FORMAT, key: key.text };
}

export function readOpening(payload: Payload): Opening | undefined {
  if (!hasOnly(payload, ['format', 'key']) || payload.format !== FORMAT || typeof payload.key !== 'string')
    return undefined;
  const key = parseVerifierKey(payload.key);
  return key && { origin: key.name, key };
}

export function readCheckpointEntry(payload: Payload): (Checkpoint & { readonly text: string }) | undefined {
  const text = noteIn(payload);
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  return checkpoint && text !== undefined ? { ...checkpoint, text } : undefined;
}

export function readRotationEntry(payload: Payload): KeyRotation | undefined {
  const text = noteIn(payload);
  return text === undefined ? undefined : parseKeyRotation(text);
}

export interface TimeStampEntry {
  /** Sequence of the checkpoint's entry. */
  readonly checkpoint: number;
  /** DER of the TimeStampToken. */
  readonly token: Buffer;
}

export interface TornLine {
  readonly bytes: number;
  readonly sha256: string;
}

export function recoveryPayload({ bytes, sha256 }: TornLine): Payload {
  return { bytes, sha256 };
}

export function isRecoveryEntry(payload: Payload): boolean {
  return fieldFault(payload, { type: LOG_TYPES.recovered, fields: { bytes: 'count', sha256: 'hash' } }) === undefined;
}

export function timeStampPayload({ checkpoint, token }: TimeStampEntry): Payload {
  return { checkpoint, token: token.toString('base64') };
}

export function readTimeStampEntry(payload: Payload): TimeStampEntry | undefined {
  if (!hasOnly(payload, ['checkpoint', 'token'])) return undefined;
  const { checkpoint, token: text } = payload;
  if (typeof checkpoint !== 'number' || typeof text !== 'string') return undefined;
  const token = Buffer.from(text, 'base64');
  return token.toString('base64') === text ? { checkpoint, token } : undefined;
}

function noteIn(payload: Payload): string | undefined {
  return hasOnly(payload, ['note']) && typeof payload.note === 'string' ? payload.note : undefined;
}

function hasOnly(payload: Payload, names: readonly string[]): boolean {
  return Object.keys(payload).sort().join() === names.join();
}
