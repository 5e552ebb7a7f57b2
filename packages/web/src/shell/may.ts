// What the person who is signed in may do, and the sentence that says who may where they may not.
import { type Permission, WHO_MAY } from '../api/access.ts';
import { useAnswer } from '../api/queries.ts';
import type { Me } from '../api/shapes/people.ts';
import { useFormat, useWords } from '../words/words.tsx';

export function useMe(): Me {
  return useAnswer('getMe', {});
}

export function useHas(permission: Permission): boolean {
  return useMe().permissions.includes(permission);
}

/** The roles that have a permission, as in `responder or data protection officer`. */
export function useRolesWith(permission: Permission): string {
  const { domain } = useWords();
  return useFormat().or(WHO_MAY[permission].map((role) => domain.roles[role]));
}

/** Undefined where it is allowed; else why not, for a button's `because`. */
export function useBarrier(permission: Permission): string | undefined {
  const words = useWords();
  const roles = useRolesWith(permission);
  return useHas(permission) ? undefined : words.frame.notAllowed(roles);
}
