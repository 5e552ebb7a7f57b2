// Presidio's entities: the kind of ours that answers each, restricted to a country where a kind holds several; and the entities
// that we do not claim. Cases that are right to be missed stand here with their reasons.

export interface Claim {
  readonly kind: string;
  /** Rules of the country begin so; absent: the kind is the entity's alone. */
  readonly rules?: string;
}

const claim = (kind: string, rules?: string): Claim => ({ kind, ...(rules !== undefined && { rules }) });

/** By Presidio's name of the entity. */
export const CLAIMED: Readonly<Record<string, Claim>> = {
  ABA_ROUTING_NUMBER: claim('payment/aba-routing'),
  AU_ABN: claim('organisation/au-abn'),
  AU_ACN: claim('organisation/au-acn'),
  AU_MEDICARE: claim('health-id/au-medicare'),
  AU_TFN: claim('national-id/au-tfn'),
  CA_SIN: claim('national-id/ca-sin'),
  CREDIT_CARD: claim('payment/card'),
  CRYPTO: claim('payment/crypto-address'),
  DATE_TIME: claim('date'),
  DE_BSNR: claim('health-id/de-bsnr'),
  DE_FUEHRERSCHEIN: claim('document/driving-licence', 'de-'),
  DE_HANDELSREGISTER: claim('organisation/de-commercial-register'),
  DE_HEALTH_INSURANCE: claim('health-id/de-health-insurance'),
  DE_ID_CARD: claim('document/identity-card', 'de-'),
  DE_KFZ: claim('vehicle/licence-plate', 'de-'),
  DE_LANR: claim('health-id/de-lanr'),
  DE_PASSPORT: claim('document/passport', 'de-'),
  DE_SOCIAL_SECURITY: claim('national-id/de-pension-insurance'),
  DE_TAX_ID: claim('national-id/de-tax-id'),
  DE_TAX_NUMBER: claim('national-id/de-tax-number'),
  DE_VAT_ID: claim('organisation/de-vat'),
  EMAIL_ADDRESS: claim('person/email'),
  ES_NIE: claim('national-id/es-nie'),
  ES_NIF: claim('national-id/es-nif'),
  ES_PASSPORT: claim('document/passport', 'es-'),
  FI_PERSONAL_IDENTITY_CODE: claim('national-id/fi-hetu'),
  IN_AADHAAR: claim('national-id/in-aadhaar'),
  IN_GSTIN: claim('organisation/in-gstin'),
  IN_PAN: claim('national-id/in-pan'),
  IN_PASSPORT: claim('document/passport', 'in-'),
  IN_VEHICLE_REGISTRATION: claim('vehicle/licence-plate', 'in-'),
  IN_VOTER: claim('national-id/in-voter'),
  IP_ADDRESS: claim('network/ip-address'),
  IT_DRIVER_LICENSE: claim('document/driving-licence', 'it-'),
  IT_FISCAL_CODE: claim('national-id/it-codice-fiscale'),
  IT_IDENTITY_CARD: claim('document/identity-card', 'it-'),
  IT_PASSPORT: claim('document/passport', 'it-'),
  IT_VAT_CODE: claim('organisation/it-vat'),
  KR_BRN: claim('organisation/kr-brn'),
  KR_DRIVER_LICENSE: claim('document/driving-licence', 'kr-'),
  KR_FRN: claim('national-id/kr-frn'),
  KR_PASSPORT: claim('document/passport', 'kr-'),
  KR_RRN: claim('national-id/kr-rrn'),
  MAC_ADDRESS: claim('device/mac-address'),
  MEDICAL_LICENSE: claim('national-id/us-dea'),
  NG_NIN: claim('national-id/ng-nin'),
  NG_VEHICLE_REGISTRATION: claim('vehicle/licence-plate', 'ng-'),
  PERSON: claim('person/name'),
  PHONE_NUMBER: claim('person/phone'),
  PH_MOBILE_NUMBER: claim('person/phone'),
  PH_TIN: claim('national-id/ph-tin'),
  PL_PESEL: claim('national-id/pl-pesel'),
  SE_ORGANISATIONSNUMMER: claim('organisation/se-organisation-number'),
  SE_PERSONNUMMER: claim('national-id/se-personnummer'),
  SG_NRIC_FIN: claim('national-id/sg-nric'),
  SG_UEN: claim('organisation/sg-uen'),
  TH_TNIN: claim('national-id/th-tnin'),
  TR_LICENSE_PLATE: claim('vehicle/licence-plate', 'tr-'),
  TR_NATIONAL_ID: claim('national-id/tr-tckn'),
  TR_PHONE_NUMBER: claim('person/phone'),
  UK_DRIVING_LICENCE: claim('document/driving-licence', 'uk-'),
  UK_NHS: claim('health-id/uk-nhs'),
  UK_NINO: claim('national-id/uk-nino'),
  UK_PASSPORT: claim('document/passport', 'uk-'),
  UK_POSTCODE: claim('person/postcode', 'uk-'),
  UK_VEHICLE_REGISTRATION: claim('vehicle/licence-plate', 'uk-'),
  US_BANK_NUMBER: claim('payment/bank-account'),
  US_DRIVER_LICENSE: claim('document/driving-licence', 'us-'),
  US_ITIN: claim('national-id/us-itin'),
  US_MBI: claim('health-id/us-mbi'),
  US_NPI: claim('national-id/us-npi'),
  US_PASSPORT: claim('document/passport', 'us-'),
  US_SSN: claim('national-id/us-ssn'),
  ZA_ID_NUMBER: claim('national-id/za-id'),
};

export const NOT_CLAIMED: Readonly<Record<string, string>> = {
  DE_PLZ: 'five digits alone are no postcode in a log; with a word or a town beside them they are told as an address',
  URL: 'an address of a page says nothing of a person; logins and tokens inside of it are told as such',
};

const GLUED = 'glued to the word before it; a form inside a word is no number';
const CHECK_FAILS = 'the check digit does not hold; another case wants the same text dropped in strict mode';

/** By the case's text, which Presidio published: why it is right to answer otherwise. */
export const RIGHT_TO_MISS: Readonly<Record<string, string>> = {
  'My finnish id code is030594W903B.': GLUED,
  'My swedish id code is199003052397.': GLUED,
  DE123456789: CHECK_FAILS,
  DE987654321: CHECK_FAILS,
  DE100000001: CHECK_FAILS,
  A1234567Z: 'Singapore has never issued a number with A; the check letter of no series fits',
  B1234567Z: 'Singapore has never issued a number with B; the check letter of no series fits',
  '192.168.1.1.1': 'five numbers with stops are an object id or a version, no address',
  '1234567': 'too short for an American account, but a Japanese one has seven digits, and the kind is the same',
  'My US number is (415) 555-0132, and my international one is415-555-0132':
    'another case expects one number in the same text, at the default leniency',
  'My US number is (415) 555-0132, and my international one is 91-415-555-0132':
    'another case expects two numbers in the same text, at the default leniency',
  'My US number is (415) 555-0132, and my international one is +91 4155 550132':
    'another case expects two: valid for India, only grouped otherwise',
};
