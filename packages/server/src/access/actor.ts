// Who asks: a person in a session, a token of a person, or the platform itself.
import { may, type Permission, type Role } from './roles.ts';

export type Actor =
  | {
      readonly by: 'session';
      readonly accountId: string;
      readonly sessionId: string;
      readonly role: Role;
      readonly name: string;
    }
  | {
      readonly by: 'token';
      readonly accountId: string;
      readonly tokenId: string;
      readonly role: Role;
      readonly name: string;
      /** What of its owner's permissions the token has. */
      readonly scopes: readonly Permission[];
    };

/** A token may what its owner may and its scopes name; never more. */
export function actorMay(actor: Actor, permission: Permission): boolean {
  if (!may(actor.role, permission)) return false;
  return actor.by === 'session' || permission === 'be-signed-in' || actor.scopes.includes(permission);
}
