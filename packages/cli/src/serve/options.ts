// The words of `vigie serve` as settings, or what is wrong with them.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OpenIdProvider, Settings } from '@vigie/server';
import * as v from 'valibot';
import { UsageFault } from '../exit-codes.ts';

export interface ServeWords {
  readonly port: string;
  readonly dataDir: string;
  readonly host: string;
  readonly publicUrl?: string;
  readonly databaseUrl?: string;
  readonly eventsUrl?: string;
  readonly keyFile?: string;
  readonly publicPagesPort?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly trustedProxy?: readonly string[];
  readonly allowOutgoing?: readonly string[];
  readonly openid?: readonly string[];
  readonly watchFiles?: readonly string[];
  readonly watchRules?: readonly string[];
}

export async function settingsOf(words: ServeWords): Promise<Settings> {
  if ((words.tlsCert === undefined) !== (words.tlsKey === undefined)) {
    throw new UsageFault('--tls-cert', 'it takes --tls-key beside it, and the other way round');
  }
  const { tlsCert, tlsKey } = words;
  return {
    dataDir: resolve(words.dataDir),
    port: portOf('--port', words.port),
    host: words.host,
    publicUrl: words.publicUrl === undefined ? undefined : urlOf('--public-url', words.publicUrl, ['http:', 'https:']),
    databaseUrl:
      words.databaseUrl === undefined
        ? undefined
        : urlOf('--database-url', words.databaseUrl, ['postgres:', 'postgresql:']),
    eventsUrl: words.eventsUrl === undefined ? undefined : urlOf('--events-url', words.eventsUrl, ['http:', 'https:']),
    keyFile: words.keyFile === undefined ? undefined : resolve(words.keyFile),
    publicPagesPort:
      words.publicPagesPort === undefined ? undefined : portOf('--public-pages-port', words.publicPagesPort),
    tls:
      tlsCert === undefined || tlsKey === undefined
        ? undefined
        : { certFile: resolve(tlsCert), keyFile: resolve(tlsKey) },
    trustedProxies: words.trustedProxy ?? [],
    outgoingNetworks: words.allowOutgoing ?? [],
    openIdProviders: await Promise.all((words.openid ?? []).map(providerIn)),
    watchFolders: (words.watchFiles ?? []).map((folder) => resolve(folder)),
    watchRules: (words.watchRules ?? []).map((folder) => resolve(folder)),
  };
}

function portOf(option: string, word: string): number {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : Number.NaN;
  if (Number.isNaN(port) || port > 65_535) throw new UsageFault(option, 'give a number from 0 to 65535');
  return port;
}

/** The URL itself is not repeated in a complaint, since it may hold a password. */
function urlOf(option: string, word: string, schemes: readonly string[]): string {
  const url = URL.parse(word);
  if (url === null || !schemes.includes(url.protocol)) {
    throw new UsageFault(option, `give a URL that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`);
  }
  return word;
}

const Provider = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  issuer: v.pipe(v.string(), v.url()),
  clientId: v.pipe(v.string(), v.minLength(1)),
  clientSecret: v.pipe(v.string(), v.minLength(1)),
});

async function providerIn(file: string): Promise<OpenIdProvider> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageFault('--openid', `cannot read ${file} (${error.code ?? 'unknown error'})`);
  });
  const read = v.safeParse(v.pipe(v.string(), v.rawTransform(asJson), Provider), text);
  if (read.success) return read.output;
  const field = read.issues[0]?.path?.map(({ key }) => String(key)).join('.') ?? 'the file';
  throw new UsageFault(
    '--openid',
    `${file}: ${field} is not as it has to be; it takes JSON with id, name, issuer, clientId, clientSecret`,
  );
}

/** The parser's own words quote the file, which holds a secret. */
function asJson({ dataset, addIssue, NEVER }: v.RawTransformContext<string>): unknown {
  try {
    return JSON.parse(dataset.value);
  } catch {
    addIssue({ message: 'it is not JSON' });
    return NEVER;
  }
}
