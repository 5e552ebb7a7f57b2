// The inputs that the user named: files that grow, query logs of stores, and ports that events are pushed to.
import { join } from 'node:path';
import { isStoreUrl, openQueryLog } from '@vigie/exposure';
import {
  type Input,
  isLoopback,
  type Journal,
  ListenFault,
  listenHttp,
  listenSyslog,
  openJournal,
  pollInput,
  type Seal,
  tailInput,
} from '@vigie/follow';
import { parseScopeFile, resolveBySystem, ScopeFault, scopeOf } from '@vigie/probe';
import { mappingOf } from '../detect/mapping.ts';
import { UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';
import type { World } from '../world.ts';
import type { Place, WatchWords } from './options.ts';

export interface Inputs {
  readonly inputs: readonly Input[];
  readonly journals: readonly Journal[];
  /** Where it is listened, for the user to read. */
  readonly ports: readonly string[];
  readonly close: () => Promise<void>;
}

export async function inputsOf(world: World, files: readonly string[], words: WatchWords, seal: Seal): Promise<Inputs> {
  const mapping = await mappingOf(words.mapping);
  const inputs: Input[] = files.map((path) => tailInput({ path, source: words.source, mapping, from: words.from }));
  for (const url of words.poll) {
    const input = await polled(world, url, words);
    if (inputs.some(({ name }) => name === input.name))
      throw new UsageFault('--poll', `${input.name.replace('poll:', '')} is named twice`);
    inputs.push(input);
  }
  const journals: Journal[] = [];
  const closing: (() => Promise<void>)[] = [];
  const ports: string[] = [];
  const journal = async (name: string, source?: string): Promise<Journal> => {
    const made = await openJournal({ folder: join(words.state, name), seal, name, source });
    journals.push(made);
    inputs.push(made.input);
    return made;
  };
  const close = async () => {
    for (const stop of closing) await stop();
    for (const one of journals) await one.close();
  };
  try {
    if (words.listenSyslog) {
      const { host, port } = onLoopback('--listen-syslog', words.listenSyslog);
      const listening = await listenSyslog({ host, port, journal: await journal('syslog') });
      closing.push(listening.close);
      ports.push(`syslog on ${host}:${listening.port}, by UDP and TCP`);
    }
    if (words.listenHttp) {
      const [lines, otlp] = [await journal('events'), await journal('otlp')];
      const listening = await listenHttp({ ...(await pushed(words, words.listenHttp)), lines, otlp });
      closing.push(listening.close);
      ports.push(
        `${words.tlsCert === undefined ? 'http' : 'https'}://${shownHost(words.listenHttp)}:${listening.port}/v1/logs for OTLP and /events for lines`,
      );
    }
  } catch (error) {
    await close();
    if (error instanceof ListenFault) throw new UsageFault('--listen', error.message);
    throw error;
  }
  return {
    inputs,
    journals,
    ports,
    close,
  };
}

function shownHost({ host }: Place): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Syslog has neither a password nor, here, TLS. */
function onLoopback(option: string, place: Place): Place {
  if (isLoopback(place.host)) return place;
  throw new UsageFault(
    option,
    `${place.host} is beyond this machine, where anybody could write into the log; let rsyslog receive by TLS and hand on to a port of loopback`,
  );
}

async function pushed(words: WatchWords, place: Place) {
  if ((words.tlsCert === undefined) !== (words.tlsKey === undefined))
    throw new UsageFault('--tls-cert', 'a certificate and its key belong together: name both');
  const token = words.tokenFile === undefined ? undefined : (await readText('--token-file', words.tokenFile)).trim();
  if (token === '') throw new UsageFault('--token-file', `${words.tokenFile} is empty`);
  const tls =
    words.tlsCert === undefined || words.tlsKey === undefined
      ? undefined
      : { cert: await readText('--tls-cert', words.tlsCert), key: await readText('--tls-key', words.tlsKey) };
  if (!isLoopback(place.host) && (tls === undefined || token === undefined)) {
    throw new UsageFault(
      '--listen-http',
      `${place.host} is beyond this machine; give --tls-cert, --tls-key and --token-file, or a port of loopback`,
    );
  }
  return { ...place, token, tls };
}

async function polled(world: World, url: string, { scope, passwordFile }: WatchWords): Promise<Input> {
  if (!isStoreUrl(url))
    throw new UsageFault('--poll', 'write the URL of a store, as in mysql://watcher@127.0.0.1:3306');
  const today = new Date(world.now()).toISOString().slice(0, 10);
  const file = scope === undefined ? undefined : parseScopeFile(await readText('--scope', scope), today);
  if (file instanceof ScopeFault) throw new UsageFault('--scope', `${scope}: ${file.message}`);
  const password =
    passwordFile === undefined ? undefined : (await readText('--password-file', passwordFile)).replace(/\r?\n$/, '');
  const mark = Buffer.from(world.random(MARK_BYTES)).toString('hex');
  const log = openQueryLog(url, { scope: scopeOf(file), resolve: resolveBySystem }, { password, mark });
  if ('code' in log) throw new UsageFault('--poll', log.message);
  return pollInput({ name: `poll:${log.where}`, log });
}

const MARK_BYTES = 16;
