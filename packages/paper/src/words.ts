// The words that the renderers themselves put on paper, in each language of notices.
import type { Language } from '@vigie/respond';

export interface PaperWords {
  readonly case: string;
  readonly date: string;
  readonly status: string;
  readonly complete: string;
  readonly approved: string;
  readonly incompleteBy: (questions: number) => string;
  /** On every page of a draft with open questions. */
  readonly incomplete: string;
  /** Over a question that a person has to answer. */
  readonly question: string;
  readonly demandedBy: (rule: string) => string;
  readonly page: (page: number | string, of: number | string) => string;
  readonly footer: string;
}

const ENGLISH_MARK = 'INCOMPLETE DRAFT';

export const PAPER_WORDS: Record<Language, PaperWords> = {
  en: {
    case: 'Case',
    date: 'Date',
    status: 'Status',
    complete: 'Draft, to be checked and signed off by a person',
    approved: 'Checked and signed off by two people',
    incompleteBy: (n) => `Incomplete draft: ${n} ${n === 1 ? 'question is' : 'questions are'} open`,
    incomplete: ENGLISH_MARK,
    question: 'To be stated by a person',
    demandedBy: (rule) => `asked for by ${rule}`,
    page: (page, of) => `Page ${page} of ${of}`,
    footer: 'Drafted by Vigie. A person checks, decides and signs; this is no legal advice.',
  },
  fr: {
    case: 'Dossier',
    date: 'Date',
    status: 'État',
    complete: 'Projet, à vérifier et à valider par une personne',
    approved: 'Vérifié et validé par deux personnes',
    incompleteBy: (n) => `Projet incomplet : ${n} ${n === 1 ? 'question reste ouverte' : 'questions restent ouvertes'}`,
    incomplete: `PROJET INCOMPLET · ${ENGLISH_MARK}`,
    question: 'À renseigner par une personne',
    demandedBy: (rule) => `fondement : ${rule}`,
    page: (page, of) => `Page ${page} sur ${of}`,
    footer: 'Rédigé par Vigie. Une personne vérifie, décide et signe ; ceci n’est pas un conseil juridique.',
  },
  de: {
    case: 'Fall',
    date: 'Datum',
    status: 'Stand',
    complete: 'Entwurf, von einer Person zu prüfen und freizugeben',
    approved: 'Von zwei Personen geprüft und freigegeben',
    incompleteBy: (n) => `Unvollständiger Entwurf: ${n} ${n === 1 ? 'Frage ist' : 'Fragen sind'} offen`,
    incomplete: `UNVOLLSTÄNDIGER ENTWURF · ${ENGLISH_MARK}`,
    question: 'Von einer Person anzugeben',
    demandedBy: (rule) => `Grundlage: ${rule}`,
    page: (page, of) => `Seite ${page} von ${of}`,
    footer: 'Entworfen von Vigie. Ein Mensch prüft, entscheidet und unterschreibt; dies ist keine Rechtsberatung.',
  },
  es: {
    case: 'Expediente',
    date: 'Fecha',
    status: 'Estado',
    complete: 'Borrador, pendiente de revisión y aprobación por una persona',
    approved: 'Revisado y aprobado por dos personas',
    incompleteBy: (n) => `Borrador incompleto: ${n} ${n === 1 ? 'pregunta abierta' : 'preguntas abiertas'}`,
    incomplete: `BORRADOR INCOMPLETO · ${ENGLISH_MARK}`,
    question: 'Debe indicarlo una persona',
    demandedBy: (rule) => `base: ${rule}`,
    page: (page, of) => `Página ${page} de ${of}`,
    footer: 'Redactado por Vigie. Una persona revisa, decide y firma; no es asesoramiento jurídico.',
  },
  it: {
    case: 'Pratica',
    date: 'Data',
    status: 'Stato',
    complete: 'Bozza, da verificare e approvare da una persona',
    approved: 'Verificato e approvato da due persone',
    incompleteBy: (n) => `Bozza incompleta: ${n} ${n === 1 ? 'domanda aperta' : 'domande aperte'}`,
    incomplete: `BOZZA INCOMPLETA · ${ENGLISH_MARK}`,
    question: 'Da indicare a cura di una persona',
    demandedBy: (rule) => `base: ${rule}`,
    page: (page, of) => `Pagina ${page} di ${of}`,
    footer: 'Redatto da Vigie. Una persona verifica, decide e firma; non è una consulenza legale.',
  },
  zh: {
    case: '案件',
    date: '日期',
    status: '状态',
    complete: '草稿，须由负责人核对并批准',
    approved: '已由两人核对并批准',
    incompleteBy: (n) => `草稿未完成：尚有 ${n} 个问题待答`,
    incomplete: `草稿未完成 · ${ENGLISH_MARK}`,
    question: '须由负责人填写',
    demandedBy: (rule) => `依据：${rule}`,
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
    footer: '由 Vigie 起草。由负责人核对、决定并签署；本文不构成法律意见。',
  },
};

/** A day and an hour as the language writes them, in UTC. */
export function dateInWords(atMs: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(atMs)} UTC`;
}
