// CSV: a line for each finding, and one for each store without any.
import { csvOf } from '@vigie/paper';
import { type Finding, type ScanReport, type StoreReport, totalsOf, VERBS } from '@vigie/probe';

const COLUMNS = [
  'address',
  'name',
  'port',
  'transport',
  'tls',
  'product',
  'version',
  'verdict',
  ...VERBS,
  'collections',
  'rows',
  'bytes',
  'severity',
  'rule',
  'finding',
  'remedy',
] as const;

export function csv(report: ScanReport): string {
  const rows = report.stores.flatMap((store) => {
    const findings = store.findings.length > 0 ? store.findings : [undefined];
    return findings.map((finding) => rowOf(store, finding));
  });
  return csvOf([COLUMNS, ...rows]);
}

function rowOf(store: StoreReport, finding: Finding | undefined): (string | number)[] {
  const totals = store.inventory ? totalsOf(store.inventory) : undefined;
  return [
    store.address,
    store.name ?? '',
    store.port,
    store.transport,
    store.tls ? 'yes' : 'no',
    store.product,
    store.version ?? '',
    store.verdict,
    ...VERBS.map((verb) => store.posture[verb]),
    totals?.collections ?? '',
    totals?.rows ?? '',
    totals?.bytes ?? '',
    finding?.severity ?? '',
    finding?.rule ?? '',
    finding?.title ?? '',
    finding?.remedy.summary ?? '',
  ];
}
