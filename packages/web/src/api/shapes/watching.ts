// What is watched: inputs, detections, silences, accesses to a store, visitors of a case; as the API answers.
import type { AnswerOf, BodyOf } from '@vigie/server/api';

export type Input = AnswerOf<'listInputs'>['items'][number];
export type InputKind = Input['kind'];
export type NewInput = BodyOf<'createInput'>;
export type InputChange = BodyOf<'changeInput'>;

export type DetectionSummary = AnswerOf<'listDetections'>['items'][number];
export type Detection = AnswerOf<'getDetection'>;
export type DetectionLevel = Detection['level'];
export type DetectionState = Detection['state'];
export type BehaviourFact = Detection['facts'][number];
export type Around = NonNullable<Detection['around']>;
export type StoreAccesses = AnswerOf<'getStoreAccesses'>;
/** What was accessed in a stretch of time. */
export type Amounts = Pick<StoreAccesses['buckets'][number], 'queries' | 'rows' | 'bytes' | 'failures'>;
export type CaseVisitors = AnswerOf<'getCaseVisitors'>;
export type VisitorGroup = CaseVisitors['groups'][number];
export type VisitorClass = VisitorGroup['class'];
export type Silence = AnswerOf<'listSilences'>['items'][number];

/** The order in which pages show them; the types hold them to the API's words. */
export const INPUT_KINDS = ['push', 'file', 'poll'] as const satisfies readonly InputKind[];
export const DETECTION_LEVELS = [
  'critical',
  'high',
  'medium',
  'low',
  'informational',
] as const satisfies readonly DetectionLevel[];
export const DETECTION_STATES = [
  'new',
  'not-expected',
  'expected',
  'closed',
] as const satisfies readonly DetectionState[];
/** From the least to the most worrying. */
export const VISITOR_CLASSES = [
  'known-scanner',
  'own-service',
  'person',
  'stranger',
  'nobody',
] as const satisfies readonly VisitorClass[];
