// `vigie restore`: a backup becomes a new data directory.
import { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { KeepWords } from '../keep/options.ts';
import type { World } from '../world.ts';

export function restoreCommand(world: World, finish: Finish): Command {
  return new Command('restore')
    .description('Make a new data directory from a backup, and verify the evidence log in it.')
    .argument('<file>', 'a file that vigie backup wrote')
    .requiredOption('--data-dir <folder>', 'the new data directory; it has to be empty or not there')
    .option('--database-url <url>', 'an empty database of a PostgreSQL server for the records')
    .option('--events-url <url>', 'an empty database of a ClickHouse server for events')
    .addHelpText(
      'after',
      `
The whole file is checked before anything is made. Keys are not in it: put them where it is said, then start the watch room.
Exit status: 0 restored and verified, 2 wrong argument, 3 not restored; what to do is said.

Example:
  vigie restore /backups/vigie-2026-11-29.backup --data-dir /var/lib/vigie`,
    )
    .action(async (file: string, words: KeepWords) => {
      const { runRestore } = await import('../keep/run.ts');
      finish(await runRestore(world, file, words));
    });
}
