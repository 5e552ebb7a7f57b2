// The notification to the CNIL in French: a projection of the EDPB's template to the sections and words of the CNIL's form.
import { assess } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { CNIL_SECTIONS, type CnilCase, type CnilLine, type CnilSection } from './cnil/form.ts';
import { deadlineNote } from './edpb-template/deadline-note.ts';
import { fillTemplate } from './edpb-template/fill.ts';
import { joinTables, questionOf } from './edpb-template/notice-draft.ts';
import type { StatedAnswers } from './edpb-template/stated-answers.ts';
import type { Block, Language, Notice, NoticeDraft, Question } from './notice.ts';

export const CNIL_NOTICE: Notice = {
  id: 'cnil',
  title: 'Notification to the CNIL',
  demandedBy: 'gdpr 33(1)',
  languages: ['fr'],
  draft: (facts, language) => draftCnilNotice(facts, assess(facts), language),
};

const TITLE = "Notification d'une violation de données personnelles à la CNIL";

/**
 * Drafts the notification.
 *
 * @param facts without contradictions
 * @param assessment of these facts
 * @param language the form is there in French only; for another language the draft says so
 * @param stated what persons stated for the notification, by field of the EDPB's template
 */
export function draftCnilNotice(
  facts: BreachFacts,
  assessment: Assessment,
  language: Language,
  stated: StatedAnswers = {},
): NoticeDraft {
  const one: CnilCase = { facts, assessment, stated, filled: fillTemplate(facts, assessment, stated) };
  const missing = missingQuestions(one);
  return {
    notice: 'cnil',
    language: 'fr',
    title: TITLE,
    blocks: [
      { kind: 'heading', level: 1, text: TITLE },
      ...(language === 'fr' ? [] : [paragraph('The form of the CNIL is in French only, and so is this draft.')]),
      paragraph(
        "Projet à vérifier, à compléter et à saisir dans le téléservice de la CNIL (notifications.cnil.fr), au titre de l'article 33 du RGPD.",
      ),
      ...deadlineNote(facts, assessment, 'fr'),
      ...(missing.length === 0 ? [] : [paragraph(incomplete(missing.length))]),
      ...CNIL_SECTIONS.flatMap((section) => sectionBlocks(section, one)),
      ...aboutWords(),
    ],
    missing,
  };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function incomplete(open: number): string {
  return open === 1
    ? 'Incomplet : il manque une réponse. Elle est signalée dans le texte.'
    : `Incomplet : il manque ${open} réponses. Elles sont signalées dans le texte.`;
}

/** What the form asks and nobody answered, the most important first. */
function missingQuestions(one: CnilCase): readonly Question[] {
  const asked = CNIL_SECTIONS.flatMap(({ lines }) => askedLines(lines, one));
  const rank = ({ field }: CnilLine) =>
    field === 'legalRepresentative' ? Number.POSITIVE_INFINITY : one.filled.asked.indexOf(field);
  return asked.sort((a, b) => rank(a) - rank(b)).map(questionFor);
}

/** The lines that a person has to answer; a field that two lines share is asked once. */
function askedLines(lines: readonly CnilLine[], one: CnilCase): CnilLine[] {
  const open = lines.filter((line) => isAsked(line, one));
  return open.filter((line, at) => open.findIndex(({ field }) => field === line.field) === at);
}

function isAsked({ field, write }: CnilLine, one: CnilCase): boolean {
  if (field === 'legalRepresentative') return write(one) === undefined;
  return one.filled.fields[field].state === 'asked';
}

function questionFor({ field, label }: CnilLine): Question {
  if (field !== 'legalRepresentative') return { ...questionOf(field, 'fr'), text: label };
  return { id: 'cnil-legal-representative', text: label, demandedBy: 'Formulaire de la CNIL' };
}

function sectionBlocks({ title, lines }: CnilSection, one: CnilCase): readonly Block[] {
  const asked = askedLines(lines, one);
  const blocks = lines.flatMap((line): readonly Block[] => {
    if (asked.includes(line)) return [{ kind: 'question', question: questionFor(line) }];
    const written = isAsked(line, one) ? undefined : line.write(one);
    return written === undefined ? [] : [{ kind: 'table', rows: [[line.label, written]] }];
  });
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...joinTables(blocks)];
}

/** For whoever files it: which words may read otherwise on the screen. */
function aboutWords(): readonly Block[] {
  const lines = CNIL_SECTIONS.flatMap(({ lines: all }) => all);
  const verified = lines.filter(({ checked }) => checked === 'open data').map(({ label }) => label);
  return [
    { kind: 'heading', level: 2, text: 'À propos de ce projet' },
    paragraph(
      `Ne fait pas partie de la notification. Les libellés des rubriques suivantes sont ceux des données publiées par la CNIL : ${verified.join(', ')}.` +
        " Les autres n'ont pas été vérifiés sur le téléservice et peuvent s'y lire autrement.",
    ),
  ];
}
