// Several amounts at once: a forest of half-space trees over a stream (Tan, Ting, Liu: Fast Anomaly Detection for Streaming Data, IJCAI
// 2011). Each tree halves the space at random, counts how many windows fell where, and says of a point how empty its place is. What was
// counted last is judged by, while the next is counted.

export interface ForestState {
  readonly reference: readonly (readonly number[])[];
  readonly latest: readonly (readonly number[])[];
  readonly counted: number;
  readonly rounds: number;
  readonly scores: readonly number[];
}

const TREES = 25;
const DEPTH = 8;
const NODES = 2 ** (DEPTH + 1) - 1;
/** Points after which what was counted becomes what is judged by. */
const ROUND = 256;
/** Scores that are remembered, to know how rare one is. */
const SCORES = 1_024;

interface Tree {
  readonly dimension: Uint8Array;
  readonly split: Float64Array;
  reference: Float64Array;
  latest: Float64Array;
}

export class Forest {
  readonly #dimensions: number;
  readonly #trees: Tree[];
  #counted = 0;
  #rounds = 0;
  readonly #scores: number[] = [];

  /** @param dimensions of a point @param random 0 to 1; the same sequence gives the same forest */
  constructor(dimensions: number, random: () => number) {
    this.#dimensions = dimensions;
    this.#trees = Array.from({ length: TREES }, () => this.#grow(random));
  }

  /** Points that it was made from. */
  get learned(): number {
    return this.#rounds * ROUND + this.#counted;
  }

  /** Bits of how rare so empty a place is. @param point numbers from 0 to 1 */
  judge(point: readonly number[]): number {
    if (this.#rounds === 0) return 0;
    const score = this.#massOf(point);
    const rarer = this.#scores.filter((one) => one <= score).length;
    return -Math.log2((rarer + 1) / (this.#scores.length + 2));
  }

  learn(point: readonly number[], weight: number): void {
    if (this.#rounds > 0) {
      if (this.#scores.length >= SCORES) this.#scores.shift();
      this.#scores.push(this.#massOf(point));
    }
    for (const tree of this.#trees) {
      for (const node of this.#path(tree, point)) tree.latest[node] = (tree.latest[node] ?? 0) + weight;
    }
    this.#counted += 1;
    if (this.#counted < ROUND) return;
    for (const tree of this.#trees) {
      tree.reference = tree.latest;
      tree.latest = new Float64Array(NODES);
    }
    this.#counted = 0;
    this.#rounds += 1;
  }

  state(): ForestState {
    return {
      reference: this.#trees.map(({ reference }) => [...reference]),
      latest: this.#trees.map(({ latest }) => [...latest]),
      counted: this.#counted,
      rounds: this.#rounds,
      scores: [...this.#scores],
    };
  }

  restore({ reference, latest, counted, rounds, scores }: ForestState): void {
    this.#trees.forEach((tree, at) => {
      tree.reference = Float64Array.from(reference[at] ?? []);
      tree.latest = Float64Array.from(latest[at] ?? []);
    });
    this.#counted = counted;
    this.#rounds = rounds;
    this.#scores.push(...scores);
  }

  /** Ranges are doubled around a random middle, as the paper has it, so that trees differ in where they halve. */
  #grow(random: () => number): Tree {
    const dimension = new Uint8Array(NODES);
    const split = new Float64Array(NODES);
    const ranges = Array.from({ length: this.#dimensions }, () => {
      const middle = random();
      const half = 2 * Math.max(middle, 1 - middle);
      return [middle - half, middle + half] as const;
    });
    const divide = (node: number, inside: readonly (readonly [number, number])[]): void => {
      if (node >= NODES) return;
      const chosen = Math.min(this.#dimensions - 1, Math.floor(random() * this.#dimensions));
      const [low, high] = inside[chosen] ?? [0, 1];
      const middle = (low + high) / 2;
      dimension[node] = chosen;
      split[node] = middle;
      divide(2 * node + 1, inside.with(chosen, [low, middle]));
      divide(2 * node + 2, inside.with(chosen, [middle, high]));
    };
    divide(0, ranges);
    return { dimension, split, reference: new Float64Array(NODES), latest: new Float64Array(NODES) };
  }

  #path(tree: Tree, point: readonly number[]): readonly number[] {
    const nodes: number[] = [];
    for (let node = 0; node < NODES; ) {
      nodes.push(node);
      const value = point[tree.dimension[node] ?? 0] ?? 0;
      node = 2 * node + (value < (tree.split[node] ?? 0) ? 1 : 2);
    }
    return nodes;
  }

  /** The mass of the paper, over all trees: small where few fell. It stops where a place becomes too small to tell. */
  #massOf(point: readonly number[]): number {
    let mass = 0;
    for (const tree of this.#trees) {
      let depth = 0;
      for (const node of this.#path(tree, point)) {
        const count = tree.reference[node] ?? 0;
        if (count < ROUND * 0.1 || depth === DEPTH) {
          mass += count * 2 ** depth;
          break;
        }
        depth += 1;
      }
    }
    return mass;
  }
}
