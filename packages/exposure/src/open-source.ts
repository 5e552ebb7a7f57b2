// Opens a store by its URL: the one list of products whose rows can be read.
import type { StoreReport } from '@vigie/probe';
import type { NetHost } from './net/connect.ts';
import { faultOf } from './net/fault.ts';
import {
  describeLocation,
  isHttpUrl,
  openLocation,
  parseHttpUrl,
  parseStoreUrl,
  productOfUrl,
  type StoreLocation,
  type StoreProduct,
} from './net/location.ts';
import { isFault, type Source, type SourceFault } from './source.ts';
import { openAnyHttp } from './stores/any-http.ts';
import { openClickhouse } from './stores/clickhouse.ts';
import { openCouchdb } from './stores/couchdb.ts';
import { openElasticsearch } from './stores/elasticsearch.ts';
import { openMongodb } from './stores/mongodb.ts';
import { openMysql } from './stores/mysql.ts';
import { openPostgresql } from './stores/postgresql.ts';
import { openRedis } from './stores/redis.ts';
import { openS3 } from './stores/s3.ts';

type Opener = (location: StoreLocation, host: NetHost) => Source;

const OPENERS: Readonly<Record<StoreProduct, Opener>> = {
  clickhouse: openClickhouse,
  couchdb: openCouchdb,
  elasticsearch: openElasticsearch,
  mongodb: openMongodb,
  mysql: openMysql,
  postgresql: openPostgresql,
  redis: openRedis,
  s3: openS3,
};

/** Whether a word is meant as the URL of a store rather than as a path. */
export function isStoreUrl(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(word);
}

/**
 * Opens a store. Nothing is connected to before the first question.
 *
 * @param url as `postgresql://user:password@host:port/database`, see net/location.ts; `http://host:port` where it is to be found
 *   out which of the products that speak HTTP it is
 * @param password in the place of the one in the URL, so that none has to stand on a command line
 * @returns a fault whose message shows neither the URL nor a password
 */
export function openSource(url: string, host: NetHost, password?: string): Source | SourceFault {
  const location = isHttpUrl(url) ? parseHttpUrl(url) : parseStoreUrl(url);
  if ('code' in location) {
    const known = `known are ${Object.keys(OPENERS).join(', ')}, and http or https for those that speak it`;
    return isHttpUrl(url) || productOfUrl(url) ? location : { ...location, message: `${location.message} (${known})` };
  }
  const entered = password === undefined ? location : { ...location, password: { reveal: () => password } };
  const open = (product: StoreProduct) =>
    named(OPENERS[product]({ ...entered, product }, host), { ...entered, product });
  return entered.product === 'http'
    ? openAnyHttp({ ...entered, product: entered.product }, host, open)
    : open(entered.product);
}

/** A database that the URL names and that is not there must not be told as one without personal data. */
function named(source: Source, location: StoreLocation): Source {
  if (location.database === undefined) return source;
  return {
    ...source,
    async datasets(signal) {
      const datasets = await source.datasets(signal);
      if (isFault(datasets) || datasets.length > 0) return datasets;
      return faultOf(
        'broken',
        describeLocation(location),
        'what the URL names in it is not there, or holds nothing that this user may see: check the name after the port',
      );
    },
  };
}

/**
 * Opens a store that a scan found open, without a login.
 *
 * @returns undefined where the rows of this product cannot be read
 */
export function openFoundStore(
  store: Pick<StoreReport, 'product' | 'transport' | 'address' | 'port' | 'tls'>,
  host: NetHost,
): Source | undefined {
  // ClickHouse's other ports speak its own protocols; where they are open, the one of HTTP is too, as a rule.
  if (store.product === 'clickhouse' && store.transport !== 'http') return undefined;
  const product = READABLE[store.product];
  const open = product && OPENERS[product];
  return open && product ? open(openLocation(product, store.address, store.port, store.tls), host) : undefined;
}

/** Products of a scan, and by which protocol their rows are read. */
const READABLE: Readonly<Record<string, StoreProduct>> = {
  clickhouse: 'clickhouse',
  couchdb: 'couchdb',
  elasticsearch: 'elasticsearch',
  opensearch: 'elasticsearch',
  mariadb: 'mysql',
  mysql: 'mysql',
  postgresql: 'postgresql',
  redis: 'redis',
  valkey: 'redis',
};
