// A client that knows no protocol: sends bytes, and gives back what came, for seeding and checking real servers.
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What to send where, and when to stop listening. */
export interface Exchange {
  readonly host?: string;
  readonly port: number;
  readonly send?: string | Uint8Array;
  /** Asked after each piece with all that came so far (latin1); true ends the exchange. */
  readonly until?: (received: string) => boolean;
  /** TLS from the first byte, with any certificate. */
  readonly tls?: boolean;
  /** Ends the exchange, with what has come; default 2 s. */
  readonly timeoutMs?: number;
}

/** What came back, as latin1 text (one character a byte), and how it ended. */
export interface Reply {
  readonly text: string;
  readonly end: 'until' | 'closed' | 'reset' | 'timeout';
}

/** Connects, sends, and reads until `until` says so, the server hangs up, or the time is over. */
export function exchange(plan: Exchange): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const target = { host: plan.host ?? '127.0.0.1', port: plan.port };
    let connected = false;
    let text = '';
    const socket: Socket = plan.tls ? connectTls({ ...target, rejectUnauthorized: false }) : connect(target);
    const finish = (end: Reply['end']) => {
      clearTimeout(late);
      socket.destroy();
      resolve({ text, end });
    };
    const late = setTimeout(() => finish('timeout'), plan.timeoutMs ?? 2000);
    socket.once(plan.tls ? 'secureConnect' : 'connect', () => {
      connected = true;
      if (plan.send !== undefined) socket.write(plan.send);
    });
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (plan.until?.(text)) finish('until');
    });
    socket.on('close', () => finish('closed'));
    socket.on('error', (error) => {
      if (connected) return finish('reset');
      clearTimeout(late);
      reject(error);
    });
  });
}
