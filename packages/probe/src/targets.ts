// Targets: what the owner asks to be scanned, as text, and as addresses once names are resolved.
import { domainToASCII } from 'node:url';
import {
  type AddressRange,
  formatRange,
  mergeRanges,
  parseAddress,
  parseRange,
  sizeOf,
  subtractRanges,
} from './addresses.ts';
import { MAX_ADDRESSES } from './endpoints.ts';
import { outOfScope, type Scope } from './scope.ts';

/** Resolves a name to all of its addresses; undefined where it has none. */
export type Resolve = (name: string) => Promise<readonly string[] | undefined>;

export interface Targets {
  /** Without overlaps, exclusions taken out. */
  readonly ranges: readonly AddressRange[];
  /** Address to name, for addresses that were given by name. */
  readonly names: ReadonlyMap<string, string>;
}

/** Why a target cannot be scanned, and which one it was. */
export class TargetFault {
  readonly target: string;
  readonly message: string;
  constructor(target: string, message: string) {
    this.target = target;
    this.message = message;
  }
}

/** The target texts of a list file: one or several a line; `#` begins a comment. */
export function parseTargetList(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.split('#', 1)[0] ?? '').split(/[\s,]+/).filter(Boolean));
}

/**
 * Turns target texts into addresses: each name is resolved once, and every address has to be in scope.
 *
 * @param texts - addresses, names, CIDR or ranges
 * @param excluded - in the same forms; an excluded name leaves out all of its addresses
 */
export async function resolveTargets(
  texts: readonly string[],
  excluded: readonly string[],
  scope: Scope,
  resolve: Resolve,
): Promise<Targets | TargetFault> {
  const names = new Map<string, string>();
  const wanted: AddressRange[] = [];
  for (const text of texts) {
    const ranges = await rangesOf(text, resolve);
    if (ranges instanceof TargetFault) return ranges;
    const [outside] = outOfScope(scope, subtractRanges(ranges, []));
    if (outside) return new TargetFault(text, scopeMessage(text, outside));
    if (!parseRange(text))
      for (const range of ranges) names.set(formatRange(range), names.get(formatRange(range)) ?? text);
    wanted.push(...ranges);
  }
  const holes = await parseExclusions(excluded, resolve);
  if (holes instanceof TargetFault) return holes;
  const ranges = subtractRanges(mergeRanges(wanted), holes);
  const total = ranges.reduce((sum, range) => sum + sizeOf(range), 0n);
  if (total > MAX_ADDRESSES) {
    const message = `${total} addresses are more than one scan takes (${MAX_ADDRESSES}); split it`;
    return new TargetFault(texts.join(' '), message);
  }
  if (total === 0n) return new TargetFault(texts.join(' '), 'nothing is left to scan after the exclusions');
  return { ranges, names };
}

/** Exclusions as ranges. */
export async function parseExclusions(
  texts: readonly string[],
  resolve: Resolve,
): Promise<AddressRange[] | TargetFault> {
  const all: AddressRange[] = [];
  for (const text of texts) {
    const ranges = await rangesOf(text, resolve);
    if (ranges instanceof TargetFault) return ranges;
    all.push(...ranges);
  }
  return all;
}

async function rangesOf(text: string, resolve: Resolve): Promise<AddressRange[] | TargetFault> {
  const range = parseRange(text);
  if (range) return [range];
  if (/^[\d.]+$/.test(text) || /[/:\s]/.test(text)) {
    return new TargetFault(text, 'it is no address, name, range (10.0.0.1-10.0.0.9) or CIDR (10.0.0.0/24)');
  }
  const name = domainToASCII(text);
  if (name === '' || !/^[a-z0-9_.-]{1,253}$/i.test(name)) return new TargetFault(text, 'it is no valid host name');
  const addresses = await resolve(name);
  if (!addresses || addresses.length === 0) return new TargetFault(text, 'the name has no address');
  const ranges: AddressRange[] = [];
  for (const address of addresses) {
    const parsed = parseAddress(address);
    if (parsed) ranges.push({ family: parsed.family, first: parsed.value, last: parsed.value });
  }
  return ranges;
}

function scopeMessage(text: string, outside: AddressRange): string {
  const where = formatRange(outside);
  const what = where === text ? 'it is' : `${where} is`;
  return `${what} not in scope: only loopback and private networks are, unless a scope file (--scope FILE) allows more`;
}
