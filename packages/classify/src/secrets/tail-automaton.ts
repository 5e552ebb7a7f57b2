// Tells quickly that nothing matches here: a deterministic automaton over bytes for the tail of an expression, whose states are
// made when they are first met (as RE2 does, https://swtch.com/~rsc/regexp/regexp3.html). It ignores most of what only limits a
// match (word boundaries, looks), so it may say "perhaps" where there is nothing, never the other way round.
import { has, type Ranges } from './code-points.ts';
import type { Tree } from './regex-tree.ts';

/** The tail may match here. */
export const PERHAPS = -1;

export interface TailAutomaton {
  /** @returns PERHAPS, or the offset of the first byte that no match can have there (the text's length at its end) */
  run(bytes: Uint8Array, at: number): number;
  /**
   * The same on text whose escapes (`\"`, `\u0022`, `%22`, and escapes of escapes) are read as what they stand for.
   *
   * @returns the offset behind the last byte read where the tail may match, or PERHAPS_NOT
   */
  runEscaped(bytes: Uint8Array, at: number): number;
  /** Whether it reads over anything up to a certain end, and so over escapes that hide what it waits for. */
  readsOverEscapes(): boolean;
}

export const PERHAPS_NOT = -2;

/** Bytes after which the automaton stops asking: the expression itself has to tell. */
const LONGEST_RUN = 4096;
/** Nodes of one expression; beyond, the rest of it counts as matched. */
const MOST_NODES = 8192;
/** States of one automaton: an expression that needs more of them gives "perhaps" from there on. */
const MOST_STATES = 4096;

type Node =
  | { readonly op: 'set'; readonly ranges: Ranges; readonly next: number }
  | { readonly op: 'split'; first: number; second: number }
  /** Only goes on where its guard allows the next bytes. */
  | { readonly op: 'guard'; readonly guard: number; readonly next: number }
  | { readonly op: 'accept' };

const ACCEPT = 0;

/** A look ahead that says what may not follow: a byte of `first` and then one of `second`, as a line that is not indented. */
interface Guard {
  readonly first: Ranges;
  readonly second: Ranges;
}

/** An expression as nodes that refer to each other; a guard stands at its number, and 0 is none. */
interface Net {
  readonly nodes: Node[];
  readonly guards: (Guard | undefined)[];
  /** Copies of one look share their guard. */
  readonly guardOf: Map<Tree, number>;
}

/** An automaton for these items in a row, made when it is asked for the first time. */
export function tailAutomaton(items: readonly Tree[]): TailAutomaton {
  let made: TailAutomaton | undefined;
  function automaton(): TailAutomaton {
    made ??= machineOf(items);
    return made;
  }
  return {
    run: (bytes, at) => automaton().run(bytes, at),
    runEscaped: (bytes, at) => automaton().runEscaped(bytes, at),
    readsOverEscapes: () => automaton().readsOverEscapes(),
  };
}

function machineOf(items: readonly Tree[]): TailAutomaton {
  const net: Net = { nodes: [{ op: 'accept' }], guards: [undefined], guardOf: new Map() };
  const entry = compile(net, { kind: 'sequence', items }, ACCEPT);
  return machine(net, entry);
}

function add({ nodes }: Net, node: Node): number {
  if (nodes.length >= MOST_NODES) return ACCEPT;
  return nodes.push(node) - 1;
}

/** The node to begin with for a tree that is followed by `next`. */
function compile(net: Net, tree: Tree, next: number): number {
  switch (tree.kind) {
    case 'edge':
      return next;
    case 'look':
      return compileLook(net, tree, next);
    case 'group':
      return compile(net, tree.item, next);
    case 'set':
      return add(net, { op: 'set', ranges: tree.ranges, next });
    case 'sequence':
      return tree.items.reduceRight((follower, item) => compile(net, item, follower), next);
    case 'choice':
      return tree.options
        .map((option) => compile(net, option, next))
        .reduceRight((second, first) => add(net, { op: 'split', first, second }));
    case 'repeat':
      return compileRepeat(net, tree, next);
  }
}

function compileLook(net: Net, { never }: Extract<Tree, { kind: 'look' }>, next: number): number {
  const guard = never && guardFor(net, never);
  return guard === undefined ? next : add(net, { op: 'guard', guard, next });
}

