// Draws invented secrets from the forms of the catalogue, the same ones for the same seed: for tests only.
import type { CatalogueEntry } from '../src/secrets/catalogue-entry.ts';
import type { Ranges } from '../src/secrets/code-points.ts';
import type { Tree } from '../src/secrets/regex-tree.ts';
import { treeOf } from '../src/secrets/v8-syntax.ts';

/** A whole number from 0, below another. */
export type Chance = (below: number) => number;

/** Numbers from a seed (mulberry32), so that a failure can be repeated. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A text that an expression matches, looks aside. */
function draw(tree: Tree, chance: Chance): string {
  switch (tree.kind) {
    case 'set':
      return drawByte(tree.ranges, chance);
    case 'group':
      return draw(tree.item, chance);
    case 'sequence':
      return tree.items.map((item) => draw(item, chance)).join('');
    case 'choice':
      return draw(tree.options[chance(tree.options.length)] ?? tree, chance);
    case 'repeat': {
      const most = Math.min(tree.max, tree.min + 6);
      const count = tree.min + chance(most - tree.min + 1);
      return Array.from({ length: count }, () => draw(tree.item, chance)).join('');
    }
    default:
      return '';
  }
}

function drawByte(ranges: Ranges, chance: Chance): string {
  const members = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
  const bytes = members.map((byte) => String.fromCharCode(byte));
  const plain = bytes.filter((byte) => /[\w-]/.test(byte));
  const from =
    plain.length >= 10
      ? plain
      : bytes.some((byte) => /[ -~]/.test(byte))
        ? bytes.filter((byte) => /[ -~]/.test(byte))
        : bytes;
  return from[chance(from.length)] ?? '';
}

export interface Drawn {
  readonly text: string;
  /** Where the secret stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** A value of the form: all of it, or the part that its group says. */
export function drawForm(form: RegExp, chance: Chance): Drawn | undefined {
  const tree = treeOf(form);
  if (!tree) throw new Error(`unknown syntax in ${form.source}`);
  const text = draw(tree, chance);
  const found = new RegExp(`^(?:${form.source})$`, 'd').exec(text);
  if (!found?.indices) return undefined;
  const [start, end] = found.indices.slice(1).find((place) => place !== undefined && place[1] > place[0]) ?? [
    0,
    text.length,
  ];
  return { text, start, end };
}

/** The form that a value of an entry has; none where a file as a whole is the secret. */
export function formOf({ form }: CatalogueEntry): RegExp | undefined {
  return 'token' in form ? form.token : 'names' in form ? form.value : undefined;
}
