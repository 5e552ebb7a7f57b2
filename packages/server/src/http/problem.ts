// What went wrong, as RFC 9457 problem details: a closed list of types, each with its status and what to do.

const TYPES = {
  'invalid-request': [422, 'The request is not as the operation wants it', 'mend the fields that errors names'],
  'not-json': [415, 'The body is not JSON', 'send JSON with content-type: application/json'],
  'body-too-large': [413, 'The body is larger than the operation takes', 'send less at once'],
  'wrong-media-type': [
    415,
    'The body is of another type than the operation takes',
    'send one of the types that detail names',
  ],
  'not-signed-in': [401, 'Nobody is signed in', 'sign in, or send an API token that has not expired'],
  'not-allowed': [403, 'Your role or token may not do this', 'ask somebody whose role may; detail names the roles'],
  'cross-site': [403, 'The request came from another site', 'open the page itself and try again'],
  'not-found': [
    404,
    'There is nothing at this address',
    'look at the list it was taken from; it may have been removed',
  ],
  'no-such-operation': [404, 'The API has no such operation', 'see /api/openapi.json'],
  'wrong-method': [405, 'The address takes other methods', 'see /api/openapi.json'],
  conflict: [409, 'The state of the thing does not allow this', 'read it again; detail says what stands against it'],
  'not-ready': [409, 'The notice is not fit to be frozen', 'mend what errors names, then freeze it'],
  'key-reused': [409, 'The idempotency key was used for another request', 'make a new key for a new request'],
  'still-running': [
    409,
    'The first request with this key is still being worked on',
    'ask again in a moment with the same key',
  ],
  'version-missing': [
    428,
    'Somebody may have changed it since you read it',
    'send If-Match with the version that you read',
  ],
  'version-old': [412, 'Somebody changed it since you read it', 'read it again, then repeat your change'],
  'too-many-requests': [429, 'Too many requests', 'wait for the seconds that Retry-After names'],
  'set-up-done': [
    409,
    'The first administrator exists already',
    'sign in; a lost password is replaced by an administrator',
  ],
  'bad-token': [403, 'The link is wrong, used or expired', 'ask an administrator for a new one'],
  'refused-address': [
    422,
    'The address may not be connected to',
    'give an address outside of loopback and private networks',
  ],
  unavailable: [503, 'A part of the platform is away', 'wait; what was accepted is kept, and goes on when it is back'],
  'internal-error': [500, 'The platform made a mistake', 'tell its makers the request id; nothing was half done'],
} as const satisfies Record<string, readonly [status: number, title: string, remedy: string]>;

export type ProblemType = keyof typeof TYPES;

export interface FieldError {
  /** JSON pointer into the request, which begins with /body, /query or /params. */
  readonly pointer: string;
  readonly detail: string;
}

/** An expected failure of an operation: a value, not an exception. */
export class Problem {
  readonly type: ProblemType;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    type: ProblemType,
    more: {
      readonly detail?: string;
      readonly errors?: readonly FieldError[];
      readonly headers?: Record<string, string>;
    } = {},
  ) {
    this.type = type;
    this.detail = more.detail;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }

  get status(): number {
    return TYPES[this.type][0];
  }

  /** The document of RFC 9457, with `remedy` and `errors` beside its own members. */
  toDocument(requestId: string): Record<string, unknown> {
    const [status, title, remedy] = TYPES[this.type];
    return {
      type: `/problems/${this.type}`,
      title,
      status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      remedy,
      requestId,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

/**
 * @example
 * return problem('conflict', { detail: 'the notice is frozen' });
 */
export function problem(type: ProblemType, more: ConstructorParameters<typeof Problem>[1] = {}): Problem {
  return new Problem(type, more);
}

export const PROBLEM_TYPES = Object.keys(TYPES) as readonly ProblemType[];
