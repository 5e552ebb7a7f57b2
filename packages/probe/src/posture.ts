// Posture: what a client without credentials may do at a store, as six verbs; and the verdict that follows from them.

/** The verbs, from harmless to grave. */
export const VERBS = ['identify', 'list', 'count', 'read', 'write', 'administer'] as const;
export type Verb = (typeof VERBS)[number];

/** `unknown` is an answer of its own: it was not tested, or the store's reply does not tell. */
export type Answer = 'yes' | 'no' | 'unknown';
export type Posture = Readonly<Record<Verb, Answer>>;

export const VERDICTS = ['open', 'partial', 'closed', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * A whole posture from what is known of it; what is not named is unknown.
 *
 * @example posture({ identify: 'yes', list: 'no' }).read // 'unknown'
 */
export function posture(known: Partial<Posture>): Posture {
  return {
    identify: 'unknown',
    list: 'unknown',
    count: 'unknown',
    read: 'unknown',
    write: 'unknown',
    administer: 'unknown',
    ...known,
  };
}

/** The posture of a store that refuses every stranger; `identify` says whether it still tells what it is. */
export function refused(identify: Answer): Posture {
  return { identify, list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
}

/**
 * The verdict of a posture.
 *
 * - open: a stranger may read, write or administer.
 * - partial: a stranger may list or count; or is let in and refused what was asked, while what else that
 *   login may read is not known (a Redis user that may only PING).
 * - closed: listing, counting and reading are refused.
 * - unknown: none of these is proven.
 */
export function verdictOf(p: Posture): Verdict {
  if (p.read === 'yes' || p.write === 'yes' || p.administer === 'yes') return 'open';
  if (p.list === 'yes' || p.count === 'yes') return 'partial';
  if (p.list !== 'no' || p.count !== 'no') return 'unknown';
  if (p.read === 'no') return 'closed';
  return p.identify === 'yes' ? 'partial' : 'unknown';
}
