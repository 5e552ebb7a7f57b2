// Les mots du métier : un mot par chose.
import type { domain as en } from '../en/domain.ts';
import { countIn } from '../plural.ts';

const n = countIn('fr');

const kinds: Readonly<Record<string, string>> = {
  'person/name': 'Noms',
  'person/email': 'Adresses électroniques',
  'person/phone': 'Numéros de téléphone',
  'person/postal-address': 'Adresses postales',
  'person/postcode': 'Codes postaux',
  'person/birth-date': 'Dates de naissance',
  'person/age': 'Âges',
  'person/nationality': 'Nationalités',
  'person/title': 'Civilités',
  conversation: 'Conversations',
  'search-history': 'Historique de recherche',
  'credential/password': 'Mots de passe',
  'credential/plain': 'Mots de passe lisibles',
  'credential/weak-hash': 'Mots de passe mal hachés',
  'credential/strong-hash': 'Mots de passe bien hachés',
  'special/health': 'Santé',
  'special/religion': 'Religion',
  'special/ethnicity': 'Origine',
  'special/sexual-life': 'Vie sexuelle',
  'special/politics': 'Opinions politiques',
  'special/union': 'Appartenance syndicale',
  'special/offence': 'Infractions',
  'location/coordinates': 'Lieux',
  'network/ip-address': 'Adresses IP',
  'payment/card': 'Cartes de paiement',
  'payment/iban': 'Comptes bancaires',
};

const kindGroups: Readonly<Record<string, string>> = {
  secret: 'Clés et jetons',
  person: 'Sur les personnes',
  special: 'Catégorie particulière',
  credential: 'Mots de passe',
  payment: 'Paiement',
  location: 'Lieux',
  network: 'Réseau',
  device: 'Appareils',
  government: 'Numéros officiels',
  document: 'Documents',
};

export const domain: typeof en = {
  verdicts: { open: 'Ouvert', partial: 'En partie ouvert', closed: 'Fermé', unknown: 'Inconnu', gone: 'Disparu' },
  verdictMeaning: {
    open: 'Un inconnu peut lire, écrire ou administrer.',
    partial: 'Un inconnu peut voir des noms ou des nombres.',
    closed: 'Les inconnus sont refusés.',
    unknown: 'Rien n’est prouvé.',
    gone: 'Plus rien ne répond ici.',
  },
  verbs: {
    identify: 'Identifier',
    list: 'Lister',
    count: 'Compter',
    read: 'Lire',
    write: 'Écrire',
    administer: 'Administrer',
  },
  verbLetters: { identify: 'I', list: 'L', count: 'C', read: 'R', write: 'É', administer: 'A' },
  answers: { yes: 'oui', no: 'refusé', unknown: 'inconnu' },
  posture: 'Ce qu’un inconnu peut faire',
  severities: { critical: 'Critique', high: 'Haute', medium: 'Moyenne', low: 'Basse', info: 'Remarque' },
  states: {
    new: 'Nouveau',
    assigned: 'Attribué',
    accepted: 'Accepté',
    mending: 'En réparation',
    verifying: 'En vérification',
    mended: 'Réparé',
    back: 'De retour',
  },
  verification: { mended: 'Réparé', 'still-open': 'Toujours ouvert', 'cannot-tell': 'Impossible à dire' },
  scanStates: { queued: 'En attente', running: 'En cours', done: 'Terminé', failed: 'Échoué', stopped: 'Arrêté' },
  roles: {
    administrator: 'administrateur',
    responder: 'intervenant',
    'data-protection-officer': 'délégué à la protection des données',
    auditor: 'auditeur',
    employee: 'salarié',
  },
  roleDoes: {
    administrator: 'Tient la salle : équipe, réglages, périmètres. Ne lit aucune coordonnée.',
    responder: 'Surveille les dépôts, répare les constats, travaille aux dossiers.',
    'data-protection-officer': 'Décide des dossiers, dépose les notifications, envoie les lettres.',
    auditor: 'Lit tout sauf les coordonnées ; ne change rien.',
    employee: 'A un compte, et rien de la veille.',
  },
  kind: (id) => kinds[id] ?? kindInGroup(id),
  stores: (count) => n(count, { one: '# dépôt', other: '# dépôts' }),
  findings: (count) => n(count, { one: '# constat', other: '# constats' }),
  people: (count) => n(count, { one: '# personne', other: '# personnes' }),
  rows: (count) => n(count, { one: '# ligne', other: '# lignes' }),
  places: (count) => n(count, { one: '# emplacement', other: '# emplacements' }),
  untestedReasons: {
    timeout: 'Pas de réponse à temps',
    unreachable: 'Pas de chemin jusque-là',
    'over-budget': 'Il aurait fallu plus qu’un point n’en reçoit',
    stopped: 'L’analyse a été arrêtée',
    reset: 'La connexion a été rompue',
    closed: 'Il a raccroché',
    tls: 'Le chiffrement n’a pas pu être convenu',
    foreign: 'Il parle une autre langue',
    'out-of-scope': 'Hors du périmètre',
    interrupted: 'L’analyse a été arrêtée',
    fault: 'Une erreur de l’analyseur',
  },
};

function kindInGroup(id: string): string {
  const [group = '', ...rest] = id.split('/');
  const name = kindGroups[group];
  if (name === undefined) return id;
  return rest.length === 0 ? name : `${name} : ${rest.join('/')}`;
}
