// What a target of a request says under its percent signs: as it is written, and decoded once and twice where that changes it, since
// attackers write so that one reader decodes more than another.

/** A longer text is not decoded; no server takes such a target. */
const MAX_DECODED = 64 * 1024;

export function spellings(written: string): string | readonly string[] {
  if (written.length > MAX_DECODED || !/[%+]/.test(written)) return written;
  const once = decoded(written);
  if (once === written) return written;
  const twice = decoded(once);
  return twice === once ? [written, once] : [written, once, twice];
}

export function spellingList(written: string): readonly string[] {
  const found = spellings(written);
  return typeof found === 'string' ? [found] : found;
}

/** Percent signs that are no encoding stay as they are. */
function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  return spaced.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

/**
 * Texts in logs of web servers: quotes, backslashes and what cannot be printed stand as `\"`, `\\` and `\xHH`, byte by byte (nginx
 * writes capitals, Apache small letters and also `\n`, `\t` and the like).
 */
export function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  const latin = text.replace(/\\(?:x([0-9A-Fa-f]{2})|(.))/g, (_, hex: string | undefined, sign: string | undefined) =>
    hex === undefined ? (CONTROLS.get(sign ?? '') ?? sign ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a byte is what it has to be
  return /^[\x00-\xff]*$/.test(latin) ? Buffer.from(latin, 'latin1').toString('utf8') : latin;
}

const CONTROLS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' }),
);
