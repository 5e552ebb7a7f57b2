// Ranges of IP addresses that belong to no client on the internet, and so to no person.
// RFC 6890 and the IANA special-purpose address registries for IPv4 and IPv6; RFC 9637 (3fff::/20), RFC 5771 (multicast).

/** Why an address says less of a person than a public one, and how sure it is worth being called personal. */
export interface AddressUse {
  readonly why: string;
  readonly confidence: number;
}

const PRIVATE: AddressUse = { why: 'a private address', confidence: 0.5 };
const LOOPBACK: AddressUse = { why: 'a loopback address', confidence: 0.35 };
const LINK_LOCAL: AddressUse = { why: 'a link-local address', confidence: 0.4 };
const DOCUMENTATION: AddressUse = { why: 'an address for documents', confidence: 0.4 };
const SHARED: AddressUse = { why: 'an address within a carrier, shared by its customers', confidence: 0.5 };
const MULTICAST: AddressUse = { why: 'a multicast address', confidence: 0.35 };
const RESERVED: AddressUse = { why: 'a reserved address', confidence: 0.35 };
const UNSPECIFIED: AddressUse = { why: 'the unspecified address', confidence: 0.3 };
const RESOLVER: AddressUse = { why: 'the address of a public name server', confidence: 0.4 };
/** `::` alone is also a sign of many programming languages. */
const DOUBLE_COLON: AddressUse = { why: 'the unspecified address, or a sign of another meaning', confidence: 0.1 };

interface Range4 {
  readonly first: number;
  readonly last: number;
  readonly use: AddressUse;
}

function range(cidr: string, use: AddressUse): Range4 {
  const [address = '', bits = ''] = cidr.split('/');
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return { first, last: first + 2 ** (32 - Number(bits)) - 1, use };
}

const RANGES4: readonly Range4[] = [
  range('0.0.0.0/32', UNSPECIFIED),
  range('0.0.0.0/8', RESERVED),
  range('10.0.0.0/8', PRIVATE),
  range('100.64.0.0/10', SHARED),
  range('127.0.0.0/8', LOOPBACK),
  range('169.254.0.0/16', LINK_LOCAL),
  range('172.16.0.0/12', PRIVATE),
  range('192.0.0.0/24', RESERVED),
  range('192.0.2.0/24', DOCUMENTATION),
  range('192.88.99.0/24', RESERVED),
  range('192.168.0.0/16', PRIVATE),
  range('198.18.0.0/15', RESERVED),
  range('198.51.100.0/24', DOCUMENTATION),
  range('203.0.113.0/24', DOCUMENTATION),
  range('224.0.0.0/4', MULTICAST),
  range('240.0.0.0/4', RESERVED),
  range('1.1.1.1/32', RESOLVER),
  range('1.0.0.1/32', RESOLVER),
  range('8.8.8.8/32', RESOLVER),
  range('8.8.4.4/32', RESOLVER),
  range('9.9.9.9/32', RESOLVER),
];

/** By an address's first number: the ranges that it may be in. */
const RANGES4_BY_FIRST = Array.from({ length: 256 }, (_, octet) =>
  RANGES4.filter(({ first, last }) => first < (octet + 1) * 2 ** 24 && last >= octet * 2 ** 24),
);

/** What an IPv4 address is for; undefined for a public one. `value` is its 32 bits as a number. */
export function useOf4(value: number): AddressUse | undefined {
  for (const { first, last, use } of RANGES4_BY_FIRST[value >>> 24] ?? [])
    if (value >= first && value <= last) return use;
  return undefined;
}

/** What an IPv6 address is for; undefined for a public one. */
export function useOf6(groups: Readonly<Uint16Array>): AddressUse | undefined {
  const [first = 0, second = 0] = groups;
  const low = (groups[6] ?? 0) * 65536 + (groups[7] ?? 0);
  if (groups.subarray(0, 5).every((group) => group === 0)) {
    const sixth = groups[5] ?? 0;
    if (sixth === 0 && low === 0) return DOUBLE_COLON;
    if (sixth === 0 && low === 1) return LOOPBACK;
    // IPv4-mapped (RFC 4291 section 2.5.5.2) and the older IPv4-compatible form.
    if (sixth === 0xffff || sixth === 0) return useOf4(low) ?? (sixth === 0 && low < 65536 ? RESERVED : undefined);
  }
  // RFC 6052: the well-known prefix of NAT64.
  if (first === 0x64 && second === 0xff9b) return useOf4(low);
  if (first === 0x2001 && second === 0xdb8) return DOCUMENTATION;
  if (first === 0x3fff && second < 0x1000) return DOCUMENTATION;
  if ((first & 0xffc0) === 0xfe80) return LINK_LOCAL;
  if ((first & 0xfe00) === 0xfc00) return PRIVATE;
  if ((first & 0xff00) === 0xff00) return MULTICAST;
  // RFC 4291 section 2.4: only 2000::/3 is given out.
  return (first & 0xe000) === 0x2000 ? undefined : RESERVED;
}
