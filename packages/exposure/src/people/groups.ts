// Groups of keys that belong to one person: union-find with a guard.
import type { KeyedHash } from '../keyed-hash.ts';

interface Member {
  readonly kind: string;
  readonly hash: KeyedHash;
  readonly strength: string;
}

export interface Groups {
  /** Joins the groups of two members; false where the two cannot be one person, and then they stay apart. */
  join(a: number, b: number): boolean;
  rootOf(member: number): number;
  /** Accounts beyond the second in a group: so many more people there may be. */
  doubtful(): number;
}

/** Each member begins as a group of its own. */
export function createGroups(members: readonly Member[]): Groups {
  const parent = Int32Array.from(members, (_, place) => place);
  const size = new Int32Array(members.length).fill(1);
  /** Of each root: identifiers of which a person has one, by kind. */
  const singles = new Map<number, ReadonlyMap<string, KeyedHash>>();
  members.forEach(({ strength, kind, hash }, place) => {
    if (strength === 'one person') singles.set(place, new Map([[kind, hash]]));
  });
  const rootOf = (member: number): number => {
    let root = member;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number;
      root = parent[root] as number;
    }
    return root;
  };
  return {
    rootOf,
    join(a, b) {
      let [large, small] = [rootOf(a), rootOf(b)];
      if (large === small) return true;
      if ((size[large] as number) < (size[small] as number)) [large, small] = [small, large];
      const [ofLarge, ofSmall] = [singles.get(large), singles.get(small)];
      if (ofLarge && ofSmall) {
        for (const [kind, hash] of ofSmall) if (ofLarge.has(kind) && ofLarge.get(kind) !== hash) return false;
      }
      if (ofSmall) singles.set(large, new Map([...(ofLarge ?? []), ...ofSmall]));
      parent[small] = large;
      size[large] = (size[large] as number) + (size[small] as number);
      return true;
    },
    doubtful() {
      const accounts = new Map<number, number>();
      members.forEach(({ strength }, place) => {
        if (strength === 'account') accounts.set(rootOf(place), (accounts.get(rootOf(place)) ?? 0) + 1);
      });
      return [...accounts.values()].reduce((sum, count) => sum + Math.max(0, count - 2), 0);
    },
  };
}
