// @vigie/probe speaks to data stores: finds them, names them, and tells what a stranger may do there.
export { type Budgets, DEFAULT_BUDGETS } from './budgets.ts';
export type { Untested, UntestedReason } from './coverage.ts';
export type { OtherService, StoreReport } from './encounter.ts';
export { atLeast, type Evidence, type Finding, type Remedy, type Rule, SEVERITIES, type Severity } from './finding.ts';
export { safeName } from './foreign-text.ts';
export { type Collection, type Column, type Container, type Inventory, totalsOf } from './inventory.ts';
export type { Rates } from './net/rate.ts';
export { resolveBySystem } from './net/resolve.ts';
export { PortFault, parsePorts } from './ports.ts';
export { type Answer, type Posture, VERBS, VERDICTS, type Verb, type Verdict, verdictOf } from './posture.ts';
export {
  canResume,
  type Progress,
  type RunningScan,
  type ScanHost,
  type ScanReport,
  type ScanRequest,
  type ScanState,
  type Standing,
  startScan,
} from './scan.ts';
export { isLoopback, parseScopeFile, type Scope, ScopeFault, type ScopeFile, scopeOf } from './scope.ts';
export type { DefaultPort, ProductName, StoreDefinition } from './store.ts';
export { STORES } from './stores/index.ts';
export {
  parseExclusions,
  parseTargetList,
  type Resolve,
  resolveTargets,
  TargetFault,
  type Targets,
} from './targets.ts';
export type { TranscriptEntry } from './transcript.ts';
