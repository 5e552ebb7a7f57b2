// A cursor over the words of a statement, for those who read it.
import type { Token } from './tokens.ts';

/** The statement cannot be read here; `near` is the word at which it ends to make sense. */
export class SyntaxFault extends Error {
  readonly near: string;
  constructor(near: string) {
    super('syntax error');
    this.near = near;
  }
}

export interface Words {
  readonly peek: () => Token;
  readonly next: () => Token;
  /** The text of a word that stands further on. */
  readonly ahead: (count: number) => string;
  readonly is: (text: string) => boolean;
  /** Takes the word if it is this one. */
  readonly take: (text: string) => boolean;
  readonly expect: (text: string) => void;
  /** `a.b.c`; with `orStar` its last part may be `*`. */
  readonly path: (orStar?: boolean) => readonly string[];
  readonly fail: () => never;
  readonly deeper: (limit: number) => void;
  readonly higher: () => void;
  /** Counts what makes a statement long, so that its tree is never deeper than a program can follow. */
  readonly counted: () => void;
}

const END: Token = { kind: 'end', text: '' };
const MAX_PATH = 4;
const MAX_COUNTED = 1_000;

export function wordsOf(tokens: readonly Token[], foldsNames: boolean): Words {
  let at = 0;
  let depth = 0;
  let count = 0;
  const peek = () => tokens[at] ?? END;
  const fail = (): never => {
    throw new SyntaxFault(peek().text);
  };
  const next = () => {
    const token = peek();
    if (token.kind === 'end') fail();
    at += 1;
    return token;
  };
  const is = (text: string) => {
    const token = peek();
    return (token.kind === 'name' || token.kind === 'sign') && token.text.toLowerCase() === text;
  };
  const take = (text: string) => {
    const found = is(text);
    if (found) at += 1;
    return found;
  };
  const name = () => {
    const token = next();
    if (token.kind !== 'name' && token.kind !== 'quoted') {
      at -= 1;
      fail();
    }
    return token.kind === 'name' && foldsNames ? token.text.toLowerCase() : token.text;
  };
  return {
    peek,
    next,
    ahead: (count) => tokens[at + count]?.text ?? '',
    is,
    take,
    expect: (text) => {
      if (!take(text)) fail();
    },
    path: (orStar) => {
      const parts = [name()];
      while (parts.length < MAX_PATH && take('.')) {
        if (orStar && take('*')) return [...parts, '*'];
        parts.push(name());
      }
      return parts;
    },
    fail,
    deeper: (limit) => {
      depth += 1;
      if (depth > limit) fail();
    },
    counted: () => {
      count += 1;
      if (count > MAX_COUNTED) fail();
    },
    higher: () => {
      depth -= 1;
    },
  };
}
