// Words of a statement: names, texts, numbers and signs, in one pass.

export interface Token {
  readonly kind: 'name' | 'quoted' | 'text' | 'number' | 'sign' | 'end';
  /** Names in lower case where case does not count, else as they are. */
  readonly text: string;
}

/** A statement of visitors has hundreds of words. */
const MAX_TOKENS = 20_000;
const SIGNS = ['!~~*', '!~~', '!~*', '~~*', '::', '<>', '!=', '<=', '>=', '||', '!~', '~*', '~~', '->', '=='];

/** Comments are left out. @returns undefined where a text or a comment does not end, or there are too many words */
export function tokensOf(sql: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern =
    /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|"((?:[^"]|"")*)"|`([^`]*)`|'((?:[^'\\]|''|\\[\s\S])*)'|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|(\$\d+)|([\s\S])/y;
  let at = 0;
  while (at < sql.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(sql);
    if (!found || tokens.length >= MAX_TOKENS) return undefined;
    const [whole, name, double, back, text, number, parameter, sign] = found;
    at += whole.length;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (double !== undefined) tokens.push({ kind: 'quoted', text: double.replaceAll('""', '"') });
    else if (back !== undefined) tokens.push({ kind: 'quoted', text: back });
    else if (text !== undefined) tokens.push({ kind: 'text', text: unescaped(text) });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (parameter !== undefined) tokens.push({ kind: 'sign', text: parameter });
    else if (sign !== undefined) {
      if (sign === "'" || sign === '"' || sign === '`' || sql.startsWith('/*', at - 1)) return undefined;
      const long = SIGNS.find((one) => sql.startsWith(one, at - 1));
      tokens.push({ kind: 'sign', text: long ?? sign });
      if (long) at += long.length - 1;
    }
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function unescaped(text: string): string {
  return text.replaceAll("''", "'").replace(/\\([\\'])/g, '$1');
}
