// Names of values of facts in French.
import type { FactWords } from './words.ts';

export const FACTS_FR: FactWords = {
  nature: {
    confidentiality: 'perte de confidentialité',
    integrity: 'perte d’intégrité',
    availability: 'perte de disponibilité',
  },
  exfiltration: {
    'ruled-out': 'exclu par des journaux complets',
    unlikely: 'peu probable, non exclu',
    unknown: 'impossible à dire',
    likely: 'probable',
    proved: 'établi',
  },
  data: {
    basic: 'état civil et données de base',
    contact: 'coordonnées',
    biometric: 'données biométriques',
    criminal: 'infractions et condamnations',
    political: 'opinions politiques',
    ethnic: 'origine raciale ou ethnique',
    religious: 'convictions religieuses ou philosophiques',
    'sex-life': 'vie ou orientation sexuelle',
    'trade-union': 'appartenance syndicale',
    genetic: 'données génétiques',
    health: 'santé',
    financial: 'données économiques et financières',
    'employment-health': 'santé au travail',
    'identification-numbers': 'numéros d’identification',
    location: 'localisation',
    'official-documents': 'documents officiels',
    'payment-methods': 'moyens de paiement',
    profile: 'profils et communications',
    credentials: 'mots de passe et autres identifiants',
    'not-yet-known': 'types qui ne sont pas encore connus',
    other: 'autres données',
  },
};
