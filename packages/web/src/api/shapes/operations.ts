// The operations of the API by their names: what each takes and answers. Types alone; nothing of the server comes into the browser.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Operations as Served } from '@vigie/server/api';

/** How many rows a list has; where it is not exact, there are more than that. */
export interface Total {
  readonly rows: number;
  readonly exact: boolean;
}

/** A page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
  /** With the first page. */
  readonly total?: Total | undefined;
}

/** What is undefined is not taken. */
export type Operations = {
  readonly [Id in keyof Served]: {
    readonly params: ParamsOf<Id>;
    readonly query: QueryOf<Id>;
    readonly body: BodyOf<Id>;
    readonly answer: AnswerOf<Id>;
  };
};
