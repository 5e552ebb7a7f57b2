// Redaction of 64 MB of log text, line by line, with the policy that masks every kind.
import { randomBytes } from 'node:crypto';
import { createDefaultClassifier } from '../packages/classify/src/default-classifier.ts';
import { createRedactor, redactStream } from '../packages/classify/src/redact/index.ts';
import { everythingLog } from './everything-log.ts';
import { MEGABYTES, RUNS } from './secrets.ts';
import { madeLog, SECRET_PLANTING } from './secrets-log.ts';
import { median, printTable } from './table.ts';

export async function benchRedaction(): Promise<void> {
  const logs = [
    ['one line in 500 with a secret', madeLog(MEGABYTES * 1_000_000, SECRET_PLANTING)],
    ['one line in 20 with something', everythingLog(MEGABYTES * 1_000_000)],
  ] as const;
  const classifier = createDefaultClassifier();
  const rows: string[][] = [];
  for (const [name, { bytes }] of logs) {
    const times: number[] = [];
    let redacted = 0;
    for (let run = 0; run <= RUNS; run += 1) {
      const redactor = createRedactor({ classifier, key: randomBytes(32) });
      const startedAt = performance.now();
      for await (const _ of redactStream(parts(bytes), redactor));
      if (run > 0) times.push((performance.now() - startedAt) / 1000);
      redacted = [...redactor.counts.values()].reduce((sum, count) => sum + count, 0);
    }
    const seconds = median(times);
    rows.push([
      name,
      `${seconds.toFixed(2)} s`,
      (bytes.length / 1e6 / seconds).toFixed(0),
      redacted.toLocaleString('en'),
    ]);
  }
  printTable(
    `redaction: ${MEGABYTES} MB of log text, all kinds masked (one core, median of ${RUNS})`,
    ['', 'time', 'MB/s', 'values redacted'],
    rows,
  );
}

async function* parts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
}
