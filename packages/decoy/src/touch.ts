// A touch as a detection: what was done to the decoy, how grave it is, and the whole conversation.

import { createHash } from 'node:crypto';
import type { Detection, Fields, Level } from '@vigie/detect';
import type { Asked, Asker, Decoy, DecoyKind, Intent } from './decoy.ts';
import type { Transcript } from './transcript.ts';

export interface Touch {
  readonly decoy: DecoyKind;
  readonly intent: Intent;
  /** As other detections are told: id, rule, level, title, why. Its `ref` is the session and the number of the touch in it. */
  readonly detection: Detection;
  /** In OCSF's terms. `query` holds the text as it was sent, and is for rules alone: it is not to be stored. */
  readonly event: Fields;
  readonly asker: Asker;
  /** Grows until the session ends. */
  readonly transcript: Transcript;
  /** Resolves with the session's end. */
  readonly ended: Promise<void>;
}

const TOLD: Readonly<
  Record<Intent, { readonly level: Level; readonly title: string; readonly tags: readonly string[] }>
> = {
  connect: { level: 'medium', title: 'A decoy was connected to', tags: ['attack.reconnaissance', 'attack.t1595'] },
  look: { level: 'medium', title: 'A decoy was looked over', tags: ['attack.discovery', 'attack.t1046'] },
  read: { level: 'high', title: 'Honey rows were read from a decoy', tags: ['attack.collection', 'attack.t1213'] },
  write: { level: 'high', title: 'A decoy was written to', tags: ['attack.impact', 'attack.t1565.001'] },
  destroy: {
    level: 'critical',
    title: 'The data of a decoy was to be destroyed',
    tags: ['attack.impact', 'attack.t1485'],
  },
  reach: {
    level: 'critical',
    title: 'A decoy was to run a program, read a file or connect elsewhere',
    tags: ['attack.execution', 'attack.t1059'],
  },
};

export interface Session {
  readonly asker: Omit<Asker, 'time'>;
  readonly transcript: Transcript;
  readonly ended: Promise<void>;
}

/** @param number of the touch in its session, from 1 on */
export function touchOf(
  decoy: Pick<Decoy, 'kind' | 'title'>,
  asked: Asked,
  session: Session,
  number: number,
  time: number,
): Touch {
  const { level, title, tags } = TOLD[asked.intent];
  const asker: Asker = { ...session.asker, time };
  const rule = `vigie/decoy/${asked.intent}`;
  const ref = `${asker.session}#${number}`;
  return {
    decoy: decoy.kind,
    intent: asked.intent,
    event: asked.event(asker),
    asker,
    transcript: session.transcript,
    ended: session.ended,
    detection: {
      kind: 'rule',
      id: () =>
        createHash('sha256')
          .update(JSON.stringify([rule, ref]))
          .digest('hex')
          .slice(0, 32),
      about: {
        rule,
        id: rule,
        title,
        level,
        author: 'Vigie',
        licence: 'Apache-2.0',
        references: [],
        tags,
        falsePositives: ["An inventory or vulnerability scan of one's own, which then should know of the decoy."],
        path: `decoys/${decoy.kind}`,
      },
      time,
      ref,
      refs: [ref],
      group: [],
      why: () => `${decoy.title}: the visitor ${asked.words}; nobody has a reason to use it`,
    },
  };
}
