// One document: which of the three kinds it is, by the section that it has.
import type { Foreign } from './documents.ts';
import { readCorrelation } from './read-correlation.ts';
import { readFilter } from './read-filter.ts';
import { type RuleOptions, readRule } from './read-rule.ts';
import { Rejection } from './rejection.ts';
import type { Origin, SigmaDocument } from './rule.ts';

export function readDocument(document: Foreign, origin: Origin, options: RuleOptions): SigmaDocument {
  const sections = ['detection', 'correlation', 'filter'].filter((section) => section in document);
  if (sections.length > 1) throw new Rejection('shape', `it has both ${sections.join(' and ')}`);
  if (sections[0] === 'correlation') return readCorrelation(document, origin);
  if (sections[0] === 'filter') return readFilter(document, origin, options);
  if (sections[0] === 'detection') return readRule(document, origin, options);
  throw new Rejection('shape', 'it has no detection, correlation or filter');
}
