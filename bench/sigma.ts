// Sigma rules over lanes of events: one thread of ours beside rsigma (github.com/timescale/rsigma, MIT) where it is installed; what more
// rules cost; how many events correlations take. Seconds are those of the processor, since machines are shared.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findProgram } from '@vigie/probe/testing';
import { absent, sharedPath } from '../accuracy/corpora.ts';
import { LANES, laneLines } from '../accuracy/sigma.ts';
import { CORRELATOR_DEFAULTS, Correlator } from '../packages/detect/src/correlation/correlator.ts';
import { createEvaluator } from '../packages/detect/src/evaluate/evaluator.ts';
import { createEventReader } from '../packages/detect/src/events/read-event.ts';
import { taxonomyWith } from '../packages/detect/src/events/taxonomy.ts';
import { loadRules, type RuleSet } from '../packages/detect/src/sigma/rule-set.ts';
import { median, printTable } from './table.ts';

const RULES = 'corpora/detect/sigma-rules.ndjson.gz';
const RUNS = 5;
/** rsigma reads a lane so many times over, so that its start does not hide the rest. */
const REPEAT = 5;

interface RuleFile {
  readonly path: string;
  readonly yaml: string;
}

export async function benchSigma(): Promise<void> {
  const path = sharedPath(RULES);
  if (path === undefined) {
    console.log(`\nsigma: ${absent(RULES)}`);
    return;
  }
  const files = gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): RuleFile => JSON.parse(line));
  benchLanes(files);
  benchManyRules(files);
  benchCorrelations();
  await Promise.resolve();
}

const loaded = (yamls: readonly string[]): RuleSet =>
  loadRules(yamls.map((text) => ({ text, origin: { path: 'bench' } })));

/** Events a second, JSON parsing included. */
function speedOf(rules: RuleSet, lines: readonly string[]): { eventsPerSecond: number; matches: number } {
  const read = createEventReader(taxonomyWith(rules.rules.map(({ logSource }) => logSource)));
  const evaluator = createEvaluator(rules.rules);
  let matches = 0;
  const pass = () => {
    matches = 0;
    for (const line of lines) matches += evaluator.match(read(JSON.parse(line))).length;
  };
  // Once before, so that the first run is not the compiler's.
  pass();
  const seconds = Array.from({ length: RUNS }, () => processorSeconds(pass));
  return { eventsPerSecond: lines.length / median(seconds), matches };
}

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const number = (value: number) => Math.round(value).toLocaleString('en');

function benchLanes(files: readonly RuleFile[]): void {
  const rules = loaded(files.map(({ yaml }) => yaml));
  const peer = peerOf(files);
  const rows = LANES.flatMap((lane) => {
    const lines = laneLines(lane);
    if (lines === undefined) return [];
    const ours = speedOf(rules, lines);
    const theirs = [peer?.(lines, []), peer?.(lines, ['--logsource-routing'])];
    const cells = theirs.flatMap((one) =>
      one === undefined
        ? ['not installed', '']
        : [
            `${number(one.eventsPerSecond)} (${number(one.matches)})`,
            (ours.eventsPerSecond / one.eventsPerSecond).toFixed(2),
          ],
    );
    return [[lane, `${number(ours.eventsPerSecond)} (${number(ours.matches)})`, ...cells]];
  });
  peer?.end();
  printTable(
    `sigma: events a second and (matches), ${number(rules.rules.length)} rules, JSON parsing included, one thread, seconds of the processor, median of ${RUNS}`,
    ['', 'ours', 'rsigma', 'ours is', 'rsigma, routed', 'ours is'],
    rows,
  );
}

interface Peer {
  (lines: readonly string[], flags: readonly string[]): { eventsPerSecond: number; matches: number };
  end(): void;
}

