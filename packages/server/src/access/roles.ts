// Who may do what: roles, and the permissions of each. Every operation names one permission, and a test walks the whole table.

export const ROLES = ['administrator', 'responder', 'data-protection-officer', 'auditor', 'employee'] as const;
export type Role = (typeof ROLES)[number];

const WATCHERS = ['administrator', 'responder', 'data-protection-officer', 'auditor'] as const;
const RESPONDERS = ['administrator', 'responder'] as const;
const CASE_WORKERS = ['responder', 'data-protection-officer'] as const;
const OFFICERS = ['data-protection-officer'] as const;

/**
 * Permission → the roles that have it. An administrator runs the platform and is not therefore one who reads cases' contact data or
 * approves notices; the auditor reads everything that is not contact data and changes nothing.
 */
export const PERMISSIONS = {
  'be-signed-in': ROLES,
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
  'manage-own-tokens': ROLES,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

export function permissionsOf(role: Role): readonly Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(role, permission));
}
