// Questions and acts of pages, over react-query: answers are kept, asked again when something changed, and shared between parts of a page.
import {
  QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { type AnswerOf, type Arguments, ask, type OperationId } from './client.ts';
import { type ProblemDocument, ProblemError } from './problem.ts';

/** How long an answer counts as fresh where the live stream says nothing. */
const FRESH_MS = 30_000;

/** The store of answers; one for each opened page. */
export function createAnswers(): QueryClient {
  const answers = new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: (count, failure) => count < 2 && isAway(failure), throwOnError: false },
    },
  });
  // What is gone, or is kept from the reader by now, does not stay on the screen because it was there a moment ago.
  answers.getQueryCache().subscribe(({ type, query }) => {
    const { error, data } = query.state;
    if (type === 'updated' && data !== undefined && isGone(error)) query.setState({ data: undefined });
  });
  return answers;
}

function isGone(failure: unknown): boolean {
  return failure instanceof ProblemError && (failure.problem.status === 404 || failure.problem.status === 403);
}

function isAway(failure: unknown): boolean {
  return !(failure instanceof ProblemError) || failure.problem.status === 0 || failure.problem.status === 503;
}

/** The question as react-query wants it. */
export function question<K extends OperationId>(id: K, given: Arguments<K>) {
  return queryOptions({
    queryKey: [id, given] as const,
    queryFn: ({ signal }) => ask(id, given, signal),
  });
}

/** The answer; the part of the page that asks waits for it, and a problem goes to the boundary around it. */
export function useAnswer<K extends OperationId>(id: K, given: Arguments<K>): AnswerOf<K> {
  return useSuspenseQuery(question(id, given)).data as AnswerOf<K>;
}

/** The answer as of now, and not one that was kept: for what nothing tells of changes. */
export function useFreshAnswer<K extends OperationId>(id: K, given: Arguments<K>): AnswerOf<K> {
  return useSuspenseQuery({ ...question(id, given), staleTime: 0, refetchOnMount: 'always' }).data as AnswerOf<K>;
}

/** The answer, asked again from time to time while the page is looked at: for what changes too often to be told of. */
export function useAnswerEvery<K extends OperationId>(everyMs: number, id: K, given: Arguments<K>): AnswerOf<K> {
  return useSuspenseQuery({ ...question(id, given), refetchInterval: everyMs }).data as AnswerOf<K>;
}

/** The answer where there is one already; nothing waits. */
export function useMaybeAnswer<K extends OperationId>(id: K, given: Arguments<K>, enabled = true) {
  const { data, error, isPending } = useQuery({ ...question(id, given), enabled });
  return { answer: data as AnswerOf<K> | undefined, problem: problemIn(error), pending: isPending };
}

export interface Act<K extends OperationId> {
  readonly run: (given: Arguments<K>) => void;
  readonly busy: boolean;
  /** Of the last time that it was done. */
  readonly answer: AnswerOf<K> | undefined;
  readonly problem: ProblemDocument | undefined;
  readonly forget: () => void;
}

/** Something that a person does. Afterwards everything on the screen is asked again. */
export function useAct<K extends OperationId>(
  id: K,
  {
    onDone,
    onProblem,
  }: { onDone?: (answer: AnswerOf<K>) => void; onProblem?: (problem: ProblemDocument) => void } = {},
): Act<K> {
  const answers = useQueryClient();
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: (given: Arguments<K>) => ask(id, given),
    onSuccess: async (answer) => {
      onDone?.(answer);
      await answers.invalidateQueries();
    },
    onError: (failure) => {
      const problem = problemIn(failure);
      if (problem) onProblem?.(problem);
    },
  });
  return { run: (given) => mutate(given), busy: isPending, answer: data, problem: problemIn(error), forget: reset };
}

/** Asks for something once, when a person wants it: what is read so is not asked again by itself, since each look is recorded. */
export function useLook<K extends OperationId>(id: K): Omit<Act<K>, 'forget'> {
  const { mutate, isPending, error, data } = useMutation({ mutationFn: (given: Arguments<K>) => ask(id, given) });
  return { run: (given) => mutate(given), busy: isPending, answer: data, problem: problemIn(error) };
}

export function problemIn(failure: unknown): ProblemDocument | undefined {
  if (failure === null || failure === undefined) return undefined;
  if (failure instanceof ProblemError) return failure.problem;
  return { type: 'page-failed', status: 0, title: failure instanceof Error ? failure.message : 'unknown', errors: [] };
}
