// Fleet: 14 services on ports that are not their defaults, seven products each open and closed. All named, with
// version where the protocol tells it, and the right verdict. Sweep: all ports of the host with those services.
import type { ScanReport, StoreReport } from '@vigie/probe';
import { findProgram, type RunningServer } from '@vigie/probe/testing';
import { startClickhouse } from '@vigie/probe/testing/clickhouse';
import { startEtcd } from '@vigie/probe/testing/etcd';
import { startInfluxdb } from '@vigie/probe/testing/influxdb';
import { startMemcached } from '@vigie/probe/testing/memcached';
import { startNats } from '@vigie/probe/testing/nats';
import { startPostgresql } from '@vigie/probe/testing/postgresql';
import { startRedis } from '@vigie/probe/testing/redis';
import { measure, VIGIE } from './command.ts';
import { median, printTable, seconds } from './table.ts';

const STARTERS: Record<string, (state: 'open' | 'closed') => Promise<RunningServer>> = {
  clickhouse: startClickhouse,
  redis: startRedis,
  memcached: startMemcached,
  etcd: startEtcd,
  nats: startNats,
  influxdb: startInfluxdb,
  postgresql: startPostgresql,
};

interface Service {
  readonly product: string;
  readonly state: 'open' | 'closed';
  readonly server: RunningServer;
}

/** Products whose protocol tells the version to a stranger also when it is closed. */
const TELLS_WHEN_CLOSED = new Set(['etcd', 'nats', 'influxdb']);

const RUNS = 3;

export async function benchFleetAndSweep(): Promise<void> {
  const services: Service[] = [];
  try {
    for (const [product, start] of Object.entries(STARTERS)) {
      for (const state of ['open', 'closed'] as const) services.push({ product, state, server: await start(state) });
    }
    await fleet(services);
    await sweep(services);
  } finally {
    await Promise.all(services.map(({ server }) => server.stop()));
  }
}

async function fleet(services: readonly Service[]): Promise<void> {
  const ports = services.map(({ server }) => server.port).join(',');
  const ours: number[] = [];
  let stores: readonly StoreReport[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { ms, stdout } = await measure(VIGIE, ['scan', '127.0.0.1', '--ports', ports, '-f', 'json']);
    ours.push(ms);
    stores = (JSON.parse(stdout) as ScanReport).stores;
  }
  const at = ({ server }: Service) => stores.find((store) => store.port === server.port);
  const named = services.filter((service) => at(service)?.product === service.product).length;
  const versions = services.filter((service) => at(service)?.version !== undefined).length;
  const tellable = services.filter(({ product, state }) => state === 'open' || TELLS_WHEN_CLOSED.has(product)).length;
  const right = services.filter((service) => at(service)?.verdict === service.state).length;
  const wrong = services.filter((service) => at(service)?.verdict !== service.state);
  const rows = [
    ['vigie scan', seconds(median(ours)), '1', `${named}`, `${versions} of ${tellable} that tell it`, `${right}`],
  ];
  if (findProgram('nmap') !== undefined) {
    const { ms, stdout } = await measure('nmap', ['-sV', '-p', ports, '127.0.0.1']);
    const lines = stdout.split('\n').filter((line) => /^\d+\/tcp\s+open/.test(line));
    const nmapNamed = services.filter(({ product, server }) =>
      lines.some((line) => line.startsWith(`${server.port}/tcp`) && new RegExp(product, 'i').test(line)),
    );
    const nmapVersions = lines.filter((line) => /\b\d+\.\d+/.test(line.replace(/^\S+\s+\S+\s+\S+/, ''))).length;
    rows.push([
      'nmap -sV',
      seconds(ms),
      (ms / median(ours)).toFixed(0),
      `${nmapNamed.length}`,
      `${nmapVersions}`,
      'tells none',
    ]);
  }
  printTable(
    `fleet: ${services.length} services on ports that are not their defaults (median of ${RUNS})`,
    ['', 'time', 'times ours', 'named', 'with version', 'right verdict'],
    rows,
  );
  for (const service of wrong) {
    console.log(
      `  wrong: ${service.product} ${service.state}: ${at(service)?.product ?? 'not named'} ${at(service)?.verdict ?? ''}`,
    );
  }
}

async function sweep(services: readonly Service[]): Promise<void> {
  const ours: number[] = [];
  let found = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const { ms, stdout } = await measure(VIGIE, ['scan', '127.0.0.1', '--ports', '1-65535', '-f', 'json']);
    ours.push(ms);
    const { stores } = JSON.parse(stdout) as ScanReport;
    found = services.filter(({ server, product }) =>
      stores.some((store) => store.port === server.port && store.product === product),
    ).length;
  }
  const rows = [['vigie scan --ports 1-65535', seconds(median(ours)), '1', `${found} of ${services.length}`]];
  if (findProgram('nmap') !== undefined) {
    const plain: number[] = [];
    for (let run = 0; run < RUNS; run += 1) plain.push((await measure('nmap', ['-sT', '-p-', '127.0.0.1'])).ms);
    const ratio = (ms: number) => (ms / median(ours)).toFixed(2);
    rows.push(['nmap -sT -p- (ports only)', seconds(median(plain)), ratio(median(plain)), 'names none']);
    const { ms } = await measure('nmap', ['-sV', '-p-', '127.0.0.1']);
    rows.push(['nmap -sV -p-', seconds(ms), ratio(ms), 'see fleet']);
  }
  printTable(
    `sweep: 65,535 ports of one host, recognition, posture and inventory included (median of ${RUNS})`,
    ['', 'time', 'times ours', 'services named'],
    rows,
  );
}
