// Counts people from the identifiers that stand together in rows: one person with three identifiers is one person. Union-find
// (Tarjan, JACM 22(2), 1975) joins them, with a cap on keys that many share and a guard against joining two who cannot be one.
import { createDistinctCounter, type DistinctState } from '../distinct.ts';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Count } from '../source.ts';
import { createGroups } from './groups.ts';
import { createLinks, type Neighbours, neighboursOf } from './neighbours.ts';
import { type KeyStrength, type NodeState, type PersonNode, packNodes, unpackNodes } from './node-state.ts';

export interface PersonKey {
  readonly kind: string;
  readonly hash: KeyedHash;
  readonly strength: KeyStrength;
  /** A mailbox of a function (`noreply@`, `kiosk@`): it joins nobody. */
  readonly isShared?: boolean;
  /** The counter that met it last, and its place there: the same key comes with many rows. */
  metBy?: object | undefined;
  place?: number;
}

/** What one row tells of people. */
export interface PersonRow {
  /** Identifiers of whom the row is about, as its columns give them. */
  readonly keys: readonly PersonKey[];
  /** Identifiers of anybody inside of the row's text. */
  readonly mentions: readonly PersonKey[];
  /** ISO 3166 code, where a phone number, an address or a national identifier of the row's person tells it. */
  readonly country?: string | undefined;
}

export interface People {
  readonly lower: number;
  readonly estimate: number;
  readonly upper: number;
  /** How the numbers came about, for a reader who has to defend them. */
  readonly method: string;
  /** Known by a device or session alone. */
  readonly pseudonymous: Count;
  /** Identifiers inside of texts that belong to nobody who is counted: others may be concerned. */
  readonly mentionedOnly: Count;
  /** People by country, the most first; those of whom nothing tells it are not in the list. */
  readonly byCountry: readonly { readonly country: string; readonly people: number }[];
  /** Keys that so many accounts share that they join nobody. */
  readonly sharedKeys: number;
  /** Joins that were refused, since the two have different identifiers of which a person has one. */
  readonly conflicts: number;
}

/** What a counter holds, to be handed to another thread and merged there. */
export interface PeopleState {
  readonly nodes: NodeState;
  /** Pairs of places in `nodes` that stood in one row. */
  readonly links: Int32Array;
  readonly mentions: DistinctState;
}

/** People as they were counted, and who of them a key belongs to. */
export interface PeopleCount {
  readonly people: People;
  /** A number for the person behind a key, the same for all of their keys; undefined for a key of nobody in particular. */
  personOf(hash: KeyedHash): number | undefined;
}

export interface PeopleCounter {
  add(row: PersonRow): void;
  count(): PeopleCount;
  state(): PeopleState;
  merge(state: PeopleState): void;
}

/** A mailbox or phone of more accounts than this is shared by many: a kiosk, a switchboard, a test account. */
const MOST_ACCOUNTS_OF_A_CONTACT = 5;

/** An empty counter. Memory grows with the number of different keys, not with the rows. */
export function createPeopleCounter(): PeopleCounter {
  const places = new Map<KeyedHash, number>();
  const nodes: PersonNode[] = [];
  const links = createLinks();
  const mentions = createDistinctCounter();
  const placeOf = ({ hash, kind, strength, isShared = false }: PersonKey): number => {
    const known = places.get(hash);
    if (known !== undefined) return known;
    const place = nodes.push({ kind, hash, strength, isShared, country: undefined }) - 1;
    places.set(hash, place);
    return place;
  };
  const placeAgain = (key: PersonKey): number => {
    if (key.metBy === places && key.place !== undefined) return key.place;
    key.place = placeOf(key);
    key.metBy = places;
    return key.place;
  };
  return {
    add({ keys, mentions: mentioned, country }) {
      for (const mention of mentioned) mentions.add(mention.hash);
      const found = keys.map(placeAgain);
      for (const place of found) {
        const node = nodes[place] as PersonNode;
        if (!node.isShared) node.country = oneOf(node.country, country);
      }
      for (let i = 1; i < found.length; i += 1) {
        for (let j = 0; j < i; j += 1) {
          if (found[i] !== found[j]) links.add(found[i] as number, found[j] as number);
        }
      }
    },
    count() {
      const { people, personAt } = countPeople(
        nodes,
        neighboursOf(links.pairs(), nodes.length),
        mentions.count((hash) => !places.has(hash)),
      );
      return {
        people,
        personOf(hash) {
          const place = places.get(hash);
          return place === undefined ? undefined : personAt(place);
        },
      };
    },
    state() {
      return { nodes: packNodes(nodes), links: links.pairs(), mentions: mentions.state() };
    },
    merge(state) {
      const moved = Array.from(unpackNodes(state.nodes), (node) => {
        const place = placeOf(node);
        const own = nodes[place] as PersonNode;
        own.country = oneOf(own.country, node.country);
        return place;
      });
      for (let i = 0; i < state.links.length; i += 2) {
        links.add(moved[state.links[i] as number] as number, moved[state.links[i + 1] as number] as number);
      }
      mentions.merge(state.mentions);
    },
  };
}

