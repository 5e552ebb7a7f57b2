// Whether a finding is mended: only where the same questions were asked again and refused. A timeout is "cannot tell".
import { type Posture, VERBS } from '@vigie/probe';
import type { Sight, UnsureWhy } from './sight.ts';

export const RESULTS = ['mended', 'still-open', 'cannot-tell'] as const;
export type Result = (typeof RESULTS)[number];

export interface Judgement {
  readonly result: Result;
  readonly why: UnsureWhy | 'still-answered' | 'questions-refused' | 'port-refused' | 'another-product' | 'scan-failed';
}

/**
 * @param rule of the finding
 * @param before what strangers were known to be able to do when the finding was last seen
 */
export function judge(rule: string, before: Posture, sight: Sight): Judgement {
  if (sight.kind === 'unsure') return { result: 'cannot-tell', why: sight.why };
  if (sight.kind === 'refused') return { result: 'mended', why: 'port-refused' };
  if (sight.kind === 'replaced') return { result: 'mended', why: 'another-product' };
  const { findings, verdict, posture } = sight.report;
  if (findings.some((finding) => finding.rule === rule)) return { result: 'still-open', why: 'still-answered' };
  if (verdict === 'closed') return { result: 'mended', why: 'questions-refused' };
  // A question that was answered then and met silence now was not asked again, as far as anybody can tell.
  const silent = VERBS.some((verb) => before[verb] === 'yes' && posture[verb] === 'unknown');
  if (verdict === 'unknown' || silent) return { result: 'cannot-tell', why: 'answers-do-not-tell' };
  return { result: 'mended', why: 'questions-refused' };
}
