// Runs `vigie classify`: everything is checked before anything is read; then files are listed place by place, or files or a store
// are measured.
import { availableParallelism } from 'node:os';
import {
  measureExposure,
  openFileSource,
  openSource,
  type SensesOptions,
  type Source,
  type SourceFault,
  unknownKinds,
} from '@vigie/exposure';
import { parseScopeFile, resolveBySystem, ScopeFault, scopeOf } from '@vigie/probe';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { checkWritable, readText } from '../files.ts';
import { count } from '../formats/words.ts';
import type { World } from '../world.ts';
import { type ClassifyDocument, documentOf, withSafeNames } from './document.ts';
import { type FileInputs, filesAmong, storeUrlAmong } from './inputs.ts';
import type { ClassifyOptions } from './options.ts';
import { complain, deliver, lineWriter } from './output.ts';
import { rulesInUse } from './rules.ts';
import { shownPath } from './shown-names.ts';
import { faultLine, spanLines } from './spans.ts';
import { classifyText } from './text.ts';

/** @returns the exit status, see exit-codes.ts */
export async function runClassify(world: World, words: readonly string[], options: ClassifyOptions): Promise<ExitCode> {
  const { senses, notes } = await sensesOf(options);
  const url = storeUrlAmong(words);
  checkTogether(url, options);
  await checkWritable(options.output);
  const interrupt = new AbortController();
  world.onInterrupt(() => interrupt.abort());
  const run: Run = { world, options, senses, signal: interrupt.signal, stop: () => interrupt.abort() };
  if (url !== undefined) {
    const source = await storeOf(world, url, options);
    await complain(world, notes);
    return measureAndPrint(run, source, { files: [], faults: [], left: [] });
  }
  const inputs = await filesAmong(words, options, world);
  await complain(world, [...notes, ...inputs.left.map((left) => `left out: ${left}`)]);
  if (options.format === 'ndjson') return printSpans(run, inputs);
  return measureAndPrint(run, openFileSource(inputs.files), inputs);
}

