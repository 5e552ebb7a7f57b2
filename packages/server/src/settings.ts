// What can be set when the platform starts, with its defaults.

export interface Settings {
  /** Where records, events and the evidence log live. */
  readonly dataDir: string;
  /** Where the browser's side listens. */
  readonly port: number;
  /** Loopback, unless TLS or a trusted proxy is configured. */
  readonly host: string;
  /** The address that people open, as in https://vigie.example.com; http://127.0.0.1:PORT where nothing is said. */
  readonly publicUrl: string | undefined;
  /** A PostgreSQL server for the records, instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  /** A ClickHouse server for events, instead of the embedded engine. */
  readonly eventsUrl: string | undefined;
  /** The key ring, outside of the data directory. */
  readonly keyFile: string | undefined;
  /** Where the public pages listen; not at all where undefined. */
  readonly publicPagesPort: number | undefined;
  /** Certificate and key for TLS, as PEM files. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined;
  /** Networks whose X-Forwarded-* is believed: the proxy that terminates TLS. */
  readonly trustedProxies: readonly string[];
  /** Networks of the owner's own to which webhooks and mail may go; all else has to be a public address. */
  readonly outgoingNetworks: readonly string[];
  /** OpenID Connect providers to sign in with. */
  readonly openIdProviders: readonly OpenIdProvider[];
  /** Folders of this machine below which files may be followed as inputs; none where nothing is said. */
  readonly watchFolders: readonly string[];
  /** Folders of Sigma rules that are evaluated beside our own. */
  readonly watchRules: readonly string[];
}

export interface OpenIdProvider {
  /** As in `corporate`: part of the callback's address. */
  readonly id: string;
  /** What the button says. */
  readonly name: string;
  /** The issuer; its discovery document is read at start. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const DEFAULT_PORT = 4180;

/** The origin that browsers see. */
export function originOf({ publicUrl, host, port, tls }: Settings): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  const name = host.includes(':') ? `[${host}]` : host;
  return `${tls === undefined ? 'http' : 'https'}://${name}:${port}`;
}
