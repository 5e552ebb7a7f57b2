// The text of src/regimes/index.ts, from the regimes in that folder. `npm run docs` writes it, a test compares it.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../src/regimes/', import.meta.url);

/** The text of the index for the files that are in the folder now: a regime is a file with a default export. */
export function regimesIndex(): string {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /^export default /m.test(readFileSync(new URL(file, folder), 'utf8')))
    .map((file) => file.slice(0, -3))
    .sort();
  return [
    '// Every regime of law. This file is written by `npm run docs`; a test compares it with the folder.',
    ...[...names, 'regime'].sort().map(importOf),
    '',
    ...listOf(names.map(variable)),
    '',
  ].join('\n');
}

function importOf(name: string): string {
  return name === 'regime'
    ? "import type { Regime } from './regime.ts';"
    : `import ${variable(name)} from './${name}.ts';`;
}

function variable(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The list as the formatter writes it: on one line where it fits. */
function listOf(variables: readonly string[]): string[] {
  const start = 'export const REGIMES: readonly Regime[] = [';
  const line = `${start}${variables.join(', ')}];`;
  return line.length <= 120 ? [line] : [start, ...variables.map((name) => `  ${name},`), '];'];
}
