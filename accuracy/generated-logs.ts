// Lines of well-known log formats that hold no personal data: machines, identifiers of requests, sizes, times. Inside a network
// only, so that no address is a visitor's.
import { type Chance, DIGITS, HEX } from './chance.ts';

type MakeLine = (chance: Chance, atMs: number) => string;

const two = (number: number) => String(number).padStart(2, '0');
const isoOf = (atMs: number) => new Date(atMs).toISOString();
const plainOf = (atMs: number) => isoOf(atMs).slice(0, 19).replace('T', ' ');
const uuidOf = (chance: Chance) => [8, 4, 4, 4, 12].map((length) => chance.word(HEX, length)).join('-');
const hostOf = (chance: Chance) => `10.${chance.below(256)}.${chance.below(256)}.${1 + chance.below(254)}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ROUTES = [
  '/healthz',
  '/metrics',
  '/api/v2/orders',
  '/static/app',
  '/assets/logo',
  '/api/v1/batches',
  '/v3/index.json',
];
const SERVICES = [
  'checkout',
  'inventory',
  'ledger-sync',
  'thumbnailer',
  'mail-relay',
  'rate-limiter',
  'search-indexer',
];

/** https://nginx.org/en/docs/http/ngx_http_log_module.html, the format `combined`, behind a load balancer. */
const nginx: MakeLine = (chance, atMs) => {
  const at = new Date(atMs);
  const day = `${two(at.getUTCDate())}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}`;
  const time = `${day}:${isoOf(atMs).slice(11, 19)} +0000`;
  const route = `${chance.pick(ROUTES)}${chance.below(3) === 0 ? `/${chance.word(DIGITS, 4 + chance.below(12))}` : ''}`;
  const agent = chance.pick(['kube-probe/1.31', 'Prometheus/2.53.1', 'curl/8.9.1', 'Go-http-client/2.0']);
  return `${hostOf(chance)} - - [${time}] "GET ${route} HTTP/1.1" ${chance.pick([200, 204, 304, 404, 502])} ${chance.below(90_000)} "-" "${agent}" rt=${chance.next().toFixed(3)} uct="0.${chance.word(DIGITS, 3)}" id=${chance.word(HEX, 32)}`;
};

/** RFC 5424 and the older form of RFC 3164. */
const syslog: MakeLine = (chance, atMs) => {
  const at = new Date(atMs);
  const old = `${MONTHS[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2)} ${isoOf(atMs).slice(11, 19)} node-${chance.below(64)}`;
  const pid = chance.below(99_999);
  return chance.pick([
    `${old} kernel: [${chance.below(9_999_999)}.${chance.word(DIGITS, 6)}] eth0: link up, 10000 Mbps, full duplex`,
    `${old} systemd[1]: Started session-${chance.below(9000)}.scope - Session ${chance.below(9000)} of root.`,
    `${old} kernel: nf_conntrack: table full, dropping packet ID ${chance.word(DIGITS, 5)} LEN=${chance.below(1500)}`,
    `${old} CRON[${pid}]: pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)`,
    `<165>1 ${isoOf(atMs)} node-${chance.below(64)} ${chance.pick(SERVICES)} ${pid} ID${chance.below(99)} [exampleSDID@32473 iut="3" eventSource="Application" eventID="${chance.word(DIGITS, 4)}"] queue drained in ${chance.below(9999)} ms`,
    `${old} smartd[${pid}]: Device: /dev/sd${chance.pick(['a', 'b', 'c'])} [SAT], SMART Usage Attribute: 190 Airflow_Temperature_Cel changed from ${60 + chance.below(20)} to ${60 + chance.below(20)}`,
  ]);
};

/** klog (https://github.com/kubernetes/klog) and events as `kubectl get events` prints them. */
const kubernetes: MakeLine = (chance, atMs) => {
  const head = `${two(new Date(atMs).getUTCMonth() + 1)}${two(new Date(atMs).getUTCDate())} ${isoOf(atMs).slice(11, 23)}${chance.word(DIGITS, 3)}`;
  const pod = `${chance.pick(SERVICES)}-${chance.word(HEX, 10)}-${chance.word('bcdfghjklmnpqrstvwxz2456789', 5)}`;
  return chance.pick([
    `I${head} ${String(chance.below(9999)).padStart(7)} kubelet.go:${chance.below(3000)}] "SyncLoop (PLEG): event for pod" pod="prod/${pod}" event={"ID":"${uuidOf(chance)}","Type":"ContainerStarted","Data":"${chance.word(HEX, 64)}"}`,
    `E${head} ${String(chance.below(9999)).padStart(7)} pod_workers.go:${chance.below(3000)}] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"app\\" with CrashLoopBackOff: \\"back-off 5m0s restarting failed container=app\\"" pod="prod/${pod}" podUID="${uuidOf(chance)}"`,
    `LAST SEEN ${chance.below(59)}m Normal Pulled pod/${pod} Successfully pulled image "registry.internal/${chance.pick(SERVICES)}@sha256:${chance.word(HEX, 64)}" in ${chance.below(9000)}ms`,
    `W${head} ${String(chance.below(9999)).padStart(7)} reflector.go:${chance.below(900)}] watch of *v1.ConfigMap ended with: too old resource version: ${chance.word(DIGITS, 9)} (${chance.word(DIGITS, 9)})`,
  ]);
};

