// Kinds of papers and numbers that many countries issue, each country with rules of its own.
import type { Kind } from '../kind.ts';

export const PASSPORT: Kind = {
  id: 'document/passport',
  title: 'Passport number',
  edpb: ['n', 'p'],
  meaning: 'Somebody can be impersonated at banks, hotels and borders until the passport is replaced.',
  identifies: 'one person',
};

export const IDENTITY_CARD: Kind = {
  id: 'document/identity-card',
  title: 'Identity card number',
  edpb: ['n', 'p'],
  meaning: 'With a name beside it, it is enough to open accounts and sign contracts as that person.',
  identifies: 'one person',
};

export const DRIVING_LICENCE: Kind = {
  id: 'document/driving-licence',
  title: 'Driving licence number',
  edpb: ['n', 'p'],
  meaning: 'It names one driver, and it is taken as proof of identity for hired cars, contracts and accounts.',
  identifies: 'one person',
};

export const RESIDENCE_PERMIT: Kind = {
  id: 'document/residence-permit',
  title: 'Residence permit number',
  edpb: ['n', 'p'],
  meaning:
    'It names one foreign resident and tells that the person is one, which others may use for pressure or fraud.',
  identifies: 'one person',
};
