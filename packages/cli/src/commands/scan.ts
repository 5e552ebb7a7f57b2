// `vigie scan`: which data stores in scope stand open, and what to do first.

import { availableParallelism } from 'node:os';
import {
  atLeast,
  canResume,
  isLoopback,
  PortFault,
  parseExclusions,
  parsePorts,
  parseScopeFile,
  parseTargetList,
  type Rates,
  type RunningScan,
  resolveBySystem,
  resolveTargets,
  type ScanReport,
  type ScanState,
  type Scope,
  ScopeFault,
  type ScopeFile,
  SEVERITIES,
  type Severity,
  STORES,
  type StoreReport,
  safeName,
  scopeOf,
  startScan,
  TargetFault,
  type Targets,
} from '@vigie/probe';
import type { FormAuthority, Language } from '@vigie/respond';
import { Command, InvalidArgumentError, Option } from 'commander';
import { authorityOption, languageOption } from '../draft/options.ts';
import { EXIT, type ExitCode, type Finish, UsageFault } from '../exit-codes.ts';
import { checkWritable, createLog, readText, writeWhole } from '../files.ts';
import { FORMATS, type Format, formatReport } from '../formats/index.ts';
import { storeLine, summaryLine } from '../formats/ndjson.ts';
import { shownReport, shownStore } from '../formats/shown-stores.ts';
import { createProgress } from '../progress.ts';
import { readState, writeState } from '../resume.ts';
import type { World } from '../world.ts';

interface ScanOptions {
  readonly targets?: string;
  readonly ports?: string;
  readonly exclude: readonly string[];
  readonly excludeFile?: string;
  readonly scope?: string;
  readonly format: Format;
  readonly output?: string;
  readonly failOn: Severity | 'never';
  readonly resume?: string;
  readonly transcript?: string;
  readonly rate?: number;
  readonly ratePerHost?: number;
  readonly concurrency: number;
  readonly timeout: number;
  readonly classify?: true;
  readonly kinds: readonly string[];
  readonly mostRows?: number;
  readonly threads?: number;
  readonly progress: boolean;
  readonly draft?: string;
  readonly authority: FormAuthority;
  readonly lang: Language;
}

