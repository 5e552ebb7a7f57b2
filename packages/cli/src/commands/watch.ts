// `vigie watch`: who takes the data, told as it happens.
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Finish } from '../exit-codes.ts';
import { type Place, WATCH_FORMATS, type WatchWords } from '../watch/options.ts';
import type { World } from '../world.ts';
import { timeZoneOption } from './time-zone.ts';

const repeated = (one: string, before: readonly string[]) => [...before, one];

export function watchCommand(world: World, finish: Finish): Command {
  return new Command('watch')
    .description('Follow logs as they are written and tell who takes the data: rules, attacks and unusual behaviour.')
    .argument('[files...]', 'log files to follow, through rotation; formats are found out')
    .addOption(
      new Option('-r, --rules <path>', 'a folder or file of Sigma rules beside our own; may be repeated')
        .argParser(repeated)
        .default([], 'none'),
    )
    .option('--no-own-rules', 'leave out the rules for data stores that come with Vigie')
    .option('--site <file>', 'names of fields and values of placeholders, in YAML')
    .option(
      '--source <name>',
      'the format of the files, where it is not to be found out; docs/log-formats.md has the names',
    )
    .option('--mapping <file>', "which fields of one's own JSON are a person, an address, a query and so on, in YAML")
    .addOption(
      new Option('--from <where>', 'where to begin in a file that was not followed before')
        .choices(['start', 'end'])
        .default('end'),
    )
    .addOption(
      new Option(
        '--poll <url>',
        'ask a store for the log of queries that it keeps: clickhouse, mysql, postgresql, redis or mongodb://user@host:port; may be repeated',
      )
        .argParser(repeated)
        .default([], 'none'),
    )
    .option('--password-file <file>', 'the password of the stores that are polled')
    .option('-s, --scope <file>', 'scope file that allows stores beyond loopback and private ranges')
    .addOption(
      new Option('--listen-syslog <port>', 'receive syslog on this port of loopback, by UDP and TCP').argParser(place),
    )
    .addOption(
      new Option(
        '--listen-http <port>',
        'receive OpenTelemetry logs and lines by HTTP on this port, or host:port',
      ).argParser(place),
    )
    .option('--token-file <file>', 'what senders by HTTP have to know')
    .option('--tls-cert <file>', 'certificate (PEM) for HTTPS')
    .option('--tls-key <file>', 'key (PEM) of the certificate')
    .option('--state <folder>', 'where is kept what was learned and how far each input was read', 'vigie-watch')
    .option('--key-file <file>', 'the key that seals the state; made where it is not there')
    .option(
      '--token-key-file <file>',
      'the key of honeytokens, where it is not in its usual place; see vigie decoy token',
    )
    .addOption(
      new Option('--alerts-per-day <n>', 'how many alerts of behaviour somebody wants to read')
        .argParser(number)
        .default(5),
    )
    .addOption(timeZoneOption())
    .addOption(new Option('-f, --format <format>', 'how to print detections').choices(WATCH_FORMATS).default('text'))
    .option('-o, --output <file>', 'add them to a file; nothing is written twice, also when the process was killed')
    .addHelpText(
      'after',
      `
Examples:
  vigie watch /var/log/postgresql/postgresql.json /var/log/nginx/access.log
  vigie watch --poll clickhouse://127.0.0.1:8123 --format ndjson --output detections.ndjson
  vigie watch --poll postgresql://watcher@10.0.0.7 --password-file watcher.password
  vigie watch --listen-syslog 5514 --listen-http 4318

A store that is polled is only read; docs/watching.md has the rights that a user needs for it, and how a log is switched on.
What is pushed is acknowledged once it is on the disk, sealed; where too much waits, senders are told to come again, and what could not
wait is counted. Behaviour is learned while it is watched; the first days are said to be the first days.
Exit status: 0 ended when asked to, 2 wrong argument, 3 something could not be read or written.`,
    )
    .action(async (files: string[], words: WatchWords) => {
      const { runWatch } = await import('../watch/run.ts');
      finish(await runWatch(world, files, words));
    });
}

function place(text: string): Place {
  const [, host = '127.0.0.1', port = ''] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === '' || Number(port) > 65_535)
    throw new InvalidArgumentError('Write a port, or an address and a port as in 127.0.0.1:5514.');
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function number(text: string): number {
  const value = Number(text);
  if (!/^\d{1,4}$/.test(text) || value < 1) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return value;
}
