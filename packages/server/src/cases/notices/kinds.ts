// The kinds of notices: what drafts each, in which languages, which gate it passes, and which duty its filing meets.
import {
  type Assessment,
  AUTHORITY_FORMS,
  type BreachFacts,
  draftAuthorityNotice,
  draftLetter,
  LANGUAGES,
  type Language,
  type LetterGroup,
  NOTICES,
  type NoticeDraft,
  type StatedAnswers,
  settleFacts,
  templateJson,
} from '@vigie/respond';
import type { NoticeKind } from '../../records/tables/notices.ts';

interface DraftSource {
  /** As they were said. */
  readonly stated: BreachFacts;
  readonly assessment: Assessment;
  readonly language: Language;
  readonly group: LetterGroup | undefined;
  /** What people stated for this notice. */
  readonly answers: StatedAnswers;
}

interface Drafted {
  readonly draft: NoticeDraft;
  /** The same for machines, where its recipient takes such. */
  readonly form?: Readonly<Record<string, unknown>>;
}

interface KindOfNotice {
  readonly languages: readonly Language[];
  /** The sections of a form are numbered, and its questions are answered, not written over. */
  readonly paper: 'form' | 'letter';
  /** `letter`: all that Article 34(2) asks for, before it is frozen. `questions`: no open question, unless it is told that some stay. */
  readonly gate: 'letter' | 'questions';
  /** The article of the GDPR whose clock its filing stops. */
  readonly meets: '33(1)' | '33(2)' | '34(1)';
  readonly draft: (source: DraftSource) => Drafted;
}

function fromRegistry(id: string): Pick<KindOfNotice, 'languages' | 'draft'> {
  const notice = NOTICES.find((one) => one.id === id);
  if (notice === undefined) throw new Error(`no notice ${id}`);
  return {
    languages: notice.languages,
    draft: ({ stated, language }) => ({ draft: notice.draft(settleFacts(stated).facts, language) }),
  };
}

function authority(name: 'edpb' | 'cnil'): KindOfNotice {
  return {
    languages: AUTHORITY_FORMS[name].notice.languages,
    paper: 'form',
    gate: 'questions',
    meets: '33(1)',
    draft: ({ stated, assessment, language, answers }) => ({
      draft: draftAuthorityNotice(name, stated, assessment, language, answers),
      form: templateJson(stated, assessment, answers, language === 'fr' ? 'fr' : 'en'),
    }),
  };
}

export const KINDS: Readonly<Record<NoticeKind, KindOfNotice>> = {
  'authority-edpb': authority('edpb'),
  'authority-cnil': authority('cnil'),
  letter: {
    languages: LANGUAGES,
    paper: 'letter',
    gate: 'letter',
    meets: '34(1)',
    draft: ({ stated, language, group = 'anyone' }) => ({ draft: draftLetter(stated, language, group) }),
  },
  processor: { ...fromRegistry('processor-33-2'), paper: 'letter', gate: 'questions', meets: '33(2)' },
  press: { ...fromRegistry('press'), paper: 'letter', gate: 'letter', meets: '34(1)' },
  web: { ...fromRegistry('web-page'), paper: 'letter', gate: 'letter', meets: '34(1)' },
};
