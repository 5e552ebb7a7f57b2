// The kind of postal codes: a place, no person; looked for on request.
import type { Kind } from '../kind.ts';

export const POSTCODE: Kind = {
  id: 'person/postcode',
  title: 'Postal code',
  edpb: ['b'],
  meaning: 'It tells the neighbourhood; with a birth date and a sex beside it, it is often enough to tell who it is.',
  identifies: 'about',
  onRequest: true,
};
