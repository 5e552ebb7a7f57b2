// The letter of a notice that two people approved, as mail takes it.
import { paperOf, rendered } from '@vigie/paper';
import type { Block } from '@vigie/respond';
import { LETTER_GROUPS } from '@vigie/respond';
import type { ApprovedLetter } from '../../letters/approved-letter.ts';
import type { Room } from '../../room.ts';
import { isSignedOff } from './export-notice.ts';
import { noticeRow, versionOf } from './notice-book.ts';
import { draftOf } from './notice-text.ts';

/** @returns undefined where there is no such letter, or two people have not approved it */
export async function approvedLetter(room: Room, noticeId: string): Promise<ApprovedLetter | undefined> {
  const row = await noticeRow(room.records, noticeId);
  if (row === undefined || row.kind !== 'letter' || !isSignedOff(row) || row.frozen_number === null) return undefined;
  const version = await versionOf(room.records, room, noticeId, row.frozen_number);
  const group = LETTER_GROUPS.find((one) => one === row.letter_group);
  if (version === undefined || group === undefined) return undefined;
  const draft = draftOf(version.text);
  const paper = paperOf(draft, { caseName: undefined, madeAt: version.at.getTime(), kind: 'letter' });
  return {
    noticeId,
    caseId: row.case_id,
    version: version.number,
    group,
    language: draft.language,
    subject: draft.title,
    text: plainText(draft.title, draft.blocks),
    html: Buffer.from(await rendered(paper, 'html')).toString('utf8'),
  };
}

/** For readers of plain text: a blank line between blocks, and a line under each heading. The subject says the title already. */
function plainText(title: string, blocks: readonly Block[]): string {
  const [first, ...rest] = blocks;
  const body = first?.kind === 'heading' && first.text === title ? rest : blocks;
  return `${body.map(plainBlock).join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 72))}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'table':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'question':
      // The gate lets no letter through that still asks something.
      throw new Error(`an approved letter asks ${block.question.id}`);
  }
}
