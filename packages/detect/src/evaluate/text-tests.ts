// Values of one item that are texts, sorted by how they are compared fastest: equal, at the beginning, at the end, anywhere, patterns.
import { GramSearch } from '../candidates/gram-search.ts';
import { literalOf, type Pattern, RUN } from '../values/pattern.ts';
import { folded, globOf, matchesGlob } from './glob.ts';

/** From so many literals on they are looked for together. */
const MANY = 8;

type TextTest = (text: string) => boolean;

/** A test for any of these patterns. @param isCased whether texts come as they are, or in lower case */
export function textTest(patterns: readonly Pattern[], isCased: boolean): TextTest {
  const ready = isCased ? patterns : patterns.map(folded);
  const equal = new Set<string>();
  const [starts, ends, parts, rest]: [string[], string[], string[], Pattern[]] = [[], [], [], []];
  for (const pattern of ready) {
    const literal = literalOf(pattern);
    const [first, second, third] = pattern;
    if (literal !== undefined) equal.add(literal);
    else if (pattern.length === 2 && typeof first === 'string' && second === RUN) starts.push(first);
    else if (pattern.length === 2 && first === RUN && typeof second === 'string') ends.push(second);
    else if (pattern.length === 3 && first === RUN && typeof second === 'string' && third === RUN) parts.push(second);
    else rest.push(pattern);
  }
  const tests: TextTest[] = [];
  const [onlyEqual] = equal;
  if (equal.size === 1 && onlyEqual !== undefined) tests.push((text) => text === onlyEqual);
  else if (equal.size > 1) tests.push((text) => equal.has(text));
  if (ends.length > 0) tests.push(anyOf(ends, (text, end) => text.endsWith(end)));
  if (starts.length > 0) tests.push(anyOf(starts, (text, start) => text.startsWith(start)));
  if (parts.length >= MANY) {
    const search = new GramSearch([...new Set(parts)]);
    tests.push((text) => search.any(text));
  } else if (parts.length > 0) tests.push(anyOf(parts, (text, part) => text.includes(part)));
  for (const glob of rest.map(globOf)) tests.push((text) => matchesGlob(glob, text));
  const [only] = tests;
  return tests.length === 1 && only ? only : (text) => tests.some((test) => test(text));
}

function anyOf(literals: readonly string[], test: (text: string, literal: string) => boolean): TextTest {
  const [only] = literals;
  if (literals.length === 1 && only !== undefined) return (text) => test(text, only);
  return (text) => {
    for (const literal of literals) if (test(text, literal)) return true;
    return false;
  };
}
