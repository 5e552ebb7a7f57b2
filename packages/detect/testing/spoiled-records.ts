// Real records, spoiled in every way that foreign bytes come: cut, mixed, with strange values in the place of theirs. What reads records
// must not throw at any, and must give events whose times are times.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Fields } from '../src/events/event.ts';
import type { RecordReader, Source } from '../src/sources/source.ts';

const STRANGE: readonly unknown[] = [
  null,
  '',
  '-',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [null],
  [[]],
  'x'.repeat(5000),
  '\u0000\ud800',
  '1970-01-01T00:00:00Z',
  '2099-13-45T99:99:99Z',
  '999999999999999999999',
  '[',
  '"',
  { __proto__: { a: 1 } },
  [{ name: 7 }],
  '{"kind":',
  'constructor',
  '__proto__',
];

/** Reads spoiled forms of these texts; a reader for each, so that one run does not hang on another. */
export function readsAnyText(source: Source, samples: readonly string[], numRuns = 100): void {
  const sample = fc.constantFrom(...samples);
  const place = fc.nat(400);
  const bytes = fc.oneof(
    fc.string({ unit: 'binary-ascii', maxLength: 12 }),
    fc.constantFrom('\ufeff', '\ud800', 'é', '"', '\\', '[', ']', '%', ' ', '{', '-', '\n'),
  );
  const spoiled = fc.oneof(
    fc.tuple(sample, place).map(([text, at]) => text.slice(0, at)),
    fc.tuple(sample, place, bytes).map(([text, at, more]) => text.slice(0, at) + more + text.slice(at)),
    fc.tuple(sample, place, bytes).map(([text, at, more]) => text.slice(0, at) + more + text.slice(at + 3)),
    fc.tuple(sample, place, sample, place).map(([one, at, other, from]) => one.slice(0, at) + other.slice(from)),
    fc.string({ unit: 'binary-ascii', maxLength: 200 }),
  );
  fc.assert(
    fc.property(fc.array(spoiled, { maxLength: 4 }), (texts) => {
      const reader = source.open(undefined, () => Date.UTC(2026, 10, 29));
      for (const text of texts) soundEvents(reader.fromText?.(text));
      soundState(source, reader);
    }),
    { numRuns },
  );
}

/** The same for records that are JSON: values at any depth are taken out, or others put in their place. */
export function readsAnyJson(source: Source, samples: readonly Fields[], numRuns = 300): void {
  const spoiled = fc
    .tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(60), fc.nat(STRANGE.length)), { maxLength: 5 }))
    .map(([record, changes]) => {
      const copy = structuredClone(record) as Record<string, unknown>;
      for (const [at, what] of changes) spoil(copy, at, what);
      return copy;
    });
  const any = fc.oneof(spoiled, fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<Fields>);
  fc.assert(
    fc.property(fc.array(any, { maxLength: 4 }), (records) => {
      const reader = source.open(undefined, () => Date.UTC(2026, 10, 29));
      for (const record of records) soundEvents(reader.fromJson?.(record));
      soundState(source, reader);
    }),
    { numRuns },
  );
}

/** Changes the value at the place of that number, counted through all depths. */
function spoil(record: Record<string, unknown>, at: number, what: number): void {
  const places: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key]);
      walk((value as Record<string, unknown>)[key]);
    }
  };
  walk(record);
  const [holder, key] = places[at % Math.max(places.length, 1)] ?? [];
  if (holder === undefined || key === undefined) return;
  if (what === STRANGE.length) delete holder[key];
  else holder[key] = structuredClone(STRANGE[what]);
}

function soundEvents(events: readonly Fields[] | undefined): void {
  for (const event of events ?? []) {
    if ('class_uid' in event && event.time !== undefined) assert.ok(Number.isFinite(event.time), 'its time is a time');
    JSON.stringify(event);
  }
}

/** What a reader remembers is plain JSON, and whoever goes on with it does not throw. */
function soundState(source: Source, reader: RecordReader): void {
  const state = reader.state?.();
  if (state !== undefined) source.open(JSON.parse(JSON.stringify(state)), () => Date.UTC(2026, 10, 29));
}
