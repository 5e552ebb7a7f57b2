// What goes to the thread that watches, and what comes back.
import type { Level, Opinion } from '@vigie/detect';
import type { Scope } from '@vigie/probe';
import type { AccessLines } from '../events/accesses.ts';
import type { DetectionAbout, DetectionKind, KeptFact } from '../records/tables/detections.ts';
import type { RuleOrders } from './rules/rule-orders.ts';

/** An input as the thread needs it. */
export interface InputOrder {
  readonly id: string;
  /** The store that accesses are written down for: the input's own id where no store is named. */
  readonly place: string;
  readonly format: string | undefined;
  readonly from:
    | { readonly kind: 'push' }
    | { readonly kind: 'file'; readonly path: string; readonly begin: 'start' | 'end' }
    | {
        readonly kind: 'poll';
        readonly url: string;
        readonly password: string | undefined;
        readonly everyMs: number | undefined;
      };
  /** Which fields of its JSON are what, in YAML. */
  readonly mapping?: string | undefined;
}

export interface WatchOrders {
  readonly inputs: readonly InputOrder[];
  /** Inputs that are paused: what was pushed to them waits. */
  readonly paused: readonly string[];
  /** Where polls may connect to. */
  readonly allowed: Scope['allowed'];
  readonly rules: RuleOrders;
  readonly alertsPerDay: number;
  /** By which honeytokens are known. */
  readonly tokenKey: Uint8Array | undefined;
}

/** What the thread is begun with. */
export interface ThreadData {
  /** Where state and journals are kept. */
  readonly folder: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** How long accesses are kept. */
  readonly keptMs: number;
}

/** How a body that was pushed is read. */
export type PushForm = 'lines' | 'otlp-json' | 'otlp-protobuf';

export type PushOutcome = 'kept' | 'refused' | 'unreadable' | 'too-large' | 'no-such-input';

/** A detection without a value of anybody's. */
export interface ToldDetection {
  /** The engine's name for it. */
  readonly engineId: string;
  /** The same for the same firing, told again after a crash. */
  readonly firing: string;
  readonly kind: DetectionKind;
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  readonly author: string | undefined;
  readonly link: string | undefined;
  readonly licence: string | undefined;
  readonly why: string;
  readonly facts: readonly KeptFact[];
  readonly about: DetectionAbout;
  readonly accountHash: string;
  readonly addressHash: string;
  /** What further firings are counted by. */
  readonly subject: string;
  /** Milliseconds since 1970; undefined where the events do not tell. */
  readonly time: number | undefined;
}

export interface ToldBatch {
  readonly input: string;
  readonly detections: readonly ToldDetection[];
  readonly accesses: AccessLines;
  /** Accesses that are older than is kept, or whose clock runs ahead: they were judged, and are not kept. */
  readonly outOfTime: number;
}

export interface InputStanding {
  readonly events: number;
  readonly broken: number;
  readonly detections: number;
  readonly refused: number;
  readonly waitingBytes: number;
}

export type ToThread =
  | { readonly what: 'watch'; readonly orders: WatchOrders }
  | {
      readonly what: 'push';
      readonly number: number;
      readonly input: string;
      readonly form: PushForm;
      readonly isPacked: boolean;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | {
      readonly what: 'judge';
      readonly number: number;
      readonly detection: string;
      readonly opinion: Opinion;
      readonly time: number;
    }
  | { readonly what: 'taken'; readonly number: number }
  | { readonly what: 'stop' };

export type FromThread =
  | { readonly what: 'watching' }
  | { readonly what: 'told'; readonly number: number; readonly batch: ToldBatch }
  | { readonly what: 'pushed'; readonly number: number; readonly outcome: PushOutcome }
  | { readonly what: 'judged'; readonly number: number; readonly isKnown: boolean }
  | { readonly what: 'standing'; readonly standings: Readonly<Record<string, InputStanding>> }
  | { readonly what: 'note'; readonly input: string; readonly text: string }
  /** Something for the operator. */
  | { readonly what: 'warn'; readonly text: string }
  /** Orders could not be followed: what is wrong, and what to do. What was watched before goes on, or is begun again. */
  | { readonly what: 'fault'; readonly text: string };
