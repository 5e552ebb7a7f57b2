// Character references of HTML: numbers, and the names that attacks hide behind (html.spec.whatwg.org, "Named character references").

const REFERENCE = /&(?:#x0{0,7}([0-9a-f]{1,6});?|#0{0,7}([0-9]{1,7});?|([a-z]{2,8});)/gi;
const NAMES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  lpar: '(',
  rpar: ')',
  colon: ':',
  semi: ';',
  tab: '\t',
  newline: '\n',
  nbsp: '\u00a0',
  sol: '/',
  bsol: '\\',
  equals: '=',
  grave: '`',
  lbrace: '{',
  rbrace: '}',
  lsqb: '[',
  rsqb: ']',
  lbrack: '[',
  rbrack: ']',
  lcub: '{',
  rcub: '}',
  dollar: '$',
  period: '.',
  comma: ',',
  excl: '!',
  num: '#',
  percnt: '%',
  plus: '+',
  ast: '*',
  vert: '|',
};

export function entitiesDecoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    REFERENCE,
    (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMES[name.toLowerCase()] ?? all;
      const point = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}
