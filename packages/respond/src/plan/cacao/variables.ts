// Variables of a run (section 10.18): scopes from the step outwards, references in texts, and what may be assigned.
import { isNumber } from './condition.ts';
import type { Variable } from './playbook.ts';

/** The value of a variable in a run; null is unknown. */
export interface VariableValue {
  readonly type: string;
  readonly constant: boolean;
  value: string | null;
}

export type Scope = Record<string, VariableValue>;

/** The innermost scope first (section 10.18.1): the step, the steps around it, the playbook. */
export type Scopes = readonly Scope[];

export function scopeOf(variables: Readonly<Record<string, Variable>> = {}): Scope {
  return Object.fromEntries(
    Object.entries(variables).map(([name, { type, constant = false, value = null }]) => [
      name,
      { type, constant, value },
    ]),
  );
}

/** The variable as it is seen from the innermost scope. */
export function findVariable(scopes: Scopes, name: string): VariableValue | undefined {
  return scopes.find((scope) => Object.hasOwn(scope, name))?.[name];
}

const REFERENCE = /(__[A-Za-z_][A-Za-z0-9_-]{0,245}?__):value\b/g;

/** A text that refers to variables that are not declared, or of which the value is not known. */
export interface SubstitutionStop {
  readonly code: 'variable/undeclared' | 'variable/unknown';
  readonly message: string;
}

/** A text with its references `__name__:value` replaced by the values (section 10.18.2); a value is not searched for references again. */
export function substitute(text: string, scopes: Scopes): string | SubstitutionStop {
  let stop: SubstitutionStop | undefined;
  const filled = text.replace(REFERENCE, (written, name: string) => {
    const found = findVariable(scopes, name);
    if (!found) stop ??= { code: 'variable/undeclared', message: `no variable ${name} is declared where it is used` };
    else if (found.value === null) stop ??= { code: 'variable/unknown', message: `the value of ${name} is not known` };
    return found?.value ?? written;
  });
  return stop ?? filled;
}

/** Names of the variables to which a text refers. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, name]) => name ?? []);
}

/** An assignment that section 10.18 forbids. */
export interface AssignmentStop {
  readonly code: 'variable/constant' | 'variable/type' | 'variable/undeclared';
  readonly message: string;
}

const FORMS = new Map<string, (text: string) => boolean>([
  ['bool', (text) => /^(?:true|false)$/i.test(text)],
  ['integer', (text) => /^[+-]?\d+$/.test(text)],
  ['long', (text) => /^[+-]?\d+$/.test(text)],
  ['float', isNumber],
]);

/** Why a variable may not take a value; undefined where it may. */
export function assignmentStop(scopes: Scopes, name: string, value: string | null): AssignmentStop | undefined {
  const found = findVariable(scopes, name);
  if (!found) return { code: 'variable/undeclared', message: `no variable ${name} is declared to hold it` };
  if (found.constant) return { code: 'variable/constant', message: `${name} is a constant` };
  if (value !== null && FORMS.get(found.type)?.(value) === false) {
    return { code: 'variable/type', message: `${name} is a variable of the type ${found.type}` };
  }
  return undefined;
}
