// A channel as the API has it: its fields, what they may hold, and what its target may be.
import * as v from 'valibot';
import { levelOf } from '../alerts/alert.ts';
import type { ChannelRow } from '../alerts/channel.ts';
import { QuietHoursSchema } from '../alerts/quiet-hours.ts';
import { type Problem, problem } from '../http/problem.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import { CHANNEL_KINDS, type ChannelKind } from '../records/tables/channels.ts';
import type { Room } from '../room.ts';
import { EmailAddress, Id, Instant, lineOfText } from './fields.ts';
import { LEVELS } from './watching-schemas.ts';

const LONGEST_TARGET = 2000;
const LONGEST_WINDOW_MINUTES = 24 * 60;
const MOST_PER_HOUR = 1000;

export const ChannelKinds = v.picklist(CHANNEL_KINDS);
const Language = v.picklist(['en', 'fr']);

export const ChannelFields = {
  name: lineOfText(100),
  /** A mail address, or the URL that lets write: it is sealed, and never shown again. */
  target: v.pipe(v.string(), v.trim(), v.minLength(1, 'it may not be empty'), v.maxLength(LONGEST_TARGET)),
  language: Language,
  /** Detections so bad or worse are told. */
  leastLevel: v.picklist(LEVELS),
  /** Only what is critical is told in them; the rest when they end. Null: none. */
  quietHours: v.nullable(QuietHoursSchema),
  /** Detections of the same rule on the same store are told again after so long, with their count. */
  windowMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_WINDOW_MINUTES, 'at most a day')),
  /** Messages; what is more comes together in the next. */
  mostPerHour: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PER_HOUR)),
  enabled: v.boolean(),
};

export const Channel = v.object({
  id: Id,
  name: v.string(),
  kind: ChannelKinds,
  /** Of the target only the host or domain. */
  targetShown: v.string(),
  language: Language,
  leastLevel: v.picklist(LEVELS),
  quietHours: v.nullable(QuietHoursSchema),
  windowMinutes: v.number(),
  mostPerHour: v.number(),
  enabled: v.boolean(),
  /** Detections that wait to be told. */
  waiting: v.number(),
  /** Tries since it arrived the last time. */
  failures: v.number(),
  lastFailure: v.optional(v.string()),
  failingSince: v.optional(Instant),
  lastDeliveryAt: v.optional(Instant),
  createdAt: Instant,
  version: v.number(),
});

export function channelOf(row: ChannelRow, waiting: number): v.InferInput<typeof Channel> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    targetShown: row.target_shown,
    language: row.language,
    leastLevel: levelOf(row.least_rank),
    quietHours: row.quiet,
    windowMinutes: row.window_minutes,
    mostPerHour: row.most_per_hour,
    enabled: row.enabled,
    waiting,
    failures: row.failures,
    ...(row.last_failure === null ? {} : { lastFailure: row.last_failure }),
    ...(row.failing_since === null ? {} : { failingSince: row.failing_since }),
    ...(row.last_delivery_at === null ? {} : { lastDeliveryAt: row.last_delivery_at }),
    createdAt: row.created_at,
    version: row.version,
  };
}

export interface Target {
  readonly target: string;
  readonly shown: string;
}

/** What of a target is kept; said when it is set, and its address checked again at every delivery, since names move. */
export async function targetOf(room: Room, kind: ChannelKind, text: string): Promise<Target | Problem> {
  return kind === 'mail' ? mailTarget(text) : urlTarget(room, text);
}

function mailTarget(text: string): Target | Problem {
  const { success, output, issues } = v.safeParse(EmailAddress, text);
  if (!success) return badTarget(issues[0].message);
  return { target: output, shown: output.slice(output.lastIndexOf('@')) };
}

async function urlTarget(room: Room, text: string): Promise<Target | Problem> {
  const url = URL.parse(text);
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.hash !== ''
  ) {
    return badTarget('it has to be an http or https URL without a password or a fragment');
  }
  const resolved = await createAllowedAddresses(room.settings.outgoingNetworks).resolve(url.hostname);
  if ('code' in resolved && resolved.code === 'not-public') {
    const detail = `${resolved.message}; the operator may name its network with --allow-outgoing`;
    return problem('refused-address', { detail, errors: [{ pointer: '/body/target', detail }] });
  }
  // Whoever reads the URL on its way can write there too.
  if (url.protocol === 'http:' && !(await isOwn(url.hostname))) {
    return badTarget('outside of networks of your own it has to be https');
  }
  return { target: url.href, shown: url.host };
}

async function isOwn(host: string): Promise<boolean> {
  const asPublic = await createAllowedAddresses([]).resolve(host);
  return 'code' in asPublic && asPublic.code === 'not-public';
}

function badTarget(detail: string): Problem {
  return problem('invalid-request', { errors: [{ pointer: '/body/target', detail }] });
}
