// A store behind a plain web address: `http://host:9200` says how to reach it and not what it is, so it is asked first.
import type { NetHost } from '../net/connect.ts';
import { faultOf, isFaultValue } from '../net/fault.ts';
import { basicLogin, createHttpSession } from '../net/http-session.ts';
import type { StoreLocation, StoreProduct } from '../net/location.ts';
import type { Block, Source, SourceFault } from '../source.ts';

const ROOT_MS = 15_000;
const MAX_ROOT_BYTES = 1 << 20;

/**
 * Opens what answers there. Nothing is connected to before the first question.
 *
 * @param open - opens the store once its product is known
 */
export function openAnyHttp(
  location: StoreLocation<'http'>,
  host: NetHost,
  open: (product: StoreProduct) => Source,
): Source {
  let chosen: Source | undefined;

  async function choose(signal: AbortSignal): Promise<Source | SourceFault> {
    if (chosen) return chosen;
    const product = await productAt(location, host, signal);
    if (typeof product !== 'string') return product;
    chosen = open(product);
    return chosen;
  }

  return {
    get product() {
      return chosen?.product ?? 'http';
    },
    get inPlace() {
      return chosen?.inPlace;
    },
    async datasets(signal) {
      const source = await choose(signal);
      return 'code' in source ? source : source.datasets(signal);
    },
    async *read(request): AsyncGenerator<Block | SourceFault> {
      const source = await choose(request.signal);
      if ('code' in source) yield source;
      else yield* source.read(request);
    },
    close: async () => chosen?.close(),
  };
}

async function productAt(
  location: StoreLocation<'http'>,
  host: NetHost,
  signal: AbortSignal,
): Promise<StoreProduct | SourceFault> {
  const session = createHttpSession(location, host, basicLogin(location));
  try {
    const answer = await session.askWhole({ method: 'GET', path: '/', signal, headMs: ROOT_MS }, MAX_ROOT_BYTES);
    if (isFaultValue(answer)) return answer;
    const product = productOf(answer.body.toString('utf8'), answer.header);
    if (product) return product;
    return answer.status === 401
      ? faultOf('refused', session.where, 'user or password is missing or wrong: put them into the URL')
      : faultOf(
          'unsupported',
          session.where,
          `what answers there (HTTP ${answer.status}) does not say what it is: name the product in the URL, as in elasticsearch://, couchdb://, clickhouse:// or s3://`,
        );
  } finally {
    session.close();
  }
}

/** How each of them answers `GET /`, as probe's stores recognise them too. */
function productOf(body: string, header: (name: string) => string): StoreProduct | undefined {
  if (/^\s*\{[^{}]*"couchdb"\s*:/.test(body) || /^CouchDB\//.test(header('server'))) return 'couchdb';
  if (/"cluster_name"\s*:/.test(body) && /"version"\s*:\s*\{[^{}]*"number"\s*:/.test(body)) return 'elasticsearch';
  if (/^Ok\.\s*$/.test(body) || header('x-clickhouse-summary') !== '') return 'clickhouse';
  const isXml = /<(?:ListAllMyBucketsResult|Error)[\s>]/.test(body);
  return isXml && (header('x-amz-request-id') !== '' || /<Code>\w+<\/Code>|<Buckets/.test(body)) ? 's3' : undefined;
}
