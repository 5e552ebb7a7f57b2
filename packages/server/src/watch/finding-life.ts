// The life of a finding: which state may follow which, by whose act, and what the act has to say. The one table that everything asks.

export const FINDING_STATES = ['new', 'assigned', 'accepted', 'mending', 'verifying', 'mended', 'back'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const ACTS = [
  'assign',
  'unassign',
  'accept',
  'withdraw-acceptance',
  'mend',
  'verify',
  'acceptance-ended',
  'seen-mended',
  'seen-again',
  'verified-mended',
  'verified-still-open',
  'cannot-tell',
] as const;
export type Act = (typeof ACTS)[number];

interface Transition {
  readonly act: Act;
  readonly by: 'person' | 'platform';
  readonly from: readonly FindingState[];
  /** `resumes`: the state that it had before it was verified. `as-owned`: assigned where somebody has it, else new. */
  readonly to: FindingState | 'resumes' | 'as-owned';
  readonly needs?: 'assignee' | 'acceptance';
}

const STANDING = ['new', 'assigned', 'accepted', 'mending', 'back'] as const;

/** What was mended and is seen again while it is verified is not as it was: it is back. */
export const TRANSITIONS: readonly Transition[] = [
  { act: 'assign', by: 'person', from: [...STANDING], to: 'assigned', needs: 'assignee' },
  { act: 'unassign', by: 'person', from: ['assigned', 'mending'], to: 'new' },
  { act: 'accept', by: 'person', from: [...STANDING], to: 'accepted', needs: 'acceptance' },
  { act: 'withdraw-acceptance', by: 'person', from: ['accepted'], to: 'as-owned' },
  { act: 'mend', by: 'person', from: ['new', 'assigned', 'accepted', 'back'], to: 'mending', needs: 'assignee' },
  { act: 'verify', by: 'person', from: [...STANDING, 'mended'], to: 'verifying' },
  { act: 'acceptance-ended', by: 'platform', from: ['accepted'], to: 'as-owned' },
  { act: 'seen-mended', by: 'platform', from: [...STANDING], to: 'mended' },
  { act: 'seen-again', by: 'platform', from: ['mended'], to: 'back' },
  { act: 'verified-mended', by: 'platform', from: ['verifying'], to: 'mended' },
  { act: 'verified-still-open', by: 'platform', from: ['verifying'], to: 'resumes' },
  { act: 'cannot-tell', by: 'platform', from: ['verifying'], to: 'resumes' },
];

export interface LivingFinding {
  readonly state: FindingState;
  /** While it is verified: what it was before. */
  readonly resumes: FindingState | null;
  readonly hasAssignee: boolean;
}

/** The state that an act leads to; undefined where the act may not be done in this state. */
export function stateAfter(act: Act, { state, resumes, hasAssignee }: LivingFinding): FindingState | undefined {
  const transition = TRANSITIONS.find((one) => one.act === act && one.from.includes(state));
  if (transition === undefined) return undefined;
  if (transition.to === 'as-owned') return hasAssignee ? 'assigned' : 'new';
  if (transition.to !== 'resumes') return transition.to;
  const before = resumes ?? (hasAssignee ? 'assigned' : 'new');
  return act === 'verified-still-open' && before === 'mended' ? 'back' : before;
}

/** What an act has to say; undefined where nothing. */
export function needOf(act: Act): Transition['needs'] {
  return TRANSITIONS.find((one) => one.act === act)?.needs;
}

/** The acts that a person may do in a state: what a page offers. */
export function actsOf(from: FindingState): readonly Act[] {
  return TRANSITIONS.filter(({ by, from: states }) => by === 'person' && states.includes(from)).map(({ act }) => act);
}
