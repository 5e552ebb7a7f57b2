// What the thread of the embedded engine is asked, and what it answers.
import type { Parameters } from '../engine.ts';
import type { EngineError } from '../fault.ts';

export type Request =
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'command'; readonly sql: string }
  | { readonly kind: 'insert'; readonly table: string; readonly lines: Uint8Array }
  | { readonly kind: 'select'; readonly sql: string; readonly parameters: Parameters }
  | { readonly kind: 'begin-reading'; readonly sql: string }
  /** Answered with the next part, or with nothing at the end. */
  | { readonly kind: 'read-on' }
  | { readonly kind: 'stop-reading' }
  | { readonly kind: 'close' };

/** Requests carry numbers, since answers come in any order. */
export type Numbered = Request & { readonly id: number };

export type Answer =
  | { readonly id: number; readonly part: Uint8Array | undefined }
  | { readonly id: number; readonly error: EngineError };
