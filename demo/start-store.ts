// Starts the open store of the demonstration as a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface OpenStore {
  readonly port: number;
  stop(): Promise<void>;
}

/** @param port 0 for any that is free */
export async function startOpenStore(rows: number, people: number, port: number): Promise<OpenStore> {
  const child = fork(fileURLToPath(new URL('open-store.ts', import.meta.url)), [rows, people, port].map(String));
  const [listening] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the open store of the demonstration did not start');
    }),
  ])) as [number];
  return {
    port: listening,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
