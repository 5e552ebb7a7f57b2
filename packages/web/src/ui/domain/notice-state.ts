// The signal of a notice's state.
import type { Notice } from '../../api/shapes/cases.ts';
import type { Signal } from '../badge.tsx';

export const NOTICE_SIGNALS: Readonly<Record<Notice['state'], Signal>> = {
  draft: 'hollow',
  frozen: 'amber',
  approved: 'blue',
  withdrawn: 'plain',
  filed: 'green',
};
