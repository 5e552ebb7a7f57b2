// A copy of any value of a program with the types of JSON alone, made without trusting its getters and methods.

/** Deeper values are withheld, and so are values with more parts: a logger must not cost the program its stack or its time. */
const DEEPEST = 50;
const MOST_PARTS = 100_000;

/**
 * What JSON.stringify would write of a value, with three differences: errors keep their name, message and stack, big integers
 * become strings, and what JSON has no type for (maps, sets, functions, circular objects, getters that throw) is withheld.
 *
 * @param withhold gives what stands for a part that cannot be read, and counts it
 */
export function plainValue(value: unknown, withhold: () => string): unknown {
  let parts = 0;
  const above = new Set<object>();

  const copy = (part: unknown): unknown => {
    parts += 1;
    switch (typeof part) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return part;
      case 'number':
        return Number.isFinite(part) ? part : null;
      case 'bigint':
        return part.toString();
      case 'object':
        break;
      case 'function':
      case 'symbol':
        return withhold();
    }
    if (part === null) return null;
    if (parts > MOST_PARTS || above.size >= DEEPEST || above.has(part)) return withhold();
    above.add(part);
    try {
      return copyObject(part);
    } catch {
      // A getter or toJSON that throws, or a revoked proxy.
      return withhold();
    } finally {
      above.delete(part);
    }
  };

  const copyObject = (part: object): unknown => {
    if ('toJSON' in part && typeof part.toJSON === 'function') return copy((part.toJSON as () => unknown)());
    if (Array.isArray(part)) return part.map((item) => copy(item) ?? null);
    if (part instanceof Map || part instanceof Set || part instanceof WeakMap || part instanceof WeakSet)
      return withhold();
    if (ArrayBuffer.isView(part) || part instanceof ArrayBuffer || part instanceof Promise) return withhold();
    if (part instanceof String || part instanceof Number || part instanceof Boolean) return part.valueOf();
    const own: [string, unknown][] = Object.keys(part).map((key) => [key, copyMember(part, key)]);
    // Object.fromEntries makes `__proto__` a key like any other.
    return Object.fromEntries(part instanceof Error ? [...errorMembers(part), ...own] : own);
  };

  const copyMember = (part: object, key: string): unknown => {
    try {
      return copy((part as Record<string, unknown>)[key]);
    } catch {
      return withhold();
    }
  };

  const errorMembers = (error: Error): [string, unknown][] =>
    ['name', 'message', 'stack', 'cause']
      .filter((key) => key in error && !Object.keys(error).includes(key))
      .map((key) => [key, copyMember(error, key)]);

  return copy(value);
}
