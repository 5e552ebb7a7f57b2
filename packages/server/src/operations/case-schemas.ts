// The shapes of cases in the API.
import * as v from 'valibot';
import { CLOCK_STATES } from '../cases/clocks/clock-state.ts';
import { CERTAINTIES } from '../cases/facts/stated-fact.ts';
import { RULED_ABOUT, RULED_ANSWERS } from '../cases/rulings.ts';
import { EVENTS } from '../cases/timeline.ts';
import { CASE_STATES, SEATS } from '../records/tables/cases.ts';
import { Id, Instant } from './fields.ts';

export const Person = v.object({ id: v.string(), name: v.string() });
export const Answer = v.picklist(['yes', 'no', 'unknown']);

export const AccountId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8,64}$/, 'it has to be the id of an account'));

/** Free text of a person: paragraphs, but no control characters that could hide something. */
export const textOf = (longest: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'it may not be empty'),
    v.maxLength(longest, `at most ${longest} letters`),
    v.check((text) => !/[\p{Cc}--[\n\t]]/v.test(text), 'it has a control character'),
  );

/** An instant that somebody sends. */
export const GivenInstant = v.pipe(
  v.string(),
  v.isoTimestamp('write an instant as 2026-03-27T10:15:00Z'),
  v.transform((text) => new Date(text)),
  v.check((at) => !Number.isNaN(at.getTime()), 'there is no such instant'),
);

export const Severity = v.object({ level: v.string(), least: v.number(), most: v.number() });
const Ruled = v.object({ answer: v.picklist(RULED_ANSWERS), by: Person, at: Instant });
const Decided = v.object({ answer: Answer, why: v.string(), ruled: v.optional(Ruled) });

export const ClockSchema = v.object({
  id: Id,
  dutyId: v.string(),
  regime: v.string(),
  article: v.string(),
  to: v.string(),
  what: v.string(),
  owed: v.picklist(['yes', 'unknown']),
  dueAt: Instant,
  latestAt: v.optional(Instant),
  remainingSeconds: v.number(),
  state: v.picklist(CLOCK_STATES),
  metBy: v.optional(Id),
});

export const CaseSchema = v.object({
  id: Id,
  reference: v.string(),
  name: v.string(),
  codename: v.string(),
  state: v.picklist(CASE_STATES),
  /** Kept from everybody but its members. */
  limited: v.boolean(),
  openedAt: Instant,
  openedBy: Person,
  closedAt: v.optional(Instant),
  closedBecause: v.optional(v.string()),
  aware: v.optional(v.object({ at: Instant, by: v.string(), why: v.string() })),
  stores: v.array(Id),
  /** As they were when they came in; `storeId` where the watch knows them. */
  places: v.array(v.object({ storeId: v.optional(Id), address: v.string(), port: v.number(), product: v.string() })),
  commander: v.optional(Person),
  officer: v.optional(Person),
  seats: v.array(v.object({ seat: v.picklist(SEATS), holder: v.optional(Person), deputy: v.optional(Person) })),
  severity: Severity,
  decision: v.object({ authority: Decided, people: Decided }),
  clocks: v.array(ClockSchema),
  effects: v.array(v.string()),
  remedialAction: v.array(v.string()),
  factsVersion: v.number(),
  version: v.number(),
});

export const Contradictions = v.array(
  v.object({
    what: v.string(),
    statements: v.array(v.object({ fact: v.string(), value: v.unknown(), said: v.string() })),
  }),
);

const Questions = v.array(v.object({ fact: v.string(), ask: v.string(), why: v.string() }));

const moved = <S extends v.GenericSchema>(of: S) => v.optional(v.object({ from: of, to: of }));

export const AssessmentSchema = v.object({
  severity: v.object({
    ...Severity.entries,
    scores: v.array(v.object({ of: v.string(), from: v.number(), to: v.number(), why: v.string() })),
  }),
  decision: v.object({
    authority: v.object({ answer: Answer, why: v.string() }),
    people: v.object({ answer: Answer, why: v.string() }),
    risk: v.object({ from: v.string(), to: v.string() }),
    reasons: v.array(
      v.object({
        weighs: v.picklist(['for', 'against']),
        certainty: v.picklist(['certain', 'possible']),
        says: v.string(),
        source: v.string(),
      }),
    ),
  }),
  duties: v.array(
    v.object({
      id: v.string(),
      clockId: v.optional(Id),
      regime: v.string(),
      article: v.string(),
      to: v.string(),
      what: v.string(),
      owed: v.picklist(['yes', 'unknown']),
      due: v.string(),
      until: v.optional(Instant),
      latest: v.optional(Instant),
      remainingSeconds: v.optional(v.number()),
      reasons: v.array(v.string()),
      decidedBy: v.array(v.string()),
      source: v.optional(
        v.object({ title: v.string(), url: v.string(), checked: v.string(), note: v.optional(v.string()) }),
      ),
      state: v.picklist(CLOCK_STATES),
      changedAt: v.optional(Instant),
      metBy: v.optional(Id),
      metLate: v.optional(v.boolean()),
      because: v.optional(v.string()),
    }),
  ),
  wouldMove: v.array(
    v.object({
      fact: v.string(),
      from: v.unknown(),
      to: v.unknown(),
      changes: v.object({
        authority: moved(Answer),
        people: moved(Answer),
        risk: moved(v.object({ from: v.string(), to: v.string() })),
        severity: moved(Severity),
      }),
    }),
  ),
  nearest: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      notifyAuthority: v.boolean(),
      communicateToPersons: v.boolean(),
      checked: v.string(),
      differsIn: v.array(v.string()),
    }),
  ),
  questions: Questions,
  contradictions: Contradictions,
  assumed: v.array(v.string()),
  regimes: v.array(
    v.object({ regime: v.string(), title: v.string(), jurisdiction: v.string(), applies: Answer, why: v.string() }),
  ),
  factsVersion: v.number(),
});

const FactSchema = v.object({
  path: v.string(),
  title: v.string(),
  value: v.unknown(),
  certainty: v.picklist(CERTAINTIES),
  /** What it rests on, as it was written. */
  source: v.string(),
  kind: v.picklist(['measured', 'stated', 'assumed']),
  by: v.string(),
  at: Instant,
  history: v.number(),
});

export const FactsSchema = v.object({
  items: v.array(FactSchema),
  questions: Questions,
  contradictions: Contradictions,
  /** The version of the case, which a change of a fact has to name. */
  version: v.number(),
});

export const FactHistorySchema = v.object({ items: v.array(v.object({ ...FactSchema.entries, version: v.number() })) });

export const RulingSchema = v.object({
  id: Id,
  at: Instant,
  by: Person,
  about: v.picklist(RULED_ABOUT),
  answer: v.picklist(RULED_ANSWERS),
  because: v.string(),
  opinion: v.optional(v.string()),
  dissent: v.optional(v.string()),
  assessed: Answer,
});

export const EventSchema = v.object({
  id: Id,
  at: Instant,
  /** Left out where the platform did it. */
  who: v.optional(Person),
  what: v.picklist(EVENTS),
  detail: v.string(),
  about: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
});
