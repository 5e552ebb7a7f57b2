// Which values identify a person, and how well.
import type { Kind } from '@vigie/classify';
import type { KeyedHash } from '../keyed-hash.ts';
import type { KeyStrength } from '../people/node-state.ts';
import type { PersonKey } from '../people/people-counter.ts';
import type { RowSenses } from './row-senses.ts';

const STRENGTH: Partial<Record<Kind['identifies'], KeyStrength>> = {
  'one person': 'one person',
  contact: 'contact',
  account: 'account',
  device: 'device',
};

/** The key that a value is to a person; undefined where its kind identifies nobody. @param normal the value as it is compared */
export function personKeyOf(
  senses: RowSenses,
  kind: Kind | undefined,
  normal: string,
  hash: KeyedHash,
): PersonKey | undefined {
  const strength = strengthOf(kind);
  if (!kind || !strength) return undefined;
  return {
    kind: kind.id,
    hash,
    strength,
    isShared: senses.isSharedContact(kind.id, normal),
    metBy: undefined,
    place: 0,
  };
}

/** An account of the owner's tells people apart; a bank account or a card is one of several that a person may have. */
function strengthOf(kind: Kind | undefined): KeyStrength | undefined {
  const strength = STRENGTH[kind?.identifies ?? 'nobody'];
  return strength === 'account' && !kind?.id.startsWith('account/') ? 'contact' : strength;
}

/** Kinds of a stretch of text, which is no value that could be counted by itself. */
export function isStretch(kind: string): boolean {
  return kind === 'conversation' || kind === 'search-history' || kind.startsWith('special/');
}

/** Columns whose value names somebody else than whom the row is about. */
const OTHERS =
  /(?:^|[_.\s[])(?:to|cc|bcc|recipient|receiver|friend|contact|manager|referrer|invitee?|emergency|parent|target|dest)/i;

export function isOfOthers(name: string): boolean {
  return OTHERS.test(name);
}
