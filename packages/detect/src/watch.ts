// Everything that looks at an event: rules and correlations, attacks in requests, and behaviour. One door in, one list of detections out,
// and one state that can be stored.
import { detectionsOfAttacks } from './attacks/detections-of-attacks.ts';
import { type BehaviourCounts, type BehaviourOptions, createBehaviour } from './behaviour/behaviour.ts';
import { detectionOfAlert } from './behaviour/detection-of-alert.ts';
import type { Opinion } from './behaviour/feedback.ts';
import type { Ref } from './correlation/group-window.ts';
import type { Detection } from './detection.ts';
import { createDetector, type DetectorCounts, type DetectorOptions } from './detector.ts';
import type { Fields } from './events/event.ts';
import { Habits, type HabitsCounts } from './habits.ts';
import { detectionsOfTokens } from './honeytokens/detections-of-tokens.ts';
import type { TokenRecogniser } from './honeytokens/recogniser.ts';
import type { RuleSet } from './sigma/rule-set.ts';
import { otherForm, type SnapshotFault, type WatchSnapshot, watchSnapshotOf } from './watch-snapshot.ts';

export type WatchOptions = DetectorOptions &
  BehaviourOptions & {
    /** Knows honeytokens, where any were planted. */
    readonly tokens?: TokenRecogniser;
  };

interface WatchCounts {
  readonly rules: DetectorCounts;
  readonly behaviour: BehaviourCounts;
  /** What rules told and was not told on, since it is the same again or what the account does as a rule. */
  readonly habits: HabitsCounts;
}

export interface Watch {
  /** @param ref what the caller knows the event by */
  readonly observe: (fields: Fields, ref: Ref) => readonly Detection[];
  /** The end of all events: what waited for late ones is told, and open windows are learned. */
  readonly end: () => readonly Detection[];
  /** What a person says of a detection by behaviour; false where it is no longer known. @param time milliseconds since 1970 */
  readonly judge: (detection: string, opinion: Opinion, time: number) => boolean;
  readonly counts: () => WatchCounts;
  /** To be stored together with the places in the inputs up to which it holds. Accounts and networks are in it as pseudonyms; what correlations group by is as the events have it. */
  readonly snapshot: () => WatchSnapshot;
  /** Goes on from what was stored; where that is of another form, from nothing, and the fault says so. */
  readonly restore: (stored: unknown) => SnapshotFault | undefined;
}

/** Groups of one correlation; where logs are followed for weeks, all of them together have to fit into memory. */
const MAX_GROUPS = 50_000;

/** Correlations tell of many events, and little of the one that made them. */
function isOfEvent({ kind, about }: Detection): boolean {
  return kind === 'rule' && about.level !== 'informational' && about.level !== 'low';
}

export function createWatch(rules: RuleSet, options: WatchOptions): Watch {
  const begun = () => ({
    detector: createDetector(rules, { maxGroups: MAX_GROUPS, ...options }),
    behaviour: createBehaviour(options),
    habits: new Habits(options.pseudonym),
  });
  let { detector, behaviour, habits } = begun();
  return {
    observe: (fields, ref) => {
      const ofRules = detector.observe(fields, ref);
      return [
        ...ofRules.filter((detection) => habits.tells(detection, fields)),
        ...detectionsOfAttacks(fields, ref),
        ...(options.tokens ? detectionsOfTokens(fields, ref, options.tokens) : []),
        ...behaviour.observe(fields, ref, ofRules.some(isOfEvent)).map(detectionOfAlert),
      ];
    },
    end: () => {
      behaviour.end();
      return detector.end();
    },
    judge: (detection, opinion, time) => behaviour.judge(detection, opinion, time),
    counts: () => ({ rules: detector.counts(), behaviour: behaviour.counts(), habits: habits.counts() }),
    snapshot: () => ({
      schema: 'vigie.watch/1',
      rules: detector.snapshot(),
      behaviour: behaviour.snapshot(),
      habits: habits.state(),
    }),
    restore: (stored) => {
      const snapshot = watchSnapshotOf(stored);
      if ('code' in snapshot) return snapshot;
      try {
        detector.restore(snapshot.rules);
        behaviour.restore(snapshot.behaviour);
        habits.restore(snapshot.habits);
        return undefined;
      } catch (error) {
        // Of the right form, and still not what any version stored: of what was taken in half nothing is kept.
        if (!(error instanceof TypeError) && !(error instanceof RangeError)) throw error;
        ({ detector, behaviour, habits } = begun());
        return otherForm('what its numbers mean');
      }
    },
  };
}
