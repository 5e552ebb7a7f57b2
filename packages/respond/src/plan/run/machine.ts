// One transition at work: lines of steps are opened, succeed, fail and end here. What a step of each type does is in steps.ts.
import type { Playbook, Step } from '../cacao/playbook.ts';
import { extensionName } from '../cacao/read-playbook.ts';
import { type Scopes, scopeOf } from '../cacao/variables.ts';
import { DEFAULT_LIMITS, playbookOf, type RunContext, type RunLimits, stepOf } from './context.ts';
import type {
  Branch,
  BranchId,
  Effect,
  Failure,
  FailureCode,
  Frame,
  FrameId,
  LogEntry,
  RunState,
  StepId,
} from './state.ts';

/** How a step goes on after it began, after its branches ended, or after an answer. */
export type StepResult =
  | { readonly kind: 'succeeded' | 'ended' | 'waiting' }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly says: string }
  | { readonly kind: 'opened'; readonly steps: readonly StepId[] };

export const SUCCEEDED: StepResult = { kind: 'succeeded' };

/** For an answer, or for a playbook that was called. */
export const WAITING: StepResult = { kind: 'waiting' };

export function failed(code: FailureCode, says: string): StepResult {
  return { kind: 'failed', code, says };
}

/** Branches are opened, and the step waits for all of them. */
export function opened(steps: readonly StepId[]): StepResult {
  return { kind: 'opened', steps };
}

/** What steps do, by their type. */
export interface StepBehaviour {
  readonly begin: (run: Run, branch: Branch) => StepResult;
  /** Goes on with a step all of whose branches ended well. */
  readonly resume: (run: Run, branch: Branch) => StepResult;
  /** Takes over what a called playbook returns. */
  readonly takeReturn: (run: Run, branch: Branch, frame: Frame) => StepResult;
}

export class Run {
  readonly #behaviour: StepBehaviour;
  readonly context: RunContext;
  readonly limits: RunLimits;
  readonly state: RunState;
  readonly effects: Effect[] = [];
  readonly log: LogEntry[] = [];
  /** Branches that have a step to begin; a queue, so that a long chain of steps needs no deep stack. */
  readonly #ready: BranchId[] = [];

  /** @param state a copy that this transition may change */
  constructor(context: RunContext, state: RunState, behaviour: StepBehaviour) {
    this.#behaviour = behaviour;
    this.context = context;
    this.limits = context.limits ?? DEFAULT_LIMITS;
    this.state = state;
  }

  note(what: LogEntry['what'], says: string, about: Omit<LogEntry, 'at' | 'what' | 'says'> = {}): void {
    this.log.push({ at: new Date(this.state.atMs).toISOString(), what, ...about, says });
  }

  noteOn(branch: Branch, what: LogEntry['what'], says: string, about: Pick<LogEntry, 'task' | 'by'> = {}): void {
    this.note(what, says, { playbook: this.frameOf(branch).playbook, step: branch.step, ...about });
  }

  frameOf({ frame }: Pick<Branch, 'frame'>): Frame {
    const found = this.state.frames[frame];
    if (!found) throw new RangeError(`the state has no frame ${frame}`);
    return found;
  }

  playbookOf(branch: Pick<Branch, 'frame'>): Playbook {
    return playbookOf(this.context, this.frameOf(branch));
  }

  stepOf(branch: Branch): Step {
    return stepOf(this.playbookOf(branch), branch.step);
  }

