// IP addresses as numbers, so that a million of them are ranges and not a list.
import ipaddr from 'ipaddr.js';

/** Addresses from `first` to `last`, both included, of one family. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * An address as a number. IPv4 addresses written as IPv6 (`::ffff:10.0.0.1`) count as the IPv4 address that they are.
 *
 * @returns undefined where the text is no full IP address
 */
export function parseAddress(text: string): { family: 4 | 6; value: bigint } | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !(bare.includes(':') && ipaddr.IPv6.isValid(bare))) return undefined;
  if (bare.includes('%')) return undefined;
  const address = ipaddr.process(bare);
  const value = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return { family: address.kind() === 'ipv4' ? 4 : 6, value };
}

/** `10.0.0.0/8`, `10.0.0.1`, `10.0.0.1-10.0.0.9`, `10.0.0.1-9`, `fd00::/120`; undefined for anything else. */
export function parseRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  if (slash > 0) return parseCidr(text.slice(0, slash), text.slice(slash + 1));
  const dash = text.indexOf('-');
  if (dash > 0) return parseSpan(text.slice(0, dash), text.slice(dash + 1));
  const one = parseAddress(text);
  return one && { family: one.family, first: one.value, last: one.value };
}

function parseCidr(base: string, prefixText: string): AddressRange | undefined {
  const address = parseAddress(base);
  if (!address || !/^\d{1,3}$/.test(prefixText)) return undefined;
  const mapped = address.family === 4 && base.includes(':');
  const prefix = Number(prefixText) - (mapped ? 96 : 0);
  const bits = address.family === 4 ? 32 : 128;
  if (prefix < 0 || prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = (address.value / size) * size;
  return { family: address.family, first, last: first + size - 1n };
}

function parseSpan(from: string, to: string): AddressRange | undefined {
  const first = parseAddress(from);
  const last = parseAddress(/^\d{1,3}$/.test(to) ? from.replace(/\d+$/, to) : to);
  if (!first || !last || first.family !== last.family || last.value < first.value) return undefined;
  return { family: first.family, first: first.value, last: last.value };
}

/** The usual text of an address. IPv6 as RFC 5952 writes it. */
export function formatAddress(family: 4 | 6, value: bigint): string {
  const length = family === 4 ? 4 : 16;
  const bytes = Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 0xffn));
  return family === 4 ? bytes.join('.') : new ipaddr.IPv6(bytes).toRFC5952String();
}

/** The range as text: an address, or `first-last`. */
export function formatRange(range: AddressRange): string {
  const first = formatAddress(range.family, range.first);
  return range.first === range.last ? first : `${first}-${formatAddress(range.family, range.last)}`;
}

/** How many addresses a range holds. */
export function sizeOf(range: AddressRange): bigint {
  return range.last - range.first + 1n;
}

/** Sorted and without overlaps: IPv4 first, then IPv6. */
export function mergeRanges(ranges: readonly AddressRange[]): AddressRange[] {
  const sorted = [...ranges].sort(
    (a, b) => a.family - b.family || compare(a.first, b.first) || compare(a.last, b.last),
  );
  const merged: AddressRange[] = [];
  for (const range of sorted) {
    const previous = merged.at(-1);
    if (previous && previous.family === range.family && range.first <= previous.last + 1n) {
      merged[merged.length - 1] = { ...previous, last: range.last > previous.last ? range.last : previous.last };
    } else merged.push(range);
  }
  return merged;
}

/** What is left of `ranges` without `holes`. */
export function subtractRanges(ranges: readonly AddressRange[], holes: readonly AddressRange[]): AddressRange[] {
  return mergeRanges(holes).reduce<AddressRange[]>(
    (rest, hole) => rest.flatMap((range) => cutHole(range, hole)),
    mergeRanges(ranges),
  );
}

function cutHole(range: AddressRange, hole: AddressRange): AddressRange[] {
  if (range.family !== hole.family || hole.last < range.first || hole.first > range.last) return [range];
  const parts: AddressRange[] = [];
  if (range.first < hole.first) parts.push({ ...range, last: hole.first - 1n });
  if (hole.last < range.last) parts.push({ ...range, first: hole.last + 1n });
  return parts;
}

/** Whether every address of `inner` is in one of `ranges`. */
export function covers(ranges: readonly AddressRange[], inner: AddressRange): boolean {
  return subtractRanges([inner], ranges).length === 0;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
