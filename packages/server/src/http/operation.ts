// The declaration of one operation of the API: from it come the route, validation, access, OpenAPI and the browser's types.
import type * as v from 'valibot';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/roles.ts';
import type { Room } from '../room.ts';
import { weakTagOf } from './etag.ts';
import type { Problem } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Schema = v.GenericSchema | undefined;
type Out<S extends Schema> = S extends v.GenericSchema ? v.InferOutput<S> : undefined;

/** Who is asking: for operations open to everybody, maybe nobody. */
type Asker<P> = P extends 'nobody' ? Actor | undefined : Actor;

interface Asked<Params extends Schema, Query extends Schema, Body extends Schema, May> {
  readonly room: Room;
  readonly actor: Asker<May>;
  readonly params: Out<Params>;
  readonly query: Out<Query>;
  readonly body: Out<Body>;
  /** The number in If-Match; given where the operation is `versioned`. */
  readonly version: number;
  /** The address that the request came from, for limits; not to be kept. */
  readonly address: string;
  /** The raw body where `takes` names media types: a stream, bounded by `limitBytes`. */
  readonly stream: ReadableStream<Uint8Array> | undefined;
  /** The request itself, for what the fields above do not tell. */
  readonly request: Request;
}

/** A document that is not JSON: a PDF, a CSV. */
export class Attachment {
  readonly content: Uint8Array | string | ReadableStream<Uint8Array>;
  readonly mediaType: string;
  readonly name: string;

  constructor(content: Uint8Array | string | ReadableStream<Uint8Array>, mediaType: string, name: string) {
    this.content = content;
    this.mediaType = mediaType;
    this.name = name;
  }
}

/** An answer whose JSON was put together before, for requests that come by the thousand. */
export class Encoded {
  readonly body: string;
  readonly etag: string;

  constructor(answer: unknown) {
    this.body = JSON.stringify(answer);
    this.etag = weakTagOf(this.body);
  }
}

export interface Operation<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Answer extends Schema = Schema,
  May extends Permission | 'nobody' = Permission | 'nobody',
  Id extends string = string,
> {
  /** As in `listFindings`: the name in OpenAPI and in the browser's client. */
  readonly id: Id;
  readonly method: Method;
  /** As in `/api/findings/:id`. */
  readonly path: string;
  /** One line for the documentation. */
  readonly summary: string;
  /** The permission it takes, or `nobody` where no one has to be signed in. */
  readonly may: May;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The schema of the answer's JSON; left out for 204 and attachments. */
  readonly answer?: Answer;
  /** Of a success: 200 where nothing is said, 204 without an answer. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The thing carries a version, and the request has to say which one it changes. */
  readonly versioned?: boolean;
  /** Media types of a body that is not JSON, which then comes as a stream. */
  readonly takes?: readonly string[];
  /** Media types of an answer that is not JSON. */
  readonly gives?: readonly string[];
  /** Largest body in bytes; 1 MiB where nothing is said. */
  readonly limitBytes?: number;
  /** False where what is sent is looked at later: no answer that was given before is another one by it. */
  readonly isRead?: boolean;
  run(
    asked: Asked<Params, Query, Body, May>,
  ): Promise<(Answer extends v.GenericSchema ? v.InferInput<Answer> : undefined) | Problem | Attachment | Encoded>;
}

/** Declares an operation; only fixes its types. */
export function operation<
  const Params extends Schema = undefined,
  const Query extends Schema = undefined,
  const Body extends Schema = undefined,
  const Answer extends Schema = undefined,
  const May extends Permission | 'nobody' = Permission | 'nobody',
  const Id extends string = string,
>(declared: Operation<Params, Query, Body, Answer, May, Id>): Operation<Params, Query, Body, Answer, May, Id> {
  return declared;
}

/** Any operation, where its types no longer matter. */
// biome-ignore lint/suspicious/noExplicitAny: parameters of `run` differ by operation, and only the app calls it, after validation.
export type AnyOperation = Operation<any, any, any, any, any, string>;
