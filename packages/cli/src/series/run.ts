// Runs `vigie series`: any metric as lines of CSV, and the points that its own past did not expect.
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createSeries, instantOf, type Reading } from '@vigie/detect';
import { parse } from 'csv-parse';
import { complain, type LineWriter, lineWriter } from '../classify/output.ts';
import { printable } from '../detect/shown-detection.ts';
import { EXIT, type ExitCode, UsageFault } from '../exit-codes.ts';
import { checkWritable } from '../files.ts';
import { count } from '../formats/words.ts';
import type { World } from '../world.ts';

export interface SeriesWords {
  readonly timeColumn?: string;
  readonly valueColumn?: string;
  readonly counter?: boolean;
  readonly all?: boolean;
  /** 0 to 1. */
  readonly from: number;
  readonly format: 'text' | 'ndjson';
  readonly output?: string;
}

const TIME_NAMES = ['timestamp', 'time', 'date', 'datetime', '@timestamp', 'ts'];
const STANDARD_INPUT = '-';
const MAX_RECORD = 1 << 20;

interface Columns {
  readonly time: string;
  readonly value: string;
}

/** @returns the exit status, see exit-codes.ts: 1 where a point was told */
export async function runSeries(world: World, files: readonly string[], words: SeriesWords): Promise<ExitCode> {
  if (files.length === 0)
    throw new UsageFault('files', 'name files of CSV with a time and a number, or - for standard input');
  await checkWritable(words.output);
  const out = await lineWriter(world, words.output);
  let told = 0;
  let isWhole = true;
  for (const file of files) {
    const result = await readSeries(world, file, words, out);
    told += result.told;
    isWhole &&= result.isWhole;
  }
  const isWritten = await out.end(isWhole);
  if (!isWritten || !isWhole) return EXIT.incomplete;
  return told > 0 ? EXIT.findings : EXIT.clean;
}

async function readSeries(world: World, file: string, words: SeriesWords, out: LineWriter) {
  const series = createSeries({ kind: words.counter === true ? 'counter' : 'gauge' });
  const rows = parse({
    columns: true,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  });
  pipeline(Readable.from(file === STANDARD_INPUT ? world.in : createReadStream(file)), rows, () => {
    // A failure ends the rows with its error, and is told where they are read.
  });
  let columns: Columns | undefined;
  let told = 0;
  let broken = 0;
  try {
    for await (const row of rows) {
      const { record, info } = row as { record: Readonly<Record<string, string>>; info: { lines: number } };
      columns ??= columnsOf(file, Object.keys(record), words);
      const time = instantOf(record[columns.time]);
      const text = record[columns.value]?.trim() ?? '';
      const reading = time === undefined || text === '' ? undefined : series.observe(time, Number(text));
      if (reading?.kind !== 'reading') {
        broken += 1;
        continue;
      }
      const isTold = reading.score >= words.from;
      if (isTold) told += 1;
      if (isTold || words.all === true)
        await out.write(shown(words, { file, line: info.lines, time: time ?? 0 }, reading));
    }
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    await complain(world, [`${printable(file)}: it cannot be read to its end (${code})`]);
    return { told, isWhole: false };
  }
  if (broken > 0)
    await complain(world, [
      `${printable(file)}: ${count(broken)} rows have no time or no number, or were there before`,
    ]);
  return { told, isWhole: true };
}

function columnsOf(file: string, names: readonly string[], { timeColumn, valueColumn }: SeriesWords): Columns {
  const time = timeColumn ?? names.find((name) => TIME_NAMES.includes(name.toLowerCase())) ?? names[0] ?? '';
  const value =
    valueColumn ?? names.find((name) => name.toLowerCase() === 'value') ?? names.find((name) => name !== time) ?? '';
  for (const [option, name] of [
    ['--time-column', time],
    ['--value-column', value],
  ] as const) {
    if (!names.includes(name))
      throw new UsageFault(
        option,
        `${file} has no column ${printable(name)}; there are: ${names.map(printable).join(', ')}`,
      );
  }
  return { time, value };
}

interface Point {
  readonly file: string;
  readonly line: number;
  readonly time: number;
}

function shown({ format }: SeriesWords, { file, line, time }: Point, reading: Reading): string {
  const at = new Date(time).toISOString();
  if (format === 'text')
    return `${printable(file)}:${line}, ${at}: ${reading.score.toFixed(3)}  ${printable(reading.why())}\n`;
  const { score, surprise, probability, value, side, by, expected, level, points, learning, change } = reading;
  return `${JSON.stringify({ file, line, time: at, value, score, surprise, probability, side, by, expected, level, points, learning: learning ?? null, change: change ?? null, why: reading.why() })}\n`;
}
