// The shapes of what is watched, in the API: inputs, detections, silences, accesses to a store and visitors of a case.
import type { Level } from '@vigie/detect';
import * as v from 'valibot';
import { DETECTION_KINDS, DETECTION_STATES } from '../records/tables/detections.ts';
import { INPUT_KINDS } from '../records/tables/inputs.ts';
import { CONFIDENCES, MISSING } from '../watching/case-visitors.ts';
import { LOG_FORMAT_NAMES } from '../watching/log-format-names.ts';
import { VISITOR_CLASSES, VISITOR_REASONS } from '../watching/visitor-class.ts';
import { Id, Instant } from './fields.ts';

/** `waiting`: it is being started, or nothing watches on this machine; what its owner should know of it is in `note`. `paused`: by somebody. */
const INPUT_STATES = ['running', 'waiting', 'paused'] as const;
export const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'] as const satisfies readonly Level[];
export const OPINIONS = ['expected', 'not-expected'] as const;

const Person = v.object({ id: v.string(), name: v.string() });
export const StoreName = v.object({ id: Id, address: v.string(), port: v.number(), product: v.string() });

/** A format of logs, by its name in docs/log-formats.md. */
export const Format = v.picklist(LOG_FORMAT_NAMES, 'there is no format of this name; see docs/log-formats.md');

export const InputSchema = v.object({
  id: Id,
  name: v.string(),
  kind: v.picklist(INPUT_KINDS),
  /** The store whose log it is. */
  store: v.optional(StoreName),
  /** The format of its records, where that was said; else it is found by trying. */
  format: v.optional(v.string()),
  /** Of files. */
  path: v.optional(v.string()),
  from: v.optional(v.picklist(['start', 'end'])),
  /** Of polls, without user and password. */
  url: v.optional(v.string()),
  hasPassword: v.optional(v.boolean()),
  /** How often it is asked. */
  everySeconds: v.optional(v.number()),
  /** Which fields of its JSON are what, in YAML. */
  mapping: v.optional(v.string()),
  /** Of pushes: the first letters of the token, by which it is known again. */
  tokenShown: v.optional(v.string()),
  state: v.picklist(INPUT_STATES),
  /** The last thing that its owner should know of it. */
  note: v.optional(v.string()),
  /** Since the watch began at its last start. */
  counts: v.object({
    events: v.number(),
    /** Records that could not be read. */
    broken: v.number(),
    detections: v.number(),
    /** Lines that were pushed and refused, since too much waited or the disk was full. */
    refused: v.number(),
    /** Bytes that were pushed and wait to be read. */
    waitingBytes: v.number(),
  }),
  lastEventAt: v.optional(Instant),
  createdAt: Instant,
  version: v.number(),
});

/** `token` is of pushes, and shown this once: `Authorization: Bearer …` to /api/inputs/ID/events or /api/inputs/ID/v1/logs. */
export const CreatedInputSchema = v.object({ ...InputSchema.entries, token: v.optional(v.string()) });

/** A fact of behaviour with its numbers; which fields are there depends on `kind`. */
export const FactSchema = v.object({
  kind: v.picklist(['value', 'amount', 'hour', 'dormant', 'order', 'whole', 'listed']),
  ground: v.string(),
  /** account, store, peers, table */
  subject: v.string(),
  /** How surprising: -log2 of a likelihood. */
  bits: v.number(),
  /** Windows of ten minutes (or days) that what is usual was learned in. */
  of: v.number(),
  dimension: v.optional(v.string()),
  value: v.optional(v.string()),
  seen: v.optional(v.number()),
  days: v.optional(v.number()),
  measure: v.optional(v.string()),
  period: v.optional(v.string()),
  observed: v.optional(v.number()),
  usual: v.optional(v.number()),
  high: v.optional(v.number()),
  hour: v.optional(v.number()),
  isWeekend: v.optional(v.boolean()),
  nearest: v.optional(v.nullable(v.number())),
  longest: v.optional(v.number()),
  steps: v.optional(v.number()),
  list: v.optional(v.string()),
});

