// Plausible data of the watch, the same at every start: stores, a hundred thousand findings, scopes, scans.
import type {
  Finding,
  FindingState,
  Inventory,
  Posture,
  RunningScan,
  Scan,
  Scope,
  Severity,
  Store,
  StoreHistory,
} from '../../src/api/shapes/watch.ts';
import { COLLEAGUES } from './people-data.ts';

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** All moments hang on the one at which the stand-in was made, so that pictures of relative times stay the same. */
export function ago(now: number, ms: number): string {
  return new Date(now - ms).toISOString();
}

const OPEN: Posture = {
  identify: 'yes',
  list: 'yes',
  count: 'yes',
  read: 'yes',
  write: 'unknown',
  administer: 'unknown',
};
const WIDE: Posture = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const PART: Posture = { identify: 'yes', list: 'yes', count: 'no', read: 'no', write: 'no', administer: 'no' };
const SHUT: Posture = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

const CHAT_KINDS: Store['kinds'] = [
  { kind: 'conversation', level: 'certain', rows: 340_265, columns: ['log_stream.string.values'] },
  { kind: 'secret/openai-api-key', level: 'certain', rows: 1_204 },
  { kind: 'person/email', level: 'certain', rows: 48_112 },
  { kind: 'person/name', level: 'possible', rows: 96_541 },
  { kind: 'search-history', level: 'certain', rows: 12_440 },
  { kind: 'special/health', level: 'certain', rows: 611 },
  { kind: 'network/ip-address', level: 'certain', rows: 871_002 },
  { kind: 'payment/card', level: 'certain', rows: 38 },
];

const INVENTORY: Inventory = {
  containers: [
    {
      name: 'default',
      collections: [
        {
          name: 'log_stream',
          rows: 1_000_000,
          bytes: 76_975_859,
          columns: [
            { name: 'timestamp', type: 'DateTime64(6)', kinds: [] },
            { name: 'span_name', type: 'String', kinds: [] },
            { name: 'string.values', type: 'Array(String)', kinds: ['conversation', 'secret/openai-api-key'] },
            { name: 'source', type: 'String', kinds: ['network/ip-address'] },
          ],
        },
        {
          name: 'api_keys',
          rows: 1_204,
          bytes: 210_455,
          columns: [
            { name: 'key', type: 'String', kinds: ['secret/openai-api-key'] },
            { name: 'owner_email', type: 'String', kinds: ['person/email'] },
          ],
        },
      ],
    },
    {
      name: 'system_metrics',
      collections: [{ name: 'host_stats', rows: 88_201, bytes: 4_020_112, columns: [] }],
    },
  ],
};

interface Sketch {
  readonly product: string;
  readonly port: number;
  readonly transport: string;
  readonly posture: Posture;
  readonly verdict: Store['verdict'];
  readonly version?: string;
}

const SKETCHES: readonly Sketch[] = [
  { product: 'clickhouse', port: 8123, transport: 'http', posture: OPEN, verdict: 'open', version: '18.16.1' },
  { product: 'clickhouse', port: 9000, transport: 'native', posture: WIDE, verdict: 'open', version: '18.16.1' },
  { product: 'redis', port: 6379, transport: 'resp', posture: PART, verdict: 'partial', version: '7.0.15' },
  { product: 'postgresql', port: 5432, transport: 'postgres', posture: SHUT, verdict: 'closed' },
  { product: 'elasticsearch', port: 9200, transport: 'http', posture: OPEN, verdict: 'open', version: '7.17.9' },
  { product: 'mongodb', port: 27_017, transport: 'mongodb', posture: SHUT, verdict: 'closed', version: '6.0.4' },
  { product: 'grafana', port: 3000, transport: 'http', posture: PART, verdict: 'partial', version: '10.2.3' },
  { product: 'mysql', port: 3306, transport: 'mysql', posture: SHUT, verdict: 'closed' },
  { product: 'qdrant', port: 6333, transport: 'http', posture: OPEN, verdict: 'open', version: '1.7.4' },
  { product: 'rabbitmq', port: 15_672, transport: 'http', posture: SHUT, verdict: 'closed' },
];

export const STORE_COUNT = 420;

