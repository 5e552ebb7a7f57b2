// People, sign-in, and what the room knows of itself: as the API answers.
import type { AnswerOf, Role } from '@vigie/server/api';

export type { Role };

export interface Person {
  readonly id: string;
  readonly name: string;
}

export type Me = AnswerOf<'getMe'>;
export type Account = AnswerOf<'listAccounts'>['items'][number];
export type Session = AnswerOf<'listSessions'>['items'][number];
export type Overview = AnswerOf<'getOverview'>;
export type Job = AnswerOf<'listJobs'>['items'][number];
export type EvidenceEntry = AnswerOf<'listEvidence'>['items'][number];
export type Webhook = AnswerOf<'listWebhooks'>['items'][number];

export type MailSettings = AnswerOf<'getMailSettings'>;
