// The public surface of @vigie/respond.
export { type AssessOptions, assess } from './assess.ts';
export type {
  AssessedChange,
  AssessedDecision,
  AssessedDuty,
  AssessedFact,
  AssessedReason,
  AssessedRegime,
  AssessedSeverity,
  Assessment,
  OpenQuestion,
} from './assessment.ts';
export { type DayDeadline, daysDeadline, monthsDeadline } from './clocks/calendar-periods.ts';
export { type HoursDeadline, hoursDeadline } from './clocks/hours.ts';
export { type InstantText, instantOf, instantText, isInstant, isTimeZone } from './clocks/instant.ts';
export { createHolidayCalendar, type HolidayCalendar } from './clocks/public-holidays.ts';
export { addWorkingDays, isWorkingDay, type Place, rollForward } from './clocks/working-days.ts';
export { type Decided, type Decision, decide, type Reason } from './decision/decide.ts';
export { type NearestCase, nearestCases } from './decision/nearest-cases.ts';
export { RISK_LEVELS, type RiskLevel, type RiskRange } from './decision/risk.ts';
export { type AnswerEffect, type Outcome, whatAnswersWouldDo } from './decision/what-answers-would-do.ts';
export { type ExposureFault, factsFromExposure, isScanDocument } from './exposure/facts-from-exposure.ts';
export {
  type ContradictingStatement,
  type Contradiction,
  type SettledFacts,
  settleFacts,
} from './facts/contradictions.ts';
export { DATA_CATEGORIES, type DataCategory, SPECIAL_CATEGORIES } from './facts/data-category.ts';
export { FACT_NAMES, FACTS, type FactName, type FactValue } from './facts/definitions.ts';
export { type FactsFault, factsDocument, type NotUnderstood, parseFacts, type ReadFacts } from './facts/document.ts';
export {
  type Certainty,
  type Fact,
  type FactSource,
  type Interval,
  type KnownFact,
  knownValue,
  type Provenance,
  saidBy,
  UNKNOWN,
  type UnknownFact,
} from './facts/fact.ts';
export { type BreachFacts, noFacts, withFact } from './facts/facts.ts';
export { type MergedFacts, mergeFacts } from './facts/merge.ts';
export { instantsOf } from './instants.ts';
export { draftLetter } from './notices/article-34.ts';
export {
  AUTHORITY_FORMS,
  draftAuthorityNotice,
  FORM_AUTHORITIES,
  type FormAuthority,
} from './notices/authority-forms.ts';
export { type AnswerForm, answerFormOf } from './notices/edpb-template/answer-form.ts';
export { parseStatedAnswers, type ReadAnswers, type StatedAnswers } from './notices/edpb-template/stated-answers.ts';
export { type TemplateDocument, templateJson } from './notices/edpb-template/template-json.ts';
export { type EditedLetter, type Shortcoming, shortcomingsOf } from './notices/letters/completeness.ts';
export { groupsOf, LETTER_GROUPS, type LetterGroup } from './notices/letters/groups.ts';
export { markedText, readMarkedText } from './notices/letters/marked-text.ts';
export {
  type Block,
  LANGUAGES,
  type Language,
  type Notice,
  type NoticeDraft,
  type Question,
} from './notices/notice.ts';
export { NOTICES, type NoticeLanguage, noticeLanguage } from './notices/registry.ts';
export { type PlaybookOptions, playbookFor } from './plan/breach/breach-playbook.ts';
export { type ExposedStore, exposedStores } from './plan/breach/exposed-store.ts';
export { type ActionPlan, PHASES, type PhaseId, type PlanTask } from './plan/breach/plan.ts';
export { type PlanOptions, planFor } from './plan/breach/plan-for.ts';
export { ROLES, type RoleId } from './plan/breach/roles.ts';
export type { Command, Playbook, Step, Variable } from './plan/cacao/playbook.ts';
export { type PlaybookFault, type ReadPlaybook, readPlaybook } from './plan/cacao/read-playbook.ts';
export { DEFAULT_LIMITS, type RunContext, type RunLimits } from './plan/run/context.ts';
export { type Executor, pursue, type TaskOutcome } from './plan/run/pursue.ts';
export { advance, openTasks, type StartFault, type StartOptions, startRun } from './plan/run/run.ts';
export type { Effect, Failure, FailureCode, LogEntry, RunEvent, RunState, Task, Transition } from './plan/run/state.ts';
export { type ClockStart, type Due, dueInDays, dueInHours, dueInMonths, lateAfter } from './regimes/due.ts';
export { EEA_AUTHORITIES } from './regimes/eea-authorities.ts';
export { REGIMES } from './regimes/index.ts';
export type {
  Applicability,
  Duty,
  DutyContext,
  Instants,
  LegalSource,
  Phase,
  Regime,
  RegimeVersion,
} from './regimes/regime.ts';
export { changedRecord, newRecord, type RecordChange } from './register/change.ts';
export type { RegisterDocument } from './register/document.ts';
export type { RegisterLanguage } from './register/languages.ts';
export { factsOfRecord, missingParts } from './register/missing.ts';
export { MISSING_PARTS } from './register/missing-part.ts';
export {
  CaseIdSchema,
  parseRecord,
  type RegisterRecord,
  RegisterRecordSchema,
  RULINGS,
  type Ruling,
  type SentNotice,
} from './register/record.ts';
export { draftRecord, draftRegister } from './register/record-draft.ts';
export { REGISTER_COLUMNS, registerRows } from './register/table.ts';
export { BANDS, type Band, bandOf, type Circumstances, enisaSeverity, type SeverityInputs } from './severity/enisa.ts';
export { type Mover, type ScoreRange, type Severity, severityOf } from './severity/severity.ts';
