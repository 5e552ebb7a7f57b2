// An HTTP server on loopback for stand-ins whose answers are bytes.
import { createServer, type IncomingMessage } from 'node:http';

export interface ByteReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes and text as they are, anything else as JSON. */
  readonly body?: unknown;
}

export interface ByteServer {
  readonly port: number;
  /** `GET /path` of every request, in order. */
  readonly requests: readonly string[];
  readonly stop: () => Promise<void>;
}

/** @param reply - undefined ends the connection without an answer */
export async function startByteServer(
  reply: (path: string, request: IncomingMessage, body: string) => ByteReply | undefined,
): Promise<ByteServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests.push(`${request.method} ${request.url}`);
      const answer = reply(request.url ?? '', request, Buffer.concat(parts).toString());
      if (!answer) return void response.destroy();
      const { status, headers = {}, body } = answer;
      response.writeHead(status, headers);
      response.end(Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { port: address.port, requests, stop };
}
