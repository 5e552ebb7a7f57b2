// `vigie keys`: the key ring of the watch room.
import { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { KeepWords } from '../keep/options.ts';
import type { World } from '../world.ts';

export function keysCommand(world: World, finish: Finish): Command {
  const rotate = new Command('rotate')
    .description('Make a new key that seals from now on; the older ones still open what they sealed.')
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
Works while the watch room is open, and while it is not. Copy the key ring to its safe place again afterwards.
Exit status: 0 rotated, 2 wrong argument, 3 not rotated; what to do is said.`,
    )
    .action(async (words: KeepWords) => {
      const { runRotate } = await import('../keep/run.ts');
      finish(await runRotate(world, words));
    });
  const retire = new Command('retire')
    .description('Take older keys out of the ring that nothing is sealed with any more.')
    .option('--data-dir <folder>', 'the data directory of the watch room', 'vigie-data')
    .option(
      '--database-url <url>',
      'the PostgreSQL server, where the records are on one; not needed while the room is open',
    )
    .option('--events-url <url>', 'the ClickHouse server, where events are on one; not needed while the room is open')
    .option('--key-file <file>', 'the key ring, where it is not at its usual place')
    .option(
      '--old-backups-gone',
      'backups from before need these keys no more: they are gone, or the ring is kept with them',
    )
    .addHelpText(
      'after',
      `
Without --old-backups-gone it tells which older keys are in use, and changes nothing: what was backed up while a key was in
use needs that key for ever. The room seals everything anew by itself after a rotation; answers to repeated requests and jobs
that are done go within days.
Exit status: 0 told or retired, 2 wrong argument, 3 an older key is still in use, or it could not be done; what to do is said.`,
    )
    .action(async (words: KeepWords & { readonly oldBackupsGone?: boolean }) => {
      const { runRetire } = await import('../keep/run.ts');
      finish(await runRetire(world, words, words.oldBackupsGone === true));
    });
  return new Command('keys')
    .description('The keys with which contact data and secrets are sealed.')
    .addCommand(rotate)
    .addCommand(retire);
}
