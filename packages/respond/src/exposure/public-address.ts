// Whether an address can be reached from the public internet, as far as the address itself tells.

/** Networks that are not routed on the internet: RFC 1918, 6598, 3927, 1122, 5737; RFC 4193, 4291, 3849. */
const NOT_PUBLIC: readonly RegExp[] = [
  /^(?:0|10|127)\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  /^192\.0\.2\./,
  /^198\.51\.100\./,
  /^203\.0\.113\./,
  /^::1?$/,
  /^f[cd]/i,
  /^fe[89ab]/i,
  /^2001:db8:/i,
];

/**
 * True for an address that is routed on the internet. A firewall may stand before it; an address that is not routed may be reached by way
 * of another.
 *
 * @param address IPv4 or IPv6, as a scan writes it
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return !NOT_PUBLIC.some((network) => network.test(plain));
}