interface Run {
  readonly world: World;
  readonly options: ClassifyOptions;
  readonly senses: SensesOptions;
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

async function sensesOf(options: ClassifyOptions): Promise<{ senses: SensesOptions; notes: readonly string[] }> {
  const { rules, notes } = await rulesInUse(options);
  const [unknown] = unknownKinds(options.kinds, rules);
  if (unknown) {
    const nearest = unknown.nearest.join(', ');
    throw new UsageFault('--kinds', `no kind is called ${JSON.stringify(unknown.asked)}; the nearest are ${nearest}`);
  }
  const senses: SensesOptions = {
    ...(options.kinds.length > 0 && { kinds: options.kinds }),
    ...(rules && { rules }),
    ...(options.maxDecodeDepth !== undefined && { maxDecodeDepth: options.maxDecodeDepth }),
  };
  return { senses, notes };
}

function checkTogether(url: string | undefined, { format, explain, passwordFile }: ClassifyOptions): void {
  if (explain && format !== 'ndjson') {
    throw new UsageFault('--explain', 'reasons are told place by place; add --format ndjson');
  }
  if (url !== undefined && format === 'ndjson') {
    throw new UsageFault('--format', 'a store is measured, not listed place by place; use json or text');
  }
  if (url === undefined && passwordFile !== undefined) {
    throw new UsageFault('--password-file', 'it is for the URL of a store');
  }
}

async function storeOf(world: World, url: string, { scope, passwordFile }: ClassifyOptions): Promise<Source> {
  const today = new Date(world.now()).toISOString().slice(0, 10);
  const file = scope === undefined ? undefined : parseScopeFile(await readText('--scope', scope), today);
  if (file instanceof ScopeFault) throw new UsageFault('--scope', `${scope}: ${file.message}`);
  const password = passwordFile === undefined ? undefined : await passwordIn(world, passwordFile);
  const source = openSource(url, { scope: scopeOf(file), resolve: resolveBySystem }, password);
  if ('code' in source) throw new UsageFault('paths', `${source.where}: ${source.message}`);
  return source;
}

async function passwordIn(world: World, path: string): Promise<string> {
  if (path !== '-') return (await readText('--password-file', path)).replace(/\r?\n$/, '');
  const parts: Uint8Array[] = [];
  for await (const part of world.in) parts.push(part);
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/** More than four threads wait for the disk, and each loads tables of its own. */
function threadsOf({ threads }: ClassifyOptions): number {
  return threads ?? Math.max(1, Math.min(4, availableParallelism()));
}

async function measureAndPrint(run: Run, source: Source, inputs: FileInputs): Promise<ExitCode> {
  const { world, options, senses, signal } = run;
  const progress = createRowProgress(world, options.progress);
  const exposure = await measureExposure(source, {
    key: world.random(32),
    threads: threadsOf(options),
    senses,
    signal,
    deadlineMs: options.deadline * 1000,
    onRows: progress.add,
  });
  progress.end();
  await source.close();
  if (isFaultOf(exposure)) {
    await complain(world, [`${shownPath(exposure.where)}: ${exposure.message}`]);
    return EXIT.incomplete;
  }
  const notes = 'notes' in source ? (source as ReturnType<typeof openFileSource>).notes() : [];
  const document = withSafeNames(documentOf({ exposure, notes, faults: inputs.faults, rules: senses.rules }));
  await complain(
    world,
    notes.flatMap(({ path, encoding, isSkipped, isTable }) =>
      encoding === 'utf-8' || isSkipped || isTable ? [] : [encodingNote(path, encoding)],
    ),
  );
  const text = options.format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : classifyText(document, world.out);
  const written = await deliver(world, options.output, text);
  await complain(
    world,
    document.faults.map(({ where, message }) => `${where}: ${message}`),
  );
  if (!written || !document.complete || signal.aborted) return EXIT.incomplete;
  return isGrave(document, options.failOn) ? EXIT.findings : EXIT.clean;
}

function isFaultOf(item: object): item is SourceFault {
  return 'code' in item;
}

function isGrave({ kinds }: ClassifyDocument, failOn: ClassifyOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  return kinds.some(({ certain }) => failOn === 'possible' || certain > 0);
}

async function printSpans(run: Run, { files, faults }: FileInputs): Promise<ExitCode> {
  const { world, options, senses, signal, stop } = run;
  const out = await lineWriter(world, options.output);
  const complaints: string[] = [];
  let certain = 0;
  let possible = 0;
  let broken = 0;
  const tell = async (fault: SourceFault) => {
    broken += 1;
    await complain(world, [`${shownPath(fault.where)}: ${fault.message}`]);
  };
  const onNote = (path: string, note: string) => {
    complaints.push(note === 'binary' ? `${path}: binary, left out` : encodingNote(path, note));
  };
  const lines = spanLines(files, {
    senses,
    threads: threadsOf(options),
    deadlineMs: options.deadline * 1000,
    explain: options.explain === true,
    signal,
    onNote,
  });
  let written = true;
  for (const fault of faults) {
    await tell(fault);
    written &&= await out.write(faultLine(fault.where, fault).text);
  }
  for await (const part of lines) {
    await complain(world, complaints.splice(0));
    for (const { level, fault } of part) {
      if (fault) await tell(fault);
      else if (level === 'certain') certain += 1;
      else if (level === 'possible') possible += 1;
    }
    written = await out.write(part.map(({ text }) => text).join(''));
    if (!written) {
      stop();
      break;
    }
  }
  await complain(world, complaints);
  written = (await out.end(written && !signal.aborted)) && written;
  if (!written) await complain(world, ['the output could not be written; it is not complete']);
  if (!written || broken > 0 || signal.aborted) return EXIT.incomplete;
  const isFound = options.failOn === 'certain' ? certain > 0 : certain + possible > 0;
  return options.failOn !== 'never' && isFound ? EXIT.findings : EXIT.clean;
}

function encodingNote(path: string, encoding: string): string {
  if (encoding === 'other') return `${path}: it is not UTF-8; its bytes were read as they are`;
  return `${path}: ${encoding.toUpperCase()}; offsets count bytes of its text in UTF-8`;
}

/** How many rows have been read, on a terminal. */
function createRowProgress(world: World, wanted: boolean) {
  let rows = 0;
  let drawnAt = 0;
  const isShown = wanted && world.err.columns !== undefined;
  const write = (text: string) => void world.err.write(text).catch(() => {});
  return {
    add(more: number) {
      rows += more;
      if (!isShown || world.now() - drawnAt < 100) return;
      drawnAt = world.now();
      write(`\r${count(rows)} rows read\u001b[K`);
    },
    end() {
      if (isShown && drawnAt > 0) write('\r\u001b[K');
    },
  };
}
