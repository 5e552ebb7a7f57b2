// JSON from strangers: bounded in depth, parsed once, checked against a schema at the edge.
import * as v from 'valibot';

/** Deeper nesting than any store's reply has; it only serves to exhaust a stack. */
const MAX_DEPTH = 64;

/** The value, or undefined where the text is no JSON or is nested too deep. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Foreign text that is not JSON is an expected answer, told to the caller as undefined.
    return undefined;
  }
}

/** Foreign JSON as an exact type, or undefined where it has another shape. */
export function parseJsonAs<S extends v.GenericSchema>(text: string, schema: S): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, parseJson(text));
  return result.success ? result.output : undefined;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i += 1;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x5b || c === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (c === 0x5d || c === 0x7d) depth -= 1;
  }
  return false;
}
