// What the post office and its courier say to each other: orders as JSON lines, outcomes as the lines of the journal.
import * as v from 'valibot';

const Text = v.string();

/** The relay, its address already resolved and allowed: the courier looks up no names. */
const RelaySchema = v.object({
  address: Text,
  port: v.number(),
  /** The name that its certificate has to have. */
  serverName: Text,
  /** `tls` from the first byte, `starttls` or nothing goes out, `none` for a relay on the way to which nobody listens. */
  security: v.picklist(['tls', 'starttls', 'none']),
  user: v.optional(Text),
  password: v.optional(Text),
  /** What the courier calls itself in EHLO. */
  helloName: Text,
  connections: v.number(),
  /** A certificate in PEM that is trusted beside those of the system. */
  certificate: v.optional(Text),
});
export type Relay = v.InferOutput<typeof RelaySchema>;

const FrameSchema = v.object({
  from: v.object({ name: Text, address: Text }),
  replyTo: v.optional(Text),
  subject: Text,
  text: Text,
  html: Text,
  language: Text,
  listId: Text,
  /** Where help is: a mailto: or https: address. */
  listHelp: v.optional(Text),
});
/** All of a message that is the same for everybody who gets it. */
export type Frame = v.InferOutput<typeof FrameSchema>;

const LetterOrderSchema = v.object({
  /** Its number in the run. */
  number: v.number(),
  to: Text,
  messageId: Text,
  /** Envelope sender, which is this letter's own. */
  returnPath: Text,
});
export type LetterOrder = v.InferOutput<typeof LetterOrderSchema>;

export const OrderSchema = v.variant('kind', [
  v.object({ kind: v.literal('begin'), journal: Text, relay: RelaySchema, frame: FrameSchema }),
  v.object({ kind: v.literal('letter'), letter: LetterOrderSchema }),
]);
export type Order = v.InferOutput<typeof OrderSchema>;

/** Why no further letter goes out for now. */
export const AWAY_REASONS = [
  'connection-refused',
  'no-answer',
  'tls-failed',
  'login-refused',
  'sender-refused',
  'everything-refused',
  'protocol-broken',
  'journal-failed',
] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** How a letter ended, of which only the server's codes are kept: its words may quote the address. */
export type Outcome =
  | { readonly kind: 'sent'; readonly number: number; readonly code: number; readonly atMs: number }
  | {
      readonly kind: 'refused' | 'deferred';
      readonly number: number;
      readonly code: number;
      readonly enhanced: string;
      readonly atMs: number;
    }
  /** The dot may have reached the server, and no answer came back. */
  | { readonly kind: 'doubt'; readonly number: number; readonly atMs: number };

export type Told = Outcome | { readonly kind: 'away'; readonly reason: AwayReason };
