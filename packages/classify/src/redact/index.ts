// Redaction: text, lines of JSON, values and streams, by kind and by key.
export { pinoRedaction, type WinstonInfo, winstonRedaction } from './loggers.ts';
export {
  ACTIONS,
  type Action,
  DEFAULT_POLICY,
  isAction,
  type KeyRule,
  type KindRule,
  PolicyFault,
  parsePolicy,
  type RedactionPolicy,
} from './policy.ts';
export {
  type BytesOptions,
  createRedactor,
  type Redactor,
  type RedactorOptions,
  type WhyWithheld,
} from './redactor.ts';
export {
  createRedactionTransform,
  createRedactionTransformStream,
  redactStream,
  type StreamOptions,
} from './stream.ts';
