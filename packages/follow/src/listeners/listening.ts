// A port that is listened on, and why one cannot be.
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Its message says what cannot be had, and what to do. */
export class ListenFault extends Error {}

export function listenReason(error: unknown, { host, port }: { readonly host: string; readonly port: number }): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: 'another program listens there; name another port',
    EACCES: 'ports under 1024 need rights that this process does not have; name a higher one',
    EADDRNOTAVAIL: 'this machine has no such address',
  };
  return `cannot listen on ${host}:${port}: ${known[code] ?? code}`;
}

/** Whether an address is of this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
