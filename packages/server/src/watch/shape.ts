// The shape of an inventory: enough to tell whether it changed, and by how much, without keeping two of them.
import { hash } from 'node:crypto';
import { type Inventory, totalsOf } from '@vigie/probe';
import type { Shape } from '../records/tables/stores.ts';
import { keptCount } from './kept-json.ts';

export function shapeOf(inventory: Inventory): Shape {
  const { collections, rows, bytes } = totalsOf(inventory);
  const names = inventory.containers.map(({ name, collections: inside }) => [
    name,
    inside.map((one) => one.name).sort(),
  ]);
  return {
    names: hash('sha256', JSON.stringify(names), 'hex'),
    whole: hash('sha256', JSON.stringify(inventory), 'hex'),
    containers: inventory.containers.length,
    collections,
    rows: keptCount(rows),
    bytes: keptCount(bytes),
  };
}

/** Rows that come and go without anybody having to know. */
const FEW_ROWS = 1000;
const SMALL_PART = 0.1;

/** Whether other containers or collections are there, or many more or fewer rows. */
export function differsMuch(before: Shape | null, after: Shape | null): boolean {
  if (before === null || after === null) return before !== after;
  if (before.names !== after.names) return true;
  return Math.abs(after.rows - before.rows) > Math.max(FEW_ROWS, before.rows * SMALL_PART);
}

/** A shape as history tells it. */
export function countsOf(shape: Shape | null): Omit<Shape, 'names' | 'whole'> | null {
  if (shape === null) return null;
  const { containers, collections, rows, bytes } = shape;
  return { containers, collections, rows, bytes };
}
