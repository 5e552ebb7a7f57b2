// `vigie series`: any metric over time, and what its own past did not expect.
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { SeriesWords } from '../series/run.ts';
import type { World } from '../world.ts';

export function seriesCommand(world: World, finish: Finish): Command {
  return new Command('series')
    .description('Tell which points of a metric are unusual for its own past, and what was usual.')
    .argument('[files...]', 'CSV with a column of times and a column of numbers, - for standard input')
    .option('--time-column <name>', 'the column of times; found by its name where it is not said')
    .option('--value-column <name>', 'the column of numbers; `value`, or the first other column')
    .option('--counter', 'the number only grows: what is looked at is how fast')
    .addOption(new Option('--from <score>', 'tell points of at least this score, 0 to 1').argParser(score).default(0.6))
    .option('--all', 'print every point with its score')
    .addOption(new Option('-f, --format <format>', 'how to print').choices(['text', 'ndjson']).default('text'))
    .option('-o, --output <file>', 'write to a file')
    .addHelpText(
      'after',
      `
Examples:
  vigie series rows-per-minute.csv
  vigie series --format ndjson --all metric.csv

A point is judged by what was learned before it, hour of the week included, then learned: there is no training. For each file anew.
Exit status: 0 nothing unusual, 1 something, 2 wrong argument, 3 something could not be read or written.`,
    )
    .action(async (files: string[], words: SeriesWords) => {
      const { runSeries } = await import('../series/run.ts');
      finish(await runSeries(world, files, words));
    });
}

function score(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('Write a number from 0 to 1.');
  return value;
}
