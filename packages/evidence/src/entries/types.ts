// The types of entries that Vigie's own parts write. Others may bring more of their own.
import type { EntryType } from './fields.ts';

/** A human decided something, or an engine did by rule. */
export const DECISION: EntryType = {
  type: 'decision',
  fields: {
    /** What it is about: a breach, a finding, a duty. */
    subject: 'id',
    /** What was decided, as in `notify-authority`. */
    decision: 'id',
    /** The rule or article that it follows, as in `gdpr/33`. */
    'basis?': 'id',
    /** The words in which it was given, which may name people. */
    'reason?': 'commitment',
    /** Entries or documents that it rests on. */
    'evidence?': { listOf: 'hash' },
  },
};

/** Something was seen, and its document is kept elsewhere: a scan's report, a transcript, a notice as it was sent. */
export const EVIDENCE: EntryType = {
  type: 'evidence',
  fields: {
    subject: 'id',
    /** What the document is, as in `vigie.scan/1`. */
    kind: 'id',
    /** Of the document's bytes. */
    sha256: 'hash',
    bytes: 'count',
    'note?': 'commitment',
  },
};

export const BUILT_IN_TYPES: readonly EntryType[] = [DECISION, EVIDENCE];
