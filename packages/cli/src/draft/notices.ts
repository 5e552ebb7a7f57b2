// Which notices a case needs, each drafted in the language that was asked for.
import type { PaperKind } from '@vigie/paper';
import {
  type Assessment,
  type BreachFacts,
  changedRecord,
  draftAuthorityNotice,
  draftLetter,
  draftRecord,
  type FormAuthority,
  groupsOf,
  knownValue,
  type Language,
  NOTICES,
  type NoticeDraft,
  newRecord,
  noticeLanguage,
  type StatedAnswers,
  settleFacts,
  shortcomingsOf,
  templateJson,
} from '@vigie/respond';
import type { DocumentName } from './options.ts';

/** A notice that goes into files. */
export interface DraftedNotice {
  /** Name of its files, without ending. */
  readonly name: string;
  readonly draft: NoticeDraft;
  readonly kind: PaperKind;
  /** What its JSON file holds. */
  readonly json: unknown;
  /** What the person who asked has to know of it, as that it is in another language. */
  readonly remarks: readonly string[];
}

export interface NoticesWanted {
  /** As they were said. */
  readonly facts: BreachFacts;
  readonly assessment: Assessment;
  readonly authority: FormAuthority;
  readonly answers: StatedAnswers;
  readonly language: Language;
  readonly caseName: string | undefined;
  /** The moment of the assessment, as an instant. */
  readonly now: string;
  /** Those that are due where nothing is said. */
  readonly only: readonly DocumentName[] | undefined;
}

/** The notices in the order in which they are due. */
export function noticesFor(wanted: NoticesWanted): DraftedNotice[] {
  const drafts: Record<DocumentName, () => DraftedNotice[]> = {
    processor: () => registered(wanted, ['processor-33-2'], 'letter'),
    authority: () => [authorityNotice(wanted)],
    record: () => [breachRecord(wanted)],
    letters: () => letters(wanted),
    public: () => registered(wanted, ['press', 'web-page'], 'letter'),
  };
  return (wanted.only ?? dueDocuments(wanted)).flatMap((name) => drafts[name]());
}

/** A processor tells its customers. A controller notifies the authority and tells people, unless it is decided that they need not be told. */
function dueDocuments({ facts: stated, assessment: { decision } }: NoticesWanted): DocumentName[] {
  const { facts } = settleFacts(stated);
  if (knownValue(facts.role) === 'processor') return ['processor', 'record'];
  const isTold = decision.communicateToPersons !== false;
  const isPublic = isTold && knownValue(facts.disproportionateEffort) === true;
  return ['authority', 'record', ...(isTold ? (['letters'] as const) : []), ...(isPublic ? (['public'] as const) : [])];
}

function authorityNotice({ facts, assessment, authority, answers, language }: NoticesWanted): DraftedNotice {
  const draft = draftAuthorityNotice(authority, facts, assessment, language, answers);
  const json = templateJson(facts, assessment, answers, draft.language === 'fr' ? 'fr' : 'en');
  return { name: `authority-${authority}`, draft, kind: 'form', json, remarks: anotherLanguage(draft, language) };
}

/** The record that Article 33(5) wants of every breach. What is decided and by whom is for a person to say. */
function breachRecord({ facts: stated, assessment, language, caseName, now }: NoticesWanted): DraftedNotice {
  const { facts } = settleFacts(stated);
  const name = caseName ?? 'unnamed';
  const record = changedRecord(newRecord(name, name), { facts, assessed: { assessment, at: now } });
  const draft = draftRecord(record, language);
  const remarks = anotherLanguage(draft, language);
  return { name: 'breach-record', draft, kind: 'form', json: noticeJson(draft), remarks };
}

function anotherLanguage(draft: NoticeDraft, wanted: Language): string[] {
  return draft.language === wanted
    ? []
    : [`${draft.notice} is not written in ${wanted}; this one is in ${draft.language}`];
}

/** A letter for each group of people, with what the gate before sending still finds. */
function letters({ facts: stated, language }: NoticesWanted): DraftedNotice[] {
  const { facts } = settleFacts(stated);
  return groupsOf(facts).map((group) => {
    const draft = draftLetter(facts, language, group);
    const shortcomings = shortcomingsOf(draft, facts);
    const others = shortcomings.filter(({ code }) => code !== 'question-open');
    return {
      name: `letter-${group}`,
      draft,
      kind: 'letter',
      json: { ...noticeJson(draft), shortcomings },
      remarks: others.map(({ says, demandedBy }) => `letter to ${group}: ${says} (${demandedBy})`),
    };
  });
}

/** Notices of the registry, by id. */
function registered(
  { facts: stated, language: wanted }: NoticesWanted,
  ids: readonly string[],
  kind: PaperKind,
): DraftedNotice[] {
  const { facts } = settleFacts(stated);
  return NOTICES.filter(({ id }) => ids.includes(id)).map((notice) => {
    const { language, fallback } = noticeLanguage(notice, wanted);
    const draft = notice.draft(facts, language);
    return { name: notice.id, draft, kind, json: noticeJson(draft), remarks: fallback === undefined ? [] : [fallback] };
  });
}

function noticeJson(draft: NoticeDraft) {
  return { schema: 'vigie.notice/1', complete: draft.missing.length === 0, ...draft };
}
