// Decoys: open stores that nobody has a reason to touch, and what is told of who touches them.
export { DECOY_KINDS, type DecoyKind, type Intent } from './decoy.ts';
export { DECOYS } from './decoys/index.ts';
export { type Honey, makeHoney } from './honey/honey.ts';
export { type DecoyOptions, type Limits, type RunningDecoy, startDecoy } from './net/start-decoy.ts';
export type { Touch } from './touch.ts';
export { MAX_TRANSCRIPT, type Transcript, type TranscriptPart } from './transcript.ts';
export { createViews } from './view.ts';
