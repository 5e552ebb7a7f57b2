// Telling people: contacts, letters, the public page; as the API answers.
import type { AnswerOf } from '@vigie/server/api';

export type ContactImport = AnswerOf<'listContactImports'>['items'][number];
export type Contact = AnswerOf<'listContacts'>['items'][number];
export type LetterRun = AnswerOf<'listLetterRuns'>['items'][number];
export type Letter = AnswerOf<'listLetters'>['items'][number];
export type LetterState = Letter['state'];
export type BounceFile = AnswerOf<'takeBounceFile'>;
export type LettersTold = AnswerOf<'getLettersTold'>;
export type ContactErasure = AnswerOf<'listContactErasures'>['items'][number];
export type DryRun = AnswerOf<'tryLetterRun'>;
export type IncidentPage = AnswerOf<'getIncidentPage'>;

/** The order in which filters offer them: what needs somebody first. */
export const LETTER_STATES = [
  'uncertain',
  'failed',
  'bounced',
  'queued',
  'sending',
  'sent',
] as const satisfies readonly LetterState[];
