// JSON that a database takes, whatever a store called its tables: PostgreSQL refuses NUL and halves of surrogate pairs, and a store
// that could have a scan refused could hide from it. https://www.postgresql.org/docs/current/datatype-json.html

const NUL = '\u0000';

export function keptJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'string' ? one.replaceAll(NUL, '').toWellFormed() : one,
  );
}

/** A count as a store tells it, which may be anything: a whole number that a column holds. */
export function keptCount(count: number): number {
  return Number.isNaN(count) ? 0 : Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.trunc(count)));
}
