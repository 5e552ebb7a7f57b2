// Canonical JSON, RFC 8785 (JCS): one value has one text, so that a hash of the text is a hash of the value.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Deeper values than any entry needs would let a hostile line exhaust the stack. */
const DEEPEST = 32;

/**
 * The canonical text of a value.
 *
 * @returns undefined where there is none: a number that is not finite, half of a surrogate pair, or a value nested too deeply
 */
export function canonicalJson(value: Json, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined;
  if (typeof value === 'string') return value.isWellFormed() ? JSON.stringify(value) : undefined;
  // RFC 8785, 3.2.2.3: numbers as ECMAScript writes them; -0 is 0.
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (value === null || typeof value === 'boolean') return String(value);
  return isList(value) ? listText(value, depth) : objectText(value, depth);
}

function isList(value: readonly Json[] | { readonly [name: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}

function listText(values: readonly Json[], depth: number): string | undefined {
  const texts = values.map((value) => canonicalJson(value, depth + 1));
  return texts.includes(undefined) ? undefined : `[${texts.join(',')}]`;
}

function objectText(object: { readonly [name: string]: Json }, depth: number): string | undefined {
  const members: string[] = [];
  // Section 3.2.3: names in the order of their UTF-16 code units, which is how ECMAScript sorts without a comparison.
  for (const name of Object.keys(object).sort()) {
    const value = object[name];
    const text = value === undefined || !name.isWellFormed() ? undefined : canonicalJson(value, depth + 1);
    if (text === undefined) return undefined;
    members.push(`${JSON.stringify(name)}:${text}`);
  }
  return `{${members.join(',')}}`;
}
