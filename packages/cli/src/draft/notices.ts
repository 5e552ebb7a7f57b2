// Which notices a case needs, each drafted in the language that was asked for.
import {
  type Assessment,
  type BreachFacts,
  changedRecord,
  draftAuthorityNotice,
  draftLetter,
  draftRecord,
  type FormAuthority,
  groupsOf,
  type Language,
  type NoticeDraft,
  newRecord,
  settleFacts,
  templateJson,
} from '@vigie/respond';
import type { PaperKind } from '../documents/paper.ts';
import type { DocumentName } from './options.ts';

/** A notice that goes into files. */
export interface DraftedNotice {
  /** Name of its files, without ending. */
  readonly name: string;
  readonly draft: NoticeDraft;
  readonly kind: PaperKind;
  /** What its JSON file holds. */
  readonly json: unknown;
}

export interface NoticesWanted {
  readonly facts: BreachFacts;
  readonly assessment: Assessment;
  readonly authority: FormAuthority;
  readonly language: Language;
  readonly caseName: string | undefined;
  /** The moment of the assessment, as an instant. */
  readonly now: string;
  readonly only: readonly DocumentName[];
}

/** The notices in the order in which they are due. */
export function noticesFor(wanted: NoticesWanted): DraftedNotice[] {
  const drafts: Record<DocumentName, () => DraftedNotice[]> = {
    authority: () => [authorityNotice(wanted)],
    record: () => [breachRecord(wanted)],
    letters: () => letters(wanted),
  };
  return wanted.only.flatMap((name) => drafts[name]());
}

function authorityNotice({ facts, assessment, authority, language }: NoticesWanted): DraftedNotice {
  const draft = draftAuthorityNotice(authority, facts, assessment, language);
  const json = templateJson(facts, assessment, {}, draft.language === 'fr' ? 'fr' : 'en');
  return { name: `authority-${authority}`, draft, kind: 'form', json };
}

/** The record that Article 33(5) wants of every breach. What is decided and by whom is for a person to say. */
function breachRecord({ facts: stated, assessment, language, caseName, now }: NoticesWanted): DraftedNotice {
  const { facts } = settleFacts(stated);
  const record = changedRecord(newRecord(caseName ?? 'unnamed', caseName ?? 'unnamed'), {
    facts,
    assessed: { assessment, at: now },
  });
  const draft = draftRecord(record, language);
  return { name: 'breach-record', draft, kind: 'form', json: noticeJson(draft) };
}

/** A letter for each group of people, where they have to be told or it is not decided that they need not be. */
function letters({ facts: stated, assessment, language }: NoticesWanted): DraftedNotice[] {
  if (assessment.decision.communicateToPersons === false) return [];
  const { facts } = settleFacts(stated);
  return groupsOf(facts).map((group) => {
    const draft = draftLetter(facts, language, group);
    return { name: `letter-${group}`, draft, kind: 'letter', json: noticeJson(draft) };
  });
}

function noticeJson(draft: NoticeDraft) {
  return { schema: 'vigie.notice/1', complete: draft.missing.length === 0, ...draft };
}
