// Logs as they are written: inputs that keep their place, and the state that survives a killed process.
export {
  type FollowCounts,
  FollowFault,
  type Following,
  type FollowOptions,
  follow,
  placeOfRef,
  type SetAside,
  type Told,
} from './follow.ts';
export type { Batch, Input, Line, Place } from './inputs/input.ts';
export { tailInput } from './inputs/tail.ts';
export { type Journal, openJournal } from './keep/journal.ts';
export { createSeal, type Seal } from './keep/seal.ts';
export { listenHttp, type PushOptions } from './listeners/http.ts';
export { isLoopback, ListenFault, type Listening } from './listeners/listening.ts';
export { linesOfOtlp } from './listeners/otlp.ts';
export { listenSyslog, type SyslogOptions } from './listeners/syslog.ts';
export { type PollOptions, pollInput } from './polls/query-log.ts';
export { type RuleTerms, ruleFilesIn, termsOf } from './rule-folder.ts';
