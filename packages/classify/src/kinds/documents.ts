// Kinds of papers and numbers that many countries issue, each country with rules of its own.
import type { Identifier } from '../identifier.ts';
import type { Kind } from '../kind.ts';
import { LICENCE_PLATE } from './vehicle.ts';
import {
  DRIVING_LICENCE_WORDS,
  IDENTITY_CARD_WORDS,
  LICENCE_PLATE_WORDS,
  PASSPORT_WORDS,
  RESIDENCE_PERMIT_WORDS,
  VEHICLE_WORDS,
} from './words.ts';

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

/** What a country's rule for a document says beyond what all of them share. */
interface DocumentRule {
  readonly rule: string;
  readonly forms: readonly string[];
  /** Words of that country's languages, beside the shared ones. */
  readonly words?: readonly string[];
  readonly check?: NonNullable<Identifier['check']>;
  /** Without them: a bare form of letters and digits, that says little alone. */
  readonly confidence?: Identifier['confidence'];
  readonly source: string;
  readonly examples: Identifier['examples'];
}

/** A document number of letters and digits without check digit: alone only a shape. */
const LETTERED: Identifier['confidence'] = { alone: 0.1, named: 0.8 };
/** A document number of digits only: it says nothing without a word beside it. */
export const DIGITS_ONLY: Identifier['confidence'] = { alone: 0, named: 0.7 };

function documentRule(kind: Kind, shared: readonly string[], own: DocumentRule): Identifier {
  const { words = [], confidence = LETTERED, ...rest } = own;
  return { ...rest, kind, words: [...shared, ...words], confidence };
}

/** A country's passport numbers. */
export function passport(own: DocumentRule): Identifier {
  return documentRule(PASSPORT, PASSPORT_WORDS, own);
}

/** A country's identity card numbers. */
export function identityCard(own: DocumentRule): Identifier {
  return documentRule(IDENTITY_CARD, IDENTITY_CARD_WORDS, own);
}

/** A country's driving licence numbers. */
export function drivingLicence(own: DocumentRule): Identifier {
  return documentRule(DRIVING_LICENCE, DRIVING_LICENCE_WORDS, own);
}

/** A country's licence plates. */
export function licencePlate(own: DocumentRule): Identifier {
  return documentRule(LICENCE_PLATE, [...LICENCE_PLATE_WORDS, ...VEHICLE_WORDS], own);
}

/** A country's residence permits. */
export function residencePermit(own: DocumentRule): Identifier {
  return documentRule(RESIDENCE_PERMIT, RESIDENCE_PERMIT_WORDS, own);
}
