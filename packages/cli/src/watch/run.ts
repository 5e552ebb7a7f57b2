// Runs `vigie watch` until the user ends it: what is read, what is told, and what is said of it on standard error.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createWatch, type Detection, loadRules, type RuleSet, readSite } from '@vigie/detect';
import { takeLock } from '@vigie/evidence';
import { createSeal, type FollowCounts, FollowFault, follow, placeOfRef, type Told } from '@vigie/follow';
import { complain } from '../classify/output.ts';
import { configFolder } from '../decoy/key.ts';
import { tokensOf } from '../decoy/known-tokens.ts';
import { checkSource } from '../detect/check-source.ts';
import { ownRules, withoutWaiting } from '../detect/own-rules.ts';
import { readRuleFiles } from '../detect/rule-files.ts';
import { ndjsonLine, type Place, printable, textBlock } from '../detect/shown-detection.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { makePrivateFolder, readText } from '../files.ts';
import { count, plural } from '../formats/words.ts';
import type { World } from '../world.ts';
import { type Inputs, inputsOf } from './inputs.ts';
import { stateKey } from './key.ts';
import type { WatchWords } from './options.ts';
import { lineId, toldLines } from './told-lines.ts';

const COLOURS: Readonly<Record<string, number>> = { critical: 91, high: 31, medium: 33, low: 36, informational: 90 };

/** @returns the exit status, see exit-codes.ts */
export async function runWatch(world: World, files: readonly string[], words: WatchWords): Promise<ExitCode> {
  if (files.length === 0 && words.poll.length === 0 && !words.listenHttp && !words.listenSyslog) {
    throw new UsageFault('files', 'name files to follow, --poll a store, or --listen-syslog or --listen-http');
  }
  if (words.output !== undefined && words.format !== 'ndjson') {
    throw new UsageFault('--output', 'a file is added to and has to know what was told; write --format ndjson');
  }
  checkSource(words.source);
  await checkFiles(files);
  await makePrivateFolder('--state', words.state);
  const unlock = takeLock(join(words.state, 'lock'));
  if (unlock === undefined)
    throw new UsageFault('--state', `another process watches with ${words.state}; end it, or name another folder`);
  try {
    return await watchWith(world, files, words);
  } finally {
    unlock();
  }
}

/** Folders cannot be followed: which of their files are logs is not known. */
async function checkFiles(files: readonly string[]): Promise<void> {
  for (const path of files) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory())
      throw new UsageFault('files', `${path} is a folder; name the files in it that are to be followed`);
  }
}

async function watchWith(world: World, files: readonly string[], words: WatchWords): Promise<ExitCode> {
  const rules = await compiled(world, words);
  const { key, path, isNew } = await stateKey(world, words.state, words.keyFile, configFolder());
  const say = (text: string) => complain(world, [printable(text)]);
  if (isNew) await say(`a key was made in ${path}; the state cannot be read without it`);
  const seal = createSeal(key, world.random);
  const tokens = await tokensOf(words.tokenKeyFile);
  const watch = createWatch(rules, {
    now: world.now,
    pseudonym: seal.pseudonym,
    alertsPerDay: words.alertsPerDay,
    timeZone: words.timeZone,
    ...(tokens && { tokens }),
  });
  const stop = new AbortController();
  world.onInterrupt(() => stop.abort());
  const out = await toldLines(world, words.output, (text) => void say(text), stop.signal);
  const inputs = await inputsOf(world, files, words, seal).catch(async (error: unknown) => {
    await out.close();
    throw error;
  });
  try {
    const following = await follow(
      {
        inputs: inputs.inputs,
        watch,
        folder: words.state,
        seal,
        now: world.now,
        note: sayOnce(say),
        deliver: async ({ detections }: Told) => {
          if (detections.length > 0)
            await out.write(
              detections.map((one) => ({ id: lineId(one.id(), one.again), text: shown(world, words, one) })),
            );
        },
        kept: async (places) => {
          for (const journal of inputs.journals) await journal.forgetBefore(places[journal.input.name]);
        },
      },
      stop.signal,
    );
    await say(
      `watching with ${count(rules.rules.length + rules.correlations.length)} rules and behaviour; Ctrl-C ends it`,
    );
    for (const port of inputs.ports) await say(`listening: ${port}`);
    await following.done;
    await summarise(world, following.counts(), watch.counts(), inputs);
    return EXIT.clean;
  } catch (error) {
    if (error instanceof FollowFault) throw new UsageFault('--state', error.message);
    throw error;
  } finally {
    await inputs.close();
    await out.close();
  }
}

/** What holds for each input is said once. */
function sayOnce(say: (text: string) => Promise<void>): (text: string) => void {
  let before: string | undefined;
  return (text) => {
    if (text !== before) void say(text);
    before = text;
  };
}

async function compiled(world: World, words: WatchWords): Promise<RuleSet> {
  const site = words.site === undefined ? undefined : readSite(await readText('--site', words.site));
  if (site && 'fault' in site) throw new UsageFault('--site', `${words.site}: ${site.fault}`);
  const own = words.ownRules ? await ownRules() : [];
  const theirs = words.rules.length === 0 ? [] : await readRuleFiles(words.rules, {});
  const rules = withoutWaiting(loadRules([...own, ...theirs], site));
  await complain(
    world,
    rules.faults.map(({ path, rule, code, message }) =>
      printable(
        `${path}${rule === undefined ? '' : ` (${rule})`}: the rule does not compile and is left out: ${message} [${code}]`,
      ),
    ),
  );
  return rules;
}

function shown(world: World, words: WatchWords, detection: Detection): string {
  const placeOf = (ref: string | number): Place => {
    const { input, at } = placeOfRef(String(ref));
    return { file: input.replace(/^file:/, ''), byte: at };
  };
  if (words.format === 'ndjson') return ndjsonLine(detection, placeOf);
  const colour = (level: string, text: string) =>
    world.out.colour ? `\u001b[${COLOURS[level] ?? 0}m${text}\u001b[0m` : text;
  return textBlock(detection, placeOf, colour);
}

interface WatchCounts {
  readonly rules: { readonly late: number; readonly ahead: number; readonly evicted: number };
  readonly behaviour: { readonly late: number; readonly withheld: number; readonly evicted: number };
  readonly habits: { readonly again: number; readonly usual: number };
}

async function summarise(
  world: World,
  followed: FollowCounts,
  { rules, behaviour, habits }: WatchCounts,
  { journals }: Inputs,
): Promise<void> {
  const refused = journals.reduce((sum, journal) => sum + journal.counts().refused, 0);
  const left = [
    [followed.broken, 'records could not be read'],
    [refused, 'records were refused, since too much waited or the disk was full'],
    [rules.late + behaviour.late, 'came too late for what they belong to'],
    [rules.ahead, 'have a clock that runs ahead'],
    [rules.evicted + behaviour.evicted, 'names were given up for others'],
    [behaviour.withheld, 'unusual windows were beyond the budget of alerts'],
    [habits.again + habits.usual, 'detections of rules were held back, as the same again or a habit of the account'],
  ] as const;
  await complain(world, [
    `${plural(followed.detections, 'detection')} in ${plural(followed.events, 'event')}`,
    ...left.filter(([number]) => number > 0).map(([number, words]) => `${count(number)} ${words}`),
  ]);
}
