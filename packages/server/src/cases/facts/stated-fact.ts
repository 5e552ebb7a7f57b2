// What a person says of a fact, read through the schema of the law.
import { FACTS, type FactName, factsDocument, parseFacts } from '@vigie/respond';
import * as v from 'valibot';
import { Problem, problem } from '../../http/problem.ts';
import { validate } from '../../http/validate.ts';
import type { FactEntry } from './fact-book.ts';

/** How sure a person is; `unknown` takes the value away. */
export const CERTAINTIES = ['known', 'likely', 'possible', 'unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export interface Statement {
  readonly value?: unknown;
  readonly certainty: Certainty;
  /** What it rests on. */
  readonly source?: string | undefined;
}

const KEPT_AS = { known: 'proved', likely: 'likely', possible: 'possible', unknown: 'unsaid' } as const;

/** The certainty of a kept fact in a person's words. */
export function certaintyOf({ value, certainty }: FactEntry): Certainty {
  if (value === null) return 'unknown';
  return certainty === 'proved' || certainty === 'unsaid' ? 'known' : certainty;
}

/**
 * Reads a statement.
 *
 * @param by the name of whoever says so
 * @returns the entry to keep, or a problem that names the field and never quotes the value
 */
export function readStatement(name: FactName, statement: Statement, by: string, at: Date): FactEntry | Problem {
  const { value, certainty, source } = statement;
  const provenance = {
    source: 'stated',
    certainty: KEPT_AS[certainty],
    by,
    at: at.toISOString(),
    ...(source === undefined ? {} : { note: source }),
  } as const;
  if (certainty === 'unknown' || value === null || value === undefined) {
    if (certainty !== 'unknown') {
      const detail = 'say the value, or that it is unknown';
      return problem('invalid-request', { errors: [{ pointer: '/body/value', detail }] });
    }
    return { value: null, ...provenance };
  }
  const valid = validate(v.object({ value: FACTS[name].schema as v.GenericSchema }), { value }, 'body');
  if (valid instanceof Problem) return valid;
  const read = parseFacts({ facts: { [name]: { value, ...provenance } } });
  if ('code' in read || read.notUnderstood.length > 0) {
    const detail = 'a word in it is in no list of the law; see the schema of this fact';
    return problem('invalid-request', { errors: [{ pointer: '/body/value', detail }] });
  }
  const entry = factsDocument(read.facts)[name] as FactEntry | undefined;
  return entry ?? { value: null, ...provenance };
}
