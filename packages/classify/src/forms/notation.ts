// The notation of written forms (see identifier.ts), parsed to a tree.

/** Why a form cannot be read. */
export class FormFault extends Error {}

export type Node =
  | { readonly is: 'bytes'; readonly matches: (byte: number) => boolean; readonly name: string }
  | { readonly is: 'sequence'; readonly parts: readonly Node[] }
  | { readonly is: 'either'; readonly options: readonly Node[] }
  | { readonly is: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

export const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
export const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isHex = (byte: number) => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

const CLASSES: Readonly<Record<string, (byte: number) => boolean>> = {
  '9': isDigit,
  A: isLetter,
  X: (byte) => isDigit(byte) || isLetter(byte),
  H: isHex,
};

/** A separator or none: space, hyphen, full stop, solidus, or a no-break space in UTF-8. */
const SEPARATOR: Node = {
  is: 'repeat',
  least: 0,
  most: 1,
  part: { is: 'either', options: [...[' ', '-', '.', '/'].map((sign) => literal(sign)), literal('\u00a0')] },
};

/** A character as its UTF-8 bytes; letters in either case. */
function literal(character: string): Node {
  const parts = [...Buffer.from(character, 'utf8')].map((wanted): Node => {
    const folded = isLetter(wanted) ? wanted | 0x20 : wanted;
    const matches = (byte: number) => (isLetter(byte) ? byte | 0x20 : byte) === folded;
    return { is: 'bytes', matches, name: `byte ${folded}` };
  });
  return { is: 'sequence', parts };
}

/** No form needs more; a slip such as `{1,1000}` would make millions of states. */
const MOST_REPEATS = 128;

/**
 * Reads one form.
 *
 * @throws FormFault where the notation is wrong: forms are written by us, so this is a programming mistake
 */
export function parseForm(form: string): Node {
  let at = 0;
  const fail = (why: string): never => {
    throw new FormFault(`form ${form}: ${why} at ${at}`);
  };
  const sequence = (inGroup: boolean): Node => {
    const parts: Node[] = [];
    while (at < form.length && !(inGroup && form[at] === ']')) parts.push(repeated(atom()));
    return { is: 'sequence', parts };
  };
  const atom = (): Node => {
    const sign = String.fromCodePoint(form.codePointAt(at) ?? 0);
    at += sign.length;
    if (sign === '[') {
      const group = sequence(true);
      if (form[at] !== ']') fail('a group is not closed');
      at += 1;
      return group;
    }
    if (sign === '~') return SEPARATOR;
    if (sign === '\\') {
      const escaped = String.fromCodePoint(form.codePointAt(at) ?? 0);
      at += escaped.length;
      return literal(escaped);
    }
    if (sign === ']' || sign === '{' || sign === '?') fail('a sign stands where nothing is to be repeated');
    const matches = CLASSES[sign];
    return matches ? { is: 'bytes', matches, name: sign } : literal(sign);
  };
  const repeated = (part: Node): Node => {
    if (form[at] === '?') {
      at += 1;
      return { is: 'repeat', part, least: 0, most: 1 };
    }
    const counts = /^\{(\d+)(?:,(\d+))?\}/.exec(form.slice(at));
    if (!counts) return part;
    at += counts[0].length;
    const least = Number(counts[1]);
    const most = Number(counts[2] ?? counts[1]);
    if (most < least || most > MOST_REPEATS) fail('a repetition is too long or the wrong way round');
    return { is: 'repeat', part, least, most };
  };
  return sequence(false);
}

/**
 * Bytes of the longest text that a form matches.
 *
 * @param form in the notation of identifier.ts
 */
export function longestOf(form: string): number {
  const longest = (node: Node): number => {
    switch (node.is) {
      case 'bytes':
        return 1;
      case 'sequence':
        return node.parts.reduce((sum, part) => sum + longest(part), 0);
      case 'either':
        return Math.max(...node.options.map(longest));
      case 'repeat':
        return node.most * longest(node.part);
    }
  };
  return longest(parseForm(form));
}
