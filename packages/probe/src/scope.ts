// Scope: the networks that may be connected to. Loopback and private ranges need no paper; anything else needs a scope
// file in which a named person authorises it. The rule is enforced where sockets are opened (net/dial.ts).
import * as v from 'valibot';
import {
  type AddressRange,
  covers,
  formatRange,
  mergeRanges,
  parseAddress,
  parseRange,
  subtractRanges,
} from './addresses.ts';
import { parseJson } from './wire/json.ts';

/** Ranges that are the owner's own by definition: RFC 1122 loopback, RFC 1918, RFC 3927, RFC 4193, RFC 4291. */
const PRIVATE_NETWORKS = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
] as const;

/** Cloud metadata services answer here with credentials of the machine; they are no stores and are never asked. */
const NEVER = ['169.254.169.254/32', 'fd00:ec2::254/128', '0.0.0.0/8', '224.0.0.0/3', '::/128', 'ff00::/8'] as const;

/** A paper that allows more than the private ranges. */
export interface ScopeFile {
  readonly owner: string;
  readonly authorisedBy: string;
  readonly networks: readonly string[];
  /** The last day on which it holds, as YYYY-MM-DD in UTC; without it, it holds until withdrawn. */
  readonly until?: string;
}

export interface Scope {
  readonly owner: string | undefined;
  readonly authorisedBy: string | undefined;
  /** What may be connected to, exclusions already taken out. */
  readonly allowed: readonly AddressRange[];
}

/** Why a scope file cannot be used, in words for the person who wrote it. */
export class ScopeFault {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const scopeFileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  owner: v.pipe(v.string(), v.trim(), v.minLength(1, 'must name who owns the networks')),
  authorisedBy: v.pipe(v.string(), v.trim(), v.minLength(1, 'must name the person who authorises the scan')),
  networks: v.pipe(v.array(v.string()), v.minLength(1, 'must list at least one network')),
  until: v.optional(v.pipe(v.string(), v.isoDate('must be a date as YYYY-MM-DD'))),
});

/**
 * Reads a scope file.
 *
 * @param text - JSON: `{"owner", "authorisedBy", "networks": ["203.0.113.0/24"], "until"?: "2027-01-31"}`
 * @param today - as YYYY-MM-DD in UTC
 */
export function parseScopeFile(text: string, today: string): ScopeFile | ScopeFault {
  const json = parseJson(text);
  if (json === undefined) return new ScopeFault('it is not JSON');
  const parsed = v.safeParse(scopeFileSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue);
    return new ScopeFault(where ? `"${where}": ${issue.message}` : issue.message);
  }
  const { owner, authorisedBy, networks, until } = parsed.output;
  for (const network of networks) {
    if (!parseRange(network))
      return new ScopeFault(`"networks": ${JSON.stringify(network)} is no address, range or CIDR`);
  }
  if (until !== undefined && until < today) return new ScopeFault(`it ended on ${until}`);
  return { owner, authorisedBy, networks, ...(until !== undefined && { until }) };
}

/**
 * The scope of a scan.
 *
 * @param exclusions - addresses that are never connected to, whatever else says so
 */
export function scopeOf(file: ScopeFile | undefined, exclusions: readonly AddressRange[] = []): Scope {
  const networks = [...PRIVATE_NETWORKS, ...(file?.networks ?? [])].map(rangeOf);
  const never = [...NEVER.map(rangeOf), ...exclusions];
  return {
    owner: file?.owner,
    authorisedBy: file?.authorisedBy,
    allowed: subtractRanges(mergeRanges(networks), never),
  };
}

/** Whether one address may be connected to. */
export function inScope(scope: Scope, address: string): boolean {
  const parsed = parseAddress(address);
  return parsed !== undefined && scope.allowed.some((range) => contains(range, parsed));
}

/** Addresses whose answer is kept: a sweep asks for the same block of addresses at every port. */
const KEPT_ANSWERS = 4096;

/** `inScope` for one scope, with its latest answers kept. */
export function createScopeCheck(scope: Scope): (address: string) => boolean {
  const answers = new Map<string, boolean>();
  return (address) => {
    const known = answers.get(address);
    if (known !== undefined) return known;
    if (answers.size >= KEPT_ANSWERS) answers.clear();
    const answer = inScope(scope, address);
    answers.set(address, answer);
    return answer;
  };
}

/** The parts of `ranges` that may not be connected to. */
export function outOfScope(scope: Scope, ranges: readonly AddressRange[]): AddressRange[] {
  return ranges.some((range) => !covers(scope.allowed, range)) ? subtractRanges(ranges, scope.allowed) : [];
}

/** Whether all of these addresses are this machine's own. */
export function isLoopback(ranges: readonly AddressRange[]): boolean {
  const own = ['127.0.0.0/8', '::1/128'].map(rangeOf);
  return ranges.every((range) => covers(own, range));
}

/** The scope as it stands in a report. */
export function describeScope(scope: Scope): { owner?: string; authorisedBy?: string; networks: string[] } {
  return {
    ...(scope.owner !== undefined && { owner: scope.owner }),
    ...(scope.authorisedBy !== undefined && { authorisedBy: scope.authorisedBy }),
    networks: scope.allowed.map(formatRange),
  };
}

function contains(range: AddressRange, address: { family: 4 | 6; value: bigint }): boolean {
  return range.family === address.family && range.first <= address.value && address.value <= range.last;
}

function rangeOf(network: string): AddressRange {
  const range = parseRange(network);
  if (!range) throw new Error(`${network} is no network`);
  return range;
}
