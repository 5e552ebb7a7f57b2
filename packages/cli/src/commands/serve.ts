// `vigie serve`: the watch room in a browser.
import { Command, Option } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { ServeWords } from '../serve/options.ts';
import type { World } from '../world.ts';

const repeated = (one: string, before: readonly string[] | undefined) => [...(before ?? []), one];

export function serveCommand(world: World, finish: Finish): Command {
  return new Command('serve')
    .description('Open the watch room: stores, findings, breaches and their clocks, in a browser, on this machine.')
    .option('--port <port>', 'where it listens', '4180')
    .option('--data-dir <folder>', 'where records, events and the evidence log are kept', 'vigie-data')
    .option(
      '--host <address>',
      'the address to listen on; beyond loopback only with TLS or a trusted proxy',
      'localhost',
    )
    .option('--public-url <url>', 'the address that people open, where a proxy or a name stands before it')
    .option('--database-url <url>', 'a PostgreSQL server for the records, instead of the embedded one')
    .option('--events-url <url>', 'a ClickHouse server for events, instead of the embedded one')
    .option('--key-file <file>', 'the key ring; it may not lie inside of the data directory')
    .option('--public-pages-port <port>', 'where the pages for the people concerned listen; not at all where left out')
    .option('--tls-cert <file>', 'certificate (PEM) for HTTPS')
    .option('--tls-key <file>', 'key (PEM) of the certificate')
    .addOption(
      new Option(
        '--trusted-proxy <network>',
        'the proxy that terminates TLS and says who the client is; may be repeated',
      ).argParser(repeated),
    )
    .addOption(
      new Option(
        '--allow-outgoing <network>',
        'a network of your own to which webhooks and mail may go; all else has to be a public address; may be repeated',
      ).argParser(repeated),
    )
    .addOption(
      new Option(
        '--openid <file>',
        'an OpenID Connect provider to sign in with, as JSON: id, name, issuer, clientId, clientSecret; may be repeated',
      ).argParser(repeated),
    )
    .addOption(
      new Option(
        '--watch-files <folder>',
        'a folder of this machine below which log files may be followed; may be repeated',
      ).argParser(repeated),
    )
    .addOption(
      new Option(
        '--watch-rules <folder>',
        'a folder of Sigma rules that are evaluated beside our own, read again when it changes; may be repeated',
      ).argParser(repeated),
    )
    .addHelpText(
      'after',
      `
The first start prints a one-time link for the first administrator. Keys are kept outside of the data directory, and their place is told.
Exit status: 0 ended when asked to, 2 wrong argument, 3 could not start; what to do is said.

Examples:
  vigie serve
  vigie serve --port 8080 --data-dir /var/lib/vigie --database-url postgres://vigie@db/vigie`,
    )
    .action(async (words: ServeWords) => {
      const { runServe } = await import('../serve/run.ts');
      finish(await runServe(world, words));
    });
}
