// Finds our honeytokens in a text, a query or a request, without a list of them: each candidate's tag is made anew and compared.
import { createHash } from 'node:crypto';
import { nonceOf, SHAPES, type Shape, type TokenKind, tagOf } from './token.ts';

export interface FoundToken {
  readonly kind: TokenKind;
  /** Tells tokens apart without telling the token: 16 hexadecimal digits. */
  readonly uid: string;
  /** The name it was made for, where it is one of those that were given. */
  readonly name?: string;
}

export interface TokenRecogniser {
  /** Each token once, in the order of its kind. Time is linear in the text; percent-encoded texts are read decoded too. */
  readonly find: (text: string) => readonly FoundToken[];
}

/** Longer texts are no queries; what stands behind that is not looked at. */
const MAX_TEXT = 1 << 20;
/** A text of nothing but candidates is an attempt to keep us busy. */
const MAX_CANDIDATES = 10_000;
const MAX_FOUND = 100;

/**
 * @param key that the tokens were made with
 * @param names that tokens were made for, so that a finding can say which one it is
 */
export function createTokenRecogniser(key: Uint8Array, names: readonly string[] = []): TokenRecogniser {
  const named = new Map(
    SHAPES.flatMap((shape) => names.map((name) => [`${shape.kind}\0${nonceOf(key, shape, name)}`, name] as const)),
  );
  return {
    find: (text) => {
      const found = new Map<string, FoundToken>();
      const bounded = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
      const spent = { candidates: 0 };
      for (const one of [bounded, ...decoded(bounded)]) findIn(one, { key, named, spent }, found);
      return [...found.values()];
    },
  };
}

interface Search {
  readonly key: Uint8Array;
  readonly named: ReadonlyMap<string, string>;
  readonly spent: { candidates: number };
}

function findIn(text: string, { key, named, spent }: Search, found: Map<string, FoundToken>): void {
  for (const shape of SHAPES) {
    for (const [, written = ''] of text.matchAll(shape.pattern)) {
      spent.candidates += 1;
      if (spent.candidates > MAX_CANDIDATES || found.size >= MAX_FOUND) return;
      const nonce = ownNonce(key, shape, written);
      if (nonce === undefined) continue;
      const uid = createHash('sha256').update(`${shape.kind}\0${nonce}`).digest('hex').slice(0, 16);
      const name = named.get(`${shape.kind}\0${nonce}`);
      found.set(uid, { kind: shape.kind, uid, ...(name !== undefined && { name }) });
    }
  }
}

function ownNonce(key: Uint8Array, shape: Shape, written: string): string | undefined {
  const body = shape.bodyOf(written);
  if (body === undefined) return undefined;
  const nonce = body.slice(0, shape.half);
  return tagOf(key, shape, nonce) === body.slice(shape.half) ? nonce : undefined;
}

/** Only what is written with percent signs needs a second look. A broken sequence leaves the rest as it is. */
function decoded(text: string): readonly string[] {
  if (!/%[0-9a-f]{2}/i.test(text)) return [];
  return [text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))];
}