/** The number of the guard against two bytes; undefined for anything else, which is let pass. */
function guardFor({ guards, guardOf }: Net, never: Tree): number | undefined {
  const known = guardOf.get(never);
  if (known !== undefined) return known;
  const [first, second, ...more] = never.kind === 'sequence' ? never.items : [];
  if (first?.kind !== 'set' || second?.kind !== 'set' || more.length > 0) return undefined;
  guardOf.set(never, guards.length);
  return guards.push({ first: first.ranges, second: second.ranges }) - 1;
}

function compileRepeat(net: Net, { item, min, max }: Extract<Tree, { kind: 'repeat' }>, next: number): number {
  const { nodes } = net;
  let follower = next;
  if (max > MOST_COPIES) {
    const loop: Node = { op: 'split', first: ACCEPT, second: next };
    follower = add(net, loop);
    loop.first = compile(net, item, follower);
  } else {
    for (let count = max; count > min && nodes.length < MOST_NODES; count -= 1) {
      follower = add(net, { op: 'split', first: compile(net, item, follower), second: next });
    }
  }
  for (let count = min; count > 0 && nodes.length < MOST_NODES; count -= 1) follower = compile(net, item, follower);
  return nodes.length < MOST_NODES ? follower : ACCEPT;
}

/** More copies than these count as any number: the automaton says "perhaps" to more, and keeps nodes for what stands before. */
const MOST_COPIES = 1024;

/** A table's values up to ACCEPTED are told apart from rows, whose first is at twice the width. */
const UNKNOWN = -1;
const DEAD = 0;
const ACCEPTED = 1;

function machine(net: Net, entry: number): TailAutomaton {
  const { nodes, guards } = net;
  const { classOf, width } = classesOf(net);
  /** Where each state stands. */
  const members: (readonly Place[])[] = [[], []];
  const states = new Map<string, number>();
  let table = new Int32Array(64 * width).fill(UNKNOWN);
  const start = stateFor(closure(net, [{ node: entry, guard: NO_GUARD, forbids: NO_GUARD }]));

  function stateFor(set: readonly Place[] | 'accepted'): number {
    if (set === 'accepted' || members.length >= MOST_STATES) return ACCEPTED;
    if (set.length === 0) return DEAD;
    const key = set.map(keyOf).join();
    const old = states.get(key);
    if (old !== undefined) return old;
    const state = members.push(set) - 1;
    states.set(key, state);
    if (members.length * width > table.length) {
      const larger = new Int32Array(table.length * 2).fill(UNKNOWN);
      larger.set(table);
      table = larger;
    }
    return state;
  }

  /** The row after one more byte, noted in the table. */
  function step(row: number, byte: number): number {
    const reached: Place[] = [];
    for (const place of members[row / width] ?? []) {
      const node = nodes[place.node];
      if (node?.op !== 'set' || !has(node.ranges, byte) || has(guards[place.forbids]?.second ?? [], byte)) continue;
      const guard = guards[place.guard];
      const forbids = guard && has(guard.first, byte) ? place.guard : NO_GUARD;
      reached.push({ node: node.next, guard: NO_GUARD, forbids });
    }
    const state = stateFor(closure(net, reached));
    const next = state <= ACCEPTED ? state : state * width;
    table[row + (classOf[byte] ?? 0)] = next;
    return next;
  }

  return {
    run(bytes, at) {
      if (start <= ACCEPTED) return start === ACCEPTED ? PERHAPS : at;
      const end = Math.min(bytes.length, at + LONGEST_RUN);
      let rows = table; // in a local variable, which the compiler keeps in a register
      const classes = classOf;
      let row = start * width;
      for (let i = at; i < end; i += 1) {
        const byte = bytes[i] as number;
        let next = rows[row + (classes[byte] as number)] as number;
        if (next <= ACCEPTED) {
          if (next === UNKNOWN) {
            next = step(row, byte);
            rows = table;
          }
          if (next === DEAD) return i;
          if (next === ACCEPTED) return PERHAPS;
        }
        row = next;
      }
      return end === bytes.length ? end : PERHAPS;
    },
    runEscaped(bytes, at) {
      if (start <= ACCEPTED) return start === ACCEPTED ? at : PERHAPS_NOT;
      const end = Math.min(bytes.length, at + LONGEST_RUN);
      let row = start * width;
      for (let i = at; i < end; ) {
        const length = escapeLength(bytes, i);
        const byte = length === 1 ? (bytes[i] as number) : escapedByte(bytes, i, length);
        i += length;
        let next = table[row + (classOf[byte] as number)] as number;
        if (next === UNKNOWN) next = step(row, byte);
        if (next <= ACCEPTED) return next === ACCEPTED ? i : PERHAPS_NOT;
        row = next;
      }
      return end === bytes.length ? PERHAPS_NOT : end;
    },
    readsOverEscapes: () => guards.length > 1,
  };
}

