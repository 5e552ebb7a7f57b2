// `vigie register`: the register of breaches that Article 33(5) GDPR wants, with a log that proves it.
import type { SentNotice } from '@vigie/respond';
import { Command, InvalidArgumentError, Option } from 'commander';
import { awareOption, instantOfWord } from '../assess/aware-option.ts';
import type { Finish } from '../exit-codes.ts';
import {
  DECISIONS,
  EXPORT_FORMATS,
  type ExportOptions,
  type ListOptions,
  REGISTER_LANGUAGES,
  type RecordOptions,
  type RegisterPlace,
} from '../register/options.ts';
import type { World } from '../world.ts';

export function registerCommand(world: World, finish: Finish): Command {
  const register = new Command('register')
    .description('Keep the register of breaches of Article 33(5) GDPR, with an evidence log that proves it.')
    .addHelpText(
      'after',
      `
A register is a folder: cases/ has a file each case with all its versions, and evidence.jsonl an entry each version, with a
salted commitment in the place of its words. vigie verify checks that log; list and export compare every record with it.

Examples:
  vigie register add 2026-014 scan.json facts.json --title 'ClickHouse open to the internet'
  vigie register change 2026-014 --notify yes --tell yes --reason 'IBANs in clear text' --decided-by 'the DPO'
  vigie register change 2026-014 --sent 'article-33,CNIL,2026-03-28T10:00:00+01:00,NOT-1234'
  vigie register export --format csv -o register.csv`,
    );
  for (const command of [
    writeCommand(world, finish, 'add', 'Add a breach to the register; the first begins a register and makes its key.'),
    writeCommand(world, finish, 'change', 'Add to what the register says of a breach, as a new version of its record.'),
    eraseCommand(world, finish),
    listCommand(world, finish),
    exportCommand(world, finish),
  ]) {
    register.addCommand(command);
  }
  return register;
}

function writeCommand(world: World, finish: Finish, kind: 'add' | 'change', description: string): Command {
  const command = new Command(kind)
    .description(description)
    .argument('<case>', 'the name of the case in your records, as in 2026-014; no name of a person')
    .argument(
      '[documents...]',
      'facts as JSON, or what vigie scan --classify --format json wrote; - is standard input',
    );
  return place(command)
    .option('--title <text>', 'what it is, in a line')
    .addOption(repeated('--effect <text>', 'what it did, or may do, to the people concerned'))
    .addOption(repeated('--action <text>', 'what was done to remedy it'))
    .addOption(new Option('--notify <decision>', 'whether the authority is notified').choices(DECISIONS))
    .addOption(new Option('--tell <decision>', 'whether the people concerned are told').choices(DECISIONS))
    .option('--reason <text>', 'why it was decided so')
    .option('--decided-by <who>', 'the person who decided, by name or role')
    .addOption(new Option('--decided-at <instant>', 'when').argParser(instantOfWord))
    .addOption(sentOption())
    .addOption(new Option('--state <state>', 'whether it is open or closed').choices(['open', 'closed']))
    .addOption(awareOption())
    .action(async (caseId: string, documents: string[], options: RecordOptions) => {
      const { runWrite } = await import('../register/run-write.ts');
      finish(await runWrite(world, kind, caseId, documents, options));
    });
}

function eraseCommand(world: World, finish: Finish): Command {
  const command = new Command('erase')
    .description(
      'Erase a case whose time is over; the log keeps that it was there and that it was erased, and no word of it.',
    )
    .argument('<case>', 'the name of the case');
  return place(command).action(async (caseId: string, options: RegisterPlace) => {
    const { runErase } = await import('../register/run-write.ts');
    finish(await runErase(world, caseId, options));
  });
}

function listCommand(world: World, finish: Finish): Command {
  return new Command('list')
    .description(
      'List the breaches, what is missing in their records, and whether the log proves them (else exit status 1).',
    )
    .addOption(registerOption())
    .addOption(new Option('-f, --format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .action(async (options: ListOptions) => {
      const { runList } = await import('../register/run-read.ts');
      finish(await runList(world, options));
    });
}

function exportCommand(world: World, finish: Finish): Command {
  return new Command('export')
    .description('Export the register as CSV, JSON or PDF; with exit status 1 where the log does not prove it.')
    .addOption(registerOption())
    .addOption(new Option('-f, --format <format>', 'the format').choices(EXPORT_FORMATS).default('csv'))
    .addOption(new Option('--lang <language>', 'the language of the PDF').choices(REGISTER_LANGUAGES).default('en'))
    .option('-o, --output <file>', 'write it to a file')
    .action(async (options: ExportOptions) => {
      const { runExport } = await import('../register/run-read.ts');
      finish(await runExport(world, options));
    });
}

function place(command: Command): Command {
  return command
    .addOption(registerOption())
    .option('--key <file>', 'the key that signs its log; where nothing is said, register.key in its folder');
}

function registerOption(): Option {
  return new Option('--register <folder>', 'the folder of the register').default('breach-register');
}

function repeated(flags: string, description: string): Option {
  return new Option(flags, `${description}; may be repeated`)
    .argParser((text: string, before: readonly string[]) => [...before, text])
    .default([], 'none');
}

/** A notice that was sent, with commas between its parts. */
function sentOption(): Option {
  return new Option(
    '--sent <notice,to,instant,reference>',
    'a notice that was sent; the reference may be left out; may be repeated',
  )
    .argParser((text: string, before: readonly SentNotice[]) => [...before, sentOf(text)])
    .default([], 'none');
}

function sentOf(text: string): SentNotice {
  const [notice = '', to = '', at = '', reference, ...more] = text.split(',').map((part) => part.trim());
  if (notice === '' || to === '' || at === '' || more.length > 0) {
    throw new InvalidArgumentError('Write it as article-33,CNIL,2026-03-28T10:00:00+01:00,NOT-1234.');
  }
  return { notice, to, at: instantOfWord(at), ...(reference !== undefined && reference !== '' && { reference }) };
}
