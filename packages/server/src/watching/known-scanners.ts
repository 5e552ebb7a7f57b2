// Who looks at the whole Internet and says so: by the program's name, or by a network that is theirs alone. Networks that scanners share with
// others are left out: a stranger there must not pass for one of them.

interface Scanner {
  readonly name: string;
  /** Prefixes that hold nobody else, as accesses are kept: /24. */
  readonly networks: readonly string[];
}

const SCANNERS: readonly Scanner[] = [
  {
    // https://support.censys.io/hc/en-us/articles/360043177092-Opt-Out-of-Data-Collection
    name: 'Censys',
    networks: [
      '66.132.159.0/24',
      '162.142.125.0/24',
      '167.94.138.0/24',
      '167.94.145.0/24',
      '167.94.146.0/24',
      '167.248.133.0/24',
      '199.45.154.0/24',
      '199.45.155.0/24',
      '206.168.34.0/24',
      '206.168.35.0/24',
    ],
  },
  // https://opendata.rapid7.com/about/
  { name: 'Rapid7', networks: ['71.6.233.0/24'] },
];

const BY_NETWORK = new Map(SCANNERS.flatMap(({ name, networks }) => networks.map((one) => [one, name] as const)));

/** Names that scanners of networks give themselves, wherever they stand in what a client says of itself. */
const PROGRAM =
  /zgrab|masscan|nmap|nuclei|sqlmap|censys|shodan|leakix|l9explore|l9tcpid|binaryedge|expanse|internet-?measurement|shadowserver|netcraft|onyphe|zmap|nikto|openvas|nessus/i;

/** @returns the name that a scanner gives itself, in lower case */
export function scannerProgram(text: string): string | undefined {
  return PROGRAM.exec(text)?.[0].toLowerCase();
}

/** @param network as accesses have it, 192.0.2.0/24 @returns whose it is */
export function scannerOfNetwork(network: string): string | undefined {
  return BY_NETWORK.get(network);
}
