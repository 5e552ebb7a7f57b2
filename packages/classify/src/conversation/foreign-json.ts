// JSON that strangers wrote: read with bounds on size, and never trusted to be of a type.

export type JsonObject = { readonly [key: string]: unknown };

/** Characters of JSON that are read at once. A longer value is left to the caller, who can cut it into its parts. */
export const MAX_JSON = 8 << 20;
/** Elements of one list that are looked at. */
export const MAX_ELEMENTS = 20_000;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A string or a number as a string: ids come as either. */
export function idAt(value: JsonObject, key: string): string | undefined {
  const found = value[key];
  if (typeof found === 'string') return found !== '' && found.length <= 200 ? found : undefined;
  return typeof found === 'number' && Number.isFinite(found) ? String(found) : undefined;
}

/** The value, or undefined where the text is no JSON or too long. Depth needs no bound here: V8 parses without recursion. */
export function parseJson(text: string): unknown {
  if (text.length > MAX_JSON) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Most text is no JSON: that is an answer, not a fault.
    return undefined;
  }
}

/** Whether a text may be a JSON object, list or string with one of them inside, by its first bytes. */
export function mayBeJson(text: string): boolean {
  if (text.length < 7) return false;
  let at = 0;
  while (at < 8 && text.charCodeAt(at) <= 32) at++;
  const first = text.charCodeAt(at);
  if (first === 0x7b || first === 0x5b) return true;
  if (first === 0x22) {
    const next = text.charCodeAt(at + 1);
    return next === 0x7b || next === 0x5b || next === 0x5c;
  }
  // An object that lost its outer quotes and kept the escapes inside.
  return false;
}
