// To which addresses mail may be handed: not to this machine and not into private networks, unless the settings say that the relay is the
// operator's own. Whoever may write settings could otherwise have the platform knock at doors inside of the house (SSRF).
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Looks a name up; handed in, so that tests need no network. */
export type Lookup = (host: string) => Promise<readonly string[]>;

export const systemLookup: Lookup = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** RFC 6890 and its registries: this host, private, shared, link-local, documentation, benchmarking, multicast, reserved. */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Without those that carry an IPv4 address, which is looked at itself or refused: mapped, NAT64, 6to4, Teredo. */
const IPV6 = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

const CLOSED_IPV4 = listOf(IPV4, 'ipv4');
const CLOSED_IPV6 = listOf(IPV6, 'ipv6');

/** Whether an address belongs to this machine or to a private network. */
export function isInsideAddress(address: string): boolean {
  if (isIP(address) === 4) return CLOSED_IPV4.check(address, 'ipv4');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isInsideAddress(mapped);
  return isIP(address) !== 6 || /^::ffff:/i.test(address) || CLOSED_IPV6.check(address, 'ipv6');
}

/**
 * The address to connect to for a relay's name. It is the one that was looked at, so that a name that changes its mind between look and
 * connection leads nowhere else.
 *
 * @param mayBeInside whether the settings say that the relay is the operator's own
 */
export async function relayAddress(
  host: string,
  mayBeInside: boolean,
  lookUp: Lookup,
): Promise<{ readonly address: string } | { readonly code: 'unknown-host' | 'refused-address' }> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const found = isIP(bare) === 0 ? await lookUp(bare).catch(() => []) : [bare];
  if (found.length === 0) return { code: 'unknown-host' };
  const address = found.find((one) => mayBeInside || !isInsideAddress(one));
  return address === undefined ? { code: 'refused-address' } : { address };
}
