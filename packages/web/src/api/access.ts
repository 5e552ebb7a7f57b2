// Who may do what, as the server has it: for leaving out of the navigation what a role never may, and for saying who may instead.
import type { Role } from './shapes/people.ts';

const WATCHERS = ['administrator', 'responder', 'data-protection-officer', 'auditor'] as const;
const RESPONDERS = ['administrator', 'responder'] as const;
const CASE_WORKERS = ['responder', 'data-protection-officer'] as const;
const OFFICERS = ['data-protection-officer'] as const;
const EVERYBODY = [...WATCHERS, 'employee'] as const;

/** Permission → the roles that have it; access.test.ts compares it with the server's table. */
export const WHO_MAY = {
  'be-signed-in': EVERYBODY,
  'read-watch': WATCHERS,
  'manage-scopes': RESPONDERS,
  'run-scans': RESPONDERS,
  'work-on-findings': RESPONDERS,
  'manage-inputs': RESPONDERS,
  'judge-detections': RESPONDERS,
  'silence-detections': RESPONDERS,
  'manage-channels': RESPONDERS,
  'manage-rules': RESPONDERS,
  'accept-findings': RESPONDERS,
  'read-cases': [...CASE_WORKERS, 'auditor'],
  'work-on-cases': CASE_WORKERS,
  'write-notices': CASE_WORKERS,
  'approve-notices': CASE_WORKERS,
  'file-notices': OFFICERS,
  'work-on-tasks': CASE_WORKERS,
  'read-register': [...CASE_WORKERS, 'auditor'],
  'read-contacts': OFFICERS,
  'manage-contacts': OFFICERS,
  'send-letters': OFFICERS,
  'publish-incident-pages': OFFICERS,
  'read-people': ['administrator', 'auditor'],
  'manage-people': ['administrator'],
  'manage-settings': ['administrator'],
  'manage-webhooks': ['administrator'],
  'read-jobs': WATCHERS,
  'read-evidence': ['administrator', 'data-protection-officer', 'auditor'],
  'manage-own-tokens': EVERYBODY,
} as const satisfies Record<string, readonly Role[]>;

/** All roles, the widest first. */
export const ROLES: readonly Role[] = EVERYBODY;

export type Permission = keyof typeof WHO_MAY;
