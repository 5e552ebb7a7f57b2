// What is watched: scopes, scans, stores, findings; as the API answers.
import type { AnswerOf, BodyOf } from '@vigie/server/api';

export type Store = AnswerOf<'getStore'>;
export type StoreHistory = AnswerOf<'getStoreHistory'>;
export type Inventory = NonNullable<Store['inventory']>;
export type Posture = Store['posture'];
export type Verdict = Store['verdict'];
export type Finding = AnswerOf<'getFinding'>;
export type FindingSummary = AnswerOf<'listFindings'>['items'][number];
export type FindingState = Finding['state'];
export type FindingChange = BodyOf<'updateFinding'>;
export type Severity = Finding['severity'];
export type Scope = AnswerOf<'getScope'>;
export type ScopeBody = BodyOf<'createScope'>;
export type Scan = AnswerOf<'listScans'>['items'][number];
/** With how far it is, while it runs. */
export type RunningScan = AnswerOf<'getScan'>;
export type Untested = Scan['untested'][number];
export type Figures = AnswerOf<'getFigures'>;

/** The order in which pages show them; the types hold them to the API's words. */
export const VERBS = [
  'identify',
  'list',
  'count',
  'read',
  'write',
  'administer',
] as const satisfies readonly (keyof Posture)[];
export const VERDICTS = ['open', 'partial', 'closed', 'unknown', 'gone'] as const satisfies readonly Verdict[];
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];
export const FINDING_STATES = [
  'new',
  'back',
  'assigned',
  'accepted',
  'mending',
  'verifying',
  'mended',
] as const satisfies readonly FindingState[];
