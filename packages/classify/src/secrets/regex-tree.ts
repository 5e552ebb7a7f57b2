// A regular expression as a tree, whatever dialect it was written in.
import type { Ranges } from './code-points.ts';

type Edge = 'text start' | 'text end' | 'line start' | 'line end' | 'word' | 'no word';

export type Tree =
  /** One character out of a set, or one byte. */
  | { readonly kind: 'set'; readonly ranges: Ranges; readonly bytes?: true }
  | { readonly kind: 'sequence'; readonly items: readonly Tree[] }
  | { readonly kind: 'choice'; readonly options: readonly Tree[] }
  | {
      readonly kind: 'repeat';
      readonly item: Tree;
      readonly min: number;
      /** Infinity where there is no upper bound. */
      readonly max: number;
      readonly lazy: boolean;
    }
  /** A capturing group. */
  | { readonly kind: 'group'; readonly item: Tree }
  | { readonly kind: 'edge'; readonly edge: Edge }
  /** A look ahead or behind: takes no character. Of what it asks, only `never` is known: what may not follow. */
  | { readonly kind: 'look'; readonly never?: Tree };

export const EMPTY: Tree = { kind: 'sequence', items: [] };

/** Least and most characters that a match has. */
export function lengths(tree: Tree): { readonly min: number; readonly max: number } {
  switch (tree.kind) {
    case 'set':
      return { min: 1, max: 1 };
    case 'edge':
    case 'look':
      return { min: 0, max: 0 };
    case 'group':
      return lengths(tree.item);
    case 'sequence':
      return tree.items.map(lengths).reduce((sum, one) => ({ min: sum.min + one.min, max: sum.max + one.max }), {
        min: 0,
        max: 0,
      });
    case 'choice': {
      const all = tree.options.map(lengths);
      return { min: Math.min(...all.map((one) => one.min)), max: Math.max(...all.map((one) => one.max)) };
    }
    case 'repeat': {
      const one = lengths(tree.item);
      return { min: one.min * tree.min, max: one.max === 0 || tree.max === 0 ? 0 : one.max * tree.max };
    }
  }
}

/** How many capturing groups there are. */
export function groupsIn(tree: Tree): number {
  switch (tree.kind) {
    case 'group':
      return 1 + groupsIn(tree.item);
    case 'sequence':
      return tree.items.reduce((sum, item) => sum + groupsIn(item), 0);
    case 'choice':
      return tree.options.reduce((sum, option) => sum + groupsIn(option), 0);
    case 'repeat':
      return groupsIn(tree.item);
    default:
      return 0;
  }
}
