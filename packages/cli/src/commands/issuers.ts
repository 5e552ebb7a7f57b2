// `vigie issuers`: every issuer that can be asked about a secret, what it is asked with, and what is sent to it.
import { Command, Option } from 'commander';
import type { World } from '../world.ts';

export function issuersCommand(world: World): Command {
  return new Command('issuers')
    .description('List the issuers that `vigie ask-issuer` can ask whether they still accept a secret. Asks nobody.')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async ({ format }: { format: 'text' | 'json' }) => {
      const { issuersJson, issuersText } = await import('../ask-issuer/list.ts');
      await world.out.write(format === 'json' ? issuersJson() : issuersText());
    });
}
