// `base64offset`: the three ways in which Base64 writes a value that stands somewhere in a longer text, without the signs that depend
// on its neighbours.
import { eachValue } from './modifier.ts';
import { asText, bytesOf } from './text-of.ts';

/** Signs at the beginning that hold bits of the bytes before, by the number of those bytes modulo three. */
const SKIP_AT_START = [0, 2, 3];
/** Signs at the end that hold bits of the bytes behind, or padding, by the number of bytes modulo three. */
const SKIP_AT_END = [0, 3, 2];

export const base64offset = eachValue('base64offset', (draft) =>
  bytesOf(draft, 'base64offset').flatMap((bytes) =>
    [0, 1, 2].map((offset) => {
      const shifted = Buffer.concat([Buffer.alloc(offset, ' '), bytes]);
      const text = shifted.toString('base64');
      const end = text.length - (SKIP_AT_END[shifted.length % 3] ?? 0);
      return asText([text.slice(SKIP_AT_START[offset], end)]);
    }),
  ),
);
