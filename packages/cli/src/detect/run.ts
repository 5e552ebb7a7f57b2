// Runs `vigie detect`: rules are compiled and complained of, then events are read, those of several files in the order of time, and what fires is printed as it fires.
import { createHmac } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createDetector,
  createWatch,
  type Detection,
  type Detector,
  eventTimeOf,
  type Fields,
  LEVELS,
  loadRules,
  type RuleSet,
  readSite,
  type Source,
} from '@vigie/detect';
import { complain, type LineWriter, lineWriter } from '../classify/output.ts';
import { tokensOf } from '../decoy/known-tokens.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { checkWritable, readText } from '../files.ts';
import { count, plural } from '../formats/words.ts';
import type { World } from '../world.ts';
import { checkSource } from './check-source.ts';
import { eventLines, openFile } from './event-lines.ts';
import { inOrder } from './in-order.ts';
import { mappingOf } from './mapping.ts';
import type { DetectOptions } from './options.ts';
import { ownRules, withoutWaiting } from './own-rules.ts';
import { readRuleFiles } from './rule-files.ts';
import { ndjsonLine, type Place, printable, textBlock } from './shown-detection.ts';

/** Faults of one file that are told one by one. */
const TOLD_FAULTS = 5;
const STANDARD_INPUT = '-';

interface Run {
  readonly world: World;
  readonly options: DetectOptions;
  readonly detector: Engine;
  readonly mapping: Source | undefined;
  readonly out: LineWriter;
  readonly files: string[];
  readonly signal: AbortSignal;
  detections: number;
  grave: number;
  broken: number;
  unread: number;
  isWritten: boolean;
}

/** @returns the exit status, see exit-codes.ts */
export async function runDetect(world: World, words: readonly string[], options: DetectOptions): Promise<ExitCode> {
  if (words.length === 0) throw new UsageFault('files', 'name files or folders of events, or - for standard input');
  checkSource(options.source);
  const mapping = await mappingOf(options.mapping);
  const inputs = await inputsAmong(words);
  await checkWritable(options.output);
  const rules = await compiled(world, options);
  const interrupt = new AbortController();
  world.onInterrupt(() => interrupt.abort());
  const detector = await engineOf(world, rules, options);
  const run: Run = {
    world,
    options,
    detector,
    mapping,
    out: await lineWriter(world, options.output),
    files: [],
    signal: interrupt.signal,
    detections: 0,
    grave: 0,
    broken: 0,
    unread: 0,
    isWritten: true,
  };
  await readInputs(run, inputs);
  await tell(run, detector.end());
  await summarise(run, rules);
  const isWhole = run.isWritten && !run.signal.aborted;
  run.isWritten = (await run.out.end(isWhole)) && run.isWritten;
  return exitOf(run, rules);
}

/** What looks at events: the rules alone, or all that `vigie watch` has. */
interface Engine {
  readonly observe: Detector['observe'];
  readonly end: Detector['end'];
  readonly counts: () => ReturnType<Detector['counts']> & { readonly heldBack?: number };
}

function isWithOwn({ own, rules }: DetectOptions): boolean {
  return own === true || rules.length === 0;
}

async function engineOf(world: World, rules: RuleSet, options: DetectOptions): Promise<Engine> {
  const common = {
    now: world.now,
    timeFields: options.timeField,
    ...(options.logSource && { logSource: options.logSource }),
    latenessMs: options.lateness * 1000,
  };
  if (!isWithOwn(options)) return createDetector(rules, common);
  // Nothing is stored: the pseudonyms and their key end with the run.
  const key = world.random(32);
  const pseudonym = (name: string) => createHmac('sha256', key).update(name).digest('hex').slice(0, 32);
  const tokens = await tokensOf(options.tokenKeyFile);
  const watch = createWatch(rules, { ...common, timeZone: options.timeZone, pseudonym, ...(tokens && { tokens }) });
  const heldBack = () => {
    const { again, usual } = watch.counts().habits;
    return again + usual;
  };
  return { observe: watch.observe, end: watch.end, counts: () => ({ ...watch.counts().rules, heldBack: heldBack() }) };
}

function exitOf(run: Run, { faults }: RuleSet): ExitCode {
  if (faults.length > 0) return EXIT.usage;
  if (!run.isWritten || run.signal.aborted || run.broken > 0 || run.unread > 0) return EXIT.incomplete;
  return run.grave > 0 ? EXIT.findings : EXIT.clean;
}

async function compiled(world: World, options: DetectOptions): Promise<RuleSet> {
  const site = options.site === undefined ? undefined : readSite(await readText('--site', options.site));
  if (site && 'fault' in site) throw new UsageFault('--site', `${options.site}: ${site.fault}`);
  const { rulesLink: link, rulesLicence: licence } = options;
  const said = { ...(link !== undefined && { link }), ...(licence !== undefined && { licence }) };
  const theirs = options.rules.length === 0 ? [] : await readRuleFiles(options.rules, said);
  const own = isWithOwn(options) ? await ownRules() : [];
  const rules = withoutWaiting(loadRules([...own, ...theirs], site));
  await complain(
    world,
    rules.faults.map(({ path, rule, code, message }) =>
      printable(`${path}${rule === undefined ? '' : ` (${rule})`}: the rule does not compile: ${message} [${code}]`),
    ),
  );
  await complain(world, rules.notes.map(printable));
  if (rules.faults.length > 0) {
    const standing = count(rules.rules.length + rules.correlations.length);
    await complain(world, [
      `${count(rules.faults.length)} rules do not compile and are left out; ${standing} are in use`,
    ]);
  }
  return rules;
}

