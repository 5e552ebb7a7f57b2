// `vigie redact`: standard input to standard output, line by line, without what should not be stored.
import type { Action, KeyRule } from '@vigie/classify';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Finish } from '../exit-codes.ts';
import { ACTIONS, type Given, type RedactOptions } from '../redact/options.ts';
import type { World } from '../world.ts';

export function redactCommand(world: World, finish: Finish): Command {
  const given: Given = { kinds: [], keys: [] };
  return new Command('redact')
    .description('Copy standard input to standard output, line by line, without secrets and personal data.')
    .argument('[files...]', 'files to read in the place of standard input, one after the other; - is standard input')
    .option('--policy <file>', 'what to do with which kinds and keys, as JSON; see docs/redaction.md')
    .addOption(kindsOption('mask', 'put the name of the kind in the place of these kinds (the default)', given))
    .addOption(kindsOption('drop', 'take these kinds out', given))
    .addOption(kindsOption('hash', 'put a keyed hash in their place: equal values stay equal', given))
    .addOption(kindsOption('token', 'put a made-up value of the same shape in their place', given))
    .addOption(kindsOption('keep', 'let these kinds pass', given))
    .addOption(
      new Option(
        '--key <path=action>',
        'do this with the value of a JSON key, as in user.password=drop; may be repeated',
      ).argParser((text: string) => {
        given.keys.push(keyRuleOf(text));
      }),
    )
    .addOption(
      new Option(
        '--allow-keys <list>',
        'let only these JSON keys pass, and redact them by kind; may be repeated',
      ).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), ...listOf(text)]),
    )
    .option('--json', 'every line is JSON; a line that is none is withheld')
    .option('--certain', 'only redact what is certain, not what is possible')
    .option('--key-file <file>', 'secret of at least 16 bytes that makes hashes and tokens the same in every run')
    .option('--rules <file>', 'secret rules in the format of gitleaks, in the place of our own')
    .option('--add-rules <file>', 'secret rules in the format of gitleaks, beside our own')
    .option('--summary', 'tell on standard error how many values of each kind were redacted')
    .addOption(
      new Option('--longest-line <bytes>', 'withhold longer lines').argParser(lengthOf).default(1 << 20, '1048576'),
    )
    .addHelpText(
      'after',
      `
KINDS are names with * for anything, as in person/*,secret/*. The last rule that fits decides.

Examples:
  app | vigie redact >> app.log
  app | vigie redact --json --hash 'person/*' --key-file /etc/vigie/redact.key --key '**.password=drop'
  vigie redact --json --allow-keys ts,level,msg,http.status app.ndjson > safe.ndjson`,
    )
    .action(async (files: string[], options: RedactOptions) => {
      const { runRedact } = await import('../redact/run.ts');
      finish(await runRedact(world, files, options, given));
    });
}

function kindsOption(action: Action, description: string, given: Given): Option {
  return new Option(`--${action} <kinds>`, `${description}; may be repeated`).argParser((text: string) => {
    for (const kinds of listOf(text)) given.kinds.push({ kinds, action });
  });
}

function keyRuleOf(text: string): KeyRule {
  const at = text.lastIndexOf('=');
  const path = text.slice(0, at);
  const action = ACTIONS.find((one) => one === text.slice(at + 1));
  if (at < 1 || action === undefined) {
    throw new InvalidArgumentError('Write a path, = and mask, drop, hash, token or keep, as in user.password=drop.');
  }
  return { path, action };
}

function listOf(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name === '')) throw new InvalidArgumentError('Write names with commas between them.');
  return names;
}

function lengthOf(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 80 || value > 1 << 28) {
    throw new InvalidArgumentError(`Write a number of bytes from 80 to ${1 << 28}.`);
  }
  return value;
}
