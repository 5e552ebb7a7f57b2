// `vigie detect`: Sigma rules over events in files or from standard input.
import { Command, InvalidArgumentError, Option } from 'commander';
import { type DetectOptions, FAIL_ON, FORMATS } from '../detect/options.ts';
import type { Finish } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { timeZoneOption } from './time-zone.ts';

export function detectCommand(world: World, finish: Finish): Command {
  return new Command('detect')
    .description(
      'Tell from logs who takes the data: which events fire which Sigma rules, attack, or are unusual, and why.',
    )
    .argument('[files...]', 'files and folders of events as JSON or of logs, - for standard input')
    .addOption(
      new Option('-r, --rules <path>', 'a folder or file of Sigma rules; may be repeated')
        .argParser((text: string, before: readonly string[]) => [...before, text])
        .default([], 'our own'),
    )
    .option(
      '--own',
      'our own rules, attacks in requests and unusual behaviour too; so it is where no --rules are named',
    )
    .addOption(new Option('-f, --format <format>', 'how to print detections').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write them to a file')
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 where a rule of this level or graver fired')
        .choices(FAIL_ON)
        .default('high'),
    )
    .option(
      '--source <name>',
      'the format of the events, where it is not to be found out; docs/log-formats.md has the names',
    )
    .option('--mapping <file>', "which fields of one's own JSON are a person, an address, a query and so on, in YAML")
    .option('--site <file>', 'names of fields and values of placeholders, in YAML; also a pipeline of pySigma')
    .addOption(
      new Option(
        '--log-source <list>',
        'where events come from that do not say so, as in product=linux,service=sshd',
      ).argParser(logSource),
    )
    .addOption(
      new Option('--time-field <name>', 'a field that tells the time of an event, before those that are known')
        .argParser((text: string, before: readonly string[]) => [...before, text])
        .default([], 'none'),
    )
    .addOption(
      new Option('--lateness <s>', 'how late an event may come for correlations, in seconds')
        .argParser(seconds)
        .default(3600),
    )
    .option(
      '--token-key-file <file>',
      'the key of honeytokens, where it is not in its usual place; see vigie decoy token',
    )
    .addOption(timeZoneOption())
    .option('--rules-link <url>', 'where the rules are published, to be told with each detection')
    .option('--rules-licence <id>', 'their licence, where neither they nor a LICENSE beside them say it')
    .addHelpText(
      'after',
      `
Examples:
  vigie detect /var/log/postgresql/postgresql.json
  vigie detect --rules sigma/rules events.ndjson
  tail -F events.ndjson | vigie detect --rules rules --format ndjson -

Events are logs of the formats that docs/log-formats.md lists, known by trying, and lines of JSON, also arrays and printed
over several lines: those of Windows as evtx tools and Winlogbeat write them, others with the fields that the rules name.
Files may be packed (.gz).
Exit status: 0, 1 for --fail-on, 2 wrong argument or rules that do not compile (the others ran), 3 something could not be
read or written.`,
    )
    .action(async (words: string[], options: DetectOptions) => {
      // Loaded here: other commands need no rules.
      const { runDetect } = await import('../detect/run.ts');
      finish(await runDetect(world, words, options));
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || value > 31 * 86_400) {
    throw new InvalidArgumentError('Write seconds, up to 2678400 (31 days).');
  }
  return value;
}

function logSource(text: string): Record<string, string> {
  const parts = text.split(',').map((part) => part.split('='));
  const isKnown = parts.every(
    ([key = '', value = '', ...more]) =>
      ['category', 'product', 'service'].includes(key) && value !== '' && more.length === 0,
  );
  if (!isKnown) throw new InvalidArgumentError('Write category=…, product=… and service=…, with commas between them.');
  return Object.fromEntries(parts.map(([key = '', value = '']) => [key, value]));
}
