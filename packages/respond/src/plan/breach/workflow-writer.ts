// Writes the steps of a workflow from its end to its beginning: a part is told what comes after it and says where it begins.
import type { Playbook, Step } from '../cacao/playbook.ts';
import { stepId } from './case-ids.ts';

export type StepId = string;

/** Writes its steps; @returns the first of them, or what comes after it where it has none */
export type Part = (next: StepId) => StepId;

export class WorkflowWriter {
  readonly #caseName: string;
  readonly #steps = new Map<StepId, Step>();

  /** @param caseName makes the ids of this case differ from those of any other */
  constructor(caseName: string) {
    this.#caseName = caseName;
  }

  get steps(): Playbook['workflow'] {
    return Object.fromEntries([...this.#steps].toReversed());
  }

  /** A step by its stable name; what comes after it is on_completion. */
  step(name: string, step: Step): Part {
    return (next) => this.#put(name, { ...step, on_completion: next });
  }

  end(name: string): StepId {
    return this.#put(`${name}/end`, { type: 'end' });
  }

  sequence(parts: readonly Part[]): Part {
    return (next) => parts.reduceRight((after, part) => part(after), next);
  }

  /** All at once; one alone needs no parallel step, which has two branches or more (section 4.7). */
  parallel(name: string, title: string, parts: readonly (readonly [name: string, part: Part])[]): Part {
    if (parts.length < 2) return this.sequence(parts.map(([, part]) => part));
    return (next) => {
      const next_steps = parts.map(([branch, part]) => this.#branch(branch, part));
      return this.#put(name, { type: 'parallel', name: title, next_steps, on_completion: next });
    };
  }

  while(name: string, title: string, condition: string, part: Part): Part {
    return (next) => {
      const on_true = this.#branch(name, part);
      return this.#put(name, { type: 'while-condition', name: title, condition, on_true, on_completion: next });
    };
  }

  if(name: string, title: string, condition: string, part: Part): Part {
    return (next) => {
      const on_true = this.#branch(name, part);
      return this.#put(name, { type: 'if-condition', name: title, condition, on_true, on_completion: next });
    };
  }

  /** @param cases by value; `default` is for every other */
  switch(name: string, title: string, variable: string, cases: Readonly<Record<string, Part>>): Part {
    return (next) => {
      const branches = Object.entries(cases).map(([value, part]) => [value, this.#branch(`${name}/${value}`, part)]);
      return this.#put(name, {
        type: 'switch-condition',
        name: title,
        switch: variable,
        cases: Object.fromEntries(branches) as Record<string, StepId>,
        on_completion: next,
      });
    };
  }

  /** A part with an end step of its own, as every branch has one (section 4.4). */
  #branch(name: string, part: Part): StepId {
    return part(this.end(`${name}/branch`));
  }

  #put(name: string, step: Step): StepId {
    const id = stepId(step.type, this.#caseName, name);
    this.#steps.set(id, step);
    return id;
  }
}
