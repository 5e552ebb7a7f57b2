// A scan of one open store with what stands in it, as `vigie scan --classify --format json` tells it; for tests of what follows.

const exact = (count: number) => ({ lower: count, estimate: count, upper: count });

/** A ClickHouse that anybody can read, with conversations and mail addresses of some twenty thousand people. */
export const LEAKING_SCAN = {
  schema: 'vigie.scan/1',
  startedAt: '2026-11-26T09:00:00.000Z',
  finishedAt: '2026-11-26T09:00:12.000Z',
  stores: [
    {
      address: '10.0.0.5',
      port: 8123,
      product: 'clickhouse',
      posture: { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'unknown' },
      exposure: {
        people: { lower: 19_990, estimate: 20_000, upper: 20_010, byCountry: [{ country: 'FR', people: 700 }] },
        kinds: [
          { kind: 'conversation', edpb: ['u', 'r'], rows: exact(340_265) },
          { kind: 'person/email', edpb: ['b'], rows: exact(21_000) },
          { kind: 'secret/openai-api-key', edpb: [], rows: exact(48) },
        ],
        files: [{ rows: exact(1_000_000) }],
        complete: true,
      },
      findings: [
        {
          severity: 'critical',
          remedy: {
            summary: 'Ask for a password',
            steps: ['Set a password for the user default.'],
            verify: 'Scan it again.',
            reference: 'https://clickhouse.com/docs',
          },
        },
      ],
    },
  ],
} as const;
