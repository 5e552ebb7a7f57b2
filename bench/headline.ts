// From open port to draft: one command scans a ClickHouse of a million rows, classifies it, counts the people and drafts the
// notification to the authority. Stages are timed as a user sees them end, by what the command writes.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startLeak } from '../accuracy/leak-table.ts';
import { VIGIE } from './command.ts';
import { median, printTable, seconds } from './table.ts';

const PHRASES = fileURLToPath(new URL('../../shared/leak/phrases.json', import.meta.url));
const RUNS = 5;

/** What the command writes when a stage has ended. */
const STAGES = [
  { name: 'store named, posture, inventory', ended: /looking at what stands in it/ },
  { name: 'profile of a sample', ended: /log_stream, [\d,]+ rows/ },
  { name: 'complete counts, people, report', ended: /ports? each, in/ },
] as const;

export async function benchHeadline(): Promise<void> {
  if (!existsSync(PHRASES)) {
    console.log('\nheadline: skipped, since ../shared/leak is not beside the repository');
    return;
  }
  const leak = await startLeak(PHRASES, { rows: 1_000_000, people: 20_000, seed: 7 });
  try {
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await fromPortToDraft(leak.port));
    const ends = STAGES.map((_, stage) => median(runs.map(({ ended }) => ended[stage] ?? Number.NaN)));
    const total = median(runs.map(({ ms }) => ms));
    const rows = STAGES.map(({ name }, stage) => [name, seconds((ends[stage] ?? 0) - (ends[stage - 1] ?? 0))]);
    printTable(
      `headline: from an open ClickHouse of a million rows to the draft for the CNIL, two threads (median of ${RUNS})`,
      ['stage', 'time'],
      [
        ...rows,
        ['facts, severity, duties, drafts (PDF, DOCX, JSON)', seconds(total - (ends.at(-1) ?? 0))],
        ['all', seconds(total)],
        ['people in the draft', (runs[0]?.people ?? 0).toLocaleString('en')],
        ['people in truth', leak.truth.people.toLocaleString('en')],
      ],
    );
  } finally {
    await leak.stop();
  }
}

interface Run {
  readonly ms: number;
  /** When each stage had ended, in milliseconds from the start. */
  readonly ended: readonly number[];
  /** Field 68 of the EDPB's template. */
  readonly people: number;
}

async function fromPortToDraft(port: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-headline-'));
  try {
    const words = ['scan', '127.0.0.1', '--ports', `${port}`, '--classify', '--threads', '2', '--fail-on', 'never'];
    const startedAt = performance.now();
    const child = spawn(VIGIE, [...words, '--draft', join(folder, 'drafts'), '--authority', 'cnil', '--lang', 'fr']);
    const ended: number[] = [];
    let written = '';
    const see = (data: Buffer) => {
      written += data.toString();
      while (ended.length < STAGES.length && STAGES[ended.length]?.ended.test(written)) {
        ended.push(performance.now() - startedAt);
      }
    };
    child.stdout.on('data', see);
    child.stderr.on('data', see);
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const ms = performance.now() - startedAt;
    if (status !== 0) throw new Error(written);
    const form = JSON.parse(readFileSync(join(folder, 'drafts', 'authority-cnil.json'), 'utf8')) as {
      field_68?: number;
    };
    return { ms, ended, people: form.field_68 ?? 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
