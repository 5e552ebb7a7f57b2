// What `vigie decoy` can be asked for. The names stand here too, so that help needs no decoy loaded; a test compares them.
export const DECOY_NAMES = ['clickhouse', 'elasticsearch', 'redis', 'mongodb', 'postgresql', 'http-bucket'] as const;
export const DECOY_FORMATS = ['text', 'ndjson'] as const;
export const TOKEN_NAMES = ['aws-key', 'api-key', 'db-url', 'email', 'row'] as const;

export interface DecoyWords {
  readonly host?: string;
  readonly port?: number;
  readonly format: (typeof DECOY_FORMATS)[number];
  readonly output?: string;
  readonly transcripts?: string;
  readonly keyFile?: string;
}

export interface TokenWords {
  readonly kind: (typeof TOKEN_NAMES)[number];
  readonly label?: string;
  readonly keyFile?: string;
}