export function scanCommand(world: World, finish: Finish): Command {
  return new Command('scan')
    .description('Find the data stores in scope, and tell what a stranger may do there.')
    .argument('[targets...]', 'addresses, names, ranges (10.0.0.1-10.0.0.9) or CIDR (10.0.0.0/24, fd00::/120)')
    .option('-t, --targets <file>', 'read targets from a file, one or several a line, # begins a comment')
    .option('-p, --ports <list>', 'ports to try, as in 8123,9000 or 1-65535 (default: those of all known products)')
    .addOption(
      new Option('-x, --exclude <list>', 'addresses, names or networks never to connect to; may be repeated')
        .argParser((text: string, before: readonly string[]) => [...before, ...text.split(',')])
        .default([], 'none'),
    )
    .option('--exclude-file <file>', 'read exclusions from a file')
    .option('-s, --scope <file>', 'scope file that allows networks beyond loopback and private ranges')
    .addOption(new Option('-f, --format <format>', 'how to print the report').choices(FORMATS).default('text'))
    .option('-o, --output <file>', 'write the report to a file')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 for findings of this severity or graver')
        .choices([...SEVERITIES, 'never'])
        .default('high'),
    )
    .option('--resume <file>', 'keep the state of the scan in a file, and go on from it if it is there')
    .option('--transcript <file>', 'write every byte sent, and hashes of what came back, to a file (NDJSON)')
    .addOption(
      numberOption(
        '-r, --rate <n>',
        'open at most so many connections a second in all (default: 5000; no limit on loopback)',
        1,
        1e6,
      ),
    )
    .addOption(
      numberOption('--rate-per-host <n>', 'and so many to one address (default: 1000; no limit on loopback)', 1, 1e6),
    )
    .addOption(numberOption('--concurrency <n>', 'try so many connections at once', 1, 10_000).default(512))
    .addOption(numberOption('--timeout <ms>', 'wait so long for a connection to open', 50, 60_000).default(1500))
    .option('--classify', 'also read what stands in the open stores: kinds of data, people, secrets; no value is kept')
    .addOption(listOption('-k, --kinds <list>', 'with --classify: only these kinds, as in person/*,secret/*'))
    .addOption(numberOption('--most-rows <n>', 'with --classify: of larger tables, read so many rows', 1000, 1e12))
    .addOption(numberOption('--threads <n>', 'with --classify: read with so many threads', 1, 64))
    .option(
      '--draft <folder>',
      'with --classify: also draft the notices that the exposure may call for, and keep the report as scan.json beside them',
    )
    .addOption(authorityOption())
    .addOption(languageOption())
    .option('--no-progress', 'do not show progress on standard error')
    .addHelpText(
      'after',
      `
Examples:
  vigie scan 127.0.0.1                       the default ports of all known products
  vigie scan 10.0.0.0/24 --ports 1-65535     every port; a product is recognised on any port
  vigie scan 127.0.0.1 --classify            what stands in the open stores, and how many people it concerns
  vigie scan 127.0.0.1 --classify --draft drafts --authority cnil --lang fr
  vigie scan db.example.org --scope scope.json --format html --output report.html

A scope file: {"owner": "Example Ltd", "authorisedBy": "A. Person", "networks": ["203.0.113.0/24"], "until": "2027-01-31"}`,
    )
    .action(async (words: string[], options: ScanOptions) => {
      finish(await runScan(world, words, options));
    });
}

/** Everything a scan needs, checked before anything is sent. */
interface Prepared {
  readonly targets: Targets;
  readonly ports: readonly number[];
  readonly scope: Scope;
  readonly state: ScanState | undefined;
}

async function runScan(world: World, words: readonly string[], options: ScanOptions): Promise<ExitCode> {
  const prepared = await prepare(world, words, options);
  for (const file of [options.output, options.transcript, options.resume]) await checkWritable(file);
  const streams = options.format === 'ndjson' && options.output === undefined;
  const interrupt = new AbortController();
  world.onInterrupt(() => interrupt.abort());
  const failures: string[] = [];
  const fail = (what: string) => {
    failures.push(what);
    interrupt.abort();
  };
  const stream = createStoreStream(world, streams, () => fail('standard output was closed'));
  const transcript = createLog(options.transcript, () => fail(`cannot write the transcript ${options.transcript}`));
  const progress = createProgress(world, options.progress);
  const scan = startScan(
    {
      targets: prepared.targets,
      ports: prepared.ports,
      scope: prepared.scope,
      budgets: { connectMs: options.timeout },
      rates: ratesOf(options, prepared.targets),
      concurrency: options.concurrency,
      signal: interrupt.signal,
      ...(prepared.state && { resume: prepared.state }),
    },
    {
      now: world.now,
      random: world.random,
      onProgress: progress.show,
      ...(options.transcript !== undefined && { onTranscript: transcript.add }),
      onStore: stream.add,
      onFault: (fault, product) => {
        const name = fault instanceof Error ? fault.name : 'an error';
        void world.err.write(`vigie: ${name} in the examination of ${product}; please report it\n`).catch(() => {});
      },
    },
  );
  const saving = keepState(options.resume, scan, () => fail(`cannot write the state file ${options.resume}`));
  const found = await scan.report;
  progress.end();
  await stream.end();
  const report = await shownReport(
    options.classify ? await classifyStores(world, found, options, prepared.scope, interrupt.signal) : found,
  );
  await Promise.all([saving.end(report.complete), transcript.end()]);
  const text = streams ? summaryLine(report) : formatReport(options.format, report, world.out);
  const written = await deliver(world, options, text);
  await explain(world, options, report, failures);
  const drafted = await draftNotices(world, options, report);
  if (!written || !drafted || failures.length > 0 || !report.complete) return EXIT.incomplete;
  return hasGraveFindings(report, options.failOn) ? EXIT.findings : EXIT.clean;
}

