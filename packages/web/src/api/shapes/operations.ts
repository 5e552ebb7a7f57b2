// The operations of the API by their names: what each takes and answers. Types alone; nothing of the server comes into the browser.
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Operations as Served } from '@vigie/server/api';

/** A page of a list; `next` is the cursor of the following one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
  /** All there are, where the list says so. */
  readonly total?: number | undefined;
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
