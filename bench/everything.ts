// Everything that is built in, on 64 MB of log text: one thread, two threads against one, and Presidio's patterns beside.
import { createDefaultClassifier } from '../packages/classify/src/default-classifier.ts';
import { findInText, startTextThreads } from '../packages/exposure/src/texts/find-in-text.ts';
import { everythingLog } from './everything-log.ts';
import { runPresidio } from './peers.ts';
import { cells, MEGABYTES, measure, RUNS } from './secrets.ts';
import { median, printTable } from './table.ts';

/** Presidio takes a second or so for these; more would tell nothing else. */
const PRESIDIO_BYTES = 20_000;

export async function benchEverything(): Promise<void> {
  const log = everythingLog(MEGABYTES * 1_000_000);
  const classifier = createDefaultClassifier();
  const ours = await measure(log.bytes, (bytes) => classifier.classify(bytes).length);
  const short = log.bytes.subarray(0, PRESIDIO_BYTES);
  const runs = runPresidio(short, RUNS);
  const peer = runs && { seconds: median(runs.map(({ seconds }) => seconds)), findings: runs[0]?.findings ?? 0 };
  const scaled = peer && (peer.seconds * log.bytes.length) / short.length;
  printTable(
    `everything: ${MEGABYTES} MB of log text, ${log.lines.toLocaleString('en')} lines, ${log.planted.toLocaleString('en')} with something planted (one core, median of ${RUNS})`,
    ['', 'time', 'MB/s', 'times ours', 'findings'],
    [
      ['ours, all kinds', ...cells(log.bytes, ours, ours.seconds)],
      [
        `Presidio, patterns without a language model, ${PRESIDIO_BYTES / 1000} kB`,
        ...(peer && scaled !== undefined
          ? [
              `${peer.seconds.toFixed(2)} s`,
              (short.length / 1e6 / peer.seconds).toFixed(3),
              (scaled / ours.seconds).toFixed(0),
              peer.findings.toLocaleString('en'),
            ]
          : ['not installed', '', '', '']),
      ],
    ],
  );
}

export async function benchWorkers(): Promise<void> {
  const { bytes } = everythingLog(MEGABYTES * 1_000_000);
  const times = new Map<number, number[]>();
  for (const count of [1, 2]) {
    const threads = startTextThreads({}, count);
    try {
      // The first time through, threads start and compile.
      for (let run = 0; run <= RUNS; run += 1) {
        const startedAt = performance.now();
        for await (const finding of findInText(parts(bytes), 'app.log', threads)) {
          if ('code' in finding) throw new Error(finding.message);
        }
        if (run > 0) times.set(count, [...(times.get(count) ?? []), (performance.now() - startedAt) / 1000]);
      }
    } finally {
      await threads.end();
    }
  }
  const seconds = (count: number) => median(times.get(count) ?? []);
  printTable(
    `workers: the same ${MEGABYTES} MB by threads (median of ${RUNS})`,
    ['threads', 'time', 'MB/s', 'times one thread'],
    [1, 2].map((count) => [
      `${count}`,
      `${seconds(count).toFixed(2)} s`,
      (bytes.length / 1e6 / seconds(count)).toFixed(0),
      (seconds(1) / seconds(count)).toFixed(2),
    ]),
  );
}

async function* parts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
}