/** Stack traces as the Java virtual machine prints them, a line at a time. */
const java: MakeLine = (chance, atMs) =>
  chance.pick([
    `${plainOf(atMs)},${chance.word(DIGITS, 3)} ERROR [pool-${chance.below(9)}-thread-${chance.below(64)}] org.example.${chance.pick(['billing', 'stock', 'mail'])}.Handler - request ${uuidOf(chance)} failed`,
    `java.lang.IllegalStateException: Queue ${chance.below(99)} is closed (epoch ${chance.word(DIGITS, 13)})`,
    `\tat org.example.${chance.pick(['core', 'net', 'store'])}.${chance.pick(['Reader', 'SegmentMerger', 'Pipeline'])}.${chance.pick(['run', 'flush', 'lambda$apply$0'])}(${chance.pick(['Reader', 'Pipeline'])}.java:${chance.below(2000)})`,
    `\tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:${1000 + chance.below(200)})`,
    `Caused by: java.net.SocketTimeoutException: Read timed out after ${chance.below(60_000)} ms`,
    `java.io.InvalidClassException: org.example.core.Segment; local class incompatible: stream classdesc serialVersionUID = ${chance.word(DIGITS, 18)}, local class serialVersionUID = -${chance.word(DIGITS, 18)}`,
    `\t... ${chance.below(60)} more`,
  ]);

/** ClickHouse's server log. */
const clickhouse: MakeLine = (chance, atMs) => {
  const head = `${isoOf(atMs).slice(0, 10).replaceAll('-', '.')} ${isoOf(atMs).slice(11, 19)}.${chance.word(DIGITS, 6)} [ ${chance.below(99_999)} ] {${chance.below(3) === 0 ? uuidOf(chance) : ''}}`;
  const part = `202501_${chance.below(99_999)}_${chance.below(99_999)}_${chance.below(9)}`;
  return chance.pick([
    `${head} <Debug> metrics.http_requests (${uuidOf(chance)}) (MergerMutator): Selected ${chance.below(20)} parts from ${part} to ${part}`,
    `${head} <Trace> MergedBlockOutputStream: filled checksums ${part} (state Temporary)`,
    `${head} <Information> executeQuery: Read ${chance.below(9_999_999)} rows, ${(chance.next() * 900).toFixed(2)} MiB in 0.${chance.word(DIGITS, 6)} sec., ${chance.below(99_999_999)} rows/sec., ${(chance.next() * 9).toFixed(2)} GiB/sec.`,
    `${head} <Trace> Aggregator: Aggregated. ${chance.below(9_999_999)} to ${chance.below(9999)} rows (from ${(chance.next() * 90).toFixed(3)} MiB) in 0.${chance.word(DIGITS, 9)} sec.`,
  ]);
};

