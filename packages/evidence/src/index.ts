// @vigie/evidence is the append-only log of decisions and evidence, and its offline proof.
export { type Commitment, commit, opens } from './commitment.ts';
export type { Draft, Payload } from './entries/entry.ts';
export type { EntryType, Field, FieldKind } from './entries/fields.ts';
export { BUILT_IN_TYPES, DECISION, EVIDENCE } from './entries/types.ts';
export { replaceFile } from './files/durable.ts';
export { readKeyFile, writeKeyFile } from './files/key-file.ts';
export { takeLock } from './files/lock.ts';
export type { CheckpointReceipt, EvidenceLog, Receipt, WriteFault } from './files/log-writer.ts';
export { type LogOptions, type OpenFault, openLog } from './files/open-log.ts';
export { checkpointPath, readLeafHashes, verifyLogFile } from './files/verify-file.ts';
export type { RefusedDraft } from './log/append.ts';
export { isConsistent, isIncluded, proveConsistency, proveInclusion, type TreeHead } from './merkle/proofs.ts';
export { EMPTY_RANGE, rootOf, withLeaf } from './merkle/range.ts';
export { leafHash, type TreeHash } from './merkle/tree-hash.ts';
export {
  type AuthorityFault,
  type IssuedTimeStamp,
  requestTimeStamp,
  type TimeAuthority,
} from './net/time-authority.ts';
export { type Checkpoint, parseCheckpoint } from './notes/checkpoint.ts';
export { checkSignature, type SignatureCheck } from './notes/signed-note.ts';
export { createSigningKey, exportSigningKey, importSigningKey, type SigningKey } from './notes/signing-key.ts';
export { parseVerifierKey, type VerifierKey } from './notes/verifier-key.ts';
export type { TimeStampCode, TimeStampFault } from './time-stamp/fault.ts';
export { readRoots, type TimeStamp, verifyTimeStamp } from './time-stamp/verify-time-stamp.ts';
export type { OutsideCheckpoint } from './verify/outside-checkpoints.ts';
export type { Guarantees, LogFault, LogFaultCode, Verdict } from './verify/verdict.ts';
export { type VerifyOptions, verifyLog } from './verify/verify-log.ts';
