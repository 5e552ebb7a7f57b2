// What a step of each type does (sections 4.3 to 4.10 of CACAO 2.0).
import { holds } from '../cacao/condition.ts';
import type { StepOf } from '../cacao/playbook.ts';
import { assignmentStop, findVariable, substitute } from '../cacao/variables.ts';
import { issueCommand } from './actions.ts';
import { conditionOf, findPlaybook, validityFault } from './context.ts';
import { failed, opened, type Run, type StepBehaviour, type StepResult, SUCCEEDED, WAITING } from './machine.ts';
import type { Branch, Frame } from './state.ts';

export const STEPS: StepBehaviour = { begin, resume, takeReturn };

function begin(run: Run, branch: Branch): StepResult {
  const step = run.stepOf(branch);
  switch (step.type) {
    case 'start':
      return SUCCEEDED;
    case 'end':
      return { kind: 'ended' };
    case 'action':
      return issueCommand(run, branch, step);
    case 'playbook-action':
      return callPlaybook(run, branch, step);
    case 'parallel':
      return opened(step.next_steps);
    case 'if-condition':
      return chooseBranch(run, branch, step);
    case 'while-condition':
      return goRound(run, branch, step);
    case 'switch-condition':
      return chooseCase(run, branch, step);
  }
}

/** A while step asks its condition again when its branch has ended (section 4.9). */
function resume(run: Run, branch: Branch): StepResult {
  const step = run.stepOf(branch);
  return step.type === 'while-condition' ? goRound(run, branch, step) : SUCCEEDED;
}

/** Section 4.8. Without `on_false` there is nothing to do where the condition does not hold. */
function chooseBranch(run: Run, branch: Branch, step: StepOf<'if-condition'>): StepResult {
  const isTrue = decide(run, branch, step.condition);
  if (typeof isTrue !== 'boolean') return isTrue;
  run.noteOn(branch, 'note', `${step.condition} ${isTrue ? 'holds' : 'does not hold'}`);
  const chosen = isTrue ? step.on_true : step.on_false;
  return chosen === undefined ? SUCCEEDED : opened([chosen]);
}

function goRound(run: Run, branch: Branch, step: StepOf<'while-condition'>): StepResult {
  const isTrue = decide(run, branch, step.condition);
  if (typeof isTrue !== 'boolean') return isTrue;
  if (!isTrue) return SUCCEEDED;
  if (branch.rounds >= run.limits.rounds) {
    return failed('LOOP_LIMIT', `${step.condition} still holds after ${branch.rounds} rounds`);
  }
  branch.rounds += 1;
  return opened([step.on_true]);
}

function decide(run: Run, branch: Branch, condition: string): boolean | StepResult {
  const scopes = run.scopesOf(branch);
  const held = holds(conditionOf(condition), (name) => findVariable(scopes, name)?.value);
  return typeof held === 'boolean' ? held : failed('CONDITION', held.message);
}

/** Section 4.10: the case of this value, else the case `default`, else nothing. */
function chooseCase(run: Run, branch: Branch, step: StepOf<'switch-condition'>): StepResult {
  const value = substitute(step.switch, run.scopesOf(branch));
  if (typeof value !== 'string' && value.code === 'variable/undeclared') return failed('VARIABLE', value.message);
  // A value that is not known is no case, and what is to be done then is said by the default.
  const name = typeof value === 'string' && Object.hasOwn(step.cases, value) ? value : 'default';
  const chosen = Object.hasOwn(step.cases, name) ? step.cases[name] : undefined;
  run.noteOn(branch, 'note', chosen === undefined ? 'no case fits and there is no default' : `the case ${name}`);
  return chosen === undefined ? SUCCEEDED : opened([chosen]);
}

/** Section 4.6: the called playbook gets the values of `in_args` in variables that it declares external. */
function callPlaybook(run: Run, branch: Branch, step: StepOf<'playbook-action'>): StepResult {
  const playbook = findPlaybook(run.context, step.playbook_id, step.playbook_version);
  if (!playbook) {
    const version = step.playbook_version === undefined ? '' : ` of ${step.playbook_version}`;
    return failed('PLAYBOOK_MISSING', `there is no playbook ${step.playbook_id}${version}`);
  }
  const notValid = validityFault(playbook, run.state.atMs);
  if (notValid !== undefined) return failed('PLAYBOOK_NOT_VALID', notValid);
  if (run.frameOf(branch).depth + 1 >= run.limits.depth) {
    return failed('DEPTH_LIMIT', `more than ${run.limits.depth} playbooks call one another`);
  }
  const scopes = run.scopesOf(branch);
  const names = step.in_args ?? [];
  const undeclared = names.find((name) => !findVariable(scopes, name));
  if (undeclared !== undefined) return failed('VARIABLE', `no variable ${undeclared} is declared to be passed`);
  const frame = run.openFrame(playbook, branch);
  for (const name of names) {
    const taken = findVariable([frame.variables], name);
    if (taken && playbook.playbook_variables?.[name]?.external === true) {
      taken.value = findVariable(scopes, name)?.value ?? null;
    } else run.noteOn(branch, 'note', `${playbook.name} takes no ${name} from outside; it was not passed`);
  }
  run.openBranch(frame.id, undefined, playbook.workflow_start);
  return WAITING;
}

/** Takes over the values of `out_args` from a playbook that has ended. */
function takeReturn(run: Run, branch: Branch, { variables, playbook }: Frame): StepResult {
  const step = run.stepOf(branch);
  const names = step.type === 'playbook-action' ? (step.out_args ?? []) : [];
  const scopes = run.scopesOf(branch);
  for (const name of names) {
    const returned = findVariable([variables], name);
    if (!returned) {
      run.noteOn(branch, 'note', `${playbook} has no variable ${name} to return`);
      continue;
    }
    const stop = assignmentStop(scopes, name, returned.value);
    if (stop) return failed('VARIABLE', stop.message);
    const variable = findVariable(scopes, name);
    if (variable) variable.value = returned.value;
  }
  return SUCCEEDED;
}
