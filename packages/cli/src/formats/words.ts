// Numbers and names as people read them, for the reports.
import {
  type Inventory,
  type ScanReport,
  SEVERITIES,
  STORES,
  type StoreReport,
  totalsOf,
  type Untested,
} from '@vigie/probe';

const TITLES = new Map(STORES.flatMap((store) => store.products.map(({ id, title }) => [id, title])));

/** The product as its makers write it, with its version and program. */
export function productName(store: StoreReport): string {
  const title = TITLES.get(store.product) ?? store.product;
  const software = store.software === undefined ? '' : ` (${store.software})`;
  return `${title}${store.version === undefined ? '' : ` ${store.version}`}${software}`;
}

/** `127.0.0.1:8123`, `[::1]:8123`, `db.example.org (10.0.0.1):8123`. */
export function place(store: { address: string; name?: string; port: number }): string {
  const address = store.address.includes(':') ? `[${store.address}]` : store.address;
  return store.name === undefined ? `${address}:${store.port}` : `${store.name}:${store.port} (${address})`;
}

export function count(n: number): string {
  return n.toLocaleString('en');
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** Bytes in powers of ten, as disks are sold and reports are read. */
export function bytes(n: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const step = n < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3));
  const value = n / 1000 ** step;
  return `${step === 0 ? n : value.toFixed(value < 10 ? 1 : 0)} ${units[step]}`;
}

/** What a store holds, in one line. */
export function holdings(inventory: Inventory): string {
  const { collections, rows, bytes: size, basis } = totalsOf(inventory);
  const about = basis === 'estimate' ? 'about ' : '';
  const parts = [plural(collections, 'collection')];
  if (inventory.containers.some((container) => container.collections.some((one) => one.rows !== undefined))) {
    parts.push(`${about}${plural(rows, 'row')}`);
  }
  if (size > 0) parts.push(bytes(size));
  return parts.join(', ') + (inventory.truncated ? ', and more that is not listed' : '');
}

/** Stores by gravity: grave findings first, then open before partial, then those that hold more. */
export function byGravity(stores: readonly StoreReport[]): StoreReport[] {
  const verdicts = ['open', 'partial', 'unknown', 'closed'];
  const worst = (store: StoreReport) => Math.max(-1, ...store.findings.map((f) => SEVERITIES.indexOf(f.severity)));
  const rows = (store: StoreReport) => (store.inventory ? totalsOf(store.inventory).rows : 0);
  return [...stores].sort(
    (a, b) => worst(b) - worst(a) || verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || rows(b) - rows(a),
  );
}

const REASONS: Record<Untested['reason'], string> = {
  timeout: 'no answer in time (filtered, or slow)',
  unreachable: 'no route to it',
  closed: 'the connection was closed at once',
  reset: 'the connection was broken off',
  tls: 'the TLS handshake failed',
  'over-budget': 'it took more than its budget',
  foreign: 'it answered in no known protocol',
  'out-of-scope': 'out of scope',
  stopped: 'the scan was interrupted',
  interrupted: 'the scan was interrupted before',
  fault: 'a fault in Vigie',
};

/** Untested endpoints by reason, in words. */
export function untestedInWords(report: ScanReport): { reason: string; endpoints: number; example: string }[] {
  const sums = new Map<string, { endpoints: number; example: string }>();
  for (const entry of report.untested) {
    const reason = REASONS[entry.reason];
    const before = sums.get(reason);
    const endpoints = (before?.endpoints ?? 0) + (entry.endpoints ?? 1);
    sums.set(reason, { endpoints, example: before?.example ?? place(entry) });
  }
  return [...sums].map(([reason, rest]) => ({ reason, ...rest }));
}
