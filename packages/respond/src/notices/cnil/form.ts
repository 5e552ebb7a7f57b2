// The sections and lines of the CNIL's notification, each with the field of the EDPB's template that it takes its answer from. The order
// follows a text written after the CNIL's outline of July 2023 (« Trame des notifications de violations de données »); the live form was
// not read, so that a label is `unverified` where the CNIL's open data does not have it.
import type { Assessment } from '../../assessment.ts';
import { type Interval, knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { FieldNumber } from '../edpb-template/fields.ts';
import type { FilledTemplate } from '../edpb-template/fill.ts';
import type { StatedAnswers } from '../edpb-template/stated-answers.ts';
import { valueText } from '../edpb-template/value-text.ts';
import {
  BANDS_OF_PERSONS,
  CAUSES,
  type Checked,
  type CnilWords,
  CONFIDENTIALITY_CONSEQUENCES,
  DATA,
  GRAVITIES,
  HARMS,
  INFORMED,
  NATIONAL_NUMBER,
  NATURES,
  ORIGINS,
  PEOPLE,
  SENSITIVE_DATA,
  wordsFor,
} from './vocabulary.ts';

const SEVERE = `${GRAVITIES.high} ou ${GRAVITIES.veryHigh.toLowerCase()}`;

export interface CnilCase {
  readonly facts: BreachFacts;
  readonly assessment: Assessment;
  readonly filled: FilledTemplate;
  readonly stated: StatedAnswers;
}

export interface CnilLine {
  readonly label: string;
  readonly checked: Checked;
  /** The field of the template that answers it, and is asked where nobody did; none for what the CNIL alone asks. */
  readonly field: FieldNumber | 'legalRepresentative';
  /** Undefined where there is nothing to write. */
  readonly write: (one: CnilCase) => string | undefined;
}

export interface CnilSection {
  readonly title: string;
  readonly lines: readonly CnilLine[];
}

/** A line that takes over what stands in a field. */
function line(label: string, field: FieldNumber): CnilLine {
  return { label, checked: 'unverified', field, write: (one) => textOf(one, field) };
}

/** A line in the words of the CNIL. */
function choice(label: string, words: CnilWords): CnilLine {
  const { field, checked } = words;
  return {
    label,
    checked,
    field,
    write: (one) => linesOrNothing(wordsFor(words, lettersOf(one, field))),
  };
}

export const CNIL_SECTIONS: readonly CnilSection[] = [
  {
    title: 'Type de notification',
    lines: [
      { label: 'Type de notification', checked: 'unverified', field: 3, write: kindOfNotification },
      line('Numéro de la notification précédente', 6),
      line('Motifs du retrait', 5),
      line('Référence interne', 7),
    ],
  },
  {
    title: "Identification de l'organisme",
    lines: [
      line('Numéro SIREN ou autre identifiant', 11),
      line('Dénomination', 12),
      line('Adresse et coordonnées', 13),
      line("Secteur d'activité", 17),
      line('Secteur privé ou public', 14),
      line('Taille', 15),
    ],
  },
  {
    title: 'Responsable légal',
    lines: [
      {
        label: 'Nom, prénom et adresse électronique du responsable légal',
        checked: 'unverified',
        field: 'legalRepresentative',
        write: legalRepresentative,
      },
    ],
  },
  {
    title: 'Personne à contacter',
    lines: [
      line('Nom et prénom', 21),
      line('Adresse électronique et téléphone', 22),
      line('Fonction', 23),
      line('Précision sur la fonction', 24),
      line('Délégué à la protection des données désigné', 29),
      line('Nom du délégué', 30),
      line('Coordonnées du délégué', 31),
    ],
  },
  {
    title: 'Autres organismes impliqués',
    lines: [
      line('Sous-traitants ou responsables conjoints impliqués', 38),
      line("Qualité de l'organisme", 39),
      line("Nom de l'organisme", 40),
      line("Coordonnées de l'organisme", 41),
    ],
  },
  {
    title: 'Chronologie de la violation',
    lines: [
      line('Période', 44),
      line('Date et heure de début', 46),
      line('Date et heure de fin', 47),
      line('Date et heure de prise de connaissance', 48),
      line('Commentaires sur les dates', 53),
      line('Découverte', 50),
      line('Circonstances de la découverte', 51),
      line('Date de notification par le prestataire ou le tiers', 52),
      line('Motifs du retard (au-delà de 72 heures)', 49),
    ],
  },
  {
    title: 'À propos de la violation',
    lines: [
      choice('Natures de la violation', NATURES),
      choice("Origines de l'incident", ORIGINS),
      choice("Causes de l'incident", CAUSES),
      line('Divulgation', 56),
      line('Données incompréhensibles pour autrui', 57),
      line('Descriptif détaillé', 62),
      line('Systèmes et supports concernés', 63),
    ],
  },
  {
    title: 'Données et personnes concernées',
    lines: [
      { label: 'Typologies des données impactées', checked: 'unverified', field: 70, write: dataTypes },
      { label: 'Données sensibles', checked: 'open data', field: 70, write: sensitiveData },
      line('Précisions sur les données', 71),
      line("Nombre approximatif d'enregistrements concernés", 73),
      choice('Catégories de personnes concernées', PEOPLE),
      line('Précisions sur les personnes', 66),
      line('Nombre approximatif de personnes concernées', 68),
      { label: 'Nombre de personnes impactées', checked: 'open data', field: 67, write: bandOfPersons },
    ],
  },
  {
    title: 'Mesures de sécurité préalables à la violation',
    lines: [line('Mesures en place', 75), line('Description des mesures', 76)],
  },
  {
    title: 'Conséquences et préjudices potentiels',
    lines: [
      choice('En cas de perte de confidentialité', CONFIDENTIALITY_CONSEQUENCES),
      line("En cas de perte d'intégrité", 81),
      line('En cas de perte de disponibilité', 83),
      choice('Préjudices potentiels pour les personnes concernées', HARMS),
      { label: 'Estimation du niveau de gravité', checked: 'unverified', field: 87, write: gravity },
      line("Résultat de l'analyse des risques", 89),
      line("Méthode de l'analyse", 90),
    ],
  },
  {
    title: 'Mesures prises à la suite de la violation',
    lines: [
      line('Mesures prises pour remédier à la violation', 92),
      line('Mesures prises pour éviter que la violation ne se reproduise', 94),
      line('Description de ces mesures', 95),
    ],
  },
  {
    title: 'Communication aux personnes concernées',
    lines: [
      choice('Information des personnes', INFORMED),
      line("Date de l'information", 98),
      line("Date prévue de l'information", 99),
      line('Personnes informées', 102),
      line('Motifs pour lesquels certaines ne le sont pas', 103),
      line('Moyens de communication', 104),
      line("Contenu de l'information", 106),
      line("Motifs de l'absence d'information (article 34, paragraphe 3, du RGPD)", 100),
      line('Justification', 101),
    ],
  },
  {
    title: 'Notifications transfrontalières et autres notifications',
    lines: [
      line('Traitement transfrontalier', 113),
      line('Autorité chef de file', 114),
      line("Pays d'établissement", 115),
      line('Pays des personnes concernées', 116),
      line('Nombre de personnes par pays', 117),
      line('Autorités notifiées', 118),
      line("Organisme établi hors de l'Espace économique européen", 120),
      line('Pays des personnes concernées', 121),
      line('Nombre de personnes par pays', 122),
      line('Autorités notifiées', 123),
      line('Plainte déposée', 109),
      line("Notification à d'autres autorités (ANSSI, etc.)", 110),
      line('Précisions sur ces notifications', 111),
    ],
  },
];

function textOf({ filled }: CnilCase, field: FieldNumber): string | undefined {
  const one = filled.fields[field];
  if (one.state !== 'answered') return undefined;
  return valueText(field, one.value, 'fr').replaceAll(/^[a-z]\) /gm, '');
}

