// The state of a run of playbooks as plain JSON, so that it can be stored at any point and taken up again by another process; and what
// goes in (events) and comes out (effects, log). A transition works on a copy: a state that was handed out never changes.
import type { Command } from '../cacao/playbook.ts';
import type { Scope } from '../cacao/variables.ts';

export interface RunState {
  readonly schema: 'vigie.run/1';
  status: RunStatus;
  /** Of the last event, in milliseconds since 1970. */
  atMs: number;
  /** Playbooks that are running: the first, and those that it called. */
  readonly frames: Record<FrameId, Frame>;
  /** Lines of steps that are running. */
  readonly branches: Record<BranchId, Branch>;
  /** What somebody was asked to do and has not answered. */
  readonly tasks: Record<TaskId, Task>;
  /** The next number of a frame, branch or task. */
  next: number;
  /** Steps entered so far, against the limit. */
  stepsEntered: number;
  /** Why it failed. */
  failure?: Failure;
}

/** `waiting`: for an answer to a task, or for a moment. `ended` and `failed` are final. */
type RunStatus = 'waiting' | 'ended' | 'failed';

export type FrameId = string;
export type BranchId = string;
type TaskId = string;
export type StepId = string;

/** A playbook that runs, with its variables. */
export interface Frame {
  readonly id: FrameId;
  /** The id of the playbook and its version, which is its time of modification (section 3.1). */
  readonly playbook: string;
  readonly version: string;
  /** The branch whose playbook-action step called it. */
  readonly caller?: BranchId;
  /** How many playbooks are around it. */
  readonly depth: number;
  readonly variables: Scope;
  /** What went wrong, while the steps of `workflow_exception` run. */
  handling?: Failure;
}

/** One line of steps: at one step at a time. */
export interface Branch {
  readonly id: BranchId;
  readonly frame: FrameId;
  /** The branch whose parallel or conditional step opened it. */
  readonly parent?: BranchId;
  step: StepId;
  phase: 'entering' | 'delayed' | 'working';
  /** End of the step's delay. */
  startsAtMs?: number;
  /** End of the step's timeout. */
  deadlineMs?: number;
  /** Variables of the step. */
  variables: Scope;
  /** The command that is being carried out. */
  command: number;
  /** Branches that the step opened and that have not ended. */
  open: number;
  /** The first failure among them. */
  branchFailure?: Failure;
  /** Times that a while step has gone round. */
  rounds: number;
}

/** One command of an action step, for whoever carries it out. */
export interface Task {
  readonly id: TaskId;
  readonly branch: BranchId;
  readonly playbook: string;
  readonly step: StepId;
  readonly stepName: string;
  /** With the values of variables in it. */
  readonly command: Command;
  /** As the playbook has it: an executor that starts a shell builds its own call from this and the values. */
  readonly asWritten: Command;
  readonly agent: Party;
  readonly targets: readonly Party[];
  /** Values of the step's `in_args` and of what the command refers to. */
  readonly variables: Readonly<Record<string, string | null>>;
  /** Names of the variables that the answer may carry. */
  readonly outArgs: readonly string[];
  readonly issuedAtMs: number;
  /** After this it counts as failed. */
  readonly deadlineMs?: number;
}

/** An agent or a target with the values of variables in its definition (section 7). */
export interface Party {
  readonly id: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

export type FailureCode =
  /** Section 4.1: a step that took longer than its timeout. */
  | 'ACTION_TIMEOUT'
  /** Whoever carried it out says that it failed. */
  | 'COMMAND_FAILED'
  | 'BRANCH_FAILED'
  | 'PLAYBOOK_FAILED'
  | 'PLAYBOOK_MISSING'
  /** Revoked, or out of the time in which it is valid. */
  | 'PLAYBOOK_NOT_VALID'
  | 'NO_EXECUTOR'
  | 'AGENT_UNDEFINED'
  | 'CONDITION'
  | 'VARIABLE'
  | 'LOOP_LIMIT'
  | 'DEPTH_LIMIT'
  | 'NESTING_LIMIT'
  | 'STEP_LIMIT'
  | 'CANCELLED';

export interface Failure {
  readonly code: FailureCode;
  /** The step that failed first. */
  readonly step: StepId;
  readonly says: string;
}

/** Something that happened outside; every event carries its moment. */
export type RunEvent =
  | {
      readonly kind: 'done';
      readonly task: TaskId;
      readonly atMs: number;
      /** Who did it, and what came of it, for the log. */
      readonly by?: string;
      readonly note?: string;
      readonly outputs?: Readonly<Record<string, string | null>>;
    }
  | {
      readonly kind: 'failed';
      readonly task: TaskId;
      readonly atMs: number;
      readonly by?: string;
      readonly note: string;
    }
  /** Time went by: delays end, timeouts strike. */
  | { readonly kind: 'time'; readonly atMs: number }
  | { readonly kind: 'cancel'; readonly atMs: number; readonly by?: string; readonly note: string };

/** What has to be done outside. All of it but `withdraw` can be read from the state too. */
export type Effect =
  | { readonly kind: 'execute'; readonly task: Task }
  | { readonly kind: 'withdraw'; readonly task: TaskId; readonly why: string }
  /** Send the event `time` at this moment. */
  | { readonly kind: 'wake'; readonly atMs: number };

/** What happened, for the evidence log: nothing in it but names, ids and what people said. */
export interface LogEntry {
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly what:
    | 'started'
    | 'entered'
    | 'issued'
    | 'done'
    | 'succeeded'
    | 'failed'
    | 'withdrawn'
    | 'exception'
    | 'ended'
    | 'ignored'
    | 'note';
  readonly playbook?: string;
  readonly step?: StepId;
  readonly task?: TaskId;
  readonly by?: string;
  readonly says: string;
}

export interface Transition {
  readonly state: RunState;
  readonly effects: readonly Effect[];
  readonly log: readonly LogEntry[];
}
