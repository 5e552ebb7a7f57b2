// Channels: where people are told of detections, what waits to be told, and what was.
import type { Generated, JSONColumnType } from 'kysely';
import type { Alert } from '../../alerts/alert.ts';
import type { QuietHours } from '../../alerts/quiet-hours.ts';

export const CHANNEL_KINDS = ['mail', 'webhook', 'slack', 'teams'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export interface ChannelTables {
  channel: {
    id: string;
    name: string;
    kind: ChannelKind;
    /** Sealed: the address or URL, which lets anybody write there. */
    target: string;
    /** The host or domain. */
    target_shown: string;
    /** Sealed: what webhooks are signed with. */
    secret: string | null;
    language: 'en' | 'fr';
    /** Position in the list of levels: 0 is critical. */
    least_rank: number;
    quiet: JSONColumnType<QuietHours, string, string> | null;
    window_minutes: number;
    most_per_hour: number;
    enabled: boolean;
    failures: Generated<number>;
    /** In our words. */
    last_failure: string | null;
    failing_since: Date | null;
    last_delivery_at: Date | null;
    created_at: Date;
    created_by: string;
    version: Generated<number>;
  };
  /** Detections of one rule on one store: how many wait, and when the channel was told last. */
  alert_topic: {
    channel_id: string;
    rule: string;
    /** Its id; empty where none is known. */
    store: string;
    /** The last one. */
    detection_id: string;
    title: string;
    /** The worst that waits. */
    rank: number;
    why: string;
    waiting: number;
    first_at: Date;
    last_at: Date;
    told_at: Date | null;
    told_rank: number | null;
    is_held: Generated<boolean>;
  };
  alert_delivery: {
    id: string;
    channel_id: string;
    alert: JSONColumnType<Alert, string, string>;
    detections: number;
    rank: number;
    /** `dropped`: the channel was switched off before it left. */
    state: 'waiting' | 'told' | 'given-up' | 'dropped';
    tries: Generated<number>;
    planned_at: Date;
    done_at: Date | null;
  };
}
