// What happened, as a letter tells it: the incidents of field 60 of the EDPB's template in the few stories that people tell apart.
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';

const HAPPENINGS = [
  'ransomware',
  'intrusion',
  'insider',
  'left-open',
  'wrong-recipient',
  'wrong-view',
  'visible-addresses',
  'lost-device',
  'lost-paper',
  'spoken',
  'altered',
  'lost-data',
] as const;

export type Happening = (typeof HAPPENINGS)[number];

/** Those that happen at a moment; the others last. */
const MOMENTARY: ReadonlySet<Happening> = new Set<Happening>([
  'wrong-recipient',
  'visible-addresses',
  'lost-device',
  'lost-paper',
  'spoken',
]);

/** Letter of field 60 → what happened; x (to be determined) and y (other) are for a person to tell. */
const HAPPENING_OF_LETTER: Readonly<Partial<Record<string, Happening>>> = {
  a: 'insider',
  b: 'ransomware',
  c: 'intrusion',
  d: 'intrusion',
  e: 'intrusion',
  f: 'intrusion',
  g: 'intrusion',
  h: 'wrong-view',
  i: 'lost-device',
  j: 'lost-device',
  k: 'lost-paper',
  l: 'wrong-recipient',
  m: 'left-open',
  n: 'left-open',
  o: 'lost-paper',
  p: 'lost-data',
  q: 'wrong-recipient',
  r: 'wrong-recipient',
  s: 'visible-addresses',
  t: 'lost-data',
  u: 'altered',
  v: 'left-open',
  w: 'spoken',
};

/** What happened, in the order in which it is told; empty where a person has to tell it. */
export function happeningsOf(facts: BreachFacts): readonly Happening[] {
  const told = new Set((knownValue(facts.incident) ?? []).map((letter) => HAPPENING_OF_LETTER[letter]));
  return HAPPENINGS.filter((happening) => told.has(happening));
}

/** Whether all of it happened at a moment, so that it has a day and no end. */
export function isMomentary(happenings: readonly Happening[]): boolean {
  return happenings.length > 0 && happenings.every((happening) => MOMENTARY.has(happening));
}