export function uuid(kind: number, index: number): string {
  return `019a${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

function sketchOf(index: number): Sketch {
  const sketch = SKETCHES[index < 2 ? index : index % 11 === 0 ? index % SKETCHES.length : 3 + 2 * (index % 3)];
  if (sketch === undefined) throw new Error('no such sketch');
  return sketch;
}

export function storeAt(now: number, index: number): Store {
  const sketch = sketchOf(index);
  const isOpen = sketch.verdict === 'open';
  const address = index < 2 ? '127.0.0.1' : `10.4.${Math.floor(index / 200)}.${(index * 7) % 250}`;
  const { version: productVersion, ...rest } = sketch;
  return {
    ...rest,
    id: uuid(1, index),
    scopeId: uuid(3, index < 2 ? 0 : 1),
    address,
    tls: index % 4 === 3,
    ...(productVersion === undefined ? {} : { productVersion }),
    caveats: [],
    classifying: false,
    watched: true,
    version: 1,
    firstSeenAt: ago(now, (20 + (index % 300)) * DAY_MS),
    ...(isOpen ? { firstSeenOpenAt: ago(now, (1 + (index % 12)) * DAY_MS) } : {}),
    ...(isOpen || sketch.verdict === 'partial' ? { openSinceAtTheLatest: ago(now, (2 + (index % 19)) * DAY_MS) } : {}),
    lastSeenAt: ago(now, (index % 50) * 60_000),
    ...(isOpen ? { rows: 1_000_000 + index * 7_919, bytes: 76_975_859 + index * 104_729 } : {}),
    ...(isOpen ? { people: { lower: 19_990, estimate: 20_000, upper: 20_010 } } : {}),
    kinds: isOpen ? CHAT_KINDS : [],
    findings: isOpen ? 3 : sketch.verdict === 'partial' ? 1 : 0,
    ...(isOpen ? { inventory: INVENTORY } : {}),
  };
}

const RULES = [
  ['no-authentication', 'critical', 'ClickHouse answers everybody without a password'],
  ['wide-grants', 'high', 'The default user may change settings and users'],
  ['no-encryption', 'medium', 'Data travels without encryption'],
  ['old-version', 'medium', 'The version is out of support'],
  ['tells-version', 'low', 'The version is told to strangers'],
] as const satisfies readonly (readonly [string, Severity, string])[];

const STATES: readonly FindingState[] = [
  'new',
  'new',
  'assigned',
  'mending',
  'accepted',
  'mended',
  'back',
  'verifying',
];

export const FINDING_COUNT = 100_000;

export function findingAt(now: number, index: number): Finding {
  const storeIndex = index < 5 ? 0 : index % STORE_COUNT;
  const { id, address, port, product } = storeAt(now, storeIndex);
  const [slug, severity, title] =
    RULES[Math.min(RULES.length - 1, Math.floor((index / FINDING_COUNT) * 5))] ?? RULES[0];
  const state = STATES[index % STATES.length] ?? 'new';
  const assignee = COLLEAGUES[index % COLLEAGUES.length];
  return {
    id: uuid(2, index),
    storeId: id,
    scopeId: uuid(3, 1),
    store: { address, port, product },
    rule: `${product}/${slug}`,
    title: `${title}`,
    severity,
    state,
    ...(state !== 'new' && state !== 'back' && assignee ? { assignee: { id: assignee.id, name: assignee.name } } : {}),
    ...(state === 'accepted'
      ? { acceptedUntil: ago(now, -20 * DAY_MS), acceptedBecause: 'The network is taken down at the end of the month.' }
      : {}),
    firstSeenAt: ago(now, (index % 90) * DAY_MS + HOUR_MS),
    lastSeenAt: ago(now, (index % 60) * 60_000),
    why: 'Anyone who reaches this port can list and read every table. Such stores are found by strangers within hours, copied, and sold or published.',
    evidence: [
      {
        asked: 'GET /?query=SHOW%20DATABASES',
        answered: '200 with a list',
        sentBytes: 84,
        receivedBytes: 412,
        receivedSha256: 'a3f1c09be77d42f0917c51d0e6ab13f2a3f1c09be77d42f0917c51d0e6ab13f2',
      },
      {
        asked: 'GET /?query=SELECT%20count()%20FROM%20system.tables',
        answered: '200 with a number',
        sentBytes: 97,
        receivedBytes: 3,
        receivedSha256: 'b7e23ec29af22b0b4e41da31e868d57226121c84b7e23ec29af22b0b4e41da31',
      },
    ],
    remedy: {
      summary: 'Set a password for the default user and let it come from this machine only.',
      steps: [
        'Take a snapshot of the access log before anything is changed: it says who read the data.',
        'Set listen_host to 127.0.0.1, so that the port closes for everybody else at once.',
        'Give the default user a password hash and restrict its networks.',
        'Reload the configuration and verify.',
      ],
      configuration: {
        file: '/etc/clickhouse-server/config.d/listen.xml',
        text: '<clickhouse>\n  <listen_host>127.0.0.1</listen_host>\n</clickhouse>',
      },
      verify: 'curl -s http://ADDRESS:8123/?query=SELECT%201 answers "Authentication failed".',
      reference: 'https://clickhouse.com/docs/en/operations/settings/settings-users',
    },
    ...(state === 'mended'
      ? { verification: { at: ago(now, HOUR_MS), result: 'mended' as const, why: 'questions-refused' } }
      : {}),
    acts: [],
    version: 1,
  };
}

export function historyOf(now: number): StoreHistory {
  return {
    items: [
      { at: ago(now, 21 * DAY_MS), what: 'first-seen' },
      { at: ago(now, 12 * DAY_MS), what: 'opened' },
      { at: ago(now, 7 * DAY_MS), what: 'version', before: '18.14.9', after: '18.16.1' },
      { at: ago(now, 2 * DAY_MS), what: 'inventory' },
    ],
    observations: Array.from({ length: 12 }, (_, index) => ({
      at: ago(now, (12 - index) * DAY_MS),
      verdict: index < 2 ? ('closed' as const) : ('open' as const),
      rows: 900_000 + index * 9_000,
    })),
  };
}

export function scansOf(now: number): readonly Scan[] {
  return Array.from({ length: 6 }, (_, index) => ({
    id: uuid(4, index),
    scopeId: uuid(3, index % 2),
    state: index === 0 ? ('running' as const) : ('done' as const),
    queuedAt: ago(now, index * 6 * HOUR_MS + 95_000),
    changed: index % 2 === 0,
    startedAt: ago(now, index * 6 * HOUR_MS + 90_000),
    ...(index === 0 ? {} : { finishedAt: ago(now, index * 6 * HOUR_MS) }),
    endpoints: { tested: 64_512, untested: 512 },
    stores: 420,
    findings: 1_204,
    untested: [
      { address: '10.4.9.0', addressTo: '10.4.9.255', port: 9000, reason: 'timeout', endpoints: 256 },
      { address: '10.4.12.0', addressTo: '10.4.12.255', port: 9200, reason: 'no-route', endpoints: 256 },
    ],
  }));
}

/** How far the scan that runs is, after so many endpoints. */
export function progressAt(tested: number): NonNullable<RunningScan['progress']> {
  const met = Array.from({ length: Math.floor(tested / 4000) }, (_, index) => storeAt(0, index));
  return {
    tested,
    total: 65_024,
    addresses: { done: Math.floor(tested / 16_256) * 256, all: 1_024 },
    ports: { done: Math.floor((tested % 16_256) / 256), all: 63 },
    stores: met.length,
    met: met.map(({ address, port, product, verdict }) => ({
      address,
      port,
      product,
      verdict: verdict === 'gone' ? 'unknown' : verdict,
    })),
  };
}

export function scopesOf(now: number): readonly Scope[] {
  const scans = scansOf(now);
  const owner = { id: 'NadiaOwner01', name: 'Nadia Berger' };
  return [
    {
      id: uuid(3, 0),
      name: 'This machine',
      owner,
      targets: ['127.0.0.1', '::1'],
      ports: 'default',
      interval: 60,
      classify: true,
      nextScanAt: ago(now, -45_000),
      ...(scans[2] ? { lastScan: scans[2] } : {}),
      version: 1,
    },
    {
      id: uuid(3, 1),
      name: 'Data centre, east',
      owner,
      targets: ['10.4.0.0/20', 'stores.internal', '10.9.8.1-10.9.8.40', '10.11.0.0/24'],
      ports: '1-65535',
      interval: 21_600,
      classify: false,
      nextScanAt: ago(now, -3 * HOUR_MS),
      ...(scans[1] ? { lastScan: scans[1] } : {}),
      version: 3,
    },
  ];
}