/** rsigma on the same rules and lines; its loading of the rules is taken off. */
function peerOf(files: readonly RuleFile[]): Peer | undefined {
  const program = process.env.VIGIE_RSIGMA ?? findProgram('rsigma');
  if (program === undefined) return undefined;
  const dir = mkdtempSync(join(tmpdir(), 'vigie-bench-sigma-'));
  for (const { path, yaml } of files) {
    mkdirSync(join(dir, 'rules', dirname(path)), { recursive: true });
    writeFileSync(join(dir, 'rules', path), yaml);
  }
  const run = (input: string, flags: readonly string[]) => {
    const words = ['engine', 'eval', '-q', '-r', join(dir, 'rules'), '--output-format', 'ndjson', ...flags];
    const script = `TIMEFORMAT='%U %S'; time "$0" "$@" < ${input} 2>/dev/null | wc -l`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, program, ...words], { encoding: 'utf8' });
    const seconds = (stderr.trim().split('\n').at(-1) ?? '').split(' ').reduce((sum, part) => sum + Number(part), 0);
    return { seconds, lines: Number(stdout) };
  };
  const peer = (lines: readonly string[], flags: readonly string[]) => {
    const input = join(dir, 'events.ndjson');
    writeFileSync(input, `${lines.join('\n')}\n`.repeat(REPEAT));
    const start = median(Array.from({ length: 3 }, () => run('/dev/null', flags).seconds));
    const runs = Array.from({ length: 3 }, () => run(input, flags));
    const seconds = Math.max(1e-3, median(runs.map((one) => one.seconds)) - start);
    return { eventsPerSecond: (lines.length * REPEAT) / seconds, matches: (runs[0]?.lines ?? 0) / REPEAT };
  };
  return Object.assign(peer, { end: () => rmSync(dir, { recursive: true, force: true }) });
}

/** Another rule of the same kind: its literals end otherwise. */
function varied(yaml: string, variant: number): string {
  return yaml
    .replace(/^id: .*$/m, `id: variant-${variant}`)
    .replace(/^(\s+(?:-|[\w.]+(?:\|[a-z|]+)?:) ['"].*?)[a-z]{3}(['"])\s*$/gm, `$1q${variant}$2`);
}

function benchManyRules(files: readonly RuleFile[]): void {
  const few = files.slice(0, 3000).map(({ yaml }) => yaml);
  const sets = [
    ['3,000 rules', few],
    [
      '12,000 rules, other literals',
      [0, 1, 2, 3].flatMap((variant) => few.map((yaml) => (variant === 0 ? yaml : varied(yaml, variant)))),
    ],
    ['12,000 rules, the same four times', [0, 1, 2, 3].flatMap(() => few)],
  ] as const;
  const ruleSets = sets.map(([name, yamls]) => [name, loaded(yamls)] as const);
  const rows = (['structured_windows', 'raw_windows', 'match_heavy'] as const).flatMap((lane) => {
    const lines = laneLines(lane) ?? [];
    const costs = ruleSets.map(([name, rules]) => [name, 1e6 / speedOf(rules, lines).eventsPerSecond] as const);
    const least = costs[0]?.[1] ?? 1;
    return costs.map(([name, cost]) => [lane, name, `${cost.toFixed(1)} µs`, (cost / least).toFixed(2)]);
  });
  printTable('sigma: cost of an event by number of rules', ['', '', 'an event', 'times 3,000'], rows);
}

const CORRELATIONS: readonly (readonly [string, string])[] = [
  ['event_count', 'type: event_count\n  condition:\n    gte: 1000000'],
  ['value_count, 2,000 values in a window', 'type: value_count\n  condition:\n    field: ip\n    gte: 1000000'],
  ['value_sum', 'type: value_sum\n  condition:\n    field: bytes\n    gt: 1000000000000'],
  ['temporal_ordered, two rules', 'type: temporal_ordered'],
];

/** Events that rules matched, into one correlation, in order of time, 4,000 in a window, grouped by one of 100 hosts or not at all. */
function benchCorrelations(): void {
  const base = (name: string) =>
    `title: ${name}\nname: ${name}\nlogsource:\n  category: test\ndetection:\n  s:\n    what: ${name}\n  condition: s\n`;
  const count = 500_000;
  const events = Array.from({ length: count }, (_, index) => {
    return {
      fields: { ip: `10.0.${index % 2000}`, bytes: index % 977, host: `h${index % 100}` },
      time: index * 75,
      ref: index,
      rules: [index % 2],
    };
  });
  const rows = CORRELATIONS.flatMap(([name, section]) =>
    ['', '\n  group-by: [host]'].map((groupBy) => {
      const rule = `title: C\nid: c\ncorrelation:\n  rules: [one, two]\n  timespan: 5m\n  ${section}${groupBy}\n`;
      const { rules, correlations } = loaded([base('one'), base('two'), rule]);
      const seconds = Array.from({ length: 3 }, () => {
        const correlator = new Correlator(correlations, ({ index }) => rules[index]?.about, CORRELATOR_DEFAULTS);
        return processorSeconds(() => {
          for (const event of events) correlator.add(event);
        });
      });
      return [name, groupBy === '' ? 'one group' : '100 groups', number(count / median(seconds))];
    }),
  );
  printTable('sigma: events a second that correlations take, one thread', ['', '', 'events/s'], rows);
}
