// Foreign input becomes exact types here, or a problem that names the field.
import * as v from 'valibot';
import { type FieldError, type Problem, problem } from './problem.ts';

/** @param part where the input stood: body, query or params */
export function validate<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  part: 'body' | 'query' | 'params',
): { readonly value: v.InferOutput<S> } | Problem {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return { value: result.output };
  const errors = result.issues.slice(0, MOST_ERRORS).map((issue) => errorOf(issue, part));
  return problem('invalid-request', { errors });
}

const MOST_ERRORS = 50;

/** The library's own message quotes the input, which may be personal: only what was expected is told. */
function errorOf(issue: v.BaseIssue<unknown>, part: string): FieldError {
  const keys = issue.path?.map(({ key }) => String(key)) ?? [];
  const pointer = ['', part, ...keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
  return {
    pointer,
    detail:
      issue.kind === 'validation' && isOurs(issue) ? issue.message : `expected ${issue.expected ?? wordOf(issue)}`,
  };
}

/** A message that a schema of ours gives does not begin as the library's do. */
function isOurs(issue: v.BaseIssue<unknown>): boolean {
  return !issue.message.startsWith('Invalid ');
}

function wordOf(issue: v.BaseIssue<unknown>): string {
  return issue.type.replaceAll('_', ' ');
}
