// IP addresses: IPv4 as dotted quads, IPv6 in all forms of RFC 4291 section 2.2 with zone ids (RFC 4007) and prefixes.
import type { Finder, Hits, Report } from '../../finder.ts';
import type { Kind } from '../../kind.ts';
import type { Text } from '../../text.ts';
import { fieldReader, isDigit, isLetter, wordBefore } from '../contact/labels.ts';
import { type AddressUse, useOf4, useOf6 } from './address-ranges.ts';
import { eachHexRun, eachQuadRun, HEX } from './ip-runs.ts';
import { IP_WORDS, type IpRole } from './ip-words.ts';

const IP_ADDRESS: Kind = {
  id: 'network/ip-address',
  title: 'IP address',
  // An online identifier (GDPR recital 30; CJEU C-582/14, Breyer). The template has no letter of its own for those, so
  // `u`, other; and `o`, since a public address tells roughly where its user is.
  edpb: ['u', 'o'],
  meaning:
    'Tells the connection that a person used, roughly where they were, and joins what they did at several sites.',
  identifies: 'device',
};

const readField = fieldReader(IP_WORDS);

/** No longer than eight groups with an embedded IPv4 address; longer runs are fingerprints or dumps. */
const MOST_6 = 46;

interface Search {
  readonly text: Text;
  readonly hits: Hits;
  readonly report: Report;
  readonly field: IpRole | undefined;
  /** Starts of IPv4 addresses that are the tail of an IPv6 address. */
  readonly embedded: Set<number>;
  /** Byte behind the last IPv6 address that was looked at, by each of the two ways. */
  seen: number;
}

export const ipAddressFinder: Finder = {
  name: 'ip-address',
  kinds: [IP_ADDRESS],
  triggers: IP_WORDS.triggers,
  placeOf: () => 'whole word',
  find(text, hits, report) {
    const search: Search = { text, hits, report, field: readField(text.field), embedded: new Set(), seen: 0 };
    findCompressed(search);
    eachHexRun(text, (start, end) => readSix(search, start, end, false));
    eachQuadRun(text, (start, end) => readQuad(search, start, end));
  },
};

function findCompressed(search: Search): void {
  const { latin1, bytes } = search.text;
  search.seen = 0;
  for (let at = latin1.indexOf('::'); at !== -1; at = latin1.indexOf('::', Math.max(at + 2, search.seen))) {
    let start = at;
    const least = Math.max(search.seen, at - MOST_6);
    while (start > least && HEX[bytes[start - 1] as number] === 1) start--;
    let end = at + 2;
    const most = Math.min(bytes.length, start + MOST_6 + 2);
    while (end < most && HEX[bytes[end] as number] === 1) end++;
    search.seen = end;
    readSix(search, start, end, true);
  }
}

/** Reads an IPv6 address in a run of hexadecimal digits, colons and stops. */
function readSix(search: Search, from: number, to: number, compressed: boolean): void {
  const { bytes } = search.text;
  let start = from;
  let end = to;
  while (end > start && bytes[end - 1] === 0x2e) end--;
  if (bytes[end - 1] === 0x3a && bytes[end - 2] !== 0x3a) end--;
  if (bytes[start] === 0x3a && bytes[start + 1] !== 0x3a) start++;
  else if (isLetter(bytes[start - 1])) start = behindKey(bytes, start, end);
  if (!isFreeBefore6(bytes, start)) return;
  const address = parseSix(search.text.latin1.slice(start, end), compressed);
  if (address === undefined) return;
  const tail = tailOf6(search.text, end);
  if (tail === -1) return;
  if (address.quadAt > 0) search.embedded.add(start + address.quadAt);
  judgeSix(search, address.groups, start, end, tail);
}

/** `node:2001:db8::1`: the letters of a key before a colon are no group, though `de` could be. */
function behindKey(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isLetter(bytes[at])) at++;
  return bytes[at] === 0x3a && bytes[at + 1] !== 0x3a && at > from ? at + 1 : from;
}

