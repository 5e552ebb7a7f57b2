// What tests set where they do not care.
import type { Settings } from '../src/settings.ts';

export const TEST_SETTINGS: Settings = {
  dataDir: '',
  port: 4180,
  host: 'localhost',
  publicUrl: undefined,
  databaseUrl: undefined,
  eventsUrl: undefined,
  keyFile: undefined,
  publicPagesPort: undefined,
  tls: undefined,
  trustedProxies: [],
  outgoingNetworks: [],
  openIdProviders: [],
  watchFolders: [],
  watchRules: [],
};
