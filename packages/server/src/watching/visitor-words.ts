// What is said of visitors in the words of the API: why a group is what it is called, and what the logs do not tell.
import type { OpenWindow, VisitorGroup } from './case-visitors.ts';
import type { VisitorReason } from './visitor-class.ts';

const REASONS: Readonly<Record<VisitorReason, string>> = {
  'network-of-scanner': 'the networks are those of scanners that say so',
  'program-of-scanner': 'the programs name themselves as scanners, which anybody can do',
  'private-network': 'they came from private networks',
  'own-network': 'they came from networks that a scope names',
  'seen-before': 'their networks were let in before the store stood open',
  'not-seen-before': 'some of their networks were never seen before the store stood open',
  'program-of-person': 'they used programs that people sit at',
  'foreign-network': 'they came from networks that are nobody known',
  'no-address': 'the log does not tell where from',
};

export function whyOf({ reasons }: Pick<VisitorGroup, 'reasons'>): string {
  return reasons.map((reason) => REASONS[reason]).join('; ');
}

const MISSING: Readonly<Record<OpenWindow['missing'][number], string>> = {
  'no-log': 'no log tells of accesses to it',
  'log-begins-late': 'its log begins after it may have opened',
  'log-ends-early': 'its log ends before it was closed, or was silent for the last day',
  'opened-before-first-seen': 'it was open when it was first seen, and may have been before',
};

export function gapsOf(windows: readonly OpenWindow[]): readonly string[] {
  return windows.flatMap(({ store: { product, address, port }, missing }) =>
    missing.map((one) => `${product} at ${address}:${port}: ${MISSING[one]}`),
  );
}