function isFreeBefore6(bytes: Uint8Array, start: number): boolean {
  const sign = bytes[start - 1];
  const before = bytes[start - 2];
  if (isLetter(sign)) return before === 0x5c && (sign === 0x6e || sign === 0x72 || sign === 0x74);
  if (isDigit(sign) || sign === 0x5f || sign === 0x23) return false;
  if (sign === 0x3a) return isLetter(before) || before === 0x22 || before === 0x27;
  return !((sign === 0x2e || sign === 0x2d) && (isLetter(before) || isDigit(before)));
}

interface Address6 {
  readonly groups: Uint16Array;
  /** Where its IPv4 tail begins; 0 without one. */
  readonly quadAt: number;
}

/** Reads the text of an address; undefined where it is none. */
function parseSix(address: string, compressed: boolean): Address6 | undefined {
  const double = address.indexOf('::');
  if ((double !== -1) !== compressed || address.length > MOST_6) return undefined;
  let quadAt = 0;
  let colons = address;
  if (address.includes('.')) {
    quadAt = address.lastIndexOf(':') + 1;
    const value = quadAt === 0 ? -1 : parseQuad(address.slice(quadAt));
    if (value === -1) return undefined;
    colons = `${address.slice(0, quadAt)}${Math.floor(value / 65536).toString(16)}:${(value % 65536).toString(16)}`;
  }
  const head = double === -1 ? colons : colons.slice(0, double);
  const left = head === '' ? [] : head.split(':');
  const right = double === -1 || double + 2 >= colons.length ? [] : colons.slice(double + 2).split(':');
  const count = left.length + right.length;
  if (compressed ? count > 7 : count !== 8) return undefined;
  const groups = new Uint16Array(8);
  for (const [index, group] of [
    ...left.entries(),
    ...right.map((group, i) => [8 - right.length + i, group] as const),
  ]) {
    if (group.length === 0 || group.length > 4) return undefined;
    groups[index] = Number.parseInt(group, 16);
  }
  // Eight pairs are an EUI-64, the id of a network card or a drive.
  if (!compressed && address.length === 23 && left.every((group) => group.length === 2)) return undefined;
  return { groups, quadAt };
}

/** Byte behind the zone id or prefix of an address; -1 where it goes on as something else. */
function tailOf6(text: Text, end: number): number {
  const { bytes, latin1 } = text;
  const sign = bytes[end];
  if (sign === 0x25) {
    const zone = /^%(?:25)?(?:[A-Za-z][A-Za-z0-9._-]{0,14}|\d{1,3}(?![0-9A-Za-z]))/.exec(latin1.slice(end, end + 20));
    return zone === null ? end : end + zone[0].replace(/[._-]+$/, '').length;
  }
  if (sign === 0x2f) return prefixEnd(text, end, 128);
  if (isLetter(sign) || isDigit(sign) || sign === 0x5f || sign === 0x3a) return -1;
  return sign === 0x2d && (isLetter(bytes[end + 1]) || isDigit(bytes[end + 1])) ? -1 : end;
}

/** Byte behind the length of a network (`/24`), or `end` itself where none stands there. */
function prefixEnd({ bytes }: Text, end: number, most: number): number {
  let at = end + 1;
  let bits = 0;
  while (at - end <= 3 && isDigit(bytes[at])) bits = bits * 10 + (bytes[at++] as number) - 0x30;
  const isPrefix = at > end + 1 && bits <= most && !isLetter(bytes[at]) && !isDigit(bytes[at]) && bytes[at] !== 0x2f;
  return isPrefix ? at : end;
}

