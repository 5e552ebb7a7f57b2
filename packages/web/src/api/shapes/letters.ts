// Telling people: contacts, letters, the public page; as the API answers.
import type { AnswerOf } from '@vigie/server/api';

export type ContactImport = AnswerOf<'listContactImports'>['items'][number];
export type Contact = AnswerOf<'listContacts'>['items'][number];
export type LetterRun = AnswerOf<'listLetterRuns'>['items'][number];
export type DryRun = AnswerOf<'tryLetterRun'>;
export type IncidentPage = AnswerOf<'getIncidentPage'>;
