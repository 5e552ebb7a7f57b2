// Proofs about a tree of which one has only the root: that an entry is in it, and that a later tree begins with an earlier one.
// RFC 9162, sections 2.1.3 and 2.1.4. Whoever checks needs no log.
import { EMPTY_ROOT, HASH_BYTES, nodeHash, type TreeHash } from './tree-hash.ts';

/**
 * The hashes that lead from a leaf to the root (2.1.3.1).
 *
 * @param leaves hashes of all leaves, see `leafHash`
 * @throws RangeError where there is no such leaf
 */
export function proveInclusion(leaves: readonly TreeHash[], index: number): TreeHash[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`there is no leaf ${index}`);
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...proveInclusion(left, index), rootOfLeaves(right)]
    : [...proveInclusion(right, index - split), rootOfLeaves(left)];
}

/** Whether a leaf is number `index` of the tree with this size and root (2.1.3.2). */
export function isIncluded(
  leaf: TreeHash,
  index: number,
  size: number,
  root: TreeHash,
  proof: readonly TreeHash[],
): boolean {
  if (!isSize(size) || !isSize(index) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(step, hash);
      [at, last] = skipLeftEdge(at, last);
    } else hash = nodeHash(hash, step);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/**
 * The hashes that show that the tree of the first `earlier` leaves is the beginning of the tree of all (2.1.4.1).
 *
 * @throws RangeError where the earlier tree is not a part
 */
export function proveConsistency(leaves: readonly TreeHash[], earlier: number): TreeHash[] {
  if (!Number.isInteger(earlier) || earlier < 0 || earlier > leaves.length) {
    throw new RangeError(`the tree of ${leaves.length} has no beginning of ${earlier}`);
  }
  return earlier === 0 || earlier === leaves.length ? [] : subproof(leaves, earlier, true);
}

export interface TreeHead {
  readonly size: number;
  readonly root: TreeHash;
}

/** Whether the later tree begins with the earlier one, so that nothing was changed or taken out (2.1.4.2). */
export function isConsistent(earlier: TreeHead, later: TreeHead, proof: readonly TreeHash[]): boolean {
  const { size: first, root: firstRoot } = earlier;
  const { size: second, root: secondRoot } = later;
  if (!isSize(first) || !isSize(second) || first > second || !areHashes([firstRoot, secondRoot, ...proof]))
    return false;
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  // Every tree begins with the empty one.
  if (first === 0) return proof.length === 0 && firstRoot.equals(EMPTY_ROOT);
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  const start = path[0];
  if (start === undefined || proof.length === 0) return false;
  let [at, last] = [first - 1, second - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [ofFirst, ofSecond] = [start, start];
  for (const step of path.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [ofFirst, ofSecond] = [nodeHash(step, ofFirst), nodeHash(step, ofSecond)];
      [at, last] = skipLeftEdge(at, last);
    } else ofSecond = nodeHash(ofSecond, step);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && ofFirst.equals(firstRoot) && ofSecond.equals(secondRoot);
}

function subproof(leaves: readonly TreeHash[], earlier: number, isWhole: boolean): TreeHash[] {
  if (earlier === leaves.length) return isWhole ? [] : [rootOfLeaves(leaves)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return earlier <= split
    ? [...subproof(left, earlier, isWhole), rootOfLeaves(right)]
    : [...subproof(right, earlier - split, false), rootOfLeaves(left)];
}

function rootOfLeaves(leaves: readonly TreeHash[]): TreeHash {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  return nodeHash(rootOfLeaves(leaves.slice(0, split)), rootOfLeaves(leaves.slice(split)));
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Up to where the node is a right child, or the only one: the levels at which the path has no hash. */
function skipLeftEdge(at: number, last: number): [number, number] {
  let [node, edge] = [at, last];
  while (node % 2 === 0 && node !== 0) [node, edge] = [half(node), half(edge)];
  return [node, edge];
}

const half = (value: number) => Math.floor(value / 2);
const isSize = (value: number) => Number.isSafeInteger(value) && value >= 0;
const areHashes = (hashes: readonly TreeHash[]) => hashes.every(({ length }) => length === HASH_BYTES);

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}
