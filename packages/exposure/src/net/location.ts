// Where a store is and how to enter it: `clickhouse://user:password@host:8123/database?insecure=true` and its siblings.
// The parameters are those of libpq (sslmode) and of the MySQL client (ssl-mode), as far as they decide about TLS.
import { domainToASCII } from 'node:url';
import type { SourceFault } from '../source.ts';
import { faultOf } from './fault.ts';

export type StoreProduct =
  | 'clickhouse'
  | 'postgresql'
  | 'mysql'
  | 'elasticsearch'
  | 'mongodb'
  | 'redis'
  | 'couchdb'
  | 's3';

/** A password behind a function, so that no inspection, JSON or error text of the object around it shows it. */
interface Secret {
  readonly reveal: () => string;
}

/** @typeParam Product - `http` where it is not known yet which product that speaks HTTP it is */
export interface StoreLocation<Product extends StoreProduct | 'http' = StoreProduct> {
  readonly product: Product;
  /** A name or an address, without brackets. */
  readonly host: string;
  readonly port: number;
  readonly user: string | undefined;
  readonly password: Secret | undefined;
  /** Absent: all databases that can be seen. */
  readonly database: string | undefined;
  /** `offered`: where the server has it; what cannot be verified is refused only where a password would travel in it. */
  readonly tls: 'never' | 'offered' | 'always';
  /** The owner has said that the certificate need not be verified. */
  readonly insecure: boolean;
  /** What else the URL may say about this product, such as `authSource` of MongoDB and `region` of S3. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** Of a known product or not. */
export type AnyLocation = StoreLocation<StoreProduct | 'http'>;

const PRODUCTS: Readonly<Record<string, StoreProduct>> = {
  'clickhouse:': 'clickhouse',
  'postgresql:': 'postgresql',
  'postgres:': 'postgresql',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
  'elasticsearch:': 'elasticsearch',
  'elasticsearch+https:': 'elasticsearch',
  'opensearch:': 'elasticsearch',
  'opensearch+https:': 'elasticsearch',
  'mongodb:': 'mongodb',
  'redis:': 'redis',
  'rediss:': 'redis',
  'valkey:': 'redis',
  'valkeys:': 'redis',
  'couchdb:': 'couchdb',
  'couchdb+https:': 'couchdb',
  's3:': 's3',
  's3+https:': 's3',
};

/** Schemes that say that TLS is spoken from the first byte. */
const SECURE_SCHEME = /^(?:rediss|valkeys|\w+\+https):/i;

/**
 * Parameters of the products' own URLs beside those of TLS. What decides only about members of a cluster, about writes
 * or about pools is taken and has no effect, since one server is spoken to and nothing is written.
 * https://www.mongodb.com/docs/manual/reference/connection-string-options/
 */
const CHOICES: Readonly<Partial<Record<StoreProduct, readonly string[]>>> = {
  mongodb: [
    'authSource',
    'authMechanism',
    'replicaSet',
    'directConnection',
    'readPreference',
    'retryWrites',
    'retryReads',
    'w',
    'appName',
  ],
  postgresql: ['log'],
  s3: ['region'],
};

const PORTS: Readonly<Record<StoreProduct, number>> = {
  clickhouse: 8123,
  postgresql: 5432,
  mysql: 3306,
  elasticsearch: 9200,
  mongodb: 27017,
  redis: 6379,
  couchdb: 5984,
  s3: 9000,
};

/** Products whose protocol has no request for TLS in it: a port speaks TLS or does not. */
const TLS_BY_PORT: ReadonlySet<StoreProduct> = new Set([
  'clickhouse',
  'elasticsearch',
  'mongodb',
  'redis',
  'couchdb',
  's3',
]);

/**
 * Ports of their own for HTTPS: of ClickHouse https://clickhouse.com/docs/guides/sre/network-ports, of CouchDB
 * https://docs.couchdb.org/en/stable/config/http.html#https-ssl-tls-options
 */
const HTTPS_PORTS = new Set([443, 6984, 8443]);

const TLS_OF_MODE: Readonly<Record<string, StoreLocation['tls']>> = {
  disable: 'never',
  disabled: 'never',
  false: 'never',
  '0': 'never',
  allow: 'offered',
  prefer: 'offered',
  preferred: 'offered',
  require: 'always',
  required: 'always',
  'verify-ca': 'always',
  verify_ca: 'always',
  'verify-full': 'always',
  verify_identity: 'always',
  true: 'always',
  '1': 'always',
};

const TLS_PARAMETERS = new Set(['sslmode', 'ssl-mode', 'secure', 'tls', 'ssl']);

/** The product that a URL's scheme names, or undefined where it is none of these. */
export function productOfUrl(url: string): StoreProduct | undefined {
  return PRODUCTS[`${url.split(':', 1)[0]?.toLowerCase()}:`];
}

/**
 * Reads the URL of a store.
 *
 * @param url - `clickhouse://`, `postgresql://`, `mysql://`, `elasticsearch+https://`, `rediss://` and their siblings, user
 *   and password percent-encoded; parameters `sslmode` (or `ssl-mode`, `secure`, `tls`) and `insecure=true`
 * @returns a fault whose message never shows the URL, since a password stands in it
 */
export function parseStoreUrl(url: string): StoreLocation | SourceFault {
  const product = productOfUrl(url);
  const parsed = URL.parse(url);
  const where = `the ${product ?? 'store'} URL`;
  if (!product || !parsed || parsed.hostname === '') {
    return faultOf(
      'unsupported',
      where,
      'it is no URL of a known store: write it as product://user:password@host:port/database',
    );
  }
  const parts = [parsed.username, parsed.password, parsed.pathname.replace(/^\//, '')].map(decoded);
  const [user, password, database] = parts;
  if (user === undefined || password === undefined || database === undefined) {
    return faultOf('unsupported', where, 'a percent sign in it begins no valid code: write % as %25');
  }
  const host = hostOf(parsed.hostname);
  const port = parsed.port === '' ? PORTS[product] : Number(parsed.port);
  const wishes = tlsOf(parsed.searchParams, where, CHOICES[product] ?? []);
  if ('code' in wishes) return wishes;
  return {
    product,
    host,
    port,
    user: user === '' ? undefined : user,
    password: password === '' ? undefined : { reveal: () => password },
    database: database === '' ? undefined : database,
    tls: SECURE_SCHEME.test(url) ? 'always' : plainly(wishes.tls ?? defaultTls(product, port), product),
    insecure: wishes.insecure,
    ...(Object.keys(wishes.choices).length > 0 && { choices: wishes.choices }),
  };
}

/** Whether a URL is a web address, which names no product. */
export function isHttpUrl(url: string): boolean {
  return /^https?:/i.test(url);
}

/** Reads a web address: the scheme says whether TLS is spoken, and the default ports are the web's. */
export function parseHttpUrl(url: string): StoreLocation<'http'> | SourceFault {
  const isSecure = /^https:/i.test(url);
  // S3 takes every parameter that one of the products takes.
  const location = parseStoreUrl(url.replace(/^https?/i, 's3'));
  if ('code' in location) return { ...location, where: 'the URL' };
  const port = URL.parse(url)?.port || (isSecure ? 443 : 80);
  return { ...location, product: 'http', port: Number(port), tls: isSecure ? 'always' : 'never' };
}

/** An open store as a scan found it: no user, no password; its certificate protects nothing of ours. */
export function openLocation(product: StoreProduct, host: string, port: number, tls: boolean): StoreLocation {
  const nobody = { user: undefined, password: undefined, database: undefined };
  return { product, host, port, ...nobody, tls: tls ? 'always' : 'never', insecure: true };
}

/** The store in messages: product, host and port, nothing else. */
export function describeLocation(location: AnyLocation): string {
  const host = location.host.includes(':') ? `[${location.host}]` : location.host;
  return `${location.product} at ${host}:${location.port}`;
}

interface Wishes {
  readonly tls: StoreLocation['tls'] | undefined;
  readonly insecure: boolean;
  readonly choices: Readonly<Record<string, string>>;
}

function tlsOf(parameters: URLSearchParams, where: string, own: readonly string[]): Wishes | SourceFault {
  let tls: StoreLocation['tls'] | undefined;
  let insecure = false;
  const choices: Record<string, string> = {};
  for (const [name, value] of parameters) {
    const lower = value.toLowerCase();
    if (name === 'insecure' && (lower === 'true' || lower === '1')) insecure = true;
    else if (TLS_PARAMETERS.has(name) && TLS_OF_MODE[lower] !== undefined) tls = TLS_OF_MODE[lower];
    else if (own.includes(name)) choices[name] = value;
    else if (name !== 'insecure') {
      const known = ['sslmode=disable|prefer|require|verify-full', 'secure=true', 'insecure=true', ...own].join(', ');
      return faultOf('unsupported', where, `it has a parameter or a value that is not known; known are ${known}`);
    }
  }
  return { tls, insecure, choices };
}

/** An HTTP port speaks TLS or does not; the other protocols ask for it on the same port. */
function defaultTls(product: StoreProduct, port: number): StoreLocation['tls'] {
  if (!TLS_BY_PORT.has(product)) return 'offered';
  return HTTPS_PORTS.has(port) ? 'always' : 'never';
}

/** Where a port speaks TLS or does not, nothing can be offered. */
function plainly(tls: StoreLocation['tls'], product: StoreProduct): StoreLocation['tls'] {
  return tls === 'offered' && TLS_BY_PORT.has(product) && product !== 'clickhouse' ? 'never' : tls;
}

/** URL keeps the host of a scheme it does not know percent-encoded and in its case. */
function hostOf(hostname: string): string {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  const name = decoded(hostname) ?? hostname;
  return domainToASCII(name) || name;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
