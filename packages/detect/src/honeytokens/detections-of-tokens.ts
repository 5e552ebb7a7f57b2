// A honeytoken in an event as a detection: nobody has a reason to use one, so each use is told, whatever else the event is.
import type { Ref } from '../correlation/group-window.ts';
import { type Detection, detectionId } from '../detection.ts';
import type { Fields } from '../events/event.ts';
import { eventTimeOf } from '../events/event-time.ts';
import { allTexts } from '../events/field-value.ts';
import type { TokenRecogniser } from './recogniser.ts';
import type { TokenKind } from './token.ts';

/** Shorter texts hold no token. */
const LEAST_LENGTH = 8;

const KINDS: Readonly<Record<TokenKind, string>> = {
  'aws-key': 'an access key',
  'aws-secret': 'a secret key',
  'api-key': 'an API key',
  'db-url': 'the URL of a database',
  email: 'an e-mail address',
  row: 'the id of a row',
};

/** @param ref what the caller knows the event by */
export function detectionsOfTokens(fields: Fields, ref: Ref, tokens: TokenRecogniser): readonly Detection[] {
  const texts = allTexts(fields).filter((text) => text.length >= LEAST_LENGTH);
  const found = tokens.find(texts.join('\n'));
  if (found.length === 0) return [];
  const time = eventTimeOf({ fields });
  return found.map(({ kind, uid, name }) => ({
    kind: 'honeytoken',
    id: () => detectionId(['vigie-honeytoken', uid, ref]),
    about: {
      rule: 'vigie-honeytoken',
      title: 'A honeytoken was used',
      level: 'critical',
      author: 'Vigie',
      references: [],
      tags: ['attack.collection', 'attack.t1213'],
      falsePositives: ['Backups and searches that read everything'],
      licence: 'Apache-2.0',
      path: 'honeytokens',
    },
    time,
    ref,
    refs: [ref],
    group: [],
    why: () => `${KINDS[kind]} that was planted (${name ?? uid}) stands in the event; nobody has a reason to know it`,
  }));
}
