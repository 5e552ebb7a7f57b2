// Patterns of names as Redis and Elasticsearch have them: `*`, `?`, `[a-z]` and `\\`.

/** Time is bounded by the product of both lengths. */
export function globMatches(pattern: string, text: string): boolean {
  let [at, place, star, marked] = [0, 0, -1, 0];
  while (place < text.length) {
    const step = at < pattern.length ? oneSign(pattern, at, text[place] ?? '') : undefined;
    if (pattern[at] === '*') {
      star = at;
      marked = place;
      at += 1;
    } else if (step !== undefined) {
      at = step;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      marked += 1;
      place = marked;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at >= pattern.length;
}

/** Where the pattern goes on if its next part fits this sign. */
function oneSign(pattern: string, at: number, sign: string): number | undefined {
  const here = pattern[at];
  if (here === '?') return at + 1;
  if (here === '\\' && at + 1 < pattern.length) return pattern[at + 1] === sign ? at + 2 : undefined;
  if (here !== '[') return here === sign ? at + 1 : undefined;
  const end = pattern.indexOf(']', at + 1);
  if (end < 0) return undefined;
  const inside = pattern.slice(at + 1, end);
  const isNot = inside.startsWith('^');
  const set = isNot ? inside.slice(1) : inside;
  let holds = set.includes(sign);
  for (let index = 0; index + 2 < set.length; index += 1) {
    const [low = '', dash, high = ''] = set.slice(index, index + 3);
    if (dash === '-' && sign >= low && sign <= high) holds = true;
  }
  return holds !== isNot ? end + 1 : undefined;
}