/** A node, the guard of the byte that it reads next, and the guard whose first byte was read, so that the second may not be. */
interface Place {
  readonly node: number;
  readonly guard: number;
  readonly forbids: number;
}

const NO_GUARD = 0;

function keyOf({ node, guard, forbids }: Place): string {
  return guard === NO_GUARD && forbids === NO_GUARD ? String(node) : `${node}/${guard}/${forbids}`;
}

/** All nodes of sets that are reached without reading a byte. */
function closure({ nodes }: Net, from: readonly Place[]): readonly Place[] | 'accepted' {
  const seen = new Set<string>();
  const stack = [...from];
  const sets: Place[] = [];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const key = keyOf(place);
    if (seen.has(key)) continue;
    seen.add(key);
    const node = nodes[place.node];
    if (node === undefined || node.op === 'accept') return 'accepted';
    if (node.op === 'set') sets.push(place);
    else if (node.op === 'guard') stack.push({ ...place, node: node.next, guard: node.guard });
    else stack.push({ ...place, node: node.first }, { ...place, node: node.second });
  }
  return sets.sort((a, b) => a.node - b.node || a.guard - b.guard || a.forbids - b.forbids);
}

/** Bytes that no set tells apart share a class. */
function classesOf({ nodes, guards }: Net): { readonly classOf: Uint8Array; readonly width: number } {
  const borders = new Set<number>();
  const sets = new Set(nodes.map((node) => (node.op === 'set' ? node.ranges : [])));
  for (const [first, last] of [
    ...sets,
    ...guards.map((guard) => [...(guard?.first ?? []), ...(guard?.second ?? [])]),
  ].flat()) {
    borders.add(first);
    borders.add(last + 1);
  }
  const classOf = new Uint8Array(256);
  let count = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    if (byte > 0 && borders.has(byte)) count += 1;
    classOf[byte] = count;
  }
  return { classOf, width: count + 1 };
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const NAMED: Readonly<Record<number, number>> = { 98: 8, 102: 12, 110: 10, 114: 13, 116: 9 };

/** Bytes of the escape that begins here, with all the backslashes that it was escaped by; 1 where there is none. */
function escapeLength(bytes: Uint8Array, at: number): number {
  if (bytes[at] === PERCENT) return hexPair(bytes, at + 1) === undefined ? 1 : 3;
  if (bytes[at] !== BACKSLASH) return 1;
  let behind = at + 1;
  while (bytes[behind] === BACKSLASH) behind += 1;
  if (bytes[behind] === 0x75 && bytes[behind + 1] === 0x30 && bytes[behind + 2] === 0x30) {
    if (hexPair(bytes, behind + 3) !== undefined) return behind + 5 - at;
  }
  return behind < bytes.length ? behind + 1 - at : 1;
}

function escapedByte(bytes: Uint8Array, at: number, length: number): number {
  const last = bytes[at + length - 1] as number;
  const hex = bytes[at] === PERCENT ? at + 1 : bytes[at + length - 5] === 0x75 && length >= 6 ? at + length - 2 : -1;
  if (hex !== -1) return hexPair(bytes, hex) ?? last;
  return NAMED[last] ?? last;
}

function hexPair(bytes: Uint8Array, at: number): number | undefined {
  const high = hexDigit(bytes[at]);
  const low = hexDigit(bytes[at + 1]);
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function hexDigit(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}
