// `vigie decoy`: open stores that nobody has a reason to touch, and tokens to plant into real ones.
import { Command, InvalidArgumentError, Option } from 'commander';
import { DECOY_FORMATS, DECOY_NAMES, type DecoyWords, TOKEN_NAMES, type TokenWords } from '../decoy/options.ts';
import type { Finish } from '../exit-codes.ts';
import type { World } from '../world.ts';

export function decoyCommand(world: World, finish: Finish): Command {
  const command = new Command('decoy').description(
    'Stand up an open store with honey rows, and tell of everybody who touches it; or make tokens to plant into real ones.',
  );
  for (const name of DECOY_NAMES) command.addCommand(storeCommand(name, world, finish));
  command.addCommand(tokenCommand(world, finish));
  return command.addHelpText(
    'after',
    `
Examples:
  vigie decoy redis --format ndjson
  vigie decoy clickhouse --host 10.0.3.9 --transcripts transcripts
  vigie decoy token --kind aws-key --label "backup of June"

A decoy runs nothing and connects nowhere; what somebody changes is so for their address alone. It listens at loopback unless --host says otherwise.`,
  );
}

function storeCommand(name: (typeof DECOY_NAMES)[number], world: World, finish: Finish): Command {
  const command = new Command(name)
    .description(`A believable ${name} without a login, with honey rows and keys.`)
    .option('--host <address>', 'the address to listen at, loopback if nothing is said')
    .addOption(new Option('-p, --port <port>', "the port, the product's own if nothing is said").argParser(portOf))
    .addOption(new Option('-f, --format <format>', 'how to print touches').choices(DECOY_FORMATS).default('text'))
    .option('-o, --output <file>', 'add them to a file')
    .option('--transcripts <folder>', 'keep what was said in each session there, readable to you only')
    .option('--key-file <file>', 'the key of honeytokens and honey rows; made where it is not there')
    .option('--tls [name]', 'speak TLS, with a certificate for this host that is made once by openssl and kept')
    .option('--tls-cert <file>', 'speak TLS with this certificate, in PEM')
    .option('--tls-key <file>', 'its key, in PEM');
  if (name === 'clickhouse') {
    const text = 'the port of the native protocol beside it, 9000 if nothing is said; none for none';
    command.addOption(
      new Option('--native-port <port>', text).argParser((said) => (said === 'none' ? said : portOf(said))),
    );
  }
  return command
    .addHelpText(
      'after',
      `
Exit status: 0 ended when asked to, 2 wrong argument or an address that cannot be listened at, 3 something could not be written.`,
    )
    .action(async (words: DecoyWords) => {
      const { runDecoy } = await import('../decoy/run.ts');
      finish(await runDecoy(world, name, words));
    });
}

function tokenCommand(world: World, finish: Finish): Command {
  return new Command('token')
    .description(
      'Print a token to plant into real tables, files and logs; who uses it is told of by vigie watch and detect.',
    )
    .addOption(new Option('--kind <kind>', 'what it looks like').choices(TOKEN_NAMES).default('aws-key'))
    .option('--label <text>', 'a name for where it is planted; the same label gives the same token')
    .option('--into <table.column>', 'print a statement of SQL that plants it there, in place of the token alone')
    .option('--key-file <file>', 'the key of honeytokens; made where it is not there')
    .action(async (words: TokenWords) => {
      const { runToken } = await import('../decoy/run-token.ts');
      finish(await runToken(world, words));
    });
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('Write a port, 0 for a free one.');
  return Number(text);
}