  /** The step's own variables, those of the steps around it, those of its playbook (section 10.18.1). */
  scopesOf(branch: Branch): Scopes {
    const scopes = [branch.variables];
    for (let around = this.#parentOf(branch); around; around = this.#parentOf(around)) scopes.push(around.variables);
    return [...scopes, this.frameOf(branch).variables];
  }

  nextId(letter: 'f' | 'b' | 't'): string {
    const id = `${letter}${this.state.next}`;
    this.state.next += 1;
    return id;
  }

  openFrame(playbook: Playbook, caller: Branch | undefined): Frame {
    const frame: Frame = {
      id: this.nextId('f'),
      playbook: playbook.id,
      version: playbook.modified,
      ...(caller === undefined ? {} : { caller: caller.id }),
      depth: caller === undefined ? 0 : this.frameOf(caller).depth + 1,
      variables: scopeOf(playbook.playbook_variables),
    };
    this.state.frames[frame.id] = frame;
    return frame;
  }

  openBranch(frame: FrameId, parent: Branch | undefined, step: StepId): void {
    const branch: Branch = {
      id: this.nextId('b'),
      frame,
      ...(parent === undefined ? {} : { parent: parent.id }),
      ...entry(step),
    };
    if (parent) parent.open += 1;
    this.state.branches[branch.id] = branch;
    this.#ready.push(branch.id);
  }

  /** Begins steps until every branch waits. */
  settle(): void {
    for (let id = this.#ready.shift(); id !== undefined; id = this.#ready.shift()) {
      const branch = this.state.branches[id];
      if (branch && this.state.status === 'waiting') this.#enter(branch);
    }
  }

  /** Begins a step whose delay is over. */
  begin(branch: Branch): void {
    const { timeout } = this.stepOf(branch);
    branch.phase = 'working';
    delete branch.startsAtMs;
    // Section 4.1 counts the timeout of the step; its delay comes before it starts processing.
    if (timeout !== undefined) branch.deadlineMs = this.state.atMs + timeout;
    this.apply(branch, this.#behaviour.begin(this, branch));
  }

  apply(branch: Branch, result: StepResult): void {
    switch (result.kind) {
      case 'succeeded':
        this.#succeed(branch);
        break;
      case 'ended':
        this.#endBranch(branch);
        break;
      case 'failed':
        this.fail(branch, result.code, result.says);
        break;
      case 'opened':
        this.#openBranches(branch, result.steps);
        break;
      case 'waiting':
        break;
    }
  }

  #openBranches(branch: Branch, steps: readonly StepId[]): void {
    const { nesting } = this.limits;
    if (this.#nestingOf(branch) >= nesting) {
      this.fail(branch, 'NESTING_LIMIT', `more than ${nesting} branches in one another`);
      return;
    }
    for (const step of steps) this.openBranch(branch.frame, branch, step);
  }

  /** How many branches are around one. */
  #nestingOf(branch: Branch): number {
    let around = 0;
    for (let parent = this.#parentOf(branch); parent; parent = this.#parentOf(parent)) around += 1;
    return around;
  }

  /** Goes on after a success: `on_completion`, else `on_success` (section 4.1). */
  #succeed(branch: Branch): void {
    const { on_completion, on_success } = this.stepOf(branch);
    const next = on_completion ?? on_success;
    this.noteOn(branch, 'succeeded', next === undefined ? 'nothing comes after it; the branch ends here' : '');
    if (next === undefined) this.#endBranch(branch);
    else this.#goTo(branch, next);
  }

  /** Goes on after a failure: `on_failure`, else the step around it, else `workflow_exception` (section 4.1). */
  fail(branch: Branch, code: FailureCode, says: string, cause?: Failure): void {
    const failure: Failure = cause
      ? { code, step: cause.step, says: `${says}: ${cause.says}` }
      : { code, step: branch.step, says };
    this.#closeBelow(branch, failure.says);
    this.noteOn(branch, 'failed', `${code}: ${failure.says}`);
    const { on_failure } = this.stepOf(branch);
    if (on_failure !== undefined) this.#goTo(branch, on_failure);
    else this.#failBranch(branch, failure);
  }

