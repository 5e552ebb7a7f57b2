// `vigie plan`: what has to be done about a breach, in order, by whom and until when; also as a CACAO 2.0 playbook.
import { Command, Option } from 'commander';
import { awareOption, instantOfWord } from '../assess/aware-option.ts';
import type { Finish } from '../exit-codes.ts';
import { PLAN_FORMATS, type PlanCommandOptions } from '../plan/options.ts';
import type { World } from '../world.ts';

export function planCommand(world: World, finish: Finish): Command {
  return new Command('plan')
    .description(
      'Plan what to do about a breach: in order, who, until when, why and how; also as a CACAO 2.0 playbook.',
    )
    .argument('<documents...>', 'facts as JSON, or what vigie scan --classify --format json wrote; - is standard input')
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(PLAN_FORMATS).default('text'))
    .option('-o, --output <file>', 'write it to a file')
    .addOption(awareOption())
    .addOption(
      new Option('--now <instant>', 'the moment for which it is: what is left until each deadline').argParser(
        instantOfWord,
      ),
    )
    .option('--case <name>', 'the name of the case in your records: the ids of its playbook are made of it')
    .addOption(
      new Option(
        '--created <instant>',
        'when the first version of its playbook was made; later ones keep it',
      ).argParser(instantOfWord),
    )
    .addHelpText(
      'after',
      `
From a scan it takes the stores that stand open, and how each is closed; from facts what is owed to whom until when. The same
case gives a playbook with the same ids: a later version replaces the earlier one.

Examples:
  vigie plan scan.json --aware 2026-03-27T10:15:00+01:00[Europe/Paris]
  vigie plan scan.json facts.json --format cacao -o playbook.json
  vigie plan scan.json --format markdown -o plan.md

People decide, sign and file; it gives no legal advice.`,
    )
    .action(async (paths: string[], options: PlanCommandOptions) => {
      const { runPlan } = await import('../plan/run.ts');
      finish(await runPlan(world, paths, options));
    });
}
