// All operations of the API: from this list come the routes, the description, the table of who may do what, and the browser's types.
import type { AnyOperation } from '../http/operation.ts';
import * as accesses from './accesses.ts';
import * as bounceFiles from './bounce-files.ts';
import * as caseMembers from './case-members.ts';
import * as cases from './cases.ts';
import * as channels from './channels.ts';
import * as contactErasure from './contact-erasure.ts';
import * as contacts from './contacts.ts';
import * as detections from './detections.ts';
import * as facts from './facts.ts';
import * as findingChanges from './finding-changes.ts';
import * as findingPast from './finding-past.ts';
import * as findings from './findings.ts';
import * as incidentPages from './incident-pages.ts';
import * as inputChanges from './input-changes.ts';
import * as inputPushes from './input-pushes.ts';
import * as inputs from './inputs.ts';
import * as letterRuns from './letter-runs.ts';
import * as letters from './letters.ts';
import * as lettersTold from './letters-told.ts';
import * as mail from './mail-settings.ts';
import * as notices from './notices.ts';
import * as overview from './overview.ts';
import * as people from './people.ts';
import * as platform from './platform.ts';
import * as register from './register.ts';
import * as ruleFiles from './rule-files.ts';
import * as rules from './rules.ts';
import * as scans from './scans.ts';
import * as scopes from './scopes.ts';
import * as silences from './silences.ts';
import * as stores from './stores.ts';
import * as tasks from './tasks.ts';
import * as valueLists from './value-lists.ts';
import * as visitors from './visitors.ts';
import * as watchSettings from './watch-settings.ts';
import * as webhooks from './webhooks.ts';

type Declared = typeof cases &
  typeof caseMembers &
  typeof contacts &
  typeof contactErasure &
  typeof bounceFiles &
  typeof lettersTold &
  typeof letterRuns &
  typeof letters &
  typeof incidentPages &
  typeof mail &
  typeof facts &
  typeof notices &
  typeof register &
  typeof tasks &
  typeof findings &
  typeof findingChanges &
  typeof findingPast &
  typeof overview &
  typeof scans &
  typeof scopes &
  typeof stores &
  typeof people &
  typeof platform &
  typeof inputs &
  typeof inputChanges &
  typeof rules &
  typeof ruleFiles &
  typeof valueLists &
  typeof watchSettings &
  typeof visitors &
  typeof accesses &
  typeof detections &
  typeof silences &
  typeof inputPushes &
  typeof webhooks &
  typeof channels;

/** Operation id → its declaration's type. */
export type Operations = {
  readonly [Name in keyof Declared as Declared[Name] extends { readonly id: infer Id extends string }
    ? Id
    : never]: Declared[Name];
};

export const OPERATIONS: readonly AnyOperation[] = [
  ...cases.caseOperations,
  ...caseMembers.caseMemberOperations,
  ...contacts.contactOperations,
  ...letterRuns.letterRunOperations,
  ...letters.letterOperations,
  ...lettersTold.lettersToldOperations,
  ...contactErasure.contactErasureOperations,
  ...bounceFiles.bounceFileOperations,
  ...incidentPages.incidentPageOperations,
  ...mail.mailOperations,
  ...facts.factOperations,
  ...notices.noticeOperations,
  ...register.registerOperations,
  ...tasks.taskOperations,
  ...findings.findingOperations,
  ...findingChanges.findingChangeOperations,
  ...findingPast.findingPastOperations,
  ...overview.overviewOperations,
  ...scans.scanOperations,
  ...scopes.scopeOperations,
  ...stores.storeOperations,
  ...people.peopleOperations,
  ...platform.platformOperations,
  ...webhooks.webhookOperations,
  ...channels.channelOperations,
  ...inputs.inputOperations,
  ...inputChanges.inputChangeOperations,
  ...rules.ruleOperations,
  ...ruleFiles.ruleFileOperations,
  ...valueLists.valueListOperations,
  ...watchSettings.watchSettingsOperations,
  ...visitors.visitorOperations,
  ...accesses.accessOperations,
  ...detections.detectionOperations,
  ...silences.silenceOperations,
  ...inputPushes.inputPushOperations,
];