  /** A branch came to its end step. */
  #endBranch(branch: Branch): void {
    delete this.state.branches[branch.id];
    const parent = this.#parentOf(branch);
    if (parent) this.#branchEnded(parent);
    else this.#endFrame(this.frameOf(branch));
  }

  /** Takes back all that a step has opened: its task, its branches, the playbook that it called. */
  #closeBelow(branch: Branch, why: string): void {
    for (const task of Object.values(this.state.tasks).filter((one) => one.branch === branch.id)) {
      this.#withdraw(task.id, branch.id, why);
    }
    const called = Object.values(this.state.frames).filter(({ caller }) => caller === branch.id);
    const isBelow = ({ parent, frame }: Branch) => parent === branch.id || called.some(({ id }) => id === frame);
    for (const below of Object.values(this.state.branches).filter(isBelow)) {
      this.#closeBelow(below, why);
      delete this.state.branches[below.id];
    }
    for (const { id } of called) delete this.state.frames[id];
    branch.open = 0;
    delete branch.branchFailure;
  }

  /** Ends the whole run as failed, and takes all tasks back. */
  stop(failure: Failure, by?: string): void {
    for (const { id, branch } of Object.values(this.state.tasks)) this.#withdraw(id, branch, failure.says);
    for (const open of [this.state.branches, this.state.frames]) {
      for (const id of Object.keys(open)) delete open[id];
    }
    this.state.status = 'failed';
    this.state.failure = failure;
    this.note('ended', `failed, ${failure.code}: ${failure.says}`, by === undefined ? {} : { by });
  }

  #withdraw(task: string, branch: BranchId, why: string): void {
    const asked = this.state.branches[branch];
    delete this.state.tasks[task];
    this.effects.push({ kind: 'withdraw', task, why });
    if (asked) this.noteOn(asked, 'withdrawn', why, { task });
  }

  #parentOf({ parent }: Branch): Branch | undefined {
    return parent === undefined ? undefined : this.state.branches[parent];
  }

  #enter(branch: Branch): void {
    this.state.stepsEntered += 1;
    if (this.state.stepsEntered > this.limits.steps) {
      this.stop({ code: 'STEP_LIMIT', step: branch.step, says: `more than ${this.limits.steps} steps were entered` });
      return;
    }
    const step = this.stepOf(branch);
    branch.variables = scopeOf(step.step_variables);
    this.noteOn(branch, 'entered', step.name ?? step.type);
    for (const id of Object.keys(step.step_extensions ?? {})) {
      this.noteOn(
        branch,
        'note',
        `the extension ${extensionName(id, this.playbookOf(branch))} is not understood and not done`,
      );
    }
    if (step.delay === undefined || step.delay === 0) this.begin(branch);
    else {
      branch.phase = 'delayed';
      branch.startsAtMs = this.state.atMs + step.delay;
    }
  }

  #goTo(branch: Branch, step: StepId): void {
    delete branch.startsAtMs;
    delete branch.deadlineMs;
    Object.assign(branch, entry(step));
    this.#ready.push(branch.id);
  }

  #failBranch(branch: Branch, failure: Failure): void {
    delete this.state.branches[branch.id];
    const parent = this.#parentOf(branch);
    if (!parent) {
      this.#raise(this.frameOf(branch), failure);
      return;
    }
    parent.branchFailure ??= failure;
    this.#branchEnded(parent);
  }

  /** A step goes on when the last of its branches is done (section 4.7), with the failure of any of them. */
  #branchEnded(parent: Branch): void {
    parent.open -= 1;
    if (parent.open > 0) return;
    const failure = parent.branchFailure;
    delete parent.branchFailure;
    if (failure) this.fail(parent, 'BRANCH_FAILED', 'a branch of it failed', failure);
    else this.apply(parent, this.#behaviour.resume(this, parent));
  }

  /** A failure that no step of a playbook handles: its exception step runs, once (section 3.1). */
  #raise(frame: Frame, failure: Failure): void {
    const { workflow, workflow_exception } = playbookOf(this.context, frame);
    if (workflow_exception === undefined || !(workflow_exception in workflow) || frame.handling) {
      this.#failFrame(frame, frame.handling ?? failure);
      return;
    }
    frame.handling = failure;
    this.note('exception', failure.says, { playbook: frame.playbook, step: failure.step });
    this.openBranch(frame.id, undefined, workflow_exception);
  }

  #endFrame(frame: Frame): void {
    if (frame.handling) {
      this.#failFrame(frame, frame.handling);
      return;
    }
    const caller = frame.caller === undefined ? undefined : this.state.branches[frame.caller];
    delete this.state.frames[frame.id];
    if (caller) {
      this.apply(caller, this.#behaviour.takeReturn(this, caller, frame));
      return;
    }
    this.state.status = 'ended';
    this.note('ended', 'ended', { playbook: frame.playbook });
  }

  /** A playbook that failed has failed even where its exception steps ran to their end. */
  #failFrame(frame: Frame, failure: Failure): void {
    const caller = frame.caller === undefined ? undefined : this.state.branches[frame.caller];
    delete this.state.frames[frame.id];
    if (caller) this.fail(caller, 'PLAYBOOK_FAILED', 'the playbook that it called failed', failure);
    else this.stop(failure);
  }
}

/** A branch that is about to enter a step. */
function entry(step: StepId) {
  return { step, phase: 'entering' as const, variables: {}, command: 0, open: 0, rounds: 0 };
}
