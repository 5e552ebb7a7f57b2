// Networks and addresses, IPv4 and IPv6; an IPv4 address that IPv6 carries (::ffff:10.0.0.1) is the IPv4 address.
import ipaddr from 'ipaddr.js';

export type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** A network as in 10.0.0.0/8; an address alone is a network of one. Undefined where it is none. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', bits, ...more] = text.trim().split('/');
  const parsed = parseAddress(address);
  if (parsed === undefined || more.length > 0) return undefined;
  const most = parsed.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [parsed, most];
  const length = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  return length >= 0 && length <= most ? [parsed, length] : undefined;
}

/** Whether the text is an address in the network. */
export function isInNetwork(text: string, [network, bits]: Network): boolean {
  const address = parseAddress(text.trim());
  if (address === undefined || address.kind() !== network.kind()) return false;
  return address.match(network, bits);
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  // Only four decimal parts: the library also takes the octal and short forms of inet_aton, which no log means.
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (!text.includes(':') || !ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}
