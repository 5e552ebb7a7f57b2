// What the thread of the embedded engine is asked, and what it answers.
import type { Parameters } from '../engine.ts';
import type { EngineError } from '../fault.ts';

export type Request =
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'command'; readonly sql: string }
  | { readonly kind: 'insert'; readonly table: string; readonly lines: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'select'; readonly sql: string; readonly parameters: Parameters }
  /** Writes an answer to a new file, as lines of JSON, compressed by gzip. */
  | { readonly kind: 'write-out'; readonly sql: string; readonly file: string }
  | { readonly kind: 'close' };

/** Requests carry numbers, by which answers are given to who asked. */
export type Numbered = Request & { readonly id: number };

export type Answer =
  | { readonly id: number; readonly text: string }
  | { readonly id: number; readonly error: EngineError };
