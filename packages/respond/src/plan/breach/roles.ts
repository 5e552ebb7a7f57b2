// Who does what in a breach. A role is a seat, not a name: the organisation says who sits on it.

export type RoleId = 'engineer' | 'responder' | 'dpo' | 'communications' | 'management';

export interface Role {
  readonly title: string;
  readonly does: string;
  /** Its type of agent in CACAO 2.0 (section 7.2). */
  readonly agent: 'individual' | 'group' | 'organization';
}

export const ROLES: Readonly<Record<RoleId, Role>> = {
  engineer: { title: 'Engineering on call', does: 'Runs the store: snapshots, access, keys.', agent: 'group' },
  responder: { title: 'Incident response', does: 'Leads, keeps evidence, finds out what happened.', agent: 'group' },
  dpo: {
    title: 'Data protection officer',
    does: 'Assesses the risk, drafts and files notifications.',
    agent: 'individual',
  },
  communications: { title: 'Communications', does: 'Tells the people concerned and answers them.', agent: 'group' },
  management: { title: 'Management', does: 'Decides, signs and answers for it.', agent: 'organization' },
};
