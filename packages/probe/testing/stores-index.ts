// The text of src/stores/index.ts, from the files in that folder. `npm run docs` writes it, a test compares it.
import { readdirSync } from 'node:fs';

const folder = new URL('../src/stores/', import.meta.url);

/** The text of the index for the files that are in the folder now. */
export function storesIndex(): string {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -3))
    .sort();
  const variable = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
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
