// All migrations in their order. One is never changed once it has left this house: what has to be mended is a new one.
import { migration as foundation } from './0001-foundation.ts';
import { migration as signIn } from './0002-sign-in.ts';
import { migration as watch } from './0010-watch.ts';
import { migration as search } from './0011-search.ts';
import { migration as cases } from './0020-cases.ts';
import { migration as notices } from './0021-notices.ts';
import { migration as tasks } from './0022-tasks.ts';
import { migration as caseMembers } from './0023-case-members.ts';
import { migration as letters } from './0030-letters.ts';
import { migration as lettersByTheMillion } from './0031-letters-by-the-million.ts';
import { migration as contactErasure } from './0032-contact-erasure.ts';
import { migration as correctedStatements } from './0035-corrected-statements.ts';

import { migration as webhooks } from './0040-webhooks.ts';
import { migration as inputs } from './0050-inputs.ts';
import { migration as detections } from './0051-detections.ts';
import { migration as silences } from './0052-silences.ts';
import { migration as channels } from './0053-channels.ts';
import { migration as rules } from './0054-rules.ts';
import { migration as inputChanges } from './0055-input-changes.ts';
import { migration as countries } from './0056-countries.ts';

export interface Migration {
  /** Number and name, as in `0001-foundation`. */
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [
  foundation,
  signIn,
  watch,
  search,
  cases,
  notices,
  tasks,
  caseMembers,
  letters,
  lettersByTheMillion,
  contactErasure,
  correctedStatements,
  webhooks,
  inputs,
  detections,
  silences,
  channels,
  rules,
  inputChanges,
  countries,
];
