import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isConsistent, isIncluded, proveConsistency, proveInclusion } from './proofs.ts';
import { EMPTY_RANGE, rootOf, withLeaf } from './range.ts';
import { EMPTY_ROOT, leafHash, nodeHash, type TreeHash } from './tree-hash.ts';

/** The eight leaves and their roots of Certificate Transparency's tests, https://github.com/transparency-dev/merkle */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => leafHash(Buffer.from(hex, 'hex')),
);
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map((hex) => Buffer.from(hex, 'hex'));

const INCLUSION: readonly (readonly [number, number, readonly string[]])[] = [
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const CONSISTENCY: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
  [
    6,
    7,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
];

function headOf(leaves: readonly TreeHash[]): { size: number; root: TreeHash } {
  return { size: leaves.length, root: rootOf(leaves.reduce(withLeaf, EMPTY_RANGE)) };
}

/** The definition of RFC 9162, 2.1.1, to the letter. */
function rootByDefinition(leaves: readonly TreeHash[]): TreeHash {
  const [only] = leaves;
  if (only === undefined) return EMPTY_ROOT;
  if (leaves.length === 1) return only;
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return nodeHash(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
}

/** Every way in which a proof can be wrong by a little. */
function spoilt(proof: readonly TreeHash[], root: TreeHash): TreeHash[][] {
  const flipped = proof.map((hash, at) =>
    proof.with(at, Buffer.from(hash.map((byte, i) => (i === 0 ? byte ^ 16 : byte)))),
  );
  const cut = proof.length > 0 ? [proof.slice(0, -1), proof.slice(1)] : [];
  return [...flipped, ...cut, [...proof, root], [root, ...proof], [...proof, Buffer.alloc(0)]].map((one) => [...one]);
}

describe('the tree of RFC 9162', () => {
  it('has the roots of the known vectors', () => {
    assert.equal(EMPTY_ROOT.toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    for (const [at, root] of ROOTS.entries()) assert.deepEqual(headOf(LEAVES.slice(0, at + 1)).root, root);
  });

  it('has the inclusion proofs of the known vectors', () => {
    for (const [index, size, hashes] of INCLUSION) {
      const proof = proveInclusion(LEAVES.slice(0, size), index);
      assert.deepEqual(
        proof.map((hash) => hash.toString('hex')),
        hashes,
      );
    }
  });

  it('has the consistency proofs of the known vectors', () => {
    for (const [earlier, later, hashes] of CONSISTENCY) {
      const proof = proveConsistency(LEAVES.slice(0, later), earlier);
      assert.deepEqual(
        proof.map((hash) => hash.toString('hex')),
        hashes,
      );
    }
  });

  it('grows leaf by leaf to the root of the definition', () => {
    const leaves = Array.from({ length: 70 }, (_, i) => leafHash(Buffer.from(String(i))));
    for (let size = 0; size <= leaves.length; size += 1) {
      assert.deepEqual(headOf(leaves.slice(0, size)).root, rootByDefinition(leaves.slice(0, size)));
    }
  });

  it('proves every entry of every size, and takes no proof that is wrong by a little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (size, pick) => {
        const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.from(String(i))));
        const index = pick % size;
        const { root } = headOf(leaves);
        const leaf = leaves[index] ?? EMPTY_ROOT;
        const proof = proveInclusion(leaves, index);
        assert.ok(isIncluded(leaf, index, size, root, proof));
        for (const wrong of spoilt(proof, root)) assert.ok(!isIncluded(leaf, index, size, root, wrong));
        for (const other of [index - 1, index + 1, size, -1, 0.5]) {
          assert.ok(!isIncluded(leaf, other, size, root, proof));
        }
        assert.ok(!isIncluded(EMPTY_ROOT, index, size, root, proof));
      }),
    );
  });

  it('proves every beginning of every size, and takes no proof that is wrong by a little', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (size, pick) => {
        const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.from(String(i))));
        const earlier = headOf(leaves.slice(0, pick % (size + 1)));
        const later = headOf(leaves);
        const proof = proveConsistency(leaves, earlier.size);
        assert.ok(isConsistent(earlier, later, proof));
        for (const wrong of spoilt(proof, later.root)) assert.ok(!isConsistent(earlier, later, wrong));
        assert.ok(!isConsistent({ ...earlier, root: leafHash(Buffer.from('x')) }, later, proof));
        if (earlier.size > 0) assert.ok(!isConsistent(earlier, { ...later, root: leafHash(Buffer.from('x')) }, proof));
        if (earlier.size < size) assert.ok(!isConsistent(later, earlier, proof));
      }),
    );
  });

  it('sees two histories that part before the earlier checkpoint', () => {
    const [one, other] = ['a', 'b'].map((mark) => [
      ...LEAVES.slice(0, 3),
      leafHash(Buffer.from(mark)),
      ...LEAVES.slice(4),
    ]);
    assert.ok(one && other);
    const earlier = headOf(one.slice(0, 5));
    assert.ok(isConsistent(earlier, headOf(one), proveConsistency(one, 5)));
    assert.ok(!isConsistent(earlier, headOf(other), proveConsistency(other, 5)));
  });

  it('refuses to prove what is not in it', () => {
    assert.throws(() => proveInclusion(LEAVES, 8), RangeError);
    assert.throws(() => proveConsistency(LEAVES, 9), RangeError);
  });
});
