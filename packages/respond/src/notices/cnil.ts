// The notification to the CNIL in French: a projection of the EDPB's template to the sections and words of the CNIL's form.
import { assess } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { CNIL_SECTIONS, type CnilCase, type CnilLine, type CnilSection } from './cnil/form.ts';
import { fillTemplate, type StatedAnswers } from './edpb-template/fill.ts';
import { joinTables, questionOf } from './edpb-template/notice-draft.ts';
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
  const one: CnilCase = { facts, assessment, filled: fillTemplate(facts, assessment, stated) };
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
  const lines = CNIL_SECTIONS.flatMap(({ lines: all }) => all);
  return one.filled.asked.flatMap((field) => {
    const first = lines.find((line) => line.field === field);
    return first === undefined ? [] : [questionFor(first)];
  });
}

function questionFor({ field, label }: CnilLine): Question {
  return { ...questionOf(field, 'fr'), text: label };
}

function sectionBlocks({ title, lines }: CnilSection, one: CnilCase): readonly Block[] {
  const blocks = lines.flatMap((line, at) => lineBlocks(line, one, lines.slice(0, at)));
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, ...joinTables(blocks)];
}

/** A field that two lines share is asked once. */
function lineBlocks(line: CnilLine, one: CnilCase, before: readonly CnilLine[]): readonly Block[] {
  if (one.filled.fields[line.field].state === 'asked') {
    const isAsked = before.some(({ field }) => field === line.field);
    return isAsked ? [] : [{ kind: 'question', question: questionFor(line) }];
  }
  const written = line.write(one);
  return written === undefined ? [] : [{ kind: 'table', rows: [[line.label, written]] }];
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
