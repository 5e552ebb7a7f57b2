// A thread that only knocks: which endpoints of a stretch do not refuse at once. Opening a socket for each of 65,535
// ports is most of the work of a sweep, and a machine has more than one core for it.
import { parentPort, workerData } from 'node:worker_threads';
import type { AddressRange } from '../addresses.ts';
import { endpointSpace } from '../endpoints.ts';
import type { Scope } from '../scope.ts';
import { createKnocker } from './dial.ts';

/** What a scout is told when it starts: the endpoints, and where it may go. */
export interface ScoutOrders {
  readonly ranges: readonly AddressRange[];
  readonly ports: readonly number[];
  readonly scope: Scope;
  readonly connectMs: number;
}

/** From `from` to before `to`, as indices of the endpoint space. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Knocks that are under way at once in one thread. */
const LANES = 32;

// The traces of refused connections are seen by nobody and would cost a fifth of the time; this thread does nothing else.
Error.stackTraceLimit = 0;

const orders: ScoutOrders = workerData;
const space = endpointSpace(orders.ranges, orders.ports);
const isRefused = createKnocker(orders.scope, orders.connectMs);

parentPort?.on('message', ({ from, to }: Stretch) => {
  const others: number[] = [];
  let next = from;
  const lane = async () => {
    while (next < to) {
      const index = next;
      next += 1;
      if (!(await isRefused(space.at(index)))) others.push(index);
    }
  };
  void Promise.all(Array.from({ length: LANES }, lane)).then(() => parentPort?.postMessage(others));
});
