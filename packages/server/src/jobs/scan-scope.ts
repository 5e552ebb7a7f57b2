// The job that scans a scope. One of a scope is worked on at a time, and one may wait.
import { SCAN_SCOPE, type ScanScopeData } from '../watch/request-scan.ts';
import { runScan, type Watching } from '../watch/run-scan.ts';
import type { JobKind } from './jobs.ts';

const DAY_S = 24 * 60 * 60 - 1;

export function scanScope(watching: Watching): JobKind<ScanScopeData> {
  return {
    name: SCAN_SCOPE,
    retries: 3,
    // A large network takes hours.
    expiresAfterS: DAY_S,
    concurrency: 4,
    // The scans themselves are kept beside it, and there may be one a second.
    keptS: 60 * 60,
    work: ({ scopeId }, signal) => runScan(watching, scopeId, signal),
  };
}
