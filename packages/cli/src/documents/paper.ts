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
  /** Questions that a person still has to answer. Above zero, every page says that the draft is incomplete. */
  readonly missing: number;
  /** When it was made, in milliseconds since 1970: the only date in the file, so that the same input gives the same bytes. */
  readonly madeAt: number;
}

export interface PaperOptions {
  readonly caseName: string | undefined;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  /** Whether sections get numbers, as in a form; a letter has none. */
  readonly numbers: boolean;
}

/** The paper of a drafted notice. */
export function paperOf(draft: NoticeDraft, { caseName, madeAt, numbers }: PaperOptions): Paper {
  const words = PAPER_WORDS[draft.language];
  const missing = draft.missing.length;
  const blocks = sectioned(draft.blocks, draft.title);
  return {
    title: draft.title,
    language: draft.language,
    caseName,
    particulars: [
      ...(caseName === undefined ? [] : [[words.case, caseName] as const]),
      [words.date, dateInWords(madeAt, draft.language)],
      [words.status, missing === 0 ? words.complete : words.incompleteBy(missing)],
    ],
    blocks: numbers ? numbered(blocks) : blocks,
    missing,
    madeAt,
  };
}
