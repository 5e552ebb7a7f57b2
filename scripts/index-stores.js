// Writes packages/probe/src/stores/index.ts from the files in that folder. Run it after adding a store.
import { readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../packages/probe/src/stores/', import.meta.url);
/** The text of the index for the files that are in the folder now. */
export function storesIndex() {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -3))
    .sort();
  const variable = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return [
    '// Every store, likely ones first. This file is written by `npm run docs`; a test compares it with the folder.',
    "import { likelyFirst, type StoreDefinition } from '../store.ts';",
    ...names.map((name) => `import ${variable(name)} from './${name}.ts';`),
    '',
    'export const STORES: readonly StoreDefinition[] = likelyFirst([',
    ...names.map((name) => `  ${variable(name)},`),
    ']);',
    '',
  ].join('\n');
}
if (import.meta.main) writeFileSync(new URL('index.ts', folder), storesIndex());
//# sourceMappingURL=index-stores.js.map
