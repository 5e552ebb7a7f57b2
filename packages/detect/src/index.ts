// The engine that reads events as they come: Sigma rules, correlations, and what fired, with why.
export type { Attack, AttackKind, Where } from './attacks/attack.ts';
export { attacksIn } from './attacks/attacks-in.ts';
export { attacksInRequest, type RequestAttack } from './attacks/attacks-in-request.ts';
export { type Access, accessOf } from './behaviour/access.ts';
export type { Alert } from './behaviour/alert.ts';
export type { Fact, Ground } from './behaviour/fact.ts';
export type { Opinion } from './behaviour/feedback.ts';
export type { Ref } from './correlation/group-window.ts';
export type { Detection } from './detection.ts';
export { createDetector, type Detector, type DetectorCounts, type DetectorSnapshot } from './detector.ts';
export { createPlainEvaluator } from './evaluate/evaluator.ts';
export { createTrial, type Trial } from './evaluate/trial.ts';
export type { Fields } from './events/event.ts';
export { eventTimeOf } from './events/event-time.ts';
export {
  authenticationEvent,
  type DatastoreTold,
  datastoreEvent,
  type HttpTold,
  httpEvent,
} from './events/ocsf.ts';
export { instantOf } from './events/times.ts';
export { createTokenRecogniser, type FoundToken, type TokenRecogniser } from './honeytokens/recogniser.ts';
export { createTokenMint, TOKEN_KINDS, type TokenKind, type TokenMint } from './honeytokens/token.ts';
export {
  createLogReader,
  LOG_FORMATS,
  type LogReader,
  type LogReaderOptions,
  type LogReaderState,
  type LogRecord,
  logReaderStateOf,
} from './log-reader.ts';
export { createSeries, type Reading, type Series, type SeriesOptions, type SeriesSnapshot } from './series/series.ts';
export type { MappedFields } from './sigma/field-mapping.ts';
export { readSite, type Site } from './sigma/read-site.ts';
export { type About, LEVELS, type Level, type LogSource } from './sigma/rule.ts';
export {
  type CompiledCorrelation,
  type CompiledRule,
  loadRules,
  type RuleFault,
  type RuleSet,
  type RuleText,
} from './sigma/rule-set.ts';
export { mappedSource } from './sources/mapped.ts';
export { ACTIVITIES as MAPPED_ACTIVITIES, FIELDS as MAPPED_FIELD_NAMES } from './sources/mapping/mapping.ts';
export type { Source } from './sources/source.ts';
export { readStatement } from './sql/read-statement.ts';
export type { Dialect, Statement, Trait } from './sql/statement.ts';
export { createWatch, type Watch, type WatchOptions } from './watch.ts';
export type { SnapshotFault, WatchSnapshot } from './watch-snapshot.ts';
