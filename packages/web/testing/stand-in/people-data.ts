// Plausible people of the room.
import { WHO_MAY } from '../../src/api/access.ts';
import type { Account, Role } from '../../src/api/shapes/people.ts';

export const COLLEAGUES = [
  { id: 'NadiaOwner01', name: 'Nadia Berger', role: 'administrator' },
  { id: 'TomasResp001', name: 'Tomás Vidal', role: 'responder' },
  { id: 'ClaireDpo001', name: 'Claire Aubry', role: 'data-protection-officer' },
  { id: 'HenrikAudit1', name: 'Henrik Olsen', role: 'auditor' },
  { id: 'MinhEmploy01', name: 'Minh Tran', role: 'employee' },
] as const satisfies readonly { id: string; name: string; role: Role }[];

export function accountOf(role: Role, now: number): Account {
  const { id, name } = COLLEAGUES.find((one) => one.role === role) ?? COLLEAGUES[0];
  return {
    id,
    name,
    email: `${name.split(' ')[0]?.toLowerCase() ?? 'x'}@example.org`,
    role,
    language: 'en',
    twoFactor: role !== 'employee',
    disabled: false,
    createdAt: new Date(now - 90 * 86_400_000).toISOString(),
    lastSeenAt: new Date(now - 300_000).toISOString(),
  };
}

export function permissionsOf(role: Role): readonly string[] {
  return Object.entries(WHO_MAY)
    .filter(([, roles]) => (roles as readonly Role[]).includes(role))
    .map(([permission]) => permission);
}
