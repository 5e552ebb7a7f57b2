// `npm run bench`: the tables that README quotes, with the peers that are on the machine beside us. `npm run bench --
// fleet width inventory` runs some of them. Machines are shared and noisy: read the ratios.
import { cpus } from 'node:os';
import { benchApi } from './api.ts';
import { benchEverything, benchWorkers } from './everything.ts';
import { benchFleetAndSweep } from './fleet.ts';
import { benchHeadline } from './headline.ts';
import { benchInventory } from './inventory.ts';
import { benchKills } from './kills.ts';
import { benchPlatform } from './platform.ts';
import { benchRedaction } from './redaction.ts';
import { benchSecrets } from './secrets.ts';
import { benchSigma } from './sigma.ts';
import { benchTable } from './table-exposure.ts';
import { benchWatch } from './watch.ts';
import { benchWidth } from './width.ts';

const BENCHES: Record<string, () => Promise<void>> = {
  fleet: benchFleetAndSweep,
  width: benchWidth,
  inventory: benchInventory,
  secrets: benchSecrets,
  everything: benchEverything,
  workers: benchWorkers,
  redaction: benchRedaction,
  exposure: benchTable,
  sigma: benchSigma,
  watch: benchWatch,
  headline: benchHeadline,
  platform: benchPlatform,
  api: benchApi,
  kills: benchKills,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`no benchmark is called ${unknown}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
console.log(`${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown kind'}, Node ${process.versions.node}`);
for (const [name, run] of Object.entries(BENCHES)) if (wanted.length === 0 || wanted.includes(name)) await run();
