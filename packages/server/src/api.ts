// The types of the API for the browser's side: operations by id, and what goes in and comes out of each.
import type * as v from 'valibot';
import type { Operations } from './operations/index.ts';

export type { Permission, Role } from './access/roles.ts';
export type { ProblemType } from './http/problem.ts';
export type { ChangeKind } from './live/changes.ts';
export type { Operations } from './operations/index.ts';

type Schemas<Id extends keyof Operations> = Operations[Id] extends {
  readonly params?: infer P;
  readonly query?: infer Q;
  readonly body?: infer B;
  readonly answer?: infer A;
}
  ? { params: P; query: Q; body: B; answer: A }
  : never;

type In<S> = S extends v.GenericSchema ? v.InferInput<S> : undefined;
type Out<S> = S extends v.GenericSchema ? v.InferOutput<S> : undefined;

export type ParamsOf<Id extends keyof Operations> = In<NonNullable<Schemas<Id>['params']>>;
export type QueryOf<Id extends keyof Operations> = In<NonNullable<Schemas<Id>['query']>>;
export type BodyOf<Id extends keyof Operations> = In<NonNullable<Schemas<Id>['body']>>;
/** What the answer's JSON holds. */
export type AnswerOf<Id extends keyof Operations> = Out<NonNullable<Schemas<Id>['answer']>>;
