// `vigie assess`: what a breach is under law, from facts or from a scan, and what is due to whom until when.
import { Command, Option } from 'commander';
import { awareOption } from '../assess/aware-option.ts';
import { type AssessOptions, FORMATS } from '../assess/options.ts';
import type { Finish } from '../exit-codes.ts';
import type { World } from '../world.ts';

export function assessCommand(world: World, finish: Finish): Command {
  return new Command('assess')
    .description(
      'Tell what a breach is under law: severity, whom to tell, what is due until when, and what to find out.',
    )
    .argument('<documents...>', 'facts as JSON, or what vigie scan --classify --format json wrote; - is standard input')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write it to a file')
    .addOption(awareOption())
    .addHelpText(
      'after',
      `
Several documents become one set of facts, so that people can add to a scan what a scan cannot see. Where two of them tell
a fact differently, both are shown and nothing is computed over it. The facts are in docs/facts.schema.json.

Examples:
  vigie scan 10.0.0.5 --classify --format json -o scan.json
  vigie assess scan.json --aware 2026-03-27T10:15:00+01:00[Europe/Paris]
  vigie assess scan.json facts.json --format json

It gives support to a person who decides, signs and files; it gives no legal advice.`,
    )
    .action(async (paths: string[], options: AssessOptions) => {
      // Loaded here: the tables of holidays would slow the start of every other command.
      const { runAssess } = await import('../assess/run.ts');
      finish(await runAssess(world, paths, options));
    });
}
