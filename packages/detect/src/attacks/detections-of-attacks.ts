// Attacks in a request as detections beside those of rules.

import type { Ref } from '../correlation/group-window.ts';
import { type Detection, detectionId } from '../detection.ts';
import type { Fields } from '../events/event.ts';
import { eventTimeOf } from '../events/event-time.ts';
import type { Level } from '../sigma/rule.ts';
import type { Attack, AttackKind } from './attack.ts';
import { attacksInRequest, type RequestAttack } from './attacks-in-request.ts';

const HTTP_ACTIVITY = 4002;

const TITLES: Readonly<Record<AttackKind, string>> = {
  'sql-injection': 'SQL injection in a request',
  'cross-site-scripting': 'Cross-site scripting in a request',
  'path-traversal': 'Path traversal in a request',
  'command-injection': 'Command injection in a request',
  'template-injection': 'Template injection in a request',
  'jndi-lookup': 'A look-up by JNDI in a request',
  'server-side-request-forgery': 'A request that the server is to send elsewhere',
  'xml-external-entity': 'An external entity of XML in a request',
  'header-injection': 'Header injection in a request',
  'nosql-injection': 'NoSQL injection in a request',
  'prototype-pollution': 'Prototype pollution in a request',
  'unsafe-object': 'An object that runs code in a request',
  'directory-injection': 'LDAP injection in a request',
};
const TAGS: Readonly<Partial<Record<AttackKind, string>>> = { 'cross-site-scripting': 'attack.t1189' };
/** Surer than this, and answered with success: more than a try. */
const SURE = 0.9;
const SUCCESS = 2;

/** What is found in a request; nothing for events of another class. @param ref what the caller knows the event by */
export function detectionsOfAttacks(fields: Fields, ref: Ref): readonly Detection[] {
  if (fields.class_uid !== HTTP_ACTIVITY) return [];
  const time = eventTimeOf({ fields });
  return attacksInRequest(fields).map((attack) => ({
    kind: 'attack',
    id: () => detectionId([`vigie-${attack.kind}`, attack.where, attack.name ?? '', ref]),
    about: {
      rule: `vigie-${attack.kind}`,
      title: TITLES[attack.kind],
      level: levelOf(attack, fields),
      author: 'Vigie',
      references: [],
      tags: ['attack.initial-access', TAGS[attack.kind] ?? 'attack.t1190'],
      falsePositives: [],
      licence: 'Apache-2.0',
      path: 'attacks',
    },
    time,
    ref,
    refs: [ref],
    group: [],
    why: () => `${placeOf(attack)}: ${attack.reasons.join('; ')} (confidence ${attack.confidence})`,
  }));
}

const PLACES: Readonly<Record<RequestAttack['where'], string>> = {
  query: 'parameter',
  path: 'path',
  header: 'header',
  body: 'body',
  cookie: 'cookie',
};

function placeOf({ where, name }: RequestAttack): string {
  return name === undefined ? `in the ${PLACES[where]}` : `in the ${PLACES[where]} ${name}`;
}

/** Tries that the server refused are many on any server that can be reached. */
function levelOf({ confidence }: Attack, fields: Fields): Level {
  const response = fields.http_response as { readonly code?: unknown } | undefined;
  const isAnswered = typeof response?.code === 'number' && Math.floor(response.code / 100) === SUCCESS;
  if (isAnswered && confidence >= SURE) return 'high';
  return isAnswered ? 'medium' : 'low';
}
