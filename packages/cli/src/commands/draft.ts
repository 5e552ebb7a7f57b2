// `vigie draft`: the notices that a breach needs, as files that a person completes and sends.
import { Command, InvalidArgumentError, Option } from 'commander';
import { awareOption } from '../assess/aware-option.ts';
import { authorityOption, DOCUMENTS, type DraftOptions, FILE_FORMATS, languageOption } from '../draft/options.ts';
import type { Finish } from '../exit-codes.ts';
import type { World } from '../world.ts';

export function draftCommand(world: World, finish: Finish): Command {
  return new Command('draft')
    .description('Draft the notices that a breach needs: to the authority, to the people concerned, for the register.')
    .argument('<documents...>', 'facts as JSON, or what vigie scan --classify --format json wrote; - is standard input')
    .addOption(authorityOption())
    .addOption(languageOption())
    .requiredOption('-o, --output <folder>', 'where the files go; it is made where it is not there')
    .addOption(
      listOption('--as <formats>', 'the formats of the files', FILE_FORMATS).default(
        ['pdf', 'docx', 'json'],
        'pdf,docx,json',
      ),
    )
    .addOption(listOption('--only <documents>', 'draft these, in the place of those that are due', DOCUMENTS))
    .option('--answers <file>', 'what persons stated for the authority\'s form, as JSON: {"field_12": "Example SAS"}')
    .option('--case <name>', 'the name of the case in your records, which stands on every page')
    .addOption(awareOption())
    .option('--force', 'replace files of an earlier draft')
    .addOption(
      new Option('-f, --format <format>', 'how to print what was written').choices(['text', 'json']).default('text'),
    )
    .addHelpText(
      'after',
      `
Due are the authority's form, the breach record of Article 33(5), a letter for each group of people unless it is decided that they
need not be told, a press release and a web page where telling each of them takes a disproportionate effort, and for a processor the
notice to its customers.

What only a person can state stands in a draft as a marked question, and each page of a draft with open questions says that it is
incomplete. A draft holds counts and categories and no value of the data. The JSON of the authority's form is that of the EDPB's
template. Files can be read by you alone, and none is replaced without --force.

Examples:
  vigie draft scan.json facts.json --authority cnil --lang fr --output drafts
  vigie draft scan.json --only letters --lang de --as docx --output letters

It gives support to a person who decides, signs and files; it gives no legal advice.`,
    )
    .action(async (paths: string[], options: DraftOptions) => {
      const { runDraft } = await import('../draft/run.ts');
      finish(await runDraft(world, paths, options));
    });
}

function listOption(flags: string, description: string, known: readonly string[]): Option {
  return new Option(flags, `${description}, with commas: ${known.join(', ')}`).argParser((text: string) => {
    const words = text.split(',').map((word) => word.trim());
    const wrong = words.find((word) => !known.includes(word));
    if (wrong !== undefined) throw new InvalidArgumentError(`Write one or more of ${known.join(', ')}, with commas.`);
    return [...new Set(words)];
  });
}
