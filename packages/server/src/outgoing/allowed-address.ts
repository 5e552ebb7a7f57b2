// Which addresses the platform may send to on somebody's word (SSRF): public ones, and networks that the operator named.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface AllowedAddresses {
  /** Resolves a name once; only what all of its addresses allow is allowed. */
  resolve(host: string): Promise<{ readonly address: string; readonly family: 4 | 6 } | AddressFault>;
}

interface AddressFault {
  readonly code: 'no-such-host' | 'not-public';
  readonly message: string;
}

/** @param ownNetworks as in 10.0.0.0/8, or one address; @throws RangeError where one is neither */
export function createAllowedAddresses(ownNetworks: readonly string[]): AllowedAddresses {
  const own = new BlockList();
  for (const network of ownNetworks) {
    const [address = '', prefix] = network.split('/');
    const type = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) throw new RangeError(`${network} is no network`);
    if (prefix === undefined) own.addAddress(address, type);
    else own.addSubnet(address, Number(prefix), type);
  }
  const isAllowed = (address: string) => isPublic(address) || own.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return {
    async resolve(host) {
      const bare = host.replace(/^\[|\]$/g, '');
      const found = await lookup(bare, { all: true }).catch(() => []);
      const [first] = found;
      if (first === undefined) return { code: 'no-such-host', message: 'its host name has no address' };
      if (!found.every(({ address }) => isAllowed(address))) {
        return { code: 'not-public', message: 'its host is in a loopback, private or reserved network' };
      }
      return { address: first.address, family: first.family === 6 ? 6 : 4 };
    },
  };
}

/** The registries of special addresses, as ipaddr.js knows them (RFC 6890); IPv4 inside of IPv6 counts as what it stands for. */
function isPublic(address: string): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || !isTransition(parsed as ipaddr.IPv6);
}

/** NAT64 (RFC 6052) carries IPv4 addresses that would be checked nowhere. */
function isTransition(address: ipaddr.IPv6): boolean {
  return address.match(ipaddr.IPv6.parse('64:ff9b::'), 96) || address.match(ipaddr.IPv6.parse('64:ff9b:1::'), 48);
}
