// Cases: facts, clocks, duties, notices, tasks, the register.
import type { AnswerOf, BodyOf } from '@vigie/server/api';

export type Case = AnswerOf<'getCase'>;
export type Clock = Case['clocks'][number];
export type Decided = Case['decision']['authority']['answer'];
export type Facts = AnswerOf<'getFacts'>;
export type Fact = Facts['items'][number];
export type Assessment = AnswerOf<'getAssessment'>;
export type Mover = Assessment['wouldMove'][number];
export type FactVersion = AnswerOf<'getFactHistory'>['items'][number];
export type StorePreview = AnswerOf<'previewStoreForCase'>;
export type Seat = Case['seats'][number]['seat'];
export type CaseMembers = AnswerOf<'getCaseMembers'>;
export type RegisterItem = AnswerOf<'listRegister'>['items'][number];
export type CaseEvent = AnswerOf<'getTimeline'>['items'][number];
export type Ruling = AnswerOf<'listRulings'>['items'][number];

export type NoticeSummary = AnswerOf<'listNotices'>['items'][number];
export type Notice = AnswerOf<'getNotice'>;
export type NoticeKind = Notice['kind'];
export type Block = Notice['text'][number];
export type Gap = Notice['gaps'][number];

export const NOTICE_KINDS = [
  'authority-edpb',
  'authority-cnil',
  'letter',
  'processor',
  'press',
  'web',
] as const satisfies readonly NoticeKind[];

export const NOTICE_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'zh'] as const satisfies readonly Notice['language'][];

export type LetterGroup = NonNullable<BodyOf<'createNotice'>['group']>;

export const LETTER_GROUPS = [
  'anyone',
  'customers',
  'employees',
  'patients',
  'students',
  'subscribers',
  'users',
  'parents',
] as const satisfies readonly LetterGroup[];

export type Task = AnswerOf<'listTasks'>['items'][number];
export type TaskState = Task['state'];
export const TASK_STATES = ['todo', 'doing', 'done', 'not-needed'] as const satisfies readonly TaskState[];
