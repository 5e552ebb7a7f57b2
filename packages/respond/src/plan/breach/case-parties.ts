// Who carries out the steps of a breach playbook, and to whom or to what they are done.
import type { AgentTarget } from '../cacao/playbook.ts';
import { caseId } from './case-ids.ts';
import { placeOf } from './contain-tasks.ts';
import type { PlanTarget, PlanTask } from './plan.ts';
import { ROLES, type RoleId } from './roles.ts';

/** The identity in STIX that made the playbook. */
export const AUTHOR = caseId('identity', 'vigie');

export function agentId(role: RoleId): string {
  return caseId(ROLES[role].agent, 'role', role);
}

/** The owner of a step is an identity in STIX (section 4.1); roles have the same one in every case. */
export function ownerId(role: RoleId): string {
  return caseId('identity', 'role', role);
}

export function agentDefinitions(): Record<string, AgentTarget> {
  return Object.fromEntries(
    (Object.keys(ROLES) as RoleId[]).map((role) => {
      const { agent, title, does } = ROLES[role];
      return [agentId(role), { type: agent, name: title, description: does }];
    }),
  );
}

export function targetId(target: PlanTarget): string {
  return target.kind === 'store'
    ? caseId('net-address', placeOf(target))
    : caseId('organization', 'recipient', target.name);
}

export function targetDefinitions(tasks: readonly PlanTask[]): Record<string, AgentTarget> {
  return Object.fromEntries(tasks.flatMap(({ on }) => (on ? [[targetId(on), targetDefinition(on)]] : [])));
}

function targetDefinition(target: PlanTarget): AgentTarget {
  if (target.kind === 'recipient') return { type: 'organization', name: target.name };
  const { product, address } = target;
  const kind = address.includes(':') ? 'ipv6' : /^[\d.]+$/.test(address) ? 'ipv4' : 'dname';
  return { type: 'net-address', name: `${product} at ${placeOf(target)}`, address: { [kind]: [address] } };
}