async function inputsAmong(words: readonly string[]): Promise<readonly string[]> {
  const inputs: string[] = [];
  for (const word of words) {
    const found = word === STANDARD_INPUT ? undefined : await stat(word).catch(() => undefined);
    if (word !== STANDARD_INPUT && found === undefined) throw new UsageFault(word, 'there is no such file or folder');
    if (found?.isDirectory()) {
      const names = await readdir(word, { recursive: true, withFileTypes: true });
      inputs.push(
        ...names
          .filter((one) => one.isFile())
          .map((one) => join(one.parentPath, one.name))
          .sort(),
      );
    } else inputs.push(word);
  }
  return inputs;
}

/** More are read one after the other: each holds a file open. */
const MOST_AT_ONCE = 128;
/** What is read of a file at a time where there are several, bytes. */
const SMALL_CHUNK = 1 << 16;

/** What can be is read in the order of time; standard input comes when it comes. */
async function readInputs(run: Run, paths: readonly string[]): Promise<void> {
  const isTogether = paths.length > 1 && paths.length <= MOST_AT_ONCE && !paths.includes(STANDARD_INPUT);
  const groups = isTogether ? [paths] : paths.map((path) => [path]);
  for (const group of groups) if (!run.signal.aborted && run.isWritten) await readTogether(run, group);
}

async function readTogether(run: Run, paths: readonly string[]): Promise<void> {
  const { detector, options, world } = run;
  const readings = paths.map((path) => ({ path, file: run.files.push(path) - 1, broken: 0 }));
  const failures: { readonly path: string; readonly error: unknown }[] = [];
  const logs = readings.map(({ path }) => ({
    batches: recordsOf(run, path, paths.length > 1),
    failed: (error: unknown) => failures.push({ path, error }),
  }));
  const timeOf = (event: Fields) => eventTimeOf({ fields: event }, options.timeField);
  for await (const { log, records } of inOrder(logs, timeOf)) {
    const reading = readings[log];
    if (reading === undefined) continue;
    const told: Detection[] = [];
    for (const { event, fault, line } of records) {
      if (event) told.push(...detector.observe(event, `${reading.file}:${line}`));
      else {
        reading.broken += 1;
        if (reading.broken <= TOLD_FAULTS)
          await complain(world, [`${printable(reading.path)}:${line}: ${fault}; it is left out`]);
      }
    }
    await tell(run, told);
    if (run.signal.aborted || !run.isWritten) break;
  }
  for (const { path, error } of failures) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    run.unread += 1;
    await complain(world, [`${printable(path)}: it cannot be read to its end (${code})`]);
  }
  for (const { path, broken } of readings) {
    run.broken += broken;
    if (broken > TOLD_FAULTS) await complain(world, [`${printable(path)}: ${count(broken)} lines could not be read`]);
  }
}

function recordsOf({ mapping, options: { source }, world }: Run, path: string, isOneOfMany: boolean) {
  const readerOptions = { now: world.now, ...(source !== undefined && { source }), ...(mapping && { mapping }) };
  const bytes = path === STANDARD_INPUT ? world.in : openFile(path, isOneOfMany ? SMALL_CHUNK : undefined);
  return eventLines(bytes, readerOptions);
}

async function tell(run: Run, detections: readonly Detection[]): Promise<void> {
  if (detections.length === 0) return;
  const { options, world } = run;
  const placeOf = (ref: string | number): Place => {
    const [file = '', line = ''] = String(ref).split(':');
    return { file: run.files[Number(file)] ?? '', line: Number(line) };
  };
  const isColoured = options.output === undefined && world.out.colour;
  const colour = (level: string, text: string) =>
    isColoured ? `\u001b[${COLOURS[level] ?? 0}m${text}\u001b[0m` : text;
  const text = detections.map((one) =>
    options.format === 'ndjson' ? ndjsonLine(one, placeOf) : textBlock(one, placeOf, colour),
  );
  run.detections += detections.length;
  run.grave += detections.filter(({ about }) => isGrave(about.level, options.failOn)).length;
  run.isWritten = (await run.out.write(text.join(''))) && run.isWritten;
  if (!run.isWritten) await complain(world, ['the detections could not be written; what was told is not complete']);
}

const COLOURS: Readonly<Record<string, number>> = { critical: 91, high: 31, medium: 33, low: 36, informational: 90 };

function isGrave(level: (typeof LEVELS)[number] | undefined, failOn: DetectOptions['failOn']): boolean {
  // A rule that says no level is taken as one of medium weight.
  return failOn !== 'never' && LEVELS.indexOf(level ?? 'medium') >= LEVELS.indexOf(failOn);
}

async function summarise(run: Run, rules: RuleSet): Promise<void> {
  const counts = run.detector.counts();
  const left = [
    [counts.late, 'came too late for correlations'],
    [counts.ahead, 'have a clock that runs ahead, and are in no correlation'],
    [counts.repeated, 'were here before, and count once in correlations'],
    [counts.ungrouped, 'lack a field to group by'],
    [counts.withoutValue, 'lack the value that a correlation counts'],
    [counts.evicted, 'groups of correlations were given up for newer ones'],
    [counts.heldBack ?? 0, 'detections of our rules were held back, as the same again or a habit of the account'],
  ] as const;
  await complain(
    run.world,
    left.filter(([number]) => number > 0).map(([number, words]) => `${count(number)} ${words}`),
  );
  if (run.options.format !== 'text') return;
  const used = plural(rules.rules.length + rules.correlations.length, 'rule');
  const broken = run.broken > 0 ? `; ${plural(run.broken, 'line')} could not be read` : '';
  const words = `${plural(run.detections, 'detection')} in ${plural(counts.events, 'event')}, by ${used}${broken}.\n`;
  run.isWritten = (await run.out.write(words)) && run.isWritten;
}
