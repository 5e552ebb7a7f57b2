// What a decoy is: the personality of one product, bytes in, bytes and touches out. It opens no connection, runs nothing, and shows what it is
// given to the address that gave it alone; sockets are in net/, and every bound on bytes and time with them.
import type { Fields } from '@vigie/detect';
import type { Honey } from './honey/honey.ts';
import type { View } from './view.ts';

export const DECOY_KINDS = [
  'clickhouse',
  'clickhouse-native',
  'elasticsearch',
  'redis',
  'mongodb',
  'postgresql',
  'http-bucket',
] as const;
export type DecoyKind = (typeof DECOY_KINDS)[number];

/** What was tried, from the least to the worst. */
export type Intent =
  /** A connection, and nothing asked yet. */
  | 'connect'
  /** Versions, names, numbers: what a scanner asks. */
  | 'look'
  /** Honey rows or keys were given out. */
  | 'read'
  /** Something was to be stored or changed. */
  | 'write'
  /** Data was to be deleted, or a note of extortion left. */
  | 'destroy'
  /** The store was to run a program, read a file or connect elsewhere. */
  | 'reach';

/** Who asks, as an event tells it. */
export interface Asker {
  readonly time: number;
  readonly ip: string;
  readonly port: number;
  readonly session: string;
}

export interface Asked {
  readonly intent: Intent;
  /** What was done, in words that hold no value of what was sent: `reads 25 rows of customers`. */
  readonly words: string;
  readonly event: (asker: Asker) => Fields;
}

export interface Turn {
  readonly answers: readonly Uint8Array[];
  readonly asked: readonly Asked[];
  /** The decoy hangs up. */
  readonly isOver: boolean;
  /** What comes next is TLS, once the answers are sent: a client asked for it. */
  readonly isSecured?: boolean;
}

/** One connection. */
export interface Conversation {
  /** Never throws, whatever the bytes are. */
  readonly take: (bytes: Uint8Array) => Turn;
}

export interface Setting {
  readonly honey: Honey;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** When the decoy was stood up. */
  readonly since: number;
  readonly port: number;
  /** Who asks, as stores tell them of themselves: `10.0.3.17:51244`. */
  readonly visitor: string;
  /** Whether TLS can be asked for in the protocol. */
  readonly offersTls: boolean;
  /** What the visitor's address has changed, and so sees. */
  readonly view: View;
}

export interface Decoy {
  readonly kind: DecoyKind;
  /** The product as people call it. */
  readonly title: string;
  /** As events name it. */
  readonly product: string;
  /** Its protocol asks for TLS in words of its own, so that a connection begins without it. */
  readonly asksForTls?: boolean;
  /** Where the product listens when nobody says otherwise. */
  readonly usualPort: number;
  readonly converse: (setting: Setting) => Conversation;
}
