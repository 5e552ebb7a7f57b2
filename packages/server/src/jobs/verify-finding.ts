// The job that verifies whether a finding is mended.
import type { Watching } from '../watch/run-scan.ts';
import { VERIFY_FINDING, type VerifyFindingData, verifyFinding } from '../watch/verify-finding.ts';
import type { JobKind } from './jobs.ts';

export function verifyFindingJob(watching: Watching): JobKind<VerifyFindingData> {
  return {
    name: VERIFY_FINDING,
    retries: 3,
    expiresAfterS: 10 * 60,
    concurrency: 2,
    work: ({ findingId }, signal) => verifyFinding(watching, findingId, signal),
  };
}
