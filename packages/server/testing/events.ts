// Both kinds of store that events live in: what is tested on one is tested on the other.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventsPlace } from '../src/events/events.ts';
import { startEventsServer } from './events-server.ts';

export interface TestEventsStore {
  readonly name: string;
  /** An empty store; `stop` takes it away. The embedded one has to be closed before another folder is opened in this process. */
  start(): Promise<{ readonly place: EventsPlace; stop(): Promise<void> }>;
}

/**
 * @example
 * for (const store of EVENTS_STORES) {
 *   describe(`observations, in ${store.name}`, () => { … });
 * }
 */
export const EVENTS_STORES: readonly TestEventsStore[] = [
  {
    name: 'the embedded engine',
    async start() {
      const folder = await mkdtemp(join(tmpdir(), 'vigie-events-'));
      return { place: { kind: 'embedded', folder }, stop: () => rm(folder, { recursive: true }) };
    },
  },
  {
    name: 'the engine as a server',
    async start() {
      const server = await startEventsServer();
      return { place: { kind: 'server', url: server.url }, stop: server.stop };
    },
  },
];
