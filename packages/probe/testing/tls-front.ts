// TLS in front of a stand-in, for products that speak TLS by default.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { makeCertificate } from './certificate.ts';
import type { StandIn } from './stand-in.ts';

/** The same stand-in under TLS at a port of its own; stopping it stops the stand-in too. */
export async function underTls(standIn: StandIn): Promise<StandIn> {
  const dir = mkdtempSync(join(tmpdir(), 'vigie-tls-'));
  const { certificate, key } = makeCertificate(dir);
  const sockets = new Set<Socket>();
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (secured) => {
    const plain = connect(standIn.port, '127.0.0.1');
    for (const [socket, other] of [
      [secured, plain],
      [plain, secured],
    ] as const) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
      socket.pipe(other);
    }
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  rmSync(dir, { recursive: true });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
    await standIn.stop();
  };
  return { port: address.port, requests: standIn.requests, stop };
}
