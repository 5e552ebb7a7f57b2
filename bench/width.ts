// Width: 65,536 addresses on 10 ports. Memory has to be small and flat, and no socket may be left open.
import type { ScanReport } from '@vigie/probe';
import { measure, VIGIE } from './command.ts';
import { printTable, seconds } from './table.ts';

/** Ten ports that no server of a test machine listens on for all addresses. */
const PORTS = '8123,9000,6379,5432,3306,27017,9200,2379,11211,5984';

export async function benchWidth(): Promise<void> {
  const { ms, stdout, rss, sockets } = await measure(VIGIE, ['scan', '127.1.0.0/16', '--ports', PORTS, '-f', 'json']);
  const report = JSON.parse(stdout) as ScanReport;
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const at = (share: number) => rss[Math.floor((rss.length - 1) * share)] ?? 0;
  const endpoints = report.scope.addresses * report.scope.ports;
  printTable(
    'width: 65,536 addresses on 10 ports',
    [
      'endpoints',
      'time',
      'a second',
      'memory at 25 %',
      'at 50 %',
      'at 100 %',
      'largest',
      'sockets in the middle',
      'at the end',
      'untested',
    ],
    [
      [
        endpoints.toLocaleString('en'),
        seconds(ms),
        Math.round(endpoints / (ms / 1000)).toLocaleString('en'),
        mb(at(0.25)),
        mb(at(0.5)),
        mb(at(1)),
        mb(Math.max(...rss)),
        String(sockets[Math.floor(sockets.length / 2)] ?? 0),
        String(sockets.at(-1) ?? 0),
        String(report.untested.length),
      ],
    ],
  );
}