function judgeSix(search: Search, groups: Uint16Array, start: number, end: number, tail: number): void {
  const { text } = search;
  const use = useOf6(groups);
  const named = search.field === 'ip' || wordBefore(IP_WORDS, text, search.hits, start)?.role === 'ip';
  const address = text.latin1.slice(start, end);
  if (use === undefined || use.confidence >= 0.3) {
    const digits = address.replace(/[^0-9a-f]/gi, '').length;
    // `add::fee` is a name in some programming languages, `1::2` a cast or a slice in others.
    const isThin = !/\d/.test(address) || (digits < 4 && address !== '::1');
    if (isThin && !named) {
      tell(search, 'ipv6', start, tail, { why: 'also a name or a sign in programming languages', confidence: 0.2 });
      return;
    }
  }
  const network = isNetwork(text, end, tail, 128);
  tell(
    search,
    'ipv6',
    start,
    tail,
    use ?? (network ? NETWORK : { why: 'a public address', confidence: named ? 0.95 : 0.9 }),
  );
}

const NETWORK: AddressUse = { why: 'a network, not one address', confidence: 0.5 };

/** Whether a prefix follows that is shorter than one address. */
function isNetwork(text: Text, end: number, tail: number, bits: number): boolean {
  return tail > end && text.bytes[end] === 0x2f && Number(text.latin1.slice(end + 1, tail)) < bits;
}

function tell(search: Search, rule: string, start: number, end: number, use: AddressUse): void {
  if (use.confidence < 0.3 && !search.report.asked(IP_ADDRESS.id)) return;
  search.report.found({ kind: IP_ADDRESS.id, rule, start, end, confidence: use.confidence, reasons: [use.why] });
}

function readQuad(search: Search, start: number, to: number): void {
  const { bytes } = search.text;
  let end = to;
  while (end > start && bytes[end - 1] === 0x2e) end--;
  if (search.embedded.size > 0 && search.embedded.has(start)) return;
  const value = quadValue(bytes, start, end);
  if (value === -1) return;
  const reason = whyNoQuad(search, start, end);
  if (reason !== undefined) {
    if (search.report.explains) search.report.dropped({ kind: IP_ADDRESS.id, rule: 'ipv4', start, end, why: reason });
    return;
  }
  const tail = bytes[end] === 0x2f ? prefixEnd(search.text, end, 32) : end;
  judgeQuad(search, start, end, tail, value);
}

/** The value of four octets without leading zeros; -1 for anything else. */
function quadValue(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let octets = 1;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === 0x2e) {
      if (digits === 0 || octets === 4) return -1;
      value = value * 256 + octet;
      octet = 0;
      digits = 0;
      octets++;
      continue;
    }
    if (digits > 0 && octet === 0) return -1;
    octet = octet * 10 + byte - 0x30;
    digits++;
    if (octet > 255) return -1;
  }
  return octets === 4 && digits > 0 ? value * 256 + octet : -1;
}

function parseQuad(text: string): number {
  return quadValue(Buffer.from(text, 'latin1'), 0, text.length);
}

/** Why four numbers are no address: what stands round them says so. */
function whyNoQuad({ text, hits, field }: Search, start: number, end: number): string | undefined {
  const { bytes } = text;
  const sign = bytes[start - 1];
  const before = bytes[start - 2];
  const next = bytes[end];
  if (isLetter(sign) && !(before === 0x5c && (sign === 0x6e || sign === 0x72 || sign === 0x74))) {
    return ((sign as number) | 0x20) === 0x76 ? 'a version' : 'a part of a word';
  }
  if (sign === 0x5f || (sign === 0x2d && isLetter(before))) return 'a part of a name';
  // `(>= 5.18.0.240)` and `2:1.2.99.2`, as packages depend on each other (Debian Policy, 5.6.12 and 7.1).
  if (sign === 0x3a && isDigit(before) && !isDigit(bytes[start - 3])) return 'a version behind an epoch';
  if (sign === 0x20 && (before === 0x3d || before === 0x3c || before === 0x3e) && isComparison(bytes, start - 2)) {
    return 'a version behind a comparison';
  }
  if (isLetter(next) || next === 0x5f) return 'a part of a word';
  const behind = bytes[end + 1];
  if ((next === 0x2d || next === 0x2b || next === 0x7e) && isLetter(behind)) return 'a version';
  if (field === 'version') return 'in a column of versions';
  const hasPort = next === 0x3a && isDigit(behind);
  // `Chrome/120.0.0.0` (RFC 9110 section 10.1.5), but `node7/10.0.0.1:9000`, as Java prints an address.
  if (sign === 0x2f && (isLetter(before) || isDigit(before)) && !hasPort)
    return 'a version behind the name of a product';
  const word = hits.length === 0 ? undefined : wordBefore(IP_WORDS, text, hits, start);
  return word?.role === 'version' && word.label ? 'a version' : undefined;
}

