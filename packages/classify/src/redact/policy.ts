// What redaction does with each kind and key, and how a policy is read from a file or from the command line.
import { globMatcher, type KeyPath, pathPattern } from './paths.ts';

/**
 * - `mask`: the value becomes its kind in brackets, `[person/email]`
 * - `drop`: the value goes and nothing stands for it
 * - `hash`: the kind with a keyed hash, `[person/email:3f7a91c2d04be816]`: equal values stay equal, so joins and counts work
 * - `token`: a made-up value of the same shape, the same for equal values
 * - `keep`: the value stays
 */
export const ACTIONS = ['mask', 'drop', 'hash', 'token', 'keep'] as const;
export type Action = (typeof ACTIONS)[number];

export interface KindRule {
  /** A kind, or a pattern with `*`: `person/*`. */
  readonly kinds: string;
  readonly action: Action;
}

export interface KeyRule {
  /** Path of a JSON key: `user.password`, see paths.ts. */
  readonly path: string;
  readonly action: Action;
}

export interface RedactionPolicy {
  /** The last rule that fits a kind decides; a kind that none fits is masked. */
  readonly kinds: readonly KindRule[];
  /** The last rule that fits a path decides, before any kind is looked at. */
  readonly keys: readonly KeyRule[];
  /**
   * Fail closed: only these paths keep their values (after redaction by kind); all others go, name and value. A path allows a
   * value or a list of values; for all that an object holds, write `user.**`. Absent: all keep them.
   */
  readonly allowedKeys?: readonly string[];
  /** Whether a match that is only possible is redacted too. */
  readonly possible: boolean;
}

export const DEFAULT_POLICY: RedactionPolicy = { kinds: [], keys: [], possible: true };

/** What is wrong with a policy, and where. */
export class PolicyFault extends Error {
  readonly where: string;
  constructor(where: string, message: string) {
    super(message);
    this.where = where;
  }
}

/**
 * A policy from parsed JSON: `{"kinds": {"person/*": "hash"}, "keys": {"user.password": "drop"}, "allowedKeys": ["msg"],
 * "possible": true}`.
 */
export function parsePolicy(foreign: unknown): RedactionPolicy | PolicyFault {
  if (typeof foreign !== 'object' || foreign === null || Array.isArray(foreign)) {
    return new PolicyFault('policy', 'it has to be a JSON object, as in {"kinds": {"person/*": "hash"}}');
  }
  const known = new Set(['kinds', 'keys', 'allowedKeys', 'possible']);
  const stranger = Object.keys(foreign).find((key) => !known.has(key));
  if (stranger !== undefined) return new PolicyFault(stranger, `unknown; a policy has ${[...known].join(', ')}`);
  const { kinds = {}, keys = {}, allowedKeys, possible = true } = foreign as Record<string, unknown>;
  const kindActions = actionsOf('kinds', kinds);
  if (kindActions instanceof PolicyFault) return kindActions;
  const keyActions = actionsOf('keys', keys);
  if (keyActions instanceof PolicyFault) return keyActions;
  if (
    allowedKeys !== undefined &&
    !(Array.isArray(allowedKeys) && allowedKeys.every((key) => typeof key === 'string'))
  ) {
    return new PolicyFault('allowedKeys', 'it has to be a list of paths, as in ["msg", "http.status"]');
  }
  if (typeof possible !== 'boolean') return new PolicyFault('possible', 'it has to be true or false');
  return {
    kinds: kindActions.map(([pattern, action]) => ({ kinds: pattern, action })),
    keys: keyActions.map(([path, action]) => ({ path, action })),
    ...(allowedKeys !== undefined && { allowedKeys: allowedKeys as string[] }),
    possible,
  };
}

function actionsOf(where: string, foreign: unknown): [string, Action][] | PolicyFault {
  if (typeof foreign !== 'object' || foreign === null || Array.isArray(foreign)) {
    return new PolicyFault(where, 'it has to be an object from names to actions');
  }
  const entries = Object.entries(foreign);
  for (const [name, action] of entries) {
    if (!isAction(action))
      return new PolicyFault(`${where}.${name}`, `the action has to be one of ${ACTIONS.join(', ')}`);
  }
  return entries as [string, Action][];
}

export function isAction(text: unknown): text is Action {
  return (ACTIONS as readonly unknown[]).includes(text);
}

/** Looks up what to do with a kind; remembers its answers. */
export function kindActions(policy: RedactionPolicy): (kind: string) => Action {
  const rules = policy.kinds.map(({ kinds, action }) => ({ matches: globMatcher(kinds), action })).reverse();
  const known = new Map<string, Action>();
  return (kind) => {
    const before = known.get(kind);
    if (before !== undefined) return before;
    const action = rules.find(({ matches }) => matches(kind))?.action ?? 'mask';
    known.set(kind, action);
    return action;
  };
}

/** What a policy says of a value by where it stands. */
export interface KeyRuling {
  /** What a rule says; absent: the value is looked at by kinds. */
  readonly action?: Action;
  readonly isAllowed: boolean;
  /** Whether something below may be allowed. */
  readonly holdsAllowed: boolean;
}

/** Rulings are remembered up to this many paths: names of keys may be a stranger's. */
const MOST_PATHS = 10_000;

/** Looks up what to do with a JSON path; undefined where the policy has no rules for keys. */
export function keyRulings(policy: RedactionPolicy): ((path: KeyPath) => KeyRuling) | undefined {
  if (policy.keys.length === 0 && policy.allowedKeys === undefined) return undefined;
  const rules = policy.keys.map(({ path, action }) => ({ pattern: pathPattern(path), action })).reverse();
  const allowed = policy.allowedKeys?.map(pathPattern);
  // What a rule keeps or changes by its path needs no further leave.
  const below = [...(allowed ?? []), ...rules.filter(({ action }) => action !== 'drop').map(({ pattern }) => pattern)];
  const known = new Map<string, KeyRuling>();
  return (path) => {
    const id = JSON.stringify(path);
    const before = known.get(id);
    if (before !== undefined) return before;
    const action = rules.find(({ pattern }) => pattern.matches(path))?.action;
    const ruling: KeyRuling = {
      ...(action !== undefined && { action }),
      isAllowed: !allowed || action !== undefined || allowed.some((pattern) => pattern.matches(path)),
      holdsAllowed: !allowed || below.some((pattern) => pattern.mayMatchBelow(path)),
    };
    if (known.size >= MOST_PATHS) known.clear();
    known.set(id, ruling);
    return ruling;
  };
}
