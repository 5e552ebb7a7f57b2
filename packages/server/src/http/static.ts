// Serves the built app: files as they were built, compressed once, and its page for every address of the app.
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type ServePage = (request: Request) => Promise<Response | undefined>;

interface Built {
  readonly plain: Uint8Array;
  readonly mediaType: string;
  /** Named after its content, so that it may be kept for ever. */
  readonly forEver: boolean;
  readonly compressed: Map<string, Promise<Uint8Array>>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain; charset=utf-8',
};

/** Only what stands in the folder when the platform starts is served, by its exact name: no path is ever put together from a request. */
export async function serveFolder(folder: string): Promise<ServePage | undefined> {
  const files = await filesOf(folder);
  const page = files.get('/index.html');
  if (page === undefined) return undefined;
  return async (request) => {
    const { pathname } = new URL(request.url);
    const file = files.get(pathname);
    if (file !== undefined && pathname !== '/index.html') return respond(request, file);
    // An address that looks like a file and is none stays unknown; all others are the app's own.
    return /\.[a-z0-9]+$/i.test(pathname) ? undefined : respond(request, page);
  };
}

async function filesOf(folder: string): Promise<Map<string, Built>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, Built>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = path
      .slice(folder.replace(/[/\\]$/, '').length)
      .split(sep)
      .join('/');
    const mediaType = MEDIA_TYPES[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? ''];
    if (mediaType === undefined || name.includes('/.')) continue;
    files.set(name, {
      plain: await readFile(path),
      mediaType,
      forEver: name.startsWith('/assets/'),
      compressed: new Map(),
    });
  }
  return files;
}

const COMPRESS: Readonly<Record<string, (plain: Uint8Array) => Promise<Uint8Array>>> = {
  br: (plain) => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (plain) => promisify(gzip)(plain, { level: 9 }),
};

const COMPRESSIBLE = /^(?:text\/|application\/|image\/svg)/;

async function respond(request: Request, file: Built): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': file.mediaType,
    'cache-control': file.forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  const accepted = request.headers.get('accept-encoding') ?? '';
  const encoding = Object.keys(COMPRESS).find((one) => new RegExp(`\\b${one}\\b`).test(accepted));
  if (encoding === undefined || !COMPRESSIBLE.test(file.mediaType))
    return new Response(file.plain.slice(), { headers });
  const known = file.compressed.get(encoding) ?? COMPRESS[encoding]?.(file.plain);
  if (known === undefined) return new Response(file.plain.slice(), { headers });
  file.compressed.set(encoding, known);
  return new Response((await known).slice(), { headers: { ...headers, 'content-encoding': encoding } });
}
