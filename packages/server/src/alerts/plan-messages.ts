// Which messages a channel sends now, and what waits: one message a rule and store, again at most once a window; what was held back comes
// together; never more than so many messages an hour, of which some are kept for what is critical.
import type { Level } from '@vigie/detect';
import { rankOf } from './alert.ts';

/** Detections of one rule on one store, of which nobody was told yet. */
export interface WaitingTopic {
  /** The worst of them. */
  readonly level: Level;
  readonly lastAt: Date;
  /** When a message told of the topic the last time, and how bad it was. */
  readonly told: { readonly at: Date; readonly level: Level } | undefined;
  /** Quiet hours, the limit or a receiver that was away held it back. */
  readonly isHeld: boolean;
}

export interface Pace {
  readonly now: Date;
  readonly windowMs: number;
  readonly mostPerHour: number;
  /** When the messages of the last hour went out; `now` for those that are on their way. */
  readonly sentAt: readonly Date[];
  /** When the quiet hours end that hold now. */
  readonly quietUntil: Date | undefined;
  /** The receiver did not take the last message: what comes meanwhile is told together once it does. */
  readonly isAway: boolean;
}

export interface MessagePlan<Topic> {
  /** Topics of one message each, the worst first. */
  readonly messages: readonly (readonly Topic[])[];
  readonly held: readonly Topic[];
  /** When to plan again; undefined where only something new, or a receiver that is back, gives a reason. */
  readonly nextAt: Date | undefined;
}

const HOUR_MS = 60 * 60 * 1000;
/** Of the messages of an hour so many are kept for what is critical: one in five. */
const KEPT_FOR_CRITICAL = 5;

export function planMessages<Topic extends WaitingTopic>(topics: readonly Topic[], pace: Pace): MessagePlan<Topic> {
  const { now, mostPerHour, sentAt, quietUntil, isAway } = pace;
  const sorted = topics.toSorted((one, other) => worstFirst(one, other));
  if (isAway) return { messages: [], held: sorted, nextAt: undefined };
  const isQuiet = ({ level }: Topic) => quietUntil !== undefined && level !== 'critical';
  const quiet = sorted.filter(isQuiet);
  const heard = sorted.filter((topic) => !isQuiet(topic));
  const due = heard.filter((topic) => againAt(topic, pace) <= now.getTime());
  const later = heard.filter((topic) => againAt(topic, pace) > now.getTime());

  const urgent = shareOut(
    due.filter(({ level }) => level === 'critical'),
    mostPerHour - sentAt.length,
  );
  const mostOthers = mostPerHour - Math.floor(mostPerHour / KEPT_FOR_CRITICAL);
  const sent = [...sentAt.map((at) => at.getTime()), ...urgent.messages.map(() => now.getTime())];
  const others = shareOut(
    due.filter(({ level }) => level !== 'critical'),
    mostOthers - sent.length,
  );
  const moments = [
    ...later.map((topic) => againAt(topic, pace)),
    ...(quiet.length > 0 && quietUntil !== undefined ? [quietUntil.getTime()] : []),
    ...(urgent.held.length > 0 ? [freeAt(sent, mostPerHour)] : []),
    ...(others.held.length > 0 ? [freeAt(sent, mostOthers)] : []),
  ];
  return {
    messages: [...urgent.messages, ...others.messages],
    held: [...quiet, ...urgent.held, ...others.held],
    nextAt: moments.length === 0 ? undefined : new Date(Math.min(...moments)),
  };
}

function worstFirst(one: WaitingTopic, other: WaitingTopic): number {
  return rankOf(one.level) - rankOf(other.level) || other.lastAt.getTime() - one.lastAt.getTime();
}

/** A topic that got worse does not wait for the end of its window. */
function againAt({ told, level }: WaitingTopic, { windowMs, now }: Pace): number {
  if (told === undefined || rankOf(level) < rankOf(told.level)) return now.getTime();
  return told.at.getTime() + windowMs;
}

/** @param left messages that may be sent: where they are too few, the last one has all that is left */
function shareOut<Topic extends WaitingTopic>(
  due: readonly Topic[],
  left: number,
): { readonly messages: readonly (readonly Topic[])[]; readonly held: readonly Topic[] } {
  if (left <= 0) return { messages: [], held: due };
  const gathered = due.filter(({ isHeld }) => isHeld);
  const fresh = due.filter(({ isHeld }) => !isHeld);
  const groups = [...fresh.map((topic) => [topic]), ...(gathered.length > 0 ? [gathered] : [])];
  if (groups.length <= left) return { messages: groups, held: [] };
  const alone = groups.slice(0, left - 1);
  return {
    messages: [
      ...alone,
      groups
        .slice(left - 1)
        .flat()
        .toSorted(worstFirst),
    ],
    held: [],
  };
}

/** When fewer than `most` were sent within the hour before. */
function freeAt(sent: readonly number[], most: number): number {
  const sorted = sent.toSorted((one, other) => one - other);
  return (sorted[sorted.length - most] ?? 0) + HOUR_MS;
}
