// Runs a decoy until the user ends it, and prints every touch as it happens.
import { isIP } from 'node:net';
import { join } from 'node:path';
import {
  createViews,
  DECOYS,
  type DecoyKind,
  type DecoyOptions,
  makeHoney,
  type RunningDecoy,
  startDecoy,
  type Touch,
} from '@vigie/decoy';
import { complain } from '../classify/output.ts';
import { printable } from '../detect/shown-detection.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { count } from '../formats/words.ts';
import { toldLines } from '../watch/told-lines.ts';
import type { World } from '../world.ts';
import { type Certificate, certificateFor } from './certificate.ts';
import { configFolder, tokenKey } from './key.ts';
import type { DecoyWords } from './options.ts';
import { touchLine, touchText } from './shown-touch.ts';
import { together } from './together.ts';
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
  const tls = await certificateFor(kind, words, join(configFolder(), 'vigie', 'decoy-tls'));
  const out = await toldLines(world, words.output, (text) => void say(text));
  const decoys: Listening[] = [];
  let [touched, isWritten] = [0, true];
  const close = async () => {
    for (const { decoy } of decoys) await decoy.close();
  };
  try {
    const about = { host, honey: makeHoney(key, world.now()), views: createViews(), tls };
    for (const [one, port] of portsOf(kind, words)) decoys.push(await listening(world, one, { ...about, port }));
    world.onInterrupt(() => void close());
    const transcripts = await transcriptsOf(words, (text) => {
      isWritten = false;
      void say(text);
    });
    for (const { kind: one, decoy } of decoys) {
      const secured = tls ? ' with TLS' : '';
      await say(`a decoy of ${DECOYS[one].title} listens at ${host}, port ${decoy.port}${secured}; Ctrl-C ends it`);
    }
    const lines = together<{ readonly id: string; readonly text: string }>((some) => out.write(some));
    const tell = async ({ decoy }: Listening) => {
      for await (const touch of decoy.touches) {
        touched += 1;
        transcripts?.keep(touch);
        await lines.add({ id: touch.detection.id(), text: shown(world, words, touch) });
      }
    };
    await Promise.all(decoys.map(tell));
    await lines.done();
    await transcripts?.written();
    const unkept = transcripts?.unkept() ?? 0;
    if (unkept > 0)
      await say(`${count(unkept)} transcripts were not kept: too many sessions ended at once, or the folder is full`);
    const lost = await summed(decoys, touched, say);
    return isWritten && lost === 0 && unkept === 0 ? EXIT.clean : EXIT.incomplete;
  } catch (error) {
    if (error instanceof UsageFault || (error as NodeJS.ErrnoException).code === undefined) throw error;
    await complain(world, ['the touches could not be written; what was told is not complete']);
    return EXIT.incomplete;
  } finally {
    await close();
    await out.close();
  }
}

interface Listening {
  readonly kind: DecoyKind;
  readonly decoy: RunningDecoy;
}

/** ClickHouse listens at two ports, which are one store. */
function portsOf(kind: DecoyKind, { port, nativePort }: DecoyWords): readonly (readonly [DecoyKind, number])[] {
  const first = [kind, port ?? DECOYS[kind].usualPort] as const;
  if (kind !== 'clickhouse' || nativePort === 'none') return [first];
  return [first, ['clickhouse-native', nativePort ?? (port === 0 ? 0 : DECOYS['clickhouse-native'].usualPort)]];
}

/** @returns how many touches were lost */
async function summed(
  decoys: readonly Listening[],
  touched: number,
  say: (text: string) => Promise<void>,
): Promise<number> {
  const sum = (name: keyof ReturnType<RunningDecoy['counts']>) =>
    decoys.reduce((all, { decoy }) => all + decoy.counts()[name], 0);
  const [lost, beyond, refused, failed] = [sum('lost'), sum('beyond'), sum('refused'), sum('failed')];
  await say(`${count(touched)} touches`);
  if (lost > 0) await say(`${count(lost)} touches could not wait to be written, and are not told`);
  if (beyond > 0)
    await say(`${count(beyond)} touches more of sessions that had very many stand in their transcripts alone`);
  if (refused > 0) await say(`${count(refused)} connections were refused, since there were too many at once`);
  if (failed > 0) await say(`${count(failed)} sessions were ended by a mistake of the decoy; please report it`);
  return lost;
}

interface Standing extends Pick<DecoyOptions, 'honey'> {
  readonly views: NonNullable<DecoyOptions['views']>;
  readonly tls: Certificate | undefined;
  readonly host: string;
  readonly port: number;
}

async function listening(
  world: World,
  kind: DecoyKind,
  { host, port, honey, views, tls }: Standing,
): Promise<Listening> {
  try {
    const { now, random } = world;
    const decoy = await startDecoy(kind, {
      honey,
      now,
      random,
      host,
      port,
      views,
      ...(tls && { tls }),
    });
    return { kind, decoy };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const option = kind === 'clickhouse-native' ? '--native-port' : '--port';
    const known: Readonly<Record<string, string>> = {
      EADDRINUSE: `something listens there already; choose another ${option}`,
      EACCES: 'no permission; ports below 1024 are for root',
      EADDRNOTAVAIL: 'this machine has no such address',
    };
    throw new UsageFault(option, `cannot listen at ${host}, port ${port}: ${known[code] ?? code}`);
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