/** A detection as lists show it. */
export const DetectionSummarySchema = v.object({
  id: Id,
  /** When what it tells of happened, by the clock of its source where that told it. */
  firstAt: Instant,
  lastAt: Instant,
  input: v.object({ id: Id, name: v.string() }),
  store: v.optional(StoreName),
  kind: v.picklist(DETECTION_KINDS),
  rule: v.string(),
  title: v.string(),
  level: v.picklist(LEVELS),
  author: v.optional(v.string()),
  link: v.optional(v.string()),
  licence: v.optional(v.string()),
  why: v.string(),
  /** How often the rule fired for the same account, address and store, each time within an hour of the one before. */
  count: v.number(),
  state: v.picklist(DETECTION_STATES),
  judgedBy: v.optional(Person),
  judgedAt: v.optional(Instant),
  /** A silence holds for it: it is shown, and nobody is told of it. */
  silenced: v.boolean(),
  version: v.number(),
});

/** What was accessed in a stretch of time. */
const Amounts = { queries: v.number(), rows: v.number(), bytes: v.number(), failures: v.number() };

export const DetectionSchema = v.object({
  ...DetectionSummarySchema.entries,
  /** Of behaviour: the three facts that made it. */
  facts: v.array(FactSchema),
  /** Of correlations: what its events share, masked. */
  group: v.array(v.object({ field: v.string(), value: v.string() })),
  tags: v.array(v.string()),
  references: v.array(v.string()),
  falsePositives: v.array(v.string()),
  /** Why it is expected, not expected or closed. */
  note: v.optional(v.string()),
  /** What the same account (or address, where nobody signed in) did on the same store, an hour before to an hour after. */
  around: v.optional(
    v.object({
      from: Instant,
      to: Instant,
      stepSeconds: v.number(),
      buckets: v.array(v.object({ at: Instant, ...Amounts })),
    }),
  ),
});

export const SilenceSchema = v.object({
  id: Id,
  rule: v.optional(v.string()),
  ruleTitle: v.optional(v.string()),
  store: v.optional(StoreName),
  until: Instant,
  reason: v.string(),
  by: Person,
  createdAt: Instant,
  endedAt: v.optional(Instant),
  endedBy: v.optional(Person),
  /** It holds now. */
  active: v.boolean(),
});

export const StoreAccessesSchema = v.object({
  from: Instant,
  to: Instant,
  stepSeconds: v.number(),
  /** Days before that `usual` is the median of. */
  usualDays: v.number(),
  buckets: v.array(
    v.object({
      at: Instant,
      ...Amounts,
      accounts: v.number(),
      /** The same stretch of the days before; not there while there are none. */
      usual: v.optional(v.object({ queries: v.number(), rows: v.number(), bytes: v.number() })),
    }),
  ),
  /** Those who got the most rows, then bytes. */
  accounts: v.array(
    v.object({
      /** As in `account 1`: the same for the same account of this store; 0 is nobody, who did not sign in. */
      number: v.number(),
      class: v.picklist(VISITOR_CLASSES),
      ...Amounts,
      addresses: v.number(),
      networks: v.array(v.string()),
      clients: v.array(v.string()),
      firstAt: Instant,
      lastAt: Instant,
    }),
  ),
  tables: v.array(v.object({ container: v.string(), table: v.string(), accounts: v.number(), ...Amounts })),
});

export const CaseVisitorsSchema = v.object({
  /** When each store stood open. */
  windows: v.array(
    v.object({
      store: StoreName,
      from: Instant,
      /** When it was last seen closed before that; it opened between the two. */
      notBefore: v.optional(Instant),
      /** Not there while it stands open. */
      to: v.optional(Instant),
      /** The first access that any log told of within the window; not there where none did. */
      loggedFrom: v.optional(Instant),
      /** What logs do not tell of it. */
      missing: v.array(v.picklist(MISSING)),
    }),
  ),
  groups: v.array(
    v.object({
      class: v.picklist(VISITOR_CLASSES),
      addresses: v.number(),
      ...Amounts,
      firstAt: v.optional(Instant),
      lastAt: v.optional(Instant),
      confidence: v.picklist(CONFIDENCES),
      /** What the confidence rests on, and the same in words. */
      reasons: v.array(v.picklist(VISITOR_REASONS)),
      why: v.string(),
      /** Who they are, where that is known. */
      names: v.array(v.string()),
    }),
  ),
  /** Whether logs tell of the whole window of every store. */
  complete: v.boolean(),
  /** What the logs cannot tell. */
  gaps: v.array(v.string()),
});
