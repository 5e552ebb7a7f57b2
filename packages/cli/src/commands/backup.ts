// `vigie backup`: everything but the keys in one file, also while the watch room is open.
import { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { KeepWords } from '../keep/options.ts';
import type { World } from '../world.ts';

export function backupCommand(world: World, finish: Finish): Command {
  return new Command('backup')
    .description('Write everything that the watch room keeps, but for its keys, to one file; also while it is open.')
    .argument('<file>', 'the new file; one that is there is never replaced')
    .option('--data-dir <folder>', 'the data directory of the watch room', 'vigie-data')
    .option(
      '--database-url <url>',
      'the PostgreSQL server, where the records are on one; not needed while the room is open',
    )
    .option('--events-url <url>', 'the ClickHouse server, where events are on one; not needed while the room is open')
    .option('--key-file <file>', 'the key ring, where it is not at its usual place')
    .addHelpText(
      'after',
      `
While the watch room is open it makes the backup itself, of one moment, and goes on working.
What is sealed stays sealed in the file: keep a copy of the keys too, in another place. Where they are is told.
Exit status: 0 written and checked, 2 wrong argument, 3 not made; what to do is said.

Examples:
  vigie backup /backups/vigie-2026-11-29.backup
  vigie backup nightly.backup --data-dir /var/lib/vigie`,
    )
    .action(async (file: string, words: KeepWords) => {
      const { runBackup } = await import('../keep/run.ts');
      finish(await runBackup(world, file, words));
    });
}