function countPeople(
  nodes: readonly PersonNode[],
  neighbours: Neighbours,
  mentions: Count,
): { people: People; personAt: (place: number) => number | undefined } {
  const shared = nodes.map((node, place) => isSharedKey(node, neighbours.of(place), nodes));
  const groups = createGroups(nodes);
  let conflicts = 0;
  for (const strength of ['one person', 'contact', 'account'] as const) {
    nodes.forEach((node, place) => {
      if (node.strength !== strength || shared[place]) return;
      for (const other of neighbours.of(place)) {
        if (nodes[other]?.strength === 'device' || shared[other]) continue;
        if (!groups.join(place, other)) conflicts += 1;
      }
    });
  }
  const persons = new Map<number, { reachable: boolean; country: string | undefined }>();
  const pseudonyms = new Set<number>();
  nodes.forEach((node, place) => {
    if (shared[place]) return;
    if (node.strength === 'device') {
      const named = neighbours.of(place).some((other) => nodes[other]?.strength !== 'device');
      if (!named) pseudonyms.add(place);
      return;
    }
    const root = groups.rootOf(place);
    const person = persons.get(root) ?? { reachable: false, country: undefined };
    person.reachable ||= node.strength !== 'account';
    person.country = oneOf(person.country, node.country);
    persons.set(root, person);
  });
  const all = [...persons.values()];
  const estimate = all.length;
  const reachable = all.filter((person) => person.reachable).length;
  const countries = Map.groupBy(
    all.filter((person) => person.country !== undefined),
    (person) => person.country as string,
  );
  // Each refused join is met from both of its sides.
  const refused = Math.ceil(conflicts / 2);
  const people = {
    lower: Math.min(estimate, reachable === 0 ? estimate - refused : Math.max(reachable - refused, 0)),
    estimate,
    upper: estimate + groups.doubtful(),
    method:
      'identifiers that stand in one row are one person (union-find on keyed hashes); ' +
      'lower: those with a contact or a national identifier of their own; upper: more than two accounts with one contact ' +
      'are several people',
    pseudonymous: { lower: pseudonyms.size, estimate: pseudonyms.size, upper: pseudonyms.size },
    mentionedOnly: { ...mentions, lower: 0 },
    byCountry: [...countries]
      .map(([country, people]) => ({ country, people: people.length }))
      .sort((a, b) => b.people - a.people || a.country.localeCompare(b.country)),
    sharedKeys: shared.filter(Boolean).length,
    conflicts: refused,
  };
  return { people, personAt: (place) => (shared[place] ? undefined : groups.rootOf(place)) };
}

/** Where rows tell different countries of one person, always the same one of them, whichever row or thread comes first. */
function oneOf(country: string | undefined, other: string | undefined): string | undefined {
  if (country === undefined || other === undefined) return country ?? other;
  return country < other ? country : other;
}

/** A function's mailbox, or a contact that more accounts have than one person would. */
function isSharedKey(node: PersonNode, others: Int32Array, nodes: readonly PersonNode[]): boolean {
  if (node.isShared) return true;
  if (node.strength !== 'contact' || others.length <= MOST_ACCOUNTS_OF_A_CONTACT) return false;
  let accounts = 0;
  for (const other of others) if (nodes[other]?.strength === 'account') accounts += 1;
  return accounts > MOST_ACCOUNTS_OF_A_CONTACT;
}
