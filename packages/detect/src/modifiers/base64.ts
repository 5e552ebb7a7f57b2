// `base64`: the value as Base64 (RFC 4648, section 4) would write it.
import { eachValue } from './modifier.ts';
import { asText, bytesOf } from './text-of.ts';

export const base64 = eachValue('base64', (draft) =>
  bytesOf(draft, 'base64').map((bytes) => asText([Buffer.from(bytes).toString('base64')])),
);
