// Random playbooks from the grammar of steps, for property tests: nested as the specification wants them, or any step pointing anywhere.
import fc from 'fast-check';
import { action, playbookId, type ShortPlaybook, type ShortStep } from './playbook-of.ts';

/** A part of a workflow that begins somewhere and goes on at one place. */
type Block =
  | { readonly kind: 'do'; readonly delay?: number; readonly timeout?: number; readonly isHandled: boolean }
  | { readonly kind: 'sequence'; readonly of: readonly Block[] }
  | { readonly kind: 'all'; readonly of: readonly Block[]; readonly timeout?: number }
  | { readonly kind: 'if'; readonly whenTrue: Block; readonly whenFalse?: Block }
  | { readonly kind: 'while'; readonly body: Block }
  | { readonly kind: 'switch'; readonly of: readonly Block[] }
  | { readonly kind: 'call' };

const moment = fc.integer({ min: 0, max: 20 });

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      { kind: fc.constant('do'), delay: moment, timeout: moment, isHandled: fc.boolean() },
      { requiredKeys: ['kind', 'isHandled'] },
    ),
    fc.record({ kind: fc.constant('call') }),
    fc.record({ kind: fc.constant('sequence'), of: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record(
      { kind: fc.constant('all'), of: fc.array(tie('block'), { minLength: 2, maxLength: 3 }), timeout: moment },
      { requiredKeys: ['kind', 'of'] },
    ),
    fc.record(
      { kind: fc.constant('if'), whenTrue: tie('block'), whenFalse: tie('block') },
      { requiredKeys: ['kind', 'whenTrue'] },
    ),
    fc.record({ kind: fc.constant('while'), body: tie('block') }),
    fc.record({ kind: fc.constant('switch'), of: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
  ) as fc.Arbitrary<Block>,
}));

/** A playbook whose parts are nested properly, and the one that it calls. */
export const nestedPlaybooks: fc.Arbitrary<readonly [ShortPlaybook, ShortPlaybook]> = fc
  .tuple(block, block, fc.boolean())
  .map(([outer, inner, hasException]) => [written(outer, 1, hasException), written(inner, 2, false)]);

const VARIABLES = { __go__: { type: 'string', value: 'yes' } };

function written(root: Block, number: number, hasException: boolean): ShortPlaybook {
  const steps: Record<string, ShortStep> = {};
  let last = 0;
  const name = () => {
    last += 1;
    return `step ${last}`;
  };
  /** @returns the name of the first step of the block, after whose end comes `next` */
  const write = (part: Block, next: string): string => {
    if (part.kind === 'sequence') return part.of.reduceRight((after, one) => write(one, after), next);
    const own = name();
    steps[own] = stepOf(part, next, (inner) => {
      const end = name();
      steps[end] = { type: 'end' };
      return write(inner, end);
    });
    return own;
  };
  steps.begin = { type: 'start', on_completion: 'end' };
  steps.end = { type: 'end' };
  steps.alarm = action({ on_completion: 'end' });
  steps.begin = { type: 'start', on_completion: write(root, 'end') };
  return { number, steps, variables: VARIABLES, ...(hasException ? { exception: 'alarm' } : {}) };
}

function stepOf(part: Exclude<Block, { kind: 'sequence' }>, next: string, branch: (inner: Block) => string): ShortStep {
  switch (part.kind) {
    case 'do': {
      const { delay, timeout, isHandled } = part;
      const after = isHandled ? { on_success: next, on_failure: next } : { on_completion: next };
      return action({
        ...after,
        ...(delay === undefined ? {} : { delay }),
        ...(timeout === undefined ? {} : { timeout }),
        out_args: ['__go__'],
      });
    }
    case 'call':
      return { type: 'playbook-action', playbook_id: playbookId(2), on_completion: next };
    case 'all':
      return {
        type: 'parallel',
        next_steps: part.of.map(branch),
        on_completion: next,
        ...(part.timeout === undefined ? {} : { timeout: part.timeout }),
      };
    case 'if':
      return {
        type: 'if-condition',
        condition: "__go__:value = 'yes'",
        on_true: branch(part.whenTrue),
        ...(part.whenFalse === undefined ? {} : { on_false: branch(part.whenFalse) }),
        on_completion: next,
      };
    case 'while':
      return {
        type: 'while-condition',
        condition: "__go__:value = 'yes'",
        on_true: branch(part.body),
        on_completion: next,
      };
    case 'switch': {
      const cases = part.of.map((inner, place): [string, string] => [
        ['yes', 'no', 'default'][place] ?? '',
        branch(inner),
      ]);
      return {
        type: 'switch-condition',
        switch: '__go__:value',
        cases: Object.fromEntries(cases),
        on_completion: next,
      };
    }
  }
}

/** Any steps, each pointing at any other: circles, branches that run into one another, playbooks that call themselves. */
export const tangledPlaybook: fc.Arbitrary<ShortPlaybook> = fc
  .array(fc.tuple(fc.nat({ max: 6 }), fc.nat(), fc.nat(), fc.nat(), fc.option(moment, { nil: undefined })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((drawn) => {
    const at = (number: number) => `step ${number % (drawn.length + 1)}`;
    const steps = drawn.map(([type, a, b, c, time], place): [string, ShortStep] => [
      `step ${place}`,
      tangledStep(type, at(a), at(b), at(c), time),
    ]);
    return {
      steps: {
        begin: { type: 'start', on_completion: 'step 0' },
        ...Object.fromEntries(steps),
        [`step ${drawn.length}`]: { type: 'end' },
      },
      variables: VARIABLES,
    };
  });

function tangledStep(type: number, a: string, b: string, c: string, time: number | undefined): ShortStep {
  const timed = time === undefined ? {} : { timeout: time };
  switch (type) {
    case 0:
      return action({ on_success: a, on_failure: b, out_args: ['__go__'], ...timed });
    case 1:
      return { type: 'parallel', next_steps: [a, b], on_completion: c, ...timed };
    case 2:
      return {
        type: 'if-condition',
        condition: "__go__:value = 'yes'",
        on_true: a,
        on_false: b,
        on_completion: c,
        ...timed,
      };
    case 3:
      return { type: 'while-condition', condition: "__go__:value = 'yes'", on_true: a, on_completion: c, ...timed };
    case 4:
      return { type: 'switch-condition', switch: '__go__:value', cases: { yes: a, default: b }, on_completion: c };
    case 5:
      return { type: 'playbook-action', playbook_id: playbookId(1), on_success: a, on_failure: b, ...timed };
    default:
      return action({ on_completion: a });
  }
}

/** What a world does with a run: which task it answers, how, and how much time goes by before. */
export interface Move {
  readonly task: number;
  readonly outcome: 'done' | 'failed' | 'nothing';
  readonly go: 'yes' | 'no' | undefined;
  readonly afterMs: number;
}

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    task: fc.nat(),
    outcome: fc.constantFrom('done', 'done', 'done', 'failed', 'nothing'),
    go: fc.constantFrom('yes', 'no', undefined),
    afterMs: fc.integer({ min: 0, max: 15 }),
  }),
  { maxLength: 40 },
);
