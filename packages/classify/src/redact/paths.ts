// Patterns for kinds and for paths of JSON keys. Matched step by step, so that no pattern and no key can make it slow.

/** Keys and indexes that lead to a value. */
export type KeyPath = readonly (string | number)[];

export interface PathPattern {
  /** Whether the value at this path is meant. */
  matches(path: KeyPath): boolean;
  /** Whether something below this path may be meant. */
  mayMatchBelow(path: KeyPath): boolean;
}

/** Whether a text fits a pattern in which `*` stands for anything. */
export function globMatcher(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first) || text.length < first.length + last.length) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length && text.endsWith(last);
  };
}

/**
 * A path of keys joined by full stops: `user.password`. `*` stands for any part of a key, `**` for any keys, none included.
 * Keys are compared without case, as HTTP headers are. An index of a list may be named and need not be: `items.name` is
 * the name of every item.
 */
export function pathPattern(pattern: string): PathPattern {
  const steps = pattern.split('.').map((step) => (step === '**' ? 'any' : globMatcher(step.toLowerCase())));
  return {
    matches: (path) => reached(steps, path)[steps.length] === true,
    mayMatchBelow: (path) => reached(steps, path).lastIndexOf(true, steps.length - 1) !== -1,
  };
}

type Step = 'any' | ((key: string) => boolean);

/** Which steps may come next after this path; all are done where the last element is true. */
function reached(steps: readonly Step[], path: KeyPath): readonly boolean[] {
  let states = withSkipped(
    steps,
    steps.map((_, i) => i === 0),
  );
  for (const part of path) {
    // A key with full stops in it (`http.status`, as OpenTelemetry has them) reads like keys inside each other.
    for (const key of typeof part === 'string' ? part.toLowerCase().split('.') : [part]) {
      states = advanced(steps, states, key);
    }
  }
  return states;
}

function advanced(steps: readonly Step[], states: readonly boolean[], key: string | number): boolean[] {
  const next: boolean[] = new Array(steps.length + 1).fill(false);
  states.forEach((isHere, i) => {
    if (!isHere) return;
    if (typeof key === 'number') next[i] = true;
    const step = steps[i];
    if (step === 'any') next[i] = true;
    else if (step?.(String(key))) next[i + 1] = true;
  });
  return withSkipped(steps, next);
}

/** `**` may stand for nothing. */
function withSkipped(steps: readonly Step[], states: boolean[]): boolean[] {
  states.length = steps.length + 1;
  steps.forEach((step, i) => {
    if (step === 'any' && states[i]) states[i + 1] = true;
  });
  return states;
}
