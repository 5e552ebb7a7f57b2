// The work of `vigie ask-issuer`: takes one secret, says what will be sent, waits for a yes, sends it once, tells the answer.
import {
  askIssuer,
  type HeldSecret,
  holdSecret,
  ISSUERS,
  type Issuer,
  LONGEST_SECRET,
  SecretFault,
  systemIssuerHost,
  wanted,
} from '@vigie/exposure';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import type { World } from '../world.ts';
import type { Terminal } from './terminal.ts';
import { questionText, reportJson, reportText } from './words.ts';

export interface AskOptions {
  readonly yesAsk?: true;
  readonly format: 'text' | 'json';
}

/**
 * @param words - of the command line: the issuer's name and nothing else; none of them is repeated, since one may be the secret
 */
export async function runAskIssuer(world: World, words: readonly string[], options: AskOptions): Promise<ExitCode> {
  const issuer = issuerOf(words);
  const terminal = world.terminal?.();
  const secret = await secretOf(world, issuer, terminal);
  await world.err.write(questionText(issuer, secret));
  await confirm(terminal, options);
  const stop = new AbortController();
  world.onInterrupt(() => stop.abort());
  const host = world.issuerHost ?? systemIssuerHost(world.now);
  const report = await askIssuer(issuer, secret, host, stop.signal);
  const write = options.format === 'json' ? reportJson : reportText;
  await world.out.write(write(report, issuer, secret));
  return report.verdict === 'cannot tell' ? EXIT.incomplete : EXIT.clean;
}

function issuerOf([name = '', ...others]: readonly string[]): Issuer {
  if (others.length > 0) {
    throw new UsageFault(
      'arguments',
      'only the name of the issuer stands on the command line; the secret is read from standard input, since the shell and the list of processes would keep it here. What you wrote stands in them now: take it for lost if it was one',
    );
  }
  const issuer = ISSUERS.find(({ id }) => id === name);
  if (!issuer) throw new UsageFault('issuer', 'there is none of this name that can be asked; see vigie issuers');
  return issuer;
}

async function secretOf(world: World, issuer: Issuer, terminal: Terminal | undefined): Promise<HeldSecret> {
  const text = terminal?.isInput
    ? await terminal.ask(`${wanted(issuer)}. It is not shown: `, true)
    : await textOf(world.in);
  if (text === undefined) throw new UsageFault('standard input', 'no secret was given, and nothing was sent');
  const secret = holdSecret(issuer, text);
  if (secret instanceof SecretFault) {
    throw new UsageFault('standard input', `${secret.message}. Nothing was sent`);
  }
  return secret;
}

async function textOf(input: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of input) {
    bytes += piece.length;
    if (bytes > LONGEST_SECRET) {
      throw new UsageFault(
        'standard input',
        `it has more than ${LONGEST_SECRET} bytes: give one secret, not a file of them. Nothing was sent`,
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function confirm(terminal: Terminal | undefined, { yesAsk }: AskOptions): Promise<void> {
  if (yesAsk) return;
  if (!terminal) {
    throw new UsageFault(
      '--yes-ask',
      'nobody is at a terminal to say yes: add it if all of this is wanted. Nothing was sent',
    );
  }
  const answer = await terminal.ask('Ask? Write yes, anything else is no: ', false);
  if (answer?.trim() !== 'yes')
    throw new UsageFault('--yes-ask', 'it was not said that this is wanted. Nothing was sent');
}
