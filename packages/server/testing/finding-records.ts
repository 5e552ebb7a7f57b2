// Findings as records, many at once: for tests and benchmarks of what is asked about them.
import type { Room } from '../src/room.ts';

export interface Planted {
  readonly scopeId: string;
  readonly findings: readonly { readonly id: string; readonly storeId: string }[];
}

const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
const RULES = ['redis/no-authentication', 'clickhouse/no-authentication', 'mongodb/no-authentication'] as const;
const POSTURE = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'unknown' };
const EVIDENCE = [
  { asked: 'DBSIZE', answered: 'a number', sentBytes: 16, receivedBytes: 5, receivedSha256: 'a'.repeat(64) },
];
const REMEDY = { summary: 'Require a login.', steps: ['Do.'], verify: 'Look.', reference: 'https://example.org/' };
const AT_ONCE = 500;

/** One open store with one finding each, at 10.0.0.1 and on, a minute apart; of every severity, rule and product. */
export async function findingRecords(room: Room, count: number): Promise<Planted> {
  const { records } = room;
  const now = room.clock.now().getTime();
  const scopeId = room.newId();
  await records
    .insertInto('scope')
    .values({
      id: scopeId,
      name: 'many',
      owner_id: 'nobody',
      targets: ['10.0.0.0/8'],
      ports: null,
      interval_s: null,
      classify: false,
      authorised_by: null,
      authorised_until: null,
      authorised_networks: null,
      next_scan_at: null,
      created_at: new Date(now),
      removed_at: null,
      version: 1,
    })
    .execute();
  await records
    .insertInto('advice')
    .values({ id: 'planted', why: 'Whoever reaches the port may read it.', remedy: JSON.stringify(REMEDY) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const findings: { id: string; storeId: string }[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    const made = numbers.map((number) => ({ number, id: room.newId(), storeId: room.newId() }));
    const places = made.map((one) => ({
      ...one,
      ...placeOf(one.number),
      at: new Date(now - (count - one.number) * 60_000),
    }));
    await records
      .insertInto('store')
      .values(places.map((place) => storeRow(place, scopeId)))
      .execute();
    await records
      .insertInto('finding')
      .values(places.map((place) => findingRow(place, scopeId)))
      .execute();
    findings.push(...made.map(({ id, storeId }) => ({ id, storeId })));
  }
  return { scopeId, findings };
}

function placeOf(number: number) {
  const host = number + 1;
  const rule = RULES[number % RULES.length] ?? RULES[0];
  return {
    address: `10.${(host >> 16) & 255}.${(host >> 8) & 255}.${host & 255}`,
    port: 6379,
    rule,
    product: rule.split('/')[0] ?? '',
    severity: SEVERITIES[number % SEVERITIES.length] ?? 'critical',
    rank: number % SEVERITIES.length,
  };
}

type Place = ReturnType<typeof placeOf> & { readonly id: string; readonly storeId: string; readonly at: Date };

function storeRow({ storeId, address, port, product, at }: Place, scopeId: string) {
  return {
    id: storeId,
    scope_id: scopeId,
    address,
    port,
    family: product,
    product,
    product_version: '1.0',
    software: null,
    name: null,
    transport: 'native',
    tls: false,
    verdict: 'open',
    posture: JSON.stringify(POSTURE),
    first_seen_at: at,
    first_seen_open_at: at,
    open_since: at,
    last_seen_at: at,
    observed_at: at,
    people: JSON.stringify({ lower: 10, estimate: 12, upper: 15 }),
    kinds: JSON.stringify([{ kind: 'person/email', level: 'certain', rows: 100 }]),
  };
}

function findingRow({ id, storeId, address, port, product, rule, severity, rank, at }: Place, scopeId: string) {
  return {
    id,
    store_id: storeId,
    scope_id: scopeId,
    rule,
    title: `${product} serves anyone who connects`,
    severity,
    severity_rank: rank,
    state: 'new',
    first_seen_at: at,
    last_seen_at: at,
    evidence: JSON.stringify(EVIDENCE),
    advice_id: 'planted',
    address,
    port,
    product,
  };
}
