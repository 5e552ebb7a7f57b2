// The columns of cases that hold sealed texts, with what each was sealed for: what has to be sealed anew after a rotation of keys.
import type { SealedColumn } from '../vault/seal-again.ts';
import type { SealedAs } from './sealed.ts';

export const CASE_COLUMNS: readonly (SealedColumn & { readonly purpose: SealedAs })[] = [
  { table: 'breach_case', column: 'name', purpose: 'case/name' },
  { table: 'breach_case', column: 'told', purpose: 'case/told' },
  { table: 'case_fact', column: 'sealed', purpose: 'case/fact' },
  { table: 'case_ruling', column: 'reasons', purpose: 'case/ruling' },
  { table: 'case_event', column: 'sealed', purpose: 'case/event' },
  { table: 'case_clock', column: 'reason', purpose: 'case/clock' },
  { table: 'case_task', column: 'content', purpose: 'case/task' },
  { table: 'case_task', column: 'reason', purpose: 'case/task' },
  { table: 'notice', column: 'reason', purpose: 'notice/reason' },
  { table: 'notice_version', column: 'sealed', purpose: 'notice/text' },
  { table: 'notice_receipt', column: 'reference', purpose: 'notice/receipt' },
  { table: 'notice_receipt', column: 'file_name', purpose: 'notice/receipt' },
  { table: 'notice_receipt', column: 'file_sealed', purpose: 'notice/receipt' },
];
