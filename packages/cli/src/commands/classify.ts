// `vigie classify`: what stands in files, folders, standard input or a store, whose it is, and what to rotate first.
import { Command, InvalidArgumentError, Option } from 'commander';
import { type ClassifyOptions, FAIL_ON, FORMATS } from '../classify/options.ts';
import type { Finish } from '../exit-codes.ts';
import type { World } from '../world.ts';

export function classifyCommand(world: World, finish: Finish): Command {
  return new Command('classify')
    .description('Tell what personal data, secrets and conversations stand in files or in a store, and whose they are.')
    .argument('[paths...]', 'files and folders, - for standard input, or the URL of one store')
    .addOption(new Option('-f, --format <format>', 'how to print what was found').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write it to a file')
    .option('--rules <file>', 'secret rules in the format of gitleaks, in the place of our own')
    .option('--add-rules <file>', 'secret rules beside our own')
    .addOption(listOption('-k, --kinds <list>', 'only these kinds, as in person/*,secret/*; may be repeated'))
    .option('--explain', 'also tell why, and what was dropped as a look-alike (with --format ndjson)')
    .addOption(numberOption('--threads <n>', 'read with so many threads', 1, 64))
    .addOption(numberOption('--deadline <s>', 'give up a part that takes longer, in seconds', 1, 3600).default(30))
    .addOption(numberOption('--max-decode-depth <n>', 'read encodings inside each other up to so many', 0, 16))
    .addOption(listOption('--include <list>', 'in folders, only files of these names, as in *.log,data/**'))
    .addOption(listOption('--exclude <list>', 'in folders, leave out files and folders of these names'))
    .option('-s, --scope <file>', 'scope file that allows stores beyond loopback and private ranges')
    .option('--password-file <file>', "the store's password, in a file (- for standard input)")
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 where something of this level was found')
        .choices(FAIL_ON)
        .default('never'),
    )
    .option('--no-progress', 'do not show progress on standard error')
    .addHelpText(
      'after',
      `
Examples:
  vigie classify ./logs                              what stands in a folder, and whose it is
  zcat app.log.gz | vigie classify --format ndjson - a line for each place
  vigie classify dump.sql.zst customers.parquet --format json
  vigie classify postgresql://auditor@127.0.0.1/shop --password-file password.txt

Text, NDJSON, CSV, Parquet, SQLite, SQL dumps, and gzip and Zstandard of them. No value is ever printed.
Exit status: 0, 1 for --fail-on, 2 wrong argument (nothing was read), 3 something could not be read to its end.`,
    )
    .action(async (words: string[], options: ClassifyOptions) => {
      // Loaded here: the tables of all kinds would slow the start of every other command.
      const { runClassify } = await import('../classify/run.ts');
      finish(await runClassify(world, words, options));
    });
}

function listOption(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((text: string, before: readonly string[]) => [
      ...before,
      ...text
        .split(/,(?![^{]*\})/)
        .map((one) => one.trim())
        .filter(Boolean),
    ])
    .default([], 'all');
}

function numberOption(flags: string, description: string, min: number, max: number): Option {
  return new Option(flags, description).argParser((text: string) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`Write a whole number from ${min} to ${max}.`);
    }
    return value;
  });
}
