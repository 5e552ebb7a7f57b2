// The commands of `vigie`, wired together. Help and completion are generated from the commands' own definitions.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { askIssuerCommand } from './commands/ask-issuer.ts';
import { assessCommand } from './commands/assess.ts';
import { backupCommand } from './commands/backup.ts';
import { classifyCommand } from './commands/classify.ts';
import { completionCommand } from './commands/completion.ts';
import { decoyCommand } from './commands/decoy.ts';
import { detectCommand } from './commands/detect.ts';
import { draftCommand } from './commands/draft.ts';
import { issuersCommand } from './commands/issuers.ts';
import { keysCommand } from './commands/keys.ts';
import { planCommand } from './commands/plan.ts';
import { redactCommand } from './commands/redact.ts';
import { registerCommand } from './commands/register.ts';
import { restoreCommand } from './commands/restore.ts';
import { scanCommand } from './commands/scan.ts';
import { seriesCommand } from './commands/series.ts';
import { serveCommand } from './commands/serve.ts';
import { storesCommand } from './commands/stores.ts';
import { verifyCommand } from './commands/verify.ts';
import { watchCommand } from './commands/watch.ts';
import type { Finish } from './exit-codes.ts';
import type { World } from './world.ts';

export function createProgram(world: World, finish: Finish): Command {
  const program = new Command('vigie')
    .description('Finds the data stores that stand open, and tells what is in them, whose it is, and what to do first.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.out.write(text).catch(() => {}),
      writeErr: (text) => void world.err.write(text).catch(() => {}),
      outputError: (text, write) => write(text.replace(/^error: /, 'vigie: ')),
      getOutHasColors: () => world.out.colour,
      getErrHasColors: () => world.err.colour,
    })
    .addHelpText(
      'after',
      `
Exit status: 0 nothing to mend, 1 findings at or above --fail-on, 2 wrong argument or scope, 3 not completed.
Vigie never guesses a password, never writes to a store, never leaves its scope, and keeps no value that it reads.
Rows are read only where you ask for it (scan --classify, classify).`,
    );
  for (const command of [
    scanCommand(world, finish),
    classifyCommand(world, finish),
    redactCommand(world, finish),
    detectCommand(world, finish),
    watchCommand(world, finish),
    decoyCommand(world, finish),
    seriesCommand(world, finish),
    assessCommand(world, finish),
    planCommand(world, finish),
    draftCommand(world, finish),
    registerCommand(world, finish),
    serveCommand(world, finish),
    backupCommand(world, finish),
    restoreCommand(world, finish),
    keysCommand(world, finish),
    verifyCommand(world, finish),
    askIssuerCommand(world, finish),
    issuersCommand(world),
    storesCommand(world),
    completionCommand(world, program),
  ]) {
    program.addCommand(command.copyInheritedSettings(program));
    for (const under of command.commands) under.copyInheritedSettings(command);
  }
  return program;
}

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  const inDist = new URL('../../package.json', import.meta.url);
  const text = readFileSync(import.meta.url.includes('/dist/') ? inDist : file, 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