/** PostgreSQL's log with `log_line_prefix = '%m [%p] '`. */
const postgresql: MakeLine = (chance, atMs) => {
  const head = `${plainOf(atMs)}.${chance.word(DIGITS, 3)} UTC [${chance.below(99_999)}]`;
  const lsn = () => `${chance.word(HEX, 2).toUpperCase()}/${chance.word(HEX, 8).toUpperCase()}`;
  return chance.pick([
    `${head} LOG:  checkpoint complete: wrote ${chance.below(99_999)} buffers (${(chance.next() * 99).toFixed(1)}%); 0 WAL file(s) added, ${chance.below(99)} removed, 0 recycled; write=${(chance.next() * 300).toFixed(3)} s, sync=0.${chance.word(DIGITS, 3)} s; lsn=${lsn()}, redo lsn=${lsn()}`,
    `${head} LOG:  duration: ${(chance.next() * 9000).toFixed(3)} ms  execute S_${chance.below(99)}: SELECT id, state FROM jobs WHERE queue = $1 AND run_at < $2 ORDER BY id LIMIT ${chance.below(500)}`,
    `${head} ERROR:  duplicate key value violates unique constraint "jobs_pkey"`,
    `${head} DETAIL:  Key (id)=(${chance.word(DIGITS, 6 + chance.below(10))}) already exists.`,
    `${head} LOG:  automatic vacuum of table "app.public.jobs": index scans: 1 pages: 0 removed, ${chance.below(99_999)} remain, tuples: ${chance.below(99_999)} removed, ${chance.below(999_999)} remain`,
  ]);
};

/** Kafka's broker log. */
const kafka: MakeLine = (chance, atMs) => {
  const head = `[${plainOf(atMs)},${chance.word(DIGITS, 3)}]`;
  const topic = `${chance.pick(['orders', 'metrics', 'invoices', '__consumer_offsets'])}-${chance.below(50)}`;
  return chance.pick([
    `${head} INFO [GroupCoordinator ${chance.below(9)}]: Member consumer-${chance.pick(SERVICES)}-${chance.below(9)}-${uuidOf(chance)} in group ${chance.pick(SERVICES)} has left, removing it from the group (kafka.coordinator.group.GroupCoordinator)`,
    `${head} INFO [LocalLog partition=${topic}, dir=/var/lib/kafka/data] Rolled new log segment at offset ${chance.word(DIGITS, 8)} in ${chance.below(40)} ms. (kafka.log.LocalLog)`,
    `${head} WARN [ReplicaFetcher replicaId=${chance.below(9)}, leaderId=${chance.below(9)}, fetcherId=0] Received UNKNOWN_TOPIC_ID from the leader for partition ${topic}. This error may be returned transiently (kafka.server.ReplicaFetcherThread)`,
    `${head} INFO Deleted log /var/lib/kafka/data/${topic}/${chance.word(DIGITS, 20)}.log.deleted. (kafka.log.LogSegment)`,
  ]);
};

/** One JSON object a line, as structured loggers write. */
const structured: MakeLine = (chance, atMs) =>
  JSON.stringify({
    time: chance.below(2) === 0 ? atMs : isoOf(atMs),
    level: chance.pick(['info', 'warn', 'debug', 30, 40]),
    service: chance.pick(SERVICES),
    traceId: chance.word(HEX, 32),
    spanId: chance.word(HEX, 16),
    msg: chance.pick(['cache warmed', 'batch flushed', 'lease renewed', 'retrying after timeout', 'config reloaded']),
    ...chance.pick([
      { durationMs: chance.next() * 900, attempt: chance.below(5) },
      { bytes: chance.below(1e9), offset: Number(chance.word(DIGITS, 12)), checksum: chance.word(HEX, 40) },
      {
        version: `${chance.below(20)}.${chance.below(40)}.${chance.below(90)}`,
        build: chance.word(HEX, 7),
        shard: chance.below(512),
      },
      {
        order: chance.word(DIGITS, 10),
        sku: `${chance.word('ABCDEFGH', 3)}-${chance.word(DIGITS, 5)}`,
        quantity: chance.below(40),
      },
    ]),
  });

export const LOG_FORMATS: Readonly<Record<string, MakeLine>> = {
  nginx,
  syslog,
  kubernetes,
  java,
  clickhouse,
  postgresql,
  kafka,
  'structured JSON': structured,
};

/** So many lines of one format, each a few milliseconds after the one before. */
export function logOf(format: string, lines: number, chance: Chance): string {
  const makeLine = LOG_FORMATS[format];
  if (!makeLine) throw new Error(`no log format is called ${format}`);
  let atMs = Date.UTC(2025, 5, 3, 4, 5, 6);
  const made: string[] = [];
  for (let line = 0; line < lines; line += 1) {
    atMs += chance.below(4000);
    made.push(makeLine(chance, atMs));
  }
  return `${made.join('\n')}\n`;
}
