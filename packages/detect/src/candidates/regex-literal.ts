// A literal that every text has in which a regular expression is found; read cautiously: where the expression is not plainly a row of
// signs, there is none.

/**
 * The longest literal that has to stand in the text, in lower case.
 *
 * @param isCaseless then without letters that fold to more than their lower case (`ſ` is an `s`, `K` a `k`)
 */
export function requiredLiteral(source: string, isCaseless: boolean): string | undefined {
  const caseless = isCaseless || /\(\?[a-zA-Z-]*[a-zA-Z]/.test(source);
  const runs: string[] = [];
  let run = '';
  const end = () => {
    if (run !== '') runs.push(run);
    run = '';
  };
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    let literal: string | undefined;
    if (sign === '\\') {
      at += 1;
      const escaped = source[at] ?? '';
      // \x41 and the like are signs too, but their digits would be read as literals.
      if (/[a-zA-Z0-9]/.test(escaped)) {
        if (/[xpPuQEcN0-9]/.test(escaped)) return undefined;
      } else literal = escaped;
    } else if (sign === '[') at = endOfClass(source, at);
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|') {
      if (depth === 0) return undefined;
    } else if (!'.^$*+?{}'.includes(sign)) literal = sign;
    if (sign === '{') at = Math.max(at, source.indexOf('}', at));
    const next = source[at + 1] ?? '';
    const isOptional = next === '*' || next === '?' || next === '{';
    const isUsable = depth === 0 && !isOptional && literal !== undefined && isFoldedAlike(literal, caseless);
    if (!isUsable) end();
    else run += literal;
    if (next === '+') end();
  }
  end();
  const longest = runs.reduce((best, one) => (one.length > best.length ? one : best), '');
  return longest.length >= 3 ? longest.toLowerCase() : undefined;
}

function isFoldedAlike(sign: string, caseless: boolean): boolean {
  return sign.charCodeAt(0) < 0x80 && !(caseless && /[sk]/i.test(sign));
}

function endOfClass(source: string, from: number): number {
  let at = from + 1;
  if (source[at] === '^') at += 1;
  if (source[at] === ']') at += 1;
  for (; at < source.length && source[at] !== ']'; at += 1) {
    if (source[at] === '\\') at += 1;
    // [[:alpha:]]
    else if (source.startsWith('[:', at)) at = Math.max(at, source.indexOf(':]', at) + 1);
  }
  return at;
}
