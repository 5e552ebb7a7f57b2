// The text of a letter, as two people approved it in a frozen version of a notice.
import type { LetterGroup } from '@vigie/respond';

export interface ApprovedLetter {
  readonly noticeId: string;
  readonly caseId: string;
  /** Of the notice that was approved. */
  readonly version: number;
  readonly group: LetterGroup;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