/** Prints each store as it is found, in the order in which they are. */
function createStoreStream(world: World, wanted: boolean, onError: () => void) {
  let written: Promise<void> = Promise.resolve();
  return {
    add: (store: StoreReport) => {
      if (!wanted) return;
      written = written.then(async () => world.out.write(storeLine(await shownStore(store)))).catch(onError);
    },
    end: () => written,
  };
}

/** Drafts from what was found; their summary goes where it does not stand in the report. */
async function draftNotices(world: World, options: ScanOptions, report: ScanReport): Promise<boolean> {
  if (options.draft === undefined) return true;
  const { draftAfterScan } = await import('../draft/after-scan.ts');
  const document = formatReport('json', report, world.out);
  return draftAfterScan({ ...world, out: world.err }, document, options.draft, options);
}

/**
 * More than four threads wait for the store, and each loads tables of its own: 270 MB with what it remembers of rows. One core is left
 * to the connection, and to the store where it is on the same machine.
 */
async function classifyStores(
  world: World,
  report: ScanReport,
  options: ScanOptions,
  scope: Scope,
  signal: AbortSignal,
) {
  // Loaded only here: its vocabularies would slow the start of every scan.
  const { withExposures } = await import('../exposures.ts');
  return withExposures(report, {
    world,
    scope,
    signal,
    senses: options.kinds.length > 0 ? { kinds: options.kinds } : {},
    threads: options.threads ?? Math.max(1, Math.min(4, availableParallelism() - 1)),
    mostRows: options.mostRows,
    progress: options.progress,
  });
}

async function prepare(world: World, words: readonly string[], options: ScanOptions): Promise<Prepared> {
  const listed = options.targets === undefined ? [] : parseTargetList(await readText('--targets', options.targets));
  const texts = [...words, ...listed];
  if (texts.length === 0) {
    throw new UsageFault('targets', 'name at least one, as in: vigie scan 127.0.0.1 (or --targets FILE)');
  }
  if (!options.classify && options.draft !== undefined) {
    throw new UsageFault('--draft', 'it is made from what --classify finds; add --classify');
  }
  if (!options.classify && options.kinds.length > 0) {
    throw new UsageFault('--kinds', 'it narrows what --classify looks for; add --classify');
  }
  const { unknownKinds } = options.kinds.length > 0 ? await import('@vigie/exposure') : { unknownKinds: () => [] };
  const [unknown] = unknownKinds(options.kinds, undefined);
  if (unknown) {
    const nearest = unknown.nearest.join(', ');
    throw new UsageFault('--kinds', `no kind is called ${JSON.stringify(unknown.asked)}; the nearest are ${nearest}`);
  }
  const ports = options.ports === undefined ? defaultPorts() : parsePorts(options.ports);
  if (ports instanceof PortFault) throw new UsageFault('--ports', ports.message);
  const today = new Date(world.now()).toISOString().slice(0, 10);
  const file = await readScope(options.scope, today);
  const unlisted = options.excludeFile === undefined ? '' : await readText('--exclude-file', options.excludeFile);
  const excluded = [...options.exclude, ...parseTargetList(unlisted)].map((text) => text.trim()).filter(Boolean);
  const holes = await parseExclusions(excluded, resolveBySystem);
  if (holes instanceof TargetFault)
    throw new UsageFault('--exclude', `${JSON.stringify(safeName(holes.target))}: ${holes.message}`);
  const targets = await resolveTargets(texts, excluded, scopeOf(file), resolveBySystem);
  if (targets instanceof TargetFault) {
    // A file that is no list of targets may be a list of people.
    throw new UsageFault('targets', `${JSON.stringify(safeName(targets.target))}: ${targets.message}`);
  }
  const state = options.resume === undefined ? undefined : await readState(options.resume);
  if (state && !canResume(state, targets, ports)) {
    throw new UsageFault('--resume', `${options.resume} is of a scan of other targets or ports; name another file`);
  }
  return { targets, ports, scope: scopeOf(file, holes), state };
}

