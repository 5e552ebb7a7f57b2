// What the thread that reads a copy of the records is asked, and what it answers.
import type { PostgresQueryResult } from 'kysely';

export type ToCopy =
  | { readonly what: 'query'; readonly id: number; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly what: 'close' };

export type FromCopy =
  | { readonly id: number; readonly result: PostgresQueryResult<never> }
  | { readonly id: number; readonly failed: string };
