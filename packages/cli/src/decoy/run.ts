// Runs a decoy until the user ends it, and prints every touch as it happens.
import { isIP } from 'node:net';
import { DECOYS, type DecoyKind, makeHoney, type RunningDecoy, startDecoy, type Touch } from '@vigie/decoy';
import { complain } from '../classify/output.ts';
import { printable } from '../detect/shown-detection.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { count } from '../formats/words.ts';
import { toldLines } from '../watch/told-lines.ts';
import type { World } from '../world.ts';
import { configFolder, tokenKey } from './key.ts';
import type { DecoyWords } from './options.ts';
import { touchLine, touchText } from './shown-touch.ts';
import { type Transcripts, transcriptsIn } from './transcripts.ts';

const COLOURS: Readonly<Record<string, number>> = { critical: 91, high: 31, medium: 33 };
const LOOPBACK = '127.0.0.1';

/** @returns the exit status, see exit-codes.ts */
export async function runDecoy(world: World, kind: DecoyKind, words: DecoyWords): Promise<ExitCode> {
  const host = words.host ?? LOOPBACK;
  if (isIP(host) === 0) throw new UsageFault('--host', 'write an address, as in 10.0.3.9, not a name');
  if (words.output !== undefined && words.format !== 'ndjson') {
    throw new UsageFault('--output', 'a file is added to; write --format ndjson');
  }
  const say = (text: string) => complain(world, [printable(text)]);
  const { key, path, isNew } = await tokenKey(world, words.keyFile, configFolder());
  if (isNew) await say(`a key was made in ${path}; honey rows and tokens cannot be known again without it`);
  await warn(say, host);
  const out = await toldLines(world, words.output, (text) => void say(text));
  let [touched, isWritten] = [0, true];
  const decoy = await listening(world, kind, { host, port: words.port ?? DECOYS[kind].usualPort, key }).catch(
    async (error: unknown) => {
      await out.close();
      throw error;
    },
  );
  world.onInterrupt(() => void decoy.close());
  try {
    const transcripts = await transcriptsOf(words, (text) => {
      isWritten = false;
      void say(text);
    });
    await say(`a decoy of ${DECOYS[kind].title} listens at ${host}, port ${decoy.port}; Ctrl-C ends it`);
    for await (const touch of decoy.touches) {
      touched += 1;
      transcripts?.keep(touch);
      await out.write([{ id: touch.detection.id(), text: shown(world, words, touch) }]);
    }
    await transcripts?.written();
    const { lost, refused, failed } = decoy.counts();
    await say(`${count(touched)} touches`);
    if (lost > 0) await say(`${count(lost)} touches could not wait to be written, and are not told`);
    if (refused > 0) await say(`${count(refused)} connections were refused, since there were too many at once`);
    if (failed > 0) await say(`${count(failed)} sessions were ended by a mistake of the decoy; please report it`);
    return isWritten && lost === 0 ? EXIT.clean : EXIT.incomplete;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    await complain(world, ['the touches could not be written; what was told is not complete']);
    return EXIT.incomplete;
  } finally {
    await decoy.close();
    await out.close();
  }
}

async function listening(
  world: World,
  kind: DecoyKind,
  { host, port, key }: { readonly host: string; readonly port: number; readonly key: Uint8Array },
): Promise<RunningDecoy> {
  try {
    return await startDecoy(kind, {
      honey: makeHoney(key, world.now()),
      now: world.now,
      random: world.random,
      host,
      port,
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const known: Readonly<Record<string, string>> = {
      EADDRINUSE: 'something listens there already; choose another --port',
      EACCES: 'no permission; ports below 1024 are for root',
      EADDRNOTAVAIL: 'this machine has no such address',
    };
    throw new UsageFault('--port', `cannot listen at ${host}, port ${port}: ${known[code] ?? code}`);
  }
}

async function transcriptsOf(words: DecoyWords, say: (text: string) => void): Promise<Transcripts | undefined> {
  if (words.transcripts === undefined) return undefined;
  return transcriptsIn(words.transcripts, (path, code) => say(`the transcript ${path} could not be written (${code})`));
}

async function warn(say: (text: string) => Promise<void>, host: string): Promise<void> {
  if (/^127\.|^::1$/.test(host)) return;
  await say(
    `warning: whoever reaches ${host} can reach it; keep it apart from real data, and let your own scans know that it is a decoy`,
  );
}

function shown(world: World, words: DecoyWords, touch: Touch): string {
  if (words.format === 'ndjson') return touchLine(touch);
  return touchText(touch, (level, text) =>
    world.out.colour ? `\u001b[${COLOURS[level] ?? 0}m${text}\u001b[0m` : text,
  );
}
