// Writes packages/probe/src/stores/index.ts from the files in that folder. Run it after adding a store.
import { writeFileSync } from 'node:fs';
import { storesIndex } from '../packages/probe/testing/stores-index.ts';

writeFileSync(new URL('../packages/probe/src/stores/index.ts', import.meta.url), storesIndex());
