// `vigie ask-issuer`: whether the issuer of one secret still accepts it, asked only where its owner says so.
import { Command, Option } from 'commander';
import type { AskOptions } from '../ask-issuer/run.ts';
import type { Finish } from '../exit-codes.ts';
import type { World } from '../world.ts';

export function askIssuerCommand(world: World, finish: Finish): Command {
  return (
    new Command('ask-issuer')
      .description('Ask the issuer of one secret whether it still accepts it: one request, only where you say yes.')
      // What does not belong on the command line may be the secret, and commander's own complaints would repeat it.
      .usage('[options] <issuer>')
      .argument('<issuer...>', 'whose secret it is, as `vigie issuers` names them')
      .allowUnknownOption()
      .option('--yes-ask', 'send the request without asking at the terminal')
      .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
      .addHelpText(
        'after',
        `
The secret is read from standard input, never from an argument; a pair of keys as two words. At a terminal it is typed unseen.
What is sent to whom is told first, on standard error. To ask is to use the secret: the issuer logs it, and it may set off an alarm.
Only the issuer's own host is connected to, over TLS with its certificate verified; no redirect is followed; nothing is sent twice.
The answer says whether the secret is live, restricted or revoked now, and nothing of who used it before.

Exit status: 0 the issuer answered (live, restricted or revoked), 2 wrong argument, wrong form or no yes, and nothing was sent,
3 the answer does not tell, or none came.

Examples:
  vigie ask-issuer openai
  pass show leaked/github | vigie ask-issuer github --format json
  printf '%s %s' "$ID" "$SECRET" | vigie ask-issuer aws --yes-ask`,
      )
      .action(async (_issuer: readonly string[], options: AskOptions, command: Command) => {
        const { runAskIssuer } = await import('../ask-issuer/run.ts');
        finish(await runAskIssuer(world, command.args, options));
      })
  );
}
