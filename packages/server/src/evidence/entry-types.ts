// The types of entries that the platform writes to the evidence log: ids, counts and commitments, no free text.
import { BUILT_IN_TYPES, type EntryType } from '@vigie/evidence';

/** Somebody signed in, out, or tried to. */
const SIGN_IN: EntryType = {
  type: 'sign-in',
  fields: {
    subject: 'id',
    result: { words: ['in', 'out', 'ended', 'refused', 'set-up', 'invited', 'invitation-used'] },
    /** How: password, passkey, OpenID Connect … */
    'by?': 'id',
    'address?': 'commitment',
  },
};

/** An account, role or token was made, changed or taken away. */
const ACCESS_CHANGE: EntryType = {
  type: 'access-change',
  fields: { subject: 'id', change: 'id', 'role?': 'id', 'scopes?': { listOf: 'id' }, 'expires?': 'time' },
};

/** A thing of the platform changed its state. */
const STATE_CHANGE: EntryType = {
  type: 'state-change',
  fields: { subject: 'id', from: 'id', to: 'id', 'reason?': 'commitment', 'until?': 'time', 'basis?': 'id' },
};

/** Something left the platform: a notice, a register, proofs, a backup. */
const EXPORT: EntryType = {
  type: 'export',
  fields: { subject: 'id', kind: 'id', 'sha256?': 'hash', 'bytes?': 'count', 'rows?': 'count' },
};

/** Contact data was read by somebody. */
const CONTACT_READ: EntryType = {
  type: 'contact-read',
  fields: { subject: 'id', contacts: 'count', purpose: 'id' },
};

/** A setting was changed; what it is, not to what, since it may be a secret. */
const SETTING_CHANGE: EntryType = { type: 'setting-change', fields: { subject: 'id', 'sha256?': 'hash' } };

/** Letters to people: what of a run was done, and the root of the proofs of its letters. */
const LETTERS: EntryType = {
  type: 'letters',
  fields: {
    subject: 'id',
    step: 'id',
    'letters?': 'count',
    'sent?': 'count',
    'failed?': 'count',
    'proofs?': 'hash',
    'text?': 'hash',
  },
};

/** Personal data was erased: how many records, and how many proofs stay that nobody can open any more. */
const ERASURE: EntryType = {
  type: 'erasure',
  fields: { subject: 'id', what: 'id', contacts: 'count', proofs: 'count' },
};

/** A fact of a case was stated anew: commitments to what it was and what it is. */
const FACT_CHANGE: EntryType = {
  type: 'fact-change',
  fields: { subject: 'id', fact: 'id', version: 'count', 'before?': 'commitment', after: 'commitment' },
};

/** People were told of detections over a channel, or could not be. */
const ALERT: EntryType = {
  type: 'alert',
  fields: {
    subject: 'id',
    channel: 'id',
    result: { words: ['told', 'given-up', 'dropped'] },
    detections: 'count',
    level: 'id',
  },
};

/** Detections that were older than they are kept were taken away. */
const DETECTIONS_FORGOTTEN: EntryType = {
  type: 'detections-forgotten',
  fields: { detections: 'count', before: 'time' },
};

export const ENTRY_TYPES: readonly EntryType[] = [
  ...BUILT_IN_TYPES,
  SIGN_IN,
  ACCESS_CHANGE,
  STATE_CHANGE,
  EXPORT,
  CONTACT_READ,
  SETTING_CHANGE,
  LETTERS,
  ERASURE,
  FACT_CHANGE,
  ALERT,
  DETECTIONS_FORGOTTEN,
];