async function readScope(path: string | undefined, today: string): Promise<ScopeFile | undefined> {
  if (path === undefined) return undefined;
  const file = parseScopeFile(await readText('--scope', path), today);
  if (file instanceof ScopeFault) throw new UsageFault('--scope', `${path}: ${file.message}`);
  return file;
}

/** What networks and small devices bear; loopback bears anything. */
const DEFAULT_RATES = { total: 5000, perHost: 1000 };

function ratesOf(options: ScanOptions, targets: Targets): Rates {
  const usual = isLoopback(targets.ranges) ? { total: Infinity, perHost: Infinity } : DEFAULT_RATES;
  return { total: options.rate ?? usual.total, perHost: options.ratePerHost ?? usual.perHost };
}

/** The ports of all known products, each once. */
function defaultPorts(): number[] {
  return [...new Set(STORES.flatMap((store) => store.ports.map(({ port }) => port)))].sort((a, b) => a - b);
}

/** Saves the state every two seconds and at an interruption; a scan that ran through leaves no state file behind. */
function keepState(path: string | undefined, scan: RunningScan, onError: () => void) {
  if (path === undefined) return { end: async () => {} };
  let saving: Promise<void> = Promise.resolve();
  const save = () => {
    saving = saving.then(() => writeState(path, scan.state())).catch(onError);
    return saving;
  };
  const timer = setInterval(() => void save(), 2000);
  return {
    end: async (complete: boolean) => {
      clearInterval(timer);
      await saving;
      if (complete) await writeState(path, undefined).catch(onError);
      else await save();
    },
  };
}

/** Writes the report where it was asked for; where that fails, what was found is printed so that it is not lost. */
async function deliver(world: World, options: ScanOptions, text: string): Promise<boolean> {
  if (options.output !== undefined) {
    try {
      await writeWhole(options.output, text);
      return true;
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      await world.err.write(
        `vigie: --output: cannot write ${options.output} (${why}); the report follows on standard output\n`,
      );
      await world.out.write(text).catch(() => {});
      return false;
    }
  }
  try {
    await world.out.write(text);
    return true;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'EPIPE' ? 'the pipe was closed' : 'it cannot be written';
    await world.err.write(`vigie: standard output: ${why}; the report is not complete\n`).catch(() => {});
    return false;
  }
}

async function explain(
  world: World,
  options: ScanOptions,
  report: ScanReport,
  failures: readonly string[],
): Promise<void> {
  for (const failure of new Set(failures)) await world.err.write(`vigie: ${failure}\n`).catch(() => {});
  if (report.complete) return;
  const how =
    options.resume === undefined
      ? 'next time, name a file with --resume to be able to go on'
      : `go on with --resume ${options.resume}`;
  await world.err
    .write(`vigie: the scan was interrupted; what was not reached is listed as untested; ${how}\n`)
    .catch(() => {});
}

function hasGraveFindings(report: ScanReport, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false;
  return report.stores.some((store) => store.findings.some((finding) => atLeast(finding.severity, failOn)));
}

function listOption(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((text: string, before: readonly string[]) => [...before, ...text.split(',').filter(Boolean)])
    .default([], 'all');
}

function numberOption(flags: string, description: string, min: number, max: number): Option {
  return new Option(flags, description).argParser((text: string) => {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value < min || value > max) {
      throw new InvalidArgumentError(`Write a number from ${min} to ${max}.`);
    }
    return value;
  });
}
