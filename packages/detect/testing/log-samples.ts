// Logs that real servers wrote, in samples/, and what the reader makes of them and of spoiled ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Fields } from '../src/events/event.ts';
import { isRecord } from '../src/events/json-fields.ts';
import { createLogReader, type LogReaderOptions, type LogReaderState, type LogRecord } from '../src/log-reader.ts';

/** The lines of a sample. */
export function sampleLines(file: string): readonly string[] {
  return readFileSync(new URL(`samples/${file}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
}

export function readLines(lines: readonly string[], options: LogReaderOptions = {}): readonly LogRecord[] {
  const reader = createLogReader(options);
  return [...lines.flatMap((line, index) => reader.add(line, index + 1)), ...reader.end()];
}

/** The events of lines in which nothing is wrong. */
export function eventsIn(lines: readonly string[], options: LogReaderOptions = {}): readonly Fields[] {
  return readLines(lines, options).map(({ event, fault, line }) => {
    assert.ok(event, `line ${line}: ${fault}`);
    return event;
  });
}

/** What stands in an event under a name, where it is an object. */
export function partOf(event: Fields | undefined, name: string): Fields {
  const value = event?.[name];
  return isRecord(value) ? value : {};
}

/** Values of people stand in `query` alone, which is kept nowhere. */
export function assertSilent(events: readonly Fields[], ...values: readonly string[]): void {
  for (const event of events) {
    const { query: _, ...kept } = event;
    for (const value of values) assert.ok(!JSON.stringify(kept).includes(value), JSON.stringify(kept));
  }
}

const SPLINTERS = [
  '"',
  "'",
  '\\',
  ',',
  '\t',
  '\r',
  '{',
  '}',
  '[',
  ']',
  '<',
  '\0',
  '\ud800',
  'é',
  '-1',
  '1e999',
  '$',
  ':',
];

/** What no field of a record should be. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  '',
  'x',
  '9'.repeat(40),
  [],
  {},
  [[]],
  [null],
  { $date: {} },
];

/** The line with one value in its JSON become another; lines that are no JSON stay. */
function retyped(line: string, first: number, second: number): string {
  let whole: unknown;
  try {
    whole = JSON.parse(line);
  } catch {
    return line;
  }
  const places: { readonly at: Record<string, unknown>; readonly key: string }[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const at = value as Record<string, unknown>;
    for (const key of Object.keys(at)) {
      places.push({ at, key });
      collect(at[key]);
    }
  };
  collect(whole);
  const place = places[Math.floor(first * (places.length - 1))];
  if (place !== undefined) place.at[place.key] = STRANGE[Math.floor(second * (STRANGE.length - 1))];
  return JSON.stringify(whole);
}

/** Lines with pieces cut out, put in, doubled and swapped, and values of JSON become others. */
function spoiled(lines: readonly string[]): fc.Arbitrary<readonly string[]> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const change = fc.tuple(
    fc.constantFrom('cut', 'insert', 'double', 'drop', 'swap', 'retype'),
    place,
    place,
    fc.constantFrom(...SPLINTERS),
    place,
  );
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let now = [...lines];
    for (const [how, first, second, splinter, splinterAt] of changes) {
      const row = Math.floor(first * (now.length - 1));
      const line = now[row] ?? '';
      const at = Math.floor(second * line.length);
      if (how === 'cut') now[row] = line.slice(0, at);
      else if (how === 'insert') now[row] = line.slice(0, at) + splinter + line.slice(at);
      else if (how === 'double') now = [...now.slice(0, row), line, ...now.slice(row)];
      else if (how === 'drop') now = now.filter((_, index) => index !== row);
      else if (how === 'retype') now[row] = retyped(line, second, splinterAt);
      else now[row] = line.slice(at) + line.slice(0, at);
    }
    return now;
  });
}

const FAULTS =
  /^it (?:is (?:neither JSON nor of a format of logs that is known|no record of [\w-]+|JSON, and no object|no JSON|longer than 16 MiB)|begins an object that is not finished)$/;

/**
 * Nothing of a spoiled sample throws, and no fault quotes.
 *
 * @param source the format, so that it is this one that reads whatever is left of the lines
 */
export function assertUnbreakable(lines: readonly string[], source: string, numRuns = 40): void {
  fc.assert(
    fc.property(spoiled(lines), fc.boolean(), (some, isNamed) => {
      for (const { event, fault } of readLines(some, isNamed ? { source } : {})) {
        if (fault !== undefined) assert.match(fault, FAULTS);
        else assert.ok(event);
      }
    }),
    { numRuns },
  );
}

/** What a reader keeps for a restart behind these lines; as plain JSON. */
export function stateAfter(lines: readonly string[], options: LogReaderOptions = {}): LogReaderState {
  const reader = createLogReader(options);
  lines.forEach((line, index) => {
    reader.add(line, index + 1);
  });
  reader.flush();
  return JSON.parse(JSON.stringify(reader.state()));
}
