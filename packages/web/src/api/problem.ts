// What went wrong, as the server says it (RFC 9457), or as the browser sees it where no answer came.

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

/** Reads the body of a failed answer; foreign, so every member is looked at. */
export async function problemOf(response: Response): Promise<ProblemDocument> {
  const body: unknown = await response.json().catch(() => undefined);
  const members = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const { errors } = members;
  const text = (name: string) => (typeof members[name] === 'string' ? members[name] : undefined);
  return {
    type: text('type')?.split(/[/:#]/).at(-1) ?? text('code') ?? `status-${response.status}`,
    status: response.status,
    title: text('title') ?? text('message') ?? response.statusText,
    detail: text('detail'),
    remedy: text('remedy'),
    errors: Array.isArray(errors) ? errors.filter(isFieldError) : [],
  };
}

function isFieldError(value: unknown): value is ProblemDocument['errors'][number] {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'detail' in value;
}

/** What the server says of one field of the body, as in `errorAt(problem, 'name')`. */
export function errorAt(problem: ProblemDocument | undefined, field: string): string | undefined {
  return problem?.errors.find(({ pointer }) => pointer === `/body/${field}` || pointer.startsWith(`/body/${field}/`))
    ?.detail;
}
