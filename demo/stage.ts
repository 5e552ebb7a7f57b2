// What the demonstration stands on: the open store, and the watch room beside it.
import { startPlatformProcess } from '@vigie/server/testing/platform-process';
import { startOpenStore } from './start-store.ts';
import { join as joinRoom, KEEPER, OFFICER, RESPONDER } from './team.ts';

export interface Stage {
  readonly url: string;
  readonly setUpUrl: string;
  /** The port of the open store. */
  readonly storePort: number;
  readonly invite: () => Promise<void>;
  /** Closes the store's door, as its owner would. */
  readonly closeStore: () => Promise<void>;
  readonly printed: () => string;
  close(): Promise<void>;
}

export interface StagePlace {
  readonly folder: string;
  /** Of the watch room. */
  readonly port: number;
  readonly webFolder: string;
  readonly rows: number;
  readonly people: number;
}

/** Where a ClickHouse listens, so that a scan of the default ports meets it. */
export const STORE_PORT = 8123;

export async function openStage({ rows, people, ...place }: StagePlace): Promise<Stage> {
  const [store, platform] = await Promise.all([startOpenStore(rows, people, STORE_PORT), startPlatformProcess(place)]);
  let storeIsOpen = true;
  const closeStore = async () => {
    if (storeIsOpen) await store.stop();
    storeIsOpen = false;
  };
  return {
    url: platform.url,
    setUpUrl: platform.setUpUrl ?? platform.url,
    storePort: store.port,
    printed: platform.printed,
    closeStore,
    async invite() {
      const administrator = { cookie: await cookieOf(platform.url) };
      for (const member of [RESPONDER, OFFICER]) await joinRoom(platform.url, administrator, member);
    },
    async close() {
      await platform.end('SIGTERM');
      await closeStore();
    },
  };
}

async function cookieOf(url: string): Promise<string> {
  const { email, password } = KEEPER;
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