/** `>=`, `<=`, `<<`, `>>`, `==` or `(=`, which end here. */
function isComparison(bytes: Uint8Array, end: number): boolean {
  const first = bytes[end - 1];
  return first === 0x3c || first === 0x3e || first === 0x3d || first === 0x28;
}

/** `patch V8 to 13.6.233.17`: so near, a word for a version makes four numbers doubtful even if others stand between. */
const VERSION_REACH = 24;

function judgeQuad(search: Search, start: number, end: number, tail: number, value: number): void {
  tell(search, 'ipv4', start, tail, useOf4(value) ?? useOfPublicQuad(search, start, end, tail, value));
}

function useOfPublicQuad(
  { text, hits, field }: Search,
  start: number,
  end: number,
  tail: number,
  value: number,
): AddressUse {
  if (isNetwork(text, end, tail, 32)) return NETWORK;
  if (field === 'ip' || (hits.length > 0 && wordBefore(IP_WORDS, text, hits, start)?.role === 'ip')) {
    return { why: 'a public address, and a word names it', confidence: 0.95 };
  }
  if (hits.length > 0 && wordBefore(IP_WORDS, text, hits, start, VERSION_REACH)?.role === 'version') {
    return { why: 'near a word for a version', confidence: 0.5 };
  }
  const beginsLine = start === 0 || text.bytes[start - 1] === 0x0a;
  const hasPort = text.bytes[end] === 0x3a && isDigit(text.bytes[end + 1]);
  if (isSmall(value) && !beginsLine && !hasPort) {
    return { why: 'four small numbers, as versions have, too', confidence: 0.5 };
  }
  return { why: 'a public address', confidence: 0.85 };
}

function isSmall(value: number): boolean {
  const octets = [value / 2 ** 24, value / 65536, value / 256, value].map((part) => Math.floor(part) % 256);
  return octets.every((octet) => octet < 32) || octets.filter((octet) => octet === 0).length >= 2;
}

/**
 * Whether an address is one of a client on the internet, so that it may tell one person from another. Private, loopback,
 * shared and documentation addresses are not, nor is what can't be read.
 */
export function isPublicAddress(text: string): boolean {
  const bare = text
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/[%/].*$/s, '');
  if (!bare.includes(':')) {
    const value = parseQuad(bare);
    return value !== -1 && useOf4(value) === undefined;
  }
  const address = parseSix(bare, bare.includes('::'));
  return address !== undefined && useOf6(address.groups) === undefined;
}

/** Examples that tests read: each of `valid` is found whole, in none of `invalid` is anything found. */
export const IP_EXAMPLES = {
  valid: [
    '81.2.69.142',
    '2a02:26f0:3500::1b:7f',
    '2a02:26f0:3500:0:0:0:1b:7f',
    '::ffff:81.2.69.142',
    'fe80::1%eth0',
    '10.0.0.0/8',
  ],
  invalid: [
    'version 1.2.3.4',
    'v1.2.3.4',
    'Chrome/120.0.0.0',
    '1.3.6.1.4.1.311',
    'std::byte',
    '12:34:56',
    '256.1.1.1',
    '1.2.3.4-beta',
  ],
} as const;
