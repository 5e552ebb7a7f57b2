// Secrets alone, all rules, on 64 MB of log text: one thread of ours beside scanners of secrets held to one core.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClassifier } from '../packages/classify/src/classifier.ts';
import { catalogueRules } from '../packages/classify/src/secrets/catalogue-rules.ts';
import { readGitleaksToml } from '../packages/classify/src/secrets/gitleaks-toml.ts';
import type { RuleSet } from '../packages/classify/src/secrets/rule.ts';
import { createSecretFinder } from '../packages/classify/src/secrets/secret-finder.ts';
import { runPeer, SECRET_PEERS } from './peers.ts';
import { madeLog, SECRET_PLANTING } from './secrets-log.ts';
import { median, printTable } from './table.ts';

/** VIGIE_BENCH_MEGABYTES asks for less, on a machine that is slow or busy. */
export const MEGABYTES = Number(process.env.VIGIE_BENCH_MEGABYTES ?? 64);
export const RUNS = 5;
/** What is read in one go, as the product does. */
const CHUNK = 1 << 20;

const GITLEAKS_RULES = fileURLToPath(new URL('../../shared/corpora/classify/gitleaks.toml', import.meta.url));

export async function benchSecrets(): Promise<void> {
  const log = madeLog(MEGABYTES * 1_000_000, SECRET_PLANTING);
  const rows: string[][] = [];
  const own = catalogueRules();
  const ours = await measure(log.bytes, secretReader(own));
  rows.push([`ours, catalogue of ${own.rules.length} rules`, ...cells(log.bytes, ours, ours.seconds)]);
  const theirs = gitleaksRules();
  if (theirs) {
    const measured = await measure(log.bytes, secretReader(theirs));
    rows.push([`ours, gitleaks' file of ${theirs.rules.length} rules`, ...cells(log.bytes, measured, ours.seconds)]);
  }
  for (const peer of SECRET_PEERS) {
    const runs = runPeer(peer, log.bytes, RUNS);
    const seconds = median(runs?.map((run) => run.seconds) ?? []);
    rows.push([
      peer.name,
      ...(runs
        ? cells(log.bytes, { seconds, findings: runs[0]?.findings ?? 0 }, ours.seconds)
        : ['not installed', '', '', '']),
    ]);
  }
  printTable(
    `secrets: ${MEGABYTES} MB of log text, ${log.lines.toLocaleString('en')} lines, ${log.planted} secrets planted (one core, median of ${RUNS}; peers with their start)`,
    ['', 'time', 'MB/s', 'times ours', 'findings'],
    rows,
  );
}

function secretReader(rules: RuleSet): (bytes: Uint8Array) => number {
  const classifier = createClassifier({ finders: [createSecretFinder(rules)] });
  return (bytes) => classifier.classify(bytes).length;
}

function gitleaksRules(): RuleSet | undefined {
  if (!existsSync(GITLEAKS_RULES)) return undefined;
  const read = readGitleaksToml(readFileSync(GITLEAKS_RULES, 'utf8'), GITLEAKS_RULES, {
    defaults: { title: '', rules: [], allowlists: [] },
    read: () => ({ fault: 'nothing is extended here' }),
  });
  return 'ruleSet' in read ? read.ruleSet : undefined;
}

export interface Timed {
  readonly seconds: number;
  readonly findings: number;
}

/** Reads all of it in chunks that end with a line, several times. @param read gives the number of findings */
export async function measure(bytes: Uint8Array, read: (chunk: Uint8Array) => number, runs = RUNS): Promise<Timed> {
  const chunks = linesOf(bytes);
  const times: number[] = [];
  let findings = 0;
  // Once before, so that the first run is not the compiler's.
  for (const chunk of chunks.slice(0, 8)) read(chunk);
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    findings = 0;
    for (const chunk of chunks) findings += read(chunk);
    times.push((performance.now() - startedAt) / 1000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { seconds: median(times), findings };
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let begin = 0; begin < bytes.length; ) {
    const feed = begin + CHUNK >= bytes.length ? bytes.length - 1 : bytes.lastIndexOf(0x0a, begin + CHUNK);
    chunks.push(bytes.subarray(begin, feed + 1));
    begin = feed + 1;
  }
  return chunks;
}

/** Time, megabytes a second, ratio of time to ours, findings. */
export function cells(bytes: Uint8Array, { seconds, findings }: Timed, ours: number): string[] {
  return [
    `${seconds.toFixed(2)} s`,
    (bytes.length / 1e6 / seconds).toFixed(seconds > bytes.length / 1e6 ? 3 : 0),
    (seconds / ours).toFixed(2),
    findings.toLocaleString('en'),
  ];
}
