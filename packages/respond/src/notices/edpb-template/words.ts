// The words of the EDPB's template by language.

import type { Section, TemplateLanguage, Words } from './field.ts';
import type { FieldNumber } from './fields.ts';
import { EN_LABELS } from './labels-en.ts';
import { FR_LABELS } from './labels-fr.ts';

interface FieldLabel {
  readonly label: string;
  /** Letter → what it stands for. */
  readonly options?: Readonly<Record<string, string>>;
}

export type TemplateLabels = Readonly<Record<FieldNumber, FieldLabel>>;

const LABELS: Readonly<Record<TemplateLanguage, TemplateLabels>> = { en: EN_LABELS, fr: FR_LABELS };

/** What a field is called. */
export function labelOf(field: FieldNumber, language: TemplateLanguage): string {
  return LABELS[language][field].label;
}

/** What a letter of a field stands for. */
export function optionOf(field: FieldNumber, letter: string, language: TemplateLanguage): string {
  return LABELS[language][field].options?.[letter] ?? letter;
}

export const SECTION_TITLES: Readonly<Record<Section, Words>> = {
  kind: { en: 'Notification', fr: 'Notification' },
  controller: { en: 'Controller', fr: 'Responsable du traitement' },
  reporter: { en: 'Reporting person', fr: 'Personne déclarante' },
  contacts: { en: 'Data protection officer and contact', fr: 'Délégué à la protection des données et contact' },
  others: { en: 'Other parties involved', fr: 'Autres parties impliquées' },
  timeline: { en: 'Timeline', fr: 'Chronologie' },
  incident: { en: 'The breach', fr: 'La violation' },
  people: { en: 'People concerned', fr: 'Personnes concernées' },
  data: { en: 'Data concerned', fr: 'Données concernées' },
  protection: { en: 'Measures in place before', fr: 'Mesures en place avant la violation' },
  consequences: { en: 'Likely consequences', fr: 'Conséquences probables' },
  risk: { en: 'Risk assessment', fr: 'Analyse des risques' },
  measures: { en: 'Measures taken', fr: 'Mesures prises' },
  communication: { en: 'Communication to the people concerned', fr: 'Communication aux personnes concernées' },
  authorities: { en: 'Police and other authorities', fr: 'Police et autres autorités' },
  crossBorder: { en: 'Cross-border processing', fr: 'Traitement transfrontalier' },
  outside: { en: 'Controller outside the EEA', fr: "Responsable du traitement hors de l'EEE" },
  attachments: { en: 'Attachments', fr: 'Pièces jointes' },
};

/** The words around the fields; `{…}` is a gap. */
export const PHRASES = {
  title: {
    en: 'Notification of a personal data breach to the supervisory authority',
    fr: "Notification d'une violation de données à caractère personnel à l'autorité de contrôle",
  },
  source: {
    en:
      'Draft after the EDPB template for personal data breach notifications, version 1.0 (consultation draft of June 2026). A person checks,' +
      ' completes, signs and files it.',
    fr:
      'Projet établi selon le modèle de notification du CEPD, version 1.0 (projet soumis à consultation en juin 2026). Une personne le' +
      " vérifie, le complète, le signe et l'adresse à l'autorité.",
  },
  incomplete: {
    en: 'Incomplete: {open} answers are missing. They are marked in the text.',
    fr: 'Incomplet : il manque {open} réponses. Elles sont signalées dans le texte.',
  },
  field: { en: 'EDPB template, field', fr: 'Modèle du CEPD, champ' },
  article: { en: 'Article', fr: 'article' },
  sources: { en: 'Where the answers come from', fr: "D'où viennent les réponses" },
  aboutSources: {
    en: 'For the person who signs; no part of the notification.',
    fr: 'À destination du signataire ; ne fait pas partie de la notification.',
  },
  assessed: { en: 'assessed from the facts', fr: 'évalué à partir des faits' },
  statedForIt: { en: 'stated for this notification', fr: 'déclaré pour cette notification' },
  unknown: { en: 'nobody says that it is so', fr: "personne ne l'indique" },
  measured: { en: 'measured', fr: 'mesuré' },
  stated: { en: 'stated', fr: 'déclaré' },
  assumed: { en: 'assumed', fr: 'supposé' },
  by: { en: ' by {by}', fr: ' par {by}' },
} as const satisfies Readonly<Record<string, Words>>;
