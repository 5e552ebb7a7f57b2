// A document as it leaves the house: blocks with a title, its particulars and its state. Every renderer gets exactly this.
import type { Block, Language, NoticeDraft } from '@vigie/respond';
import { numbered, sectioned } from './sections.ts';
import { dateInWords, PAPER_WORDS } from './words.ts';

export interface Paper {
  readonly title: string;
  readonly language: Language;
  /** The name of the case in the owner's records; it stands on every page. */
  readonly caseName: string | undefined;
  /** What stands under the title: case, date, status. */
  readonly particulars: readonly (readonly [label: string, value: string])[];
  readonly blocks: readonly Block[];
  /** Who drafted it and who answers for it; not under a letter that is ready. */
  readonly footer: string | undefined;
  /** Questions that a person still has to answer. Above zero, every page says that the draft is incomplete. */
  readonly missing: number;
  /** When it was made, in milliseconds since 1970: the only date in the file, so that the same input gives the same bytes. */
  readonly madeAt: number;
}

export type PaperKind = 'form' | 'letter';

export interface PaperOptions {
  readonly caseName: string | undefined;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** The sections of a form are numbered. A letter that is complete bears nothing but what its readers need. */
  readonly kind: PaperKind;
  /** Whether people have signed it off. Where it is false, a letter bears that it is a draft, complete or not. */
  readonly isApproved?: boolean;
}

/** The paper of a drafted notice. */
export function paperOf(draft: NoticeDraft, options: PaperOptions): Paper {
  const { caseName, madeAt, kind, isApproved } = options;
  const { title, language } = draft;
  const missing = draft.missing.length;
  const blocks = sectioned(draft.blocks, title);
  const isOutward = kind === 'letter' && missing === 0 && isApproved !== false;
  return {
    title,
    language,
    caseName: isOutward ? undefined : caseName,
    particulars: isOutward ? [] : particularsOf(draft, options),
    blocks: kind === 'form' ? numbered(blocks) : blocks,
    footer: isOutward ? undefined : PAPER_WORDS[language].footer,
    missing,
    madeAt,
  };
}

function particularsOf({ language, missing }: NoticeDraft, { caseName, madeAt, isApproved }: PaperOptions) {
  const words = PAPER_WORDS[language];
  const open = missing.length === 0 ? words.complete : words.incompleteBy(missing.length);
  const rows: readonly (readonly [string, string])[] = [
    [words.date, dateInWords(madeAt, language)],
    [words.status, isApproved === true ? words.approved : open],
  ];
  return caseName === undefined ? rows : [[words.case, caseName] as const, ...rows];
}
