// A fact's value as plain JSON: an upper bound that nobody can say is left out, as it is in a document of facts.

/** The value without what JSON cannot hold. */
export function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== Number.POSITIVE_INFINITY);
  return Object.fromEntries(entries.map(([key, one]) => [key, plainValue(one)]));
}
