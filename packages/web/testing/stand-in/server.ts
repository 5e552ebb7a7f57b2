// A stand-in for the server: the built app under the same policy, and the API out of memory. For tests and pictures; never shipped.
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { OperationId } from '../../src/api/client.ts';
import type { Role } from '../../src/api/shapes/people.ts';
import { WAYS } from '../../src/api/ways.ts';
import { ANSWERS, type Room } from './answers.ts';

/** The policy of the server's http/headers.ts; headers.test.ts holds the two together. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface StandIn {
  readonly origin: string;
  readonly room: Room;
  /** How many requests each operation got. */
  readonly asked: Map<string, number>;
  /** Tells browsers of a change. */
  readonly tell: (kind: string) => void;
  /** Tells browsers how far a scan is. */
  readonly tellProgress: (scan: { readonly id: string }) => void;
  readonly close: () => Promise<void>;
}

/** Starts a stand-in on a free port of loopback. */
export async function startStandIn(appFolder: string, given: { role?: Role; port?: number } = {}): Promise<StandIn> {
  const room: Room = {
    now: Date.now(),
    role: given.role ?? 'responder',
    isNew: false,
    signedIn: true,
    firstScanDone: true,
    findings: new Map(),
    decided: false,
    stopped: false,
    told: false,
    empty: false,
  };
  const streams = new Set<ServerResponse>();
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((failure: unknown) => {
      response.writeHead(500).end(String(failure));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    if (url.pathname === '/api/live') return openStream(response);
    if (url.pathname.startsWith('/api/auth/')) return answerAuth(url.pathname, await bodyOf(request), response);
    if (url.pathname.startsWith('/api/')) return answerApi(request, url, response);
    serveFile(url.pathname, response);
  }

  function openStream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': hello\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  function answerAuth(path: string, body: Readonly<Record<string, unknown>>, response: ServerResponse): void {
    if (path.endsWith('/sign-in/email')) {
      const { email, password } = body;
      const needsSecondStep = email === 'two@example.org';
      room.signedIn = password !== 'wrong' && !needsSecondStep;
      if (password === 'wrong') json(response, 401, { code: 'INVALID_EMAIL_OR_PASSWORD' });
      else json(response, 200, needsSecondStep ? { twoFactorRedirect: true } : { user: {} });
      return;
    }
    if (path.endsWith('/verify-totp')) {
      const { code } = body;
      room.signedIn = code === '123456';
      json(response, room.signedIn ? 200 : 401, {});
      return;
    }
    if (path.endsWith('/two-factor/enable')) {
      json(response, 200, { totpURI: 'otpauth://totp/Vigie:x?secret=JBSWY3DPEHPK3PXP', backupCodes: ['one-time-1'] });
      return;
    }
    if (path.endsWith('/sign-out')) room.signedIn = false;
    json(response, 200, path.endsWith('list-user-passkeys') ? [] : {});
  }

  async function answerApi(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const match = matchWay(request.method ?? 'GET', url.pathname);
    if (match === undefined) return problem(response, 404, 'no-such-operation');
    asked.set(match.id, (asked.get(match.id) ?? 0) + 1);
    const open = match.id === 'getSetUp' || match.id === 'joinWithLink';
    if (!open && !room.signedIn) return problem(response, 401, 'not-signed-in');
    const body = await bodyOf(request);
    const made = ANSWERS[match.id]?.(room, { params: match.params, query: url.searchParams, body });
    if (made === undefined) {
      return request.method === 'GET' ? problem(response, 404, 'not-found') : void response.writeHead(204).end();
    }
    json(response, 200, made);
  }

  function serveFile(path: string, response: ServerResponse): void {
    const file = join(appFolder, normalize(path));
    const isFile = extname(path) !== '' && file.startsWith(appFolder) && existsSync(file);
    const found = isFile ? file : join(appFolder, 'index.html');
    response.writeHead(200, {
      'content-type': TYPES[extname(found)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    });
    createReadStream(found).pipe(response);
  }

  await new Promise<void>((resolve) => server.listen(given.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let sequence = 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    room,
    asked,
    tell(kind) {
      sequence += 1;
      const data = JSON.stringify({ seq: sequence, kind, id: 'x', what: 'updated' });
      for (const stream of streams) stream.write(`event: change\nid: ${sequence}\ndata: ${data}\n\n`);
    },
    tellProgress(scan) {
      for (const stream of streams) stream.write(`event: progress\ndata: ${JSON.stringify(scan)}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, type: string): void {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ type: `/problems/${type}`, title: type, status }));
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const isJson = request.headers['content-type']?.includes('json') === true;
  return isJson && text !== '' ? (JSON.parse(text) as Readonly<Record<string, unknown>>) : {};
}

const PATTERNS = Object.entries(WAYS).map(([id, way]) => {
  const [method = '', path = ''] = way.split(' ');
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  return { id: id as OperationId, method, names, pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}$`) };
});

function matchWay(method: string, path: string) {
  // Fixed words before parameters: /scopes/this-machine is no id.
  for (const one of [...PATTERNS].sort((a, b) => a.names.length - b.names.length)) {
    const match = one.method === method ? one.pattern.exec(path) : null;
    if (match === null) continue;
    const params = Object.fromEntries(
      one.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    return { id: one.id, params };
  }
  return undefined;
}
