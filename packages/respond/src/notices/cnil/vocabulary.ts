// The words of the CNIL's form for each letter of the EDPB's template, and where each list of words was read.
import type { FieldNumber } from '../edpb-template/fields.ts';

/**
 * `open data`: these are the values in the notifications that the CNIL publishes (data.gouv.fr, dataset 5cd42a86634f4147a23df1be, Licence
 * Ouverte 2.0), read in copies of it. `unverified`: from registers of other programs that follow the form, and from a text written after
 * the CNIL's outline of July 2023; the live form was not read.
 */
export type Checked = 'open data' | 'unverified';

export interface CnilWords {
  readonly field: FieldNumber;
  readonly checked: Checked;
  /** Each word with the letters that it stands for. */
  readonly terms: readonly (readonly [letters: string, word: string])[];
}

export const NATURES: CnilWords = {
  field: 55,
  checked: 'open data',
  terms: [
    ['a', 'Perte de la confidentialité'],
    ['b', "Perte de l'intégrité"],
    ['c', 'Perte de la disponibilité'],
  ],
};

/** A misconfiguration or wrong permissions by which data stands open are a publication that nobody wanted. */
export const ORIGINS: CnilWords = {
  field: 60,
  checked: 'open data',
  terms: [
    ['i', 'Equipement perdu ou volé'],
    ['o', 'Papier perdu, volé ou laissé accessible dans un endroit non sécurisé'],
    ['l', "Courrier perdu ou ouvert avant d'être retourné à l'envoyeur"],
    ['bcdeg', 'Piratage, logiciel malveillant (par exemple rançongiciel) et/ou hameçonnage'],
    ['k', 'Mise au rebut de documents papier contenant des données personnelles sans destruction physique'],
    ['j', "Mise au rebut d'appareils numériques contenant des données personnelles sans effacement sécurisé"],
    ['mnv', "Publication non volontaire d'informations"],
    ['hq', 'Données de la mauvaise personne affichées sur le portail du client'],
    ['rs', 'Données personnelles envoyées à un mauvais destinataire'],
    ['w', 'Informations personnelles divulguées de façon verbale'],
    ['afptuy', 'Autre'],
  ],
};

export const CAUSES: CnilWords = {
  field: 61,
  checked: 'open data',
  terms: [
    ['b', 'Acte interne malveillant'],
    ['a', 'Acte interne accidentel'],
    ['d', 'Acte externe malveillant'],
    ['c', 'Acte externe accidentel'],
    ['f', 'Inconnu'],
  ],
};

export const INFORMED: CnilWords = {
  field: 97,
  checked: 'open data',
  terms: [
    ['a', 'Oui, les personnes ont été informées'],
    ['b', 'Non, mais elles le seront'],
    ['c', 'Non déterminé pour le moment'],
    ['de', 'Non ils ne le seront pas'],
  ],
};

/** Published bands of the number of people, each with its highest number. */
export const BANDS_OF_PERSONS: readonly (readonly [upTo: number, band: string])[] = [
  [5, 'Entre 0 et 5 personnes'],
  [50, 'Entre 6 et 50 personnes'],
  [300, 'Entre 51 et 300 personnes'],
  [5000, 'Entre 301 et 5000 personnes'],
  [Number.POSITIVE_INFINITY, 'Plus de 5000 personnes'],
];

/** The form has « Adhérents » too, for which the template has no letter. */
export const PEOPLE: CnilWords = {
  field: 65,
  checked: 'unverified',
  terms: [
    ['b', 'Employés'],
    ['h', 'Utilisateurs'],
    ['f', 'Étudiants / élèves'],
    ['c', 'Personnel militaire'],
    ['ag', 'Clients (actuels ou potentiels)'],
    ['e', 'Patients'],
    ['d', 'Mineurs'],
    ['i', 'Personnes vulnérables'],
    ['j', 'Autres'],
    ['k', 'Pas déterminé pour le moment'],
  ],
};

export const DATA: CnilWords = {
  field: 70,
  checked: 'unverified',
  terms: [
    ['a', 'État civil (nom, sexe, date de naissance, âge...)'],
    ['b', 'Coordonnées (adresse postale ou électronique, numéros de téléphone fixe ou portable...)'],
    ['s', "Données d'identification ou d'accès (identifiant, mot de passe, numéro client...)"],
    [
      'lq',
      'Données relatives à des informations financières (revenus, numéro de carte de crédit, coordonnées bancaires), économiques',
    ],
    ['p', "Documents officiels (Passeports, pièces d'identité, etc.)"],
    ['o', 'Données de localisation'],
    ['d', 'Données relatives à des infractions, condamnations, mesures de sûreté'],
    ['t', 'Les données concernées ne sont pas connues pour le moment'],
    ['nru', "La violation concerne d'autres données"],
  ],
};

/** The French number has a line of its own, where such numbers were found. */
export const NATIONAL_NUMBER = { kind: 'national-id/fr-nir', word: 'NIR (Numéro de sécurité sociale)' } as const;

export const SENSITIVE_DATA: CnilWords = {
  field: 70,
  checked: 'unverified',
  terms: [
    ['f', 'Origine raciale ou ethnique'],
    ['e', 'Opinions politiques'],
    ['g', 'Opinions philosophiques ou religieuses'],
    ['i', 'Appartenance syndicale'],
    ['h', 'Orientation sexuelle'],
    ['km', 'Données de santé'],
    ['c', 'Données biométriques'],
    ['j', 'Données génétiques'],
  ],
};

export const CONFIDENTIALITY_CONSEQUENCES: CnilWords = {
  field: 79,
  checked: 'unverified',
  terms: [
    ['a', 'Les données ont été diffusées plus que nécessaire et ont échappé à la maîtrise des personnes concernées'],
    ['b', "Les données peuvent être corrélées avec d'autres informations relatives aux personnes concernées"],
    ['c', "Les données peuvent être exploitées à d'autres fins que celles prévues et/ou de manière non loyale"],
    ['d', 'Autre'],
  ],
};

export const HARMS: CnilWords = {
  field: 85,
  checked: 'unverified',
  terms: [
    ['a', 'Perte de contrôle sur leurs données personnelles'],
    ['b', 'Limitation de leurs droits'],
    ['c', 'Discrimination'],
    ['d', "Vol d'identité"],
    ['e', 'Fraude'],
    ['g', 'Levée non autorisée de pseudonymisation'],
    ['f', 'Pertes financières'],
    ['h', 'Atteinte à la réputation'],
    ['i', 'Perte de la confidentialité de données protégées par un secret professionnel'],
    ['jklmn', 'Autre'],
  ],
};

/** Levels of gravity; ENISA's bands have the same four steps. */
export const GRAVITIES = {
  low: 'Négligeable',
  medium: 'Limité',
  high: 'Important',
  veryHigh: 'Maximal',
} as const;

/** The words that stand for letters, in the order of the form. */
export function wordsFor({ terms }: CnilWords, letters: readonly string[]): readonly string[] {
  return terms.filter(([stands]) => letters.some((letter) => stands.includes(letter))).map(([, word]) => word);
}
