// Playbooks for tests, written with short names for steps: references become identifiers, and what every playbook has is filled in.
import { type Playbook, readPlaybook } from '../src/index.ts';

/** A step as in the specification, with short names where it refers to other steps. */
export type ShortStep = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface ShortPlaybook {
  /** The first step is where it starts. */
  readonly steps: Readonly<Record<string, ShortStep>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly exception?: string;
  readonly more?: Readonly<Record<string, unknown>>;
  /** Tells playbooks of one test apart. */
  readonly number?: number;
  readonly modified?: string;
}

export const AGENT = `individual--${uuid(0, 1)}`;

/** @returns the document, as foreign JSON */
export function documentOf(short: ShortPlaybook): Record<string, unknown> {
  const { steps, variables = {}, exception, more = {}, number = 1, modified = '2026-01-01T00:00:00.000Z' } = short;
  const names = Object.keys(steps);
  const ids = new Map(names.map((name, place) => [name, `${steps[name]?.type}--${uuid(number, place + 16)}`]));
  const id = (name: unknown) => ids.get(String(name)) ?? `end--${uuid(0, 99)}`;
  const workflow = Object.entries(steps).map(([name, step]) => [id(name), withIds(step, id)]);
  return {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: playbookId(number),
    name: `playbook ${number}`,
    created_by: `identity--${uuid(0, 2)}`,
    created: '2026-01-01T00:00:00.000Z',
    modified,
    playbook_variables: variables,
    workflow_start: id(names[0]),
    ...(exception === undefined ? {} : { workflow_exception: id(exception) }),
    workflow: Object.fromEntries(workflow),
    agent_definitions: { [AGENT]: { type: 'individual', name: 'responder' } },
    ...more,
  };
}

/** @throws Error where it cannot be run, with what is wrong */
export function playbookOf(short: ShortPlaybook): Playbook {
  const read = readPlaybook(documentOf(short));
  if ('code' in read) throw new Error(read.problems.join('\n'));
  return read.playbook;
}

export function playbookId(number: number): string {
  return `playbook--${uuid(number, 3)}`;
}

/** An action for a person, with one command or several. */
export function action(next: Readonly<Record<string, unknown>>, ...texts: readonly string[]): ShortStep {
  const commands = (texts.length === 0 ? ['do it'] : texts).map((command) => ({ type: 'manual', command }));
  return { type: 'action', agent: AGENT, commands, ...next };
}

function withIds(step: ShortStep, id: (name: unknown) => string): Record<string, unknown> {
  const changed = Object.entries(step).map(([property, value]): [string, unknown] => {
    if (/^on_/.test(property)) return [property, id(value)];
    if (property === 'next_steps') return [property, (value as unknown[]).map(id)];
    if (property === 'cases') {
      return [property, Object.fromEntries(Object.entries(value as object).map(([name, to]) => [name, id(to)]))];
    }
    return [property, value];
  });
  return Object.fromEntries(changed);
}

function uuid(number: number, place: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(4, '0')}${place.toString(16).padStart(8, '0')}`;
}
