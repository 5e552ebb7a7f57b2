// The endpoints of a scan, in a fixed order, without a list of them: an index becomes an address and a port.
import { type AddressRange, formatAddress, formatRange, parseAddress, sizeOf } from './addresses.ts';
import type { Endpoint } from './line.ts';

/** More addresses than this is a mistake, or a job for several scans. */
export const MAX_ADDRESSES = 2n ** 24n;

/** Within a block every port of one address is far from the next, so that no host gets a burst. */
const BLOCK = 256;

export interface EndpointSpace {
  readonly size: number;
  readonly addresses: number;
  /** The endpoint at an index below `size`. */
  at(index: number): Endpoint;
  /** Where an endpoint stands; undefined where it is not in this space. */
  indexOf(address: string, port: number): number | undefined;
  /** Of a scan that has done everything below an index: addresses that are over, and ports of those that are under way. */
  reached(index: number): { readonly addresses: number; readonly ports: number };
  /** Identifies the same space when a scan is resumed. */
  readonly key: string;
}

/**
 * All endpoints of these ranges and ports: blocks of 256 addresses, and in a block all addresses of a port, port by port.
 *
 * @param ranges - without overlaps, at most 2^24 addresses together
 * @param names - what an address was called by, for addresses that were given by name
 */
export function endpointSpace(
  ranges: readonly AddressRange[],
  ports: readonly number[],
  names: ReadonlyMap<string, string> = new Map(),
): EndpointSpace {
  const starts: number[] = [];
  let addresses = 0;
  for (const range of ranges) {
    starts.push(addresses);
    addresses += Number(sizeOf(range));
  }
  /** The addresses of the block that was asked for last: neighbours in a scan are neighbours in a block. */
  let block = { number: -1, addresses: [] as string[] };
  const addressAt = (index: number): string | undefined => {
    const number = Math.floor(index / BLOCK);
    if (block.number !== number) {
      const width = Math.min(BLOCK, addresses - number * BLOCK);
      const list = Array.from({ length: width }, (_, i) => addressOf(ranges, starts, number * BLOCK + i));
      block = { number, addresses: list };
    }
    return block.addresses[index % BLOCK];
  };
  const perBlock = BLOCK * ports.length;
  return {
    size: addresses * ports.length,
    addresses,
    at(index) {
      const number = Math.floor(index / perBlock);
      const width = Math.min(BLOCK, addresses - number * BLOCK);
      const within = index - number * perBlock;
      const address = addressAt(number * BLOCK + (within % width));
      const port = ports[Math.floor(within / width)];
      if (address === undefined || port === undefined) throw new RangeError(`no endpoint ${index}`);
      return { address, port, host: names.get(address) ?? address };
    },
    indexOf(address, port) {
      const place = placeOf(ranges, starts, address);
      const portAt = ports.indexOf(port);
      if (place === undefined || portAt < 0) return undefined;
      const number = Math.floor(place / BLOCK);
      const width = Math.min(BLOCK, addresses - number * BLOCK);
      return number * perBlock + portAt * width + (place % BLOCK);
    },
    reached(index) {
      const number = Math.floor(index / perBlock);
      const width = Math.min(BLOCK, addresses - number * BLOCK);
      if (width <= 0) return { addresses, ports: 0 };
      return { addresses: number * BLOCK, ports: Math.floor((index - number * perBlock) / width) };
    },
    key: JSON.stringify([ranges.map(formatRange), ports, [...names]]),
  };
}

/** The address at an index over all ranges, found by halving. */
function addressOf(ranges: readonly AddressRange[], starts: readonly number[], index: number): string {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const range = ranges[low];
  if (!range) throw new RangeError(`no address ${index}`);
  return formatAddress(range.family, range.first + BigInt(index - (starts[low] ?? 0)));
}

/** The index of an address over all ranges. */
function placeOf(ranges: readonly AddressRange[], starts: readonly number[], text: string): number | undefined {
  const address = parseAddress(text);
  if (!address) return undefined;
  const { family, value } = address;
  const at = ranges.findIndex((range) => range.family === family && range.first <= value && value <= range.last);
  const range = ranges[at];
  return range && (starts[at] ?? 0) + Number(value - range.first);
}
