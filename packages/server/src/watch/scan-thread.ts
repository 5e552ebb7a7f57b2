// The thread that scans: what stores answer is read here, so that a large answer keeps no request to the platform waiting.
import { randomBytes } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import {
  isLoopback,
  type Rates,
  resolveBySystem,
  resolveTargets,
  type StoreReport,
  scopeOf,
  startScan,
  TargetFault,
  type Targets,
} from '@vigie/probe';
import type { FromThread, ScanAnswer, ScanEars, ScanOrders, ToThread } from './scan-orders.ts';

const running = new Map<number, AbortController>();

parentPort?.on('message', (message: ToThread) => {
  if (message.what === 'stop') running.get(message.number)?.abort();
  else void answer(message.number, message.orders);
});

async function answer(number: number, orders: ScanOrders): Promise<void> {
  const stop = new AbortController();
  running.set(number, stop);
  const told = await scan(orders, stop.signal, {
    onStore: (report) => tell({ what: 'store', number, report }),
    onStanding: (standing) => tell({ what: 'standing', number, standing }),
  });
  running.delete(number);
  tell({ what: 'answer', number, answer: told });
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

/** How often a scan that goes on says how far it is. */
const STANDING_MS = 400;

async function scan(
  orders: ScanOrders,
  signal: AbortSignal,
  { onStore, onStanding }: Required<ScanEars>,
): Promise<ScanAnswer> {
  const scope = scopeOf(orders.scopeFile);
  const targets = await targetsOf(orders, scope);
  if (targets instanceof TargetFault) return { fault: targets.message };
  const mistakes: string[] = [];
  const { ports } = orders;
  const shown = orders.maskNames ? await loadMask() : (report: StoreReport) => report;
  const started = startScan(
    { targets, ports, scope, signal, rates: ratesOf(targets), ...(orders.budgets && { budgets: orders.budgets }) },
    {
      now: Date.now,
      random: randomBytes,
      onStore: (store) => onStore(shown(store)),
      onFault: (fault, product) => mistakes.push(`${product}: ${fault instanceof Error ? fault.name : 'an error'}`),
    },
  );
  let before = -1;
  const timer = setInterval(() => {
    const standing = started.standing();
    if (standing.tested !== before) onStanding(standing);
    before = standing.tested;
  }, STANDING_MS);
  const report = await started.report.finally(() => clearInterval(timer));
  return {
    report: { ...report, stores: report.stores.map(shown) },
    outcomes: orders.known.map(({ address, port }) => started.outcomeOf(address, port) ?? 'not-a-target'),
    mistakes,
  };
}

/** A single place goes through the same door as words do: it is resolved, and it has to be in scope. */
async function targetsOf({ targets }: ScanOrders, scope: ReturnType<typeof scopeOf>): Promise<Targets | TargetFault> {
  if (!('address' in targets)) return resolveTargets(targets, [], scope, resolveBySystem);
  const { address, name } = targets;
  const resolved = await resolveTargets([address], [], scope, resolveBySystem);
  if (resolved instanceof TargetFault || name === undefined) return resolved;
  return { ...resolved, names: new Map([[address, name]]) };
}

/** What networks and small devices bear; loopback bears anything. The same as on the command line. */
const USUAL_RATES: Rates = { total: 5000, perHost: 1000 };

function ratesOf(targets: Targets): Rates {
  return isLoopback(targets.ranges) ? { total: Infinity, perHost: Infinity } : USUAL_RATES;
}

/** Loaded only where it is needed: its vocabulary takes much memory, and this thread ends when there is nothing to scan. */
async function loadMask(): Promise<(report: StoreReport) => StoreReport> {
  const { withoutPersons } = await import('@vigie/classify/names');
  return ({ inventory, ...store }) => {
    if (inventory === undefined) return store;
    const containers = inventory.containers.map(({ name, collections }) => ({
      name: withoutPersons(name),
      collections: collections.map(({ name: collection, columns, ...rest }) => ({
        ...rest,
        name: withoutPersons(collection),
        columns: columns.map((column) => ({ ...column, name: withoutPersons(column.name) })),
      })),
    }));
    return { ...store, inventory: { ...inventory, containers } };
  };
}
