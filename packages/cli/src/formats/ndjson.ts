// NDJSON: a line for each store as it is found, and a last line with the rest of the report.
import type { ScanReport, StoreReport } from '@vigie/probe';

export function storeLine(store: StoreReport): string {
  return `${JSON.stringify({ type: 'store', ...store })}\n`;
}

/** The end of the report: everything but the stores. */
export function summaryLine(report: ScanReport): string {
  const { stores, ...rest } = report;
  return `${JSON.stringify({ type: 'scan', ...rest, stores: stores.length })}\n`;
}

/** The whole report at once, for a file. */
export function ndjson(report: ScanReport): string {
  return report.stores.map(storeLine).join('') + summaryLine(report);
}
