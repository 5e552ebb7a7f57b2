// What went wrong, as the server says it (RFC 9457), or as the browser sees it where no answer came.
import * as v from 'valibot';

export interface ProblemDocument {
  /** Machine-readable, as in `version-old`; the last part of the document's `type`. */
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly remedy?: string | undefined;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

/** An answer that is a problem. Thrown, since react-query and error boundaries take failures so. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** No answer came: the network or the server is away. */
export const AWAY: ProblemDocument = { type: 'no-answer', status: 0, title: 'No answer', errors: [] };

const FieldErrors = v.array(v.object({ pointer: v.string(), detail: v.string() }));
const Text = v.optional(v.fallback(v.optional(v.string()), undefined));

/** A problem document; or what the sign-in library says, with `code` and `message`. */
const Body = v.fallback(
  v.object({
    type: Text,
    code: Text,
    title: Text,
    message: Text,
    detail: Text,
    remedy: Text,
    errors: v.optional(v.fallback(FieldErrors, []), []),
  }),
  { errors: [] },
);

/** Reads the body of a failed answer; it may come from a proxy between, hence of any form. */
export async function problemOf(response: Response): Promise<ProblemDocument> {
  const body = v.parse(Body, await response.json().catch(() => undefined));
  return {
    type: body.type?.split(/[/:#]/).at(-1) ?? body.code ?? `status-${response.status}`,
    status: response.status,
    title: body.title ?? body.message ?? response.statusText,
    detail: body.detail,
    remedy: body.remedy,
    errors: body.errors,
  };
}

/** What the server says of one field of the body, as in `errorAt(problem, 'name')`. */
export function errorAt(problem: ProblemDocument | undefined, field: string): string | undefined {
  return problem?.errors.find(({ pointer }) => pointer === `/body/${field}` || pointer.startsWith(`/body/${field}/`))
    ?.detail;
}
