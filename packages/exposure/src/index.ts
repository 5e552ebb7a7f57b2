// @vigie/exposure is where probe meets classify: the only code that ever sees a value, and it forgets it.
export type {
  Basis,
  ColumnExposure,
  Conversations,
  DatasetExposure,
  Exposure,
  KindExposure,
  Searches,
} from './exposure.ts';
export { type FileNote, type FileSource, openFileSource } from './files/file-source.ts';
export { type InputFile, inputOfFile, inputOfStream, openInput } from './files/input-file.ts';
export { type Walk, type WalkedFile, type WalkOptions, walk } from './files/walk.ts';
export { askIssuer, type IssuerReport } from './issuers/ask.ts';
export { ISSUERS } from './issuers/index.ts';
export type { Issuer } from './issuers/issuer.ts';
export { placeOfSecret, shownAddress } from './issuers/question.ts';
export { entryOf, type HeldSecret, holdSecret, LONGEST_SECRET, SecretFault, wanted } from './issuers/secret.ts';
export { createPrivateHash } from './keyed-hash.ts';
export { type UnknownKind, unknownKinds } from './kinds-asked.ts';
export { openQueryLog, queryLogUrlFault } from './logs/open-query-log.ts';
export type { QueryLog, QueryLogEntry, QueryLogOptions, QueryLogPage, QueryLogPlace } from './logs/query-log.ts';
export { type MeasureOptions, measureExposure } from './measure.ts';
export type { NetHost } from './net/connect.ts';
export { type IssuerHost, systemIssuerHost } from './net/issuer-exchange.ts';
export { isStoreUrl, openFoundStore, openSource } from './open-source.ts';
export { createPeopleCounter, type PersonKey } from './people/people-counter.ts';
export type { SensesOptions } from './reading/senses.ts';
export { type Count, isFault, type Source, type SourceFault } from './source.ts';
export { findInRows, type RowFinding, type RowThreads, startRowThreads } from './texts/find-in-rows.ts';
export { findInText, startTextThreads, type TextFinding, type TextThreads } from './texts/find-in-text.ts';
