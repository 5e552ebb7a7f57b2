// Text of rules, stores and facts as it may stand in somebody else's message: one line, no hidden signs, bounded.

/** Line ends, control characters, and signs that turn the direction of what follows (Unicode TR 36). */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** @param longest in code points */
export function plain(text: string, longest: number): string {
  const signs = [...text.replace(HIDDEN, ' ').replace(/ {2,}/g, ' ').trim()];
  return signs.length <= longest ? signs.join('') : `${signs.slice(0, longest - 1).join('')}…`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * With the signs escaped that would begin an entity, a mention or a link.
 *
 * @param longest in UTF-16 units after escaping, as receivers count; never ends within an entity
 */
export function escapedWithin(text: string, longest: number): string {
  let escaped = '';
  for (const sign of text) {
    const next = ENTITIES[sign] ?? sign;
    if (escaped.length + next.length > longest - 1) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}
