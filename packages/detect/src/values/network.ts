// Networks and addresses, IPv4 and IPv6; an IPv4 address that IPv6 carries (::ffff:10.0.0.1) is the IPv4 address.
import ipaddr from 'ipaddr.js';

export type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Where ::ffff:0:0/96 begins to carry IPv4. */
const MAPPED_BITS = 96;

/** A network as in 10.0.0.0/8; an address alone is a network of one. Undefined where it is none. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', bits, ...more] = text.trim().split('/');
  const parsed = parseAddress(address);
  if (parsed === undefined || more.length > 0) return undefined;
  const most = parsed.kind() === 'ipv4' ? 32 : 128;
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (!(length >= 0 && length <= most)) return undefined;
  const carried = carriedIn(parsed);
  return carried !== undefined && length >= MAPPED_BITS ? [carried, length - MAPPED_BITS] : [parsed, length];
}

/** Whether the text is an address in the network. */
export function isInNetwork(text: string, [network, bits]: Network): boolean {
  const parsed = parseAddress(text.trim());
  if (parsed === undefined) return false;
  const address = network.kind() === 'ipv4' ? (carriedIn(parsed) ?? parsed) : parsed;
  return address.kind() === network.kind() && address.match(network, bits);
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // Only four decimal parts: the library also takes the octal and short forms of inet_aton, which no log means.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return text.includes(':') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
}

function carriedIn(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | undefined {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : undefined;
}
