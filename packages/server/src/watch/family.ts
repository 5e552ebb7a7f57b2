// The family of a product: the file of probe that knows it. A closed Valkey cannot be told from a closed Redis, and is the same store.
import { STORES } from '@vigie/probe';

const FAMILIES = new Map(
  STORES.flatMap(({ products }) => products.map(({ id }): [string, string] => [id, products[0].id])),
);

export function familyOf(product: string): string {
  return FAMILIES.get(product) ?? product;
}