function lettersOf({ filled }: CnilCase, field: FieldNumber): readonly string[] {
  const one = filled.fields[field];
  return one.state === 'answered' && one.value.kind === 'letters' ? one.value.letters : [];
}

function linesOrNothing(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** Whoever reports may be the legal representative. */
function legalRepresentative(one: CnilCase): string | undefined {
  if (one.stated.legalRepresentative !== undefined) return one.stated.legalRepresentative;
  if (!lettersOf(one, 23).includes('b')) return undefined;
  return linesOrNothing([textOf(one, 21), textOf(one, 22)].filter((text) => text !== undefined));
}

/** A first notification is initial where something is still to follow. */
function kindOfNotification(one: CnilCase): string {
  if (lettersOf(one, 4).includes('c')) return 'Retrait';
  if (lettersOf(one, 3).includes('b')) return 'Notification complémentaire';
  return one.filled.isComplete ? 'Notification complète' : 'Notification initiale';
}

function dataTypes(one: CnilCase): string | undefined {
  const kinds = knownValue(one.facts.kinds) ?? [];
  const hasNational = kinds.some(({ kind }) => kind === NATIONAL_NUMBER.kind);
  return linesOrNothing([...(hasNational ? [NATIONAL_NUMBER.word] : []), ...wordsFor(DATA, lettersOf(one, 70))]);
}

/** The CNIL says yes or nothing; which they are stands with it. */
function sensitiveData(one: CnilCase): string | undefined {
  const words = wordsFor(SENSITIVE_DATA, lettersOf(one, 70));
  return words.length === 0 ? undefined : ['Oui', ...words].join('\n');
}

/** A band where both bounds lie in it. */
function bandOfPersons({ filled }: CnilCase): string | undefined {
  const persons = filled.fields[68];
  if (persons.state !== 'answered' || persons.value.kind !== 'count') return undefined;
  const { lower, upper }: Interval = persons.value.count;
  const bandOf = (count: number) => BANDS_OF_PERSONS.find(([upTo]) => count <= upTo)?.[1];
  return bandOf(lower) === bandOf(upper) ? bandOf(lower) : undefined;
}

/** By ENISA's band where the facts decide it, else by what a person stated, of which the gravest step is two of the CNIL's. */
function gravity(one: CnilCase): string | undefined {
  const field = one.filled.fields[87];
  const [letter] = lettersOf(one, 87);
  if (field.state !== 'answered' || letter === undefined) return undefined;
  const { severity } = one.assessment;
  const isOneBand = 'value' in severity || severity.bandFrom === severity.band;
  if (field.from.includes('assessment') && isOneBand) return GRAVITIES[severity.band];
  const words: Readonly<Record<string, string>> = { a: GRAVITIES.low, b: GRAVITIES.medium, c: SEVERE };
  return words[letter];
}
