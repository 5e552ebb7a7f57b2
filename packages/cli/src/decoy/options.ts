// What `vigie decoy` can be asked for. The names stand here too, so that help needs no decoy loaded; a test compares them.
export const DECOY_NAMES = [
  'clickhouse',
  'clickhouse-native',
  'elasticsearch',
  'redis',
  'mongodb',
  'postgresql',
  'http-bucket',
] as const;
export const DECOY_FORMATS = ['text', 'ndjson'] as const;
export const TOKEN_NAMES = ['aws-key', 'api-key', 'db-url', 'email', 'row'] as const;

export interface DecoyWords {
  readonly host?: string;
  readonly port?: number;
  /** Of ClickHouse over HTTP: the port of its native protocol beside it. */
  readonly nativePort?: number | 'none';
  readonly format: (typeof DECOY_FORMATS)[number];
  readonly output?: string;
  readonly transcripts?: string;
  readonly keyFile?: string;
  /** `true` where no name is said. */
  readonly tls?: string | true;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

export interface TokenWords {
  readonly kind: (typeof TOKEN_NAMES)[number];
  readonly label?: string;
  /** `table.column`, or `schema.table.column`. */
  readonly into?: string;
  readonly keyFile?: string;
}
