// Stand-ins: small servers written from a product's public documentation, for products that no package registry has.
// A test that uses one says so in its title. They answer on loopback only.
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';

export interface StandInReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface StandIn {
  readonly port: number;
  /** `GET /path` of every HTTP request, in order. */
  readonly requests: readonly string[];
  readonly stop: () => Promise<void>;
}

/**
 * An HTTP stand-in.
 *
 * @param reply - answers a request; undefined is a 404 with an empty body
 */
export async function startHttpStandIn(
  reply: (method: string, path: string, request: IncomingMessage, body: string) => StandInReply | undefined,
): Promise<StandIn> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      requests.push(`${method} ${url}`);
      const { status, headers, body } = reply(method, url, request, Buffer.concat(parts).toString()) ?? { status: 404 };
      const isText = typeof body === 'string' || body === undefined;
      response.writeHead(status, { ...(!isText && { 'content-type': 'application/json' }), ...headers });
      response.end(isText ? body : JSON.stringify(body));
    });
  });
  return listening(server, requests);
}

/** A stand-in that speaks a protocol of its own: `serve` gets each connection. */
export async function startTcpStandIn(serve: (socket: Socket) => void): Promise<StandIn> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  return listening(server, []);
}

async function listening(server: Server, requests: readonly string[]): Promise<StandIn> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: address.port, requests, stop };
}
