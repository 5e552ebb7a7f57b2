// What kinds of values are called in a notification: `person/email` is e-mail addresses. A kind without words of its own has those of its
// family; a family that nobody knows stands as it was named.
import type { TemplateLanguage, Words } from './field.ts';

const KIND_WORDS: Readonly<Record<string, Words>> = {
  'account/session-cookie': { en: 'session cookies', fr: 'cookies de session' },
  'account/user-id': { en: 'user numbers', fr: "numéros d'utilisateur" },
  'account/username': { en: 'user names', fr: "noms d'utilisateur" },
  'credential/password': { en: 'passwords in clear text', fr: 'mots de passe en clair' },
  'credential/strong-hash': { en: 'passwords as strong hashes', fr: 'mots de passe sous forme de condensats robustes' },
  'credential/weak-hash': { en: 'passwords as weak hashes', fr: 'mots de passe sous forme de condensats faibles' },
  'document/driving-licence': { en: 'driving licence numbers', fr: 'numéros de permis de conduire' },
  'document/identity-card': { en: 'identity card numbers', fr: "numéros de carte d'identité" },
  'document/passport': { en: 'passport numbers', fr: 'numéros de passeport' },
  'document/residence-permit': { en: 'residence permit numbers', fr: 'numéros de titre de séjour' },
  'payment/card': { en: 'payment card numbers', fr: 'numéros de carte bancaire' },
  'payment/iban': { en: 'bank account numbers (IBAN)', fr: 'numéros de compte bancaire (IBAN)' },
  'person/age': { en: 'ages', fr: 'âges' },
  'person/birth-date': { en: 'birth dates', fr: 'dates de naissance' },
  'person/email': { en: 'e-mail addresses', fr: 'adresses électroniques' },
  'person/name': { en: 'names', fr: 'noms' },
  'person/nationality': { en: 'nationalities', fr: 'nationalités' },
  'person/phone': { en: 'telephone numbers', fr: 'numéros de téléphone' },
  'person/postal-address': { en: 'postal addresses', fr: 'adresses postales' },
  'person/postcode': { en: 'postal codes', fr: 'codes postaux' },
  'special/biometric': { en: 'biometric data', fr: 'données biométriques' },
  'special/child': { en: 'statements about children', fr: 'propos relatifs à des enfants' },
  'special/criminal': { en: 'statements about offences', fr: 'propos relatifs à des infractions' },
  'special/ethnicity': { en: 'statements about ethnic origin', fr: "propos révélant l'origine ethnique" },
  'special/genetic': { en: 'genetic data', fr: 'données génétiques' },
  'special/health': { en: 'statements about health', fr: 'propos relatifs à la santé' },
  'special/health-at-work': { en: 'statements about health at work', fr: 'propos relatifs à la santé au travail' },
  'special/politics': { en: 'political opinions', fr: 'opinions politiques' },
  'special/religion': { en: 'religious beliefs', fr: 'convictions religieuses' },
  'special/sexual-life': { en: 'statements about sexual life', fr: 'propos relatifs à la vie sexuelle' },
  'special/trade-union': { en: 'trade union membership', fr: 'appartenance syndicale' },
};

const FAMILY_WORDS: Readonly<Record<string, Words>> = {
  account: { en: 'account data', fr: 'données de compte' },
  conversation: { en: 'conversations', fr: 'conversations' },
  credential: { en: 'credentials', fr: "données d'authentification" },
  date: { en: 'dates', fr: 'dates' },
  device: { en: 'device identifiers', fr: "identifiants d'appareil" },
  document: { en: 'numbers of documents', fr: 'numéros de documents' },
  'health-id': { en: 'health insurance or patient numbers', fr: "numéros d'assurance maladie ou de patient" },
  location: { en: 'coordinates', fr: 'coordonnées géographiques' },
  'national-id': { en: 'national identification numbers', fr: "numéros nationaux d'identification" },
  network: { en: 'IP addresses', fr: 'adresses IP' },
  organisation: { en: 'numbers of organisations', fr: "numéros d'organisations" },
  payment: { en: 'payment data', fr: 'données de paiement' },
  person: { en: 'data on persons', fr: 'données relatives à des personnes' },
  place: { en: 'names of places', fr: 'noms de lieux' },
  'search-history': { en: 'search histories', fr: 'historiques de recherche' },
  secret: { en: 'access keys of services', fr: "clés d'accès à des services" },
  special: { en: 'special categories of data', fr: 'catégories particulières de données' },
  vehicle: { en: 'licence plates', fr: "plaques d'immatriculation" },
};

/** What a kind is called; where only its family has words, the kind stands behind them. */
export function kindText(kind: string, language: TemplateLanguage): string {
  const [family = kind, ...rest] = kind.split('/');
  const words = Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind] : undefined;
  if (words !== undefined) return words[language];
  const ofFamily = Object.hasOwn(FAMILY_WORDS, family) ? FAMILY_WORDS[family] : undefined;
  if (ofFamily === undefined) return kind;
  return rest.length === 0 ? ofFamily[language] : `${ofFamily[language]} [${rest.join('/')}]`;
}
