// Which rules have to be evaluated for an event: those of which an atom of the witness is true, and the few that have no witness. Of some
// it is known without that they match.
import type { EventContext, Texts } from '../evaluate/event-context.ts';
import type { Atom } from './atoms.ts';
import { GramSearch } from './gram-search.ts';
import type { Witness } from './witness.ts';

/** A rule as it is looked up: its number, and its witness. */
export interface Watched {
  readonly unit: number;
  readonly witness: Witness | undefined;
  /** It matches where no atom of its witness is true. */
  readonly isElseTrue: boolean;
}

interface FieldIndex {
  readonly slot: number;
  readonly present: readonly number[];
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly last: ReadonlyMap<string, readonly number[]>;
  readonly parts: Parts | undefined;
}

interface Parts {
  readonly search: GramSearch;
  readonly units: readonly (readonly number[])[];
}

export interface CandidateIndex {
  /** Calls back with the units to evaluate; a unit may come more than once. */
  readonly each: (context: EventContext, found: (unit: number) => void) => void;
  /** The units that match if `each` does not call back with them. */
  readonly elseTrue: readonly number[];
}

export function createCandidateIndex(watched: readonly Watched[], context: EventContext): CandidateIndex {
  const always = watched.filter(({ witness }) => witness === undefined).map(({ unit }) => unit);
  const bySlot: (FieldIndex | undefined)[] = [];
  for (const [field, waiting] of byField(watched)) {
    const index = fieldIndex(context.slotOf(field), waiting);
    bySlot[index.slot] = index;
  }
  const keywords = partsOf(waitingFor(watched, 'keyword'));
  return {
    elseTrue: watched.filter(({ isElseTrue }) => isElseTrue).map(({ unit }) => unit),
    each: (event, found) => {
      for (const unit of always) found(unit);
      for (const slot of event.present) {
        const index = bySlot[slot];
        if (index) lookUp(index, event, found);
      }
      if (keywords) lookUpParts(keywords, event.joinedFolded(), found);
    },
  };
}

type Waiting = readonly { readonly atom: Atom; readonly unit: number }[];

function byField(watched: readonly Watched[]): Map<string, { atom: Atom; unit: number }[]> {
  const fields = new Map<string, { atom: Atom; unit: number }[]>();
  for (const { unit, witness } of watched) {
    for (const atom of witness?.atoms ?? []) {
      if (atom.kind === 'keyword') continue;
      const waiting = fields.get(atom.field);
      if (waiting) waiting.push({ atom, unit });
      else fields.set(atom.field, [{ atom, unit }]);
    }
  }
  return fields;
}

function waitingFor(watched: readonly Watched[], kind: Atom['kind']): Waiting {
  return watched.flatMap(({ unit, witness }) =>
    (witness?.atoms ?? []).filter((atom) => atom.kind === kind).map((atom) => ({ atom, unit })),
  );
}

function fieldIndex(slot: number, waiting: Waiting): FieldIndex {
  const of = (kind: Atom['kind']) => waiting.filter(({ atom }) => atom.kind === kind);
  return {
    slot,
    present: [...new Set(of('present').map(({ unit }) => unit))],
    exact: byText(of('exact')),
    last: byText(of('last')),
    parts: partsOf(of('part')),
  };
}

function byText(waiting: Waiting): Map<string, number[]> {
  const units = new Map<string, number[]>();
  for (const { atom, unit } of waiting) {
    if (atom.kind === 'present') continue;
    const known = units.get(atom.text);
    if (known === undefined) units.set(atom.text, [unit]);
    else if (known.at(-1) !== unit) known.push(unit);
  }
  return units;
}

function partsOf(waiting: Waiting): Parts | undefined {
  const units = byText(waiting);
  return units.size === 0 ? undefined : { search: new GramSearch([...units.keys()]), units: [...units.values()] };
}

function lookUp(index: FieldIndex, event: EventContext, found: (unit: number) => void): void {
  for (const unit of index.present) found(unit);
  const texts: Texts = event.folded(index.slot);
  if (typeof texts === 'string') lookUpText(index, texts, found);
  else for (const text of texts) lookUpText(index, text, found);
}

function lookUpText({ exact, last, parts }: FieldIndex, text: string, found: (unit: number) => void): void {
  if (exact.size > 0) for (const unit of exact.get(text) ?? NONE) found(unit);
  if (last.size > 0) {
    const at = Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/'));
    if (at >= 0) for (const unit of last.get(text.slice(at + 1)) ?? NONE) found(unit);
  }
  if (parts) lookUpParts(parts, text, found);
}

function lookUpParts({ search, units }: Parts, text: string, found: (unit: number) => void): void {
  search.each(text, (index) => {
    for (const unit of units[index] ?? NONE) found(unit);
  });
}

const NONE: readonly number[] = [];
