// `vigie verify`: whether an evidence log is what was written, offline.
import { Command, Option } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { VerifyWords } from '../verify/options.ts';
import type { World } from '../world.ts';

export function verifyCommand(world: World, finish: Finish): Command {
  return new Command('verify')
    .description(
      'Verify an evidence log offline: the first entry that was changed, dropped, moved or cut off is named.',
    )
    .argument('<file>', 'the log; a checkpoint beside it, in FILE.checkpoint, is used as well')
    .addOption(
      new Option(
        '--checkpoint <file>',
        'a checkpoint of the log that you kept elsewhere: shows a cut at its end; may be repeated',
      ).argParser((path: string, before: readonly string[] | undefined) => [...(before ?? []), path]),
    )
    .option('--key <key>', 'the public key that the log has to have, as name+hash+key, or a file that holds it')
    .option('--time-roots <file>', 'root certificates (PEM) of the time-stamping authorities that you trust')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Exit status: 0 verified, 1 tampered with, 2 wrong argument, 3 not readable, or left unfinished by a crash.
What a log cannot prove of itself is said too, with what to do about it. See docs/evidence.md.

Examples:
  vigie verify evidence.jsonl --checkpoint kept/2026-11.checkpoint
  vigie verify evidence.jsonl --key example.com/vigie+0a1b2c3d+AbC… --time-roots tsa-root.pem`,
    )
    .action(async (file: string, words: VerifyWords) => {
      const { runVerify } = await import('../verify/run.ts');
      finish(await runVerify(world, file, words));
    });
}
